/** Writing what is known of copies outside the browser. */
import type { BackupRow, VerifiedBackup } from '../model/backup-state';
import type { Reply } from '../protocol';
import { getBackupState } from './backups';
import type { TrackerDb } from './db';
import { write } from './write';

/** Notes a copy that was read back, decrypted and found equal. An older one never takes the place of a younger. */
export function recordBackup(db: TrackerDb, backup: VerifiedBackup, now: Date): Promise<Reply> {
  const journal = { action: 'recordBackup', detail: { place: backup.place } };
  return change(db, now, journal, (row) => {
    const younger = row.last !== null && row.last.takenAt > backup.takenAt;
    const last = younger ? row.last : backup;
    return { ...row, last, folderProblem: backup.place === 'folder' ? null : row.folderProblem };
  });
}

/** Keeps the passphrase of automatic copies into a folder, or forgets it. */
export function keepFolderPassphrase(db: TrackerDb, passphrase: string | null, now: Date): Promise<Reply> {
  const journal = { action: passphrase === null ? 'stopFolderBackups' : 'startFolderBackups' };
  return change(db, now, journal, (row) => ({ ...row, folderPassphrase: passphrase, folderProblem: null }));
}

/** Notes why the last automatic copy failed, or that it did not. */
export function noteFolderProblem(db: TrackerDb, problem: string | null, now: Date): Promise<Reply> {
  return change(db, now, null, (row) => ({ ...row, folderProblem: problem }));
}

function change(
  db: TrackerDb,
  now: Date,
  journal: Parameters<typeof write>[1]['journal'],
  make: (row: BackupRow) => BackupRow,
): Promise<Reply> {
  return write(db, { tables: [db.backups], now, journal }, async () => {
    await db.backups.put(make(await getBackupState(db)));
    return null;
  });
}
