/** The door of recovery: the guard, the folder it writes to, and what it tells. */
export { createFolder } from './folder';
export { createGuard, type Guard } from './guard';
export type { SnapshotReason } from './generations';
export type { FileFolder, KeptValue } from './ports';
export type { SnapshotInfo } from './snapshots';
