/** A roll-call read from the handbook: what it says of each member, and taking over the lines chosen. */
import { useState } from 'preact/hooks';
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Checkbox } from '@/components/ui/Field';
import { adoptAttendance, type ProposedAttendance, proposeAttendance } from '@/lib/meetings/from-capture';
import type { Capture } from '@/lib/model/capture';
import type { Meeting } from '@/lib/model/meeting';
import type { MeetingDesk } from './types';

export function CapturedRoll({ meeting, rolls, act }: MeetingDesk) {
  const { meetings: t } = useText();
  const f = useFormat();
  const [open, setOpen] = useState<Capture | null>(null);
  if (rolls.length === 0 || meeting.attendance.length === 0) return null;
  return (
    <section class="card stack-tight" aria-labelledby="captured-roll-head">
      <h2 id="captured-roll-head">{t.captured}</h2>
      <ul class="meeting-rows stack-tight">
        {rolls.map((capture) => (
          <li key={capture.id} class="spread">
            <div>
              <p>{t.capturedRoll(f.number(capture.rows.length), f.instant(capture.updatedAt))}</p>
              {capture.complete ? null : <p class="soft small">{t.capturedPart}</p>}
            </div>
            <Button onClick={() => setOpen(capture)}>{t.review}</Button>
          </li>
        ))}
      </ul>
      {open === null ? null : (
        <Review
          meeting={meeting}
          capture={open}
          onTake={(proposed, chosen) => {
            act(t.takeRoll, (before) => adoptAttendance(before, proposed, chosen));
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

interface ReviewProps {
  meeting: Meeting;
  capture: Capture;
  onTake: (proposed: readonly ProposedAttendance[], chosen: ReadonlySet<string>) => void;
  onClose: () => void;
}

function Review({ meeting, capture, onTake, onClose }: ReviewProps) {
  const { meetings: t, ui } = useText();
  // Made once: what is reviewed must not change under the person's hands.
  const [proposed] = useState(() => proposeAttendance(capture, meeting));
  const usable = (one: ProposedAttendance) => one.at !== null && one.state !== null;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(proposed.filter((one) => usable(one) && !one.differs).map(({ rowKey }) => rowKey)),
  );
  const toggle = (key: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  const words = (one: ProposedAttendance) => {
    const now = one.at === null ? null : (meeting.attendance[one.at]?.state ?? null);
    return [
      one.state === null ? t.noState : t.attendance[one.state],
      one.reason === '' ? null : one.reason,
      one.at === null ? t.nobodyCalled : null,
      one.differs && now !== null ? t.differs(t.attendance[now].toLocaleLowerCase()) : null,
    ]
      .filter((part) => part !== null)
      .join(' – ');
  };
  return (
    <Dialog
      title={t.reviewRoll}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="main" disabled={chosen.size === 0} onClick={() => onTake(proposed, chosen)}>
            {t.takeRoll}
          </Button>
        </>
      }
    >
      <div>
        {proposed.map((one) => (
          <Checkbox
            key={one.rowKey}
            label={one.name}
            hint={words(one)}
            checked={chosen.has(one.rowKey)}
            disabled={!usable(one)}
            onChange={(on) => toggle(one.rowKey, on)}
          />
        ))}
      </div>
    </Dialog>
  );
}
