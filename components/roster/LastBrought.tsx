/** The last list that was brought in, and taking it back as a whole; when that would lose later work, whose it is. */
import { useState } from 'preact/hooks';
import { useAction } from '@/components/hooks/use-actions';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { NotDone } from '@/components/ui/NotDone';
import type { StepBlocker } from '@/lib/model/step';
import { lastStep, stepBlockers } from '@/lib/tracker';

/** Members named at once: the sentence must stay one that can be read. */
const SHOWN = 5;

export function LastBrought({ onClose }: { onClose?: () => void }) {
  const { roster: t, ui } = useText();
  const f = useFormat();
  const db = useDb();
  const { run, status, clear } = useAction();
  const last = useLiveQuery(() => lastStep(db), [db], { everyMs: 500 });
  const [undone, setUndone] = useState(false);
  const [blockers, setBlockers] = useState<readonly StepBlocker[]>([]);
  const step = last.value ?? null;

  const undo = async (id: string) => {
    setBlockers([]);
    const reply = await run({ type: 'undoStep', id });
    if (reply.ok) return setUndone(true);
    if (reply.code !== 'conflict') return;
    const found = await stepBlockers(db, id).catch(() => []);
    if (found.length > 0) clear();
    setBlockers(found);
  };
  if (step === null) {
    return undone ? (
      <Banner tone="good" onClose={onClose ?? (() => setUndone(false))}>
        <p>{t.broughtUndone}</p>
      </Banner>
    ) : null;
  }
  return (
    <div class="stack no-print">
      <Banner tone="plain" live={onClose === undefined ? 'off' : undefined} onClose={onClose}>
        <p class="wrap-anywhere">{t.brought(step.name, f.instant(step.at))}</p>
        <p>{t.broughtCounts(f.number(step.made), f.number(step.changed), f.number(step.readings))}</p>
        <Button size="small" busy={status.state === 'busy'} onClick={() => void undo(step.id)}>
          {ui.undo}
          <span class="unseen"> {step.name}</span>
        </Button>
      </Banner>
      {blockers.length > 0 ? (
        <Banner tone="bad" title={t.broughtBlocked} onClose={() => setBlockers([])}>
          <ul>
            {blockers.slice(0, SHOWN).map(({ memberId, name, why }) => (
              <li key={memberId}>{t.blockers[why](name)}</li>
            ))}
          </ul>
          {blockers.length > SHOWN ? <p>{t.moreBlockers(f.number(blockers.length - SHOWN))}</p> : null}
          <p>{t.broughtBlockedHint}</p>
        </Banner>
      ) : null}
      <NotDone status={status} onClose={clear} />
    </div>
  );
}
