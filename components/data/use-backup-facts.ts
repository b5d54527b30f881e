/** What is known of copies, with what is needed to say whether another is due. */
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import type { BackupRow } from '@/lib/model/backup-state';
import type { BackupCadence } from '@/lib/model/settings';
import { getBackupState, getSettings } from '@/lib/tracker';

export interface BackupFacts {
  state: BackupRow;
  every: BackupCadence;
  /** Instant of the first thing done with the data; null while nothing was. */
  since: string | null;
}

/** Undefined until it is known. */
export function useBackupFacts(): BackupFacts | undefined {
  const db = useDb();
  const facts = useLiveQuery(
    async (): Promise<BackupFacts> => {
      const [state, settings, first] = await Promise.all([
        getBackupState(db),
        getSettings(db),
        db.journal.orderBy('seq').first(),
      ]);
      return { state, every: settings.backupEvery, since: first?.at ?? null };
    },
    [db],
    { everyMs: 800 },
  );
  return facts.value;
}
