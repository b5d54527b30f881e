/** What is known of copies outside the browser; a copy counts only after it was read back, decrypted and compared. */
import * as z from 'zod';

export const BACKUP_PLACES = ['file', 'folder'] as const;

export const verifiedBackupSchema = z.strictObject({
  /** When the data was copied out, and when the file was read back and found equal. */
  takenAt: z.iso.datetime(),
  verifiedAt: z.iso.datetime(),
  place: z.enum(BACKUP_PLACES),
  /** Number of the last change it holds. */
  seq: z.number().int().nonnegative(),
  counts: z.record(z.string(), z.number().int()),
});
export type VerifiedBackup = z.infer<typeof verifiedBackupSchema>;

/** The one row of the table `backups`. */
export interface BackupRow {
  key: 'state';
  last: VerifiedBackup | null;
  /** Passphrase of the automatic copies into a folder, kept only when the user chose them; null otherwise. */
  folderPassphrase: string | null;
  /** Why the last automatic copy failed, or null. */
  folderProblem: string | null;
}
