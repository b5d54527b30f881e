/** The widgets of the interface; a page also imports `@/components/ui/ui.css` once. */
export { Banner } from './Banner';
export { Button, LinkButton } from './Button';
export { ConfirmDialog } from './Dialog';
export { EmptyState } from './EmptyState';
export { Checkbox, Choices, SelectField, TextField } from './Field';
export { Icon } from './Icon';
export { Nav, Tabs } from './Nav';
export { Progress } from './Progress';
export { type Column, Table } from './Table';
export { ToastProvider, useToast } from './Toast';
export { VirtualList } from './VirtualList';
export { VirtualTable } from './VirtualTable';
