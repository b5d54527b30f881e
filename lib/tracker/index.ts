/** The reading face of the tracker: open it and ask. Writing is the background's alone (write.ts and the files that use it). */
export * from './captures';
export { openTracker, retire, schemaVersion, type TrackerDb } from './db';
export * from './everything';
export * from './points';
export * from './preferences';
export * from './roster';
