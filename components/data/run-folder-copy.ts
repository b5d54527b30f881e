/** Makes a copy into the remembered folder and notes the outcome; one at a time over all open dashboards. */
import { act } from '@/components/hooks/use-actions';
import type { Vault } from '@/components/workers/vault';
import { getBackupState } from '@/lib/tracker';
import type { TrackerDb } from '@/lib/tracker/db';
import { FolderCopyFailed, copyIntoFolder, type FolderProblem } from './folder-copy';
import { rememberedFolder } from './folder-store';

export type FolderOutcome = { made: string } | { problem: FolderProblem } | { skipped: true };

/** `skipped`: another page is at it, or no automatic copies are wanted. */
export async function runFolderCopy(
  db: TrackerDb,
  vault: Vault,
  now: () => Date,
  signal?: AbortSignal,
): Promise<FolderOutcome> {
  const outcome = await navigator.locks.request('sotay-folder-copy', { ifAvailable: true }, async (lock) => {
    const { folderPassphrase: passphrase } = await getBackupState(db);
    if (lock === null || passphrase === null) return null;
    const folder = await rememberedFolder().catch(() => null);
    // Wanted, but the folder is no longer known here: told, never passed over.
    if (folder === null) return { problem: 'gone' as const };
    try {
      const options = { vault, folder, database: db.name, key: db.key, passphrase, now, ...(signal ? { signal } : {}) };
      const { name, backup } = await copyIntoFolder(options);
      await act({ type: 'recordBackup', backup });
      return { made: name };
    } catch (error) {
      if (signal?.aborted) throw error;
      return { problem: error instanceof FolderCopyFailed ? error.problem : ('write' as const) };
    }
  });
  if (outcome === null) return { skipped: true };
  if (outcome.problem === undefined) return outcome;
  const { problem } = outcome;
  if ((await getBackupState(db)).folderProblem !== problem) await act({ type: 'noteFolderProblem', problem });
  return { problem };
}
