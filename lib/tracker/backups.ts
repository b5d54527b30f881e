/** Questions about copies outside the browser. */
import { BACKUP_PLACES, type BackupRow } from '../model/backup-state';
import type { TrackerDb } from './db';

export const NO_BACKUP: BackupRow = { key: 'state', last: null, folderPassphrase: null, folderProblem: null };

/** What is known of copies; nothing when none was ever verified. */
export async function getBackupState(db: TrackerDb): Promise<BackupRow> {
  const row = await db.backups.get('state');
  const known = row !== undefined && (row.last === null || BACKUP_PLACES.includes(row.last.place));
  return known ? row : NO_BACKUP;
}

/** Number of the last change noted in the journal; 0 when there is none. */
export async function lastSeq(db: TrackerDb): Promise<number> {
  return (await db.journal.orderBy('seq').last())?.seq ?? 0;
}
