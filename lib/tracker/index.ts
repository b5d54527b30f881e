/** The reading face of the tracker: open it and ask. Writing is the background's alone (write.ts and the files that use it). */
export * from './backups';
export * from './captures';
export * from './commits';
export { openTracker, schemaVersion, type TrackerDb } from './db';
export * from './desk';
export * from './drafts';
export * from './everything';
export * from './ledgers';
export * from './person';
export * from './points';
export * from './preferences';
export * from './reading-rows';
export { countOverdueDesk, listDeletions, listOldDesk, previewRetention, purgedUpTo } from './retention';
export * from './roster';
export { toDatedTotal } from './sightings';
export * from './sites';
export { lastStep, stepBlockers } from './steps';
export { transact } from './transact';
