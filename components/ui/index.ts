/** The widgets of the interface; a page also imports `@/components/ui/ui.css` once. */
export { Banner, type BannerProps, type Tone } from './Banner';
export { Button, type ButtonProps, LinkButton } from './Button';
export { ConfirmDialog, Dialog, type DialogProps } from './Dialog';
export { EmptyState } from './EmptyState';
export { Checkbox, Choices, Field, SelectField, TextField, type TextFieldProps } from './Field';
export { Icon, type IconName } from './Icon';
export { Nav, Tabs } from './Nav';
export { Progress } from './Progress';
export { type Column, Table } from './Table';
export { ToastProvider, useToast } from './Toast';
export { VirtualList } from './VirtualList';
export { VirtualTable, type VirtualTableProps } from './VirtualTable';
