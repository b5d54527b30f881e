/** "Bản sao ngoài trình duyệt": how old the last one is, making one, putting one back, and how often to be reminded. */
import './backup.css';
import { useState } from 'preact/hooks';
import { act } from '@/components/hooks/use-actions';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { SelectField } from '@/components/ui/Field';
import { Icon } from '@/components/ui/Icon';
import { BACKUP_CADENCES, type BackupCadence } from '@/lib/model/settings';
import type { ErrorCode } from '@/lib/protocol';
import { isDue } from './backup-age';
import { useAgeWords } from './BackupReminder';
import { FolderSection } from './FolderSection';
import { MakeBackupDialog } from './MakeBackupDialog';
import { RestoreDialog } from './RestoreDialog';
import { useBackupFacts } from './use-backup-facts';

export function BackupSection({ now }: { now: () => Date }) {
  const { backup: t, ui } = useText();
  const f = useFormat();
  const words = useAgeWords(now);
  const facts = useBackupFacts();
  const [open, setOpen] = useState<'make' | 'restore' | null>(null);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const save = async (backupEvery: BackupCadence) => {
    const reply = await act({ type: 'saveSettings', patch: { backupEvery } });
    setFailed(reply.ok ? null : reply.code);
  };
  if (facts === undefined) return null;
  const { last } = facts.state;
  const due = isDue({ ...facts, last }, now());
  return (
    <>
      <section class="card stack" aria-labelledby="backup-title">
        <h2 id="backup-title">{t.title}</h2>
        <p>{t.intro}</p>
        <div class="backup-state" data-due={due || last === null ? '' : undefined}>
          <Icon name={due || last === null ? 'warning' : 'check'} />
          <div>
            <p class="banner-title">{words(last)}</p>
            {last === null ? null : <p class="small">{t.checkedAt(f.instant(last.verifiedAt))}</p>}
            {due ? <p class="small">{t.due}</p> : null}
          </div>
        </div>
        <div class="cluster">
          <Button kind="main" icon="lock" onClick={() => setOpen('make')}>
            {t.make}
          </Button>
          <Button icon="file" onClick={() => setOpen('restore')}>
            {t.restore}
          </Button>
        </div>
        <SelectField
          label={t.every}
          value={facts.every}
          options={BACKUP_CADENCES.map((value) => ({ value, label: t.cadence[value] }))}
          onChange={(value) => void save(value)}
        />
        {failed === null ? null : (
          <Banner tone="bad">
            <p>{ui.errors[failed]}</p>
          </Banner>
        )}
      </section>
      <FolderSection state={facts.state} now={now} />
      {open === 'make' ? <MakeBackupDialog now={now} onClose={() => setOpen(null)} /> : null}
      {open === 'restore' ? <RestoreDialog now={now} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
