/** A line at the top of the dashboard when a copy outside the browser is due; and the automatic copies, while it is open. */
import { useEffect } from 'preact/hooks';
import { useDb } from '@/components/hooks/use-db';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { LinkButton } from '@/components/ui/Button';
import type { VerifiedBackup } from '@/lib/model/backup-state';
import { ageInDays, isDue } from './backup-age';
import { runFolderCopy } from './run-folder-copy';
import { useBackupFacts } from './use-backup-facts';
import { useVault } from '@/components/hooks/use-vault';

const LOOK_AGAIN_MS = 3_600_000;

/** `quiet`: a screen that tells it itself; automatic copies are made all the same. */
export function BackupReminder({ now, quiet }: { now: () => Date; quiet: boolean }) {
  const { backup: t } = useText();
  const db = useDb();
  const vault = useVault();
  const words = useAgeWords(now);
  const facts = useBackupFacts();
  const due = facts !== undefined && isDue({ ...facts, last: facts.state.last }, now());
  const automatic = facts !== undefined && facts.state.folderPassphrase !== null;

  useEffect(() => {
    if (!automatic || !due) return;
    const stop = new AbortController();
    const run = () => {
      // Aborted when the page goes away; any other outcome was noted where the data screen shows it.
      runFolderCopy(db, vault, now, stop.signal).catch(() => undefined);
    };
    run();
    const timer = setInterval(run, LOOK_AGAIN_MS);
    return () => {
      clearInterval(timer);
      stop.abort(new DOMException('', 'AbortError'));
    };
  }, [automatic, due]);

  // With automatic copies only a failure is worth a line.
  if (quiet || !due || (automatic && facts.state.folderProblem === null)) return null;
  return (
    <div class="reminder no-print">
      <Banner tone="warn" live="off" title={words(facts.state.last)}>
        <div class="cluster">
          <span>{t.due}</span>
          <LinkButton href="#/data">{t.toBackups}</LinkButton>
        </div>
      </Banner>
    </div>
  );
}

/** `Bản sao ngoài trình duyệt: 12 ngày trước`. */
export function useAgeWords(now: () => Date): (last: VerifiedBackup | null) => string {
  const { backup: t } = useText();
  const f = useFormat();
  return (last) => {
    if (last === null) return t.none;
    const days = ageInDays(last, now());
    return days === 0 ? t.today : t.daysAgo(f.number(days));
  };
}
