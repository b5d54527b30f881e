/** A calendar read from the handbook: which meetings are new, and taking over those chosen. */
import { useState } from 'preact/hooks';
import { useAction } from '@/components/hooks/use-actions';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Checkbox } from '@/components/ui/Field';
import { type ProposedMeeting, proposeMeetings } from '@/lib/meetings/from-capture';
import { timeInWords } from '@/lib/meetings/invitation';
import type { Capture } from '@/lib/model/capture';
import type { DeskEntry } from '@/lib/model/desk';
import type { Meeting } from '@/lib/model/meeting';

interface Props {
  captures: readonly Capture[];
  meetings: readonly Meeting[];
  /** Unit the meetings are put under; null where there is only one. */
  unit: string | null;
  newId: () => string;
}

/** What was done last, and what takes it back. */
interface Done {
  words: string;
  taken: DeskEntry<'meeting'>[];
  capture: Capture | null;
}

export function CapturedMeetings({ captures, meetings, unit, newId }: Props) {
  const { meetings: t, ui } = useText();
  const f = useFormat();
  const { run, status } = useAction();
  const [open, setOpen] = useState<{ capture: Capture; proposed: ProposedMeeting[] } | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const calendars = captures.filter(({ kind }) => kind === 'meetings');
  if (calendars.length === 0 && done === null) return null;
  const failure = status.state === 'failed' ? ui.errors[status.code] : null;
  const take = async (capture: Capture, chosen: readonly Meeting[]) => {
    const records = chosen.map((value) => {
      return { id: value.id, kind: 'meeting' as const, unit, base: null, removed: false, value };
    });
    const reply = await run({ type: 'saveDesk', records });
    if (!reply.ok) return;
    setOpen(null);
    const taken = records.map((one, index) => ({ ...one, base: reply.value.changedAt[index] ?? null, removed: true }));
    // The list has done its work; what was taken over stays.
    const dropped = (await run({ type: 'dropCapture', captureId: capture.id })).ok;
    setDone({ words: t.tookMeetings(f.number(chosen.length)), taken, capture: dropped ? capture : null });
  };
  const drop = async (capture: Capture) => {
    const reply = await run({ type: 'dropCapture', captureId: capture.id });
    if (reply.ok) setDone({ words: t.droppedCalendar, taken: [], capture });
  };
  const undo = async ({ words, taken, capture }: Done) => {
    if (taken.length > 0 && !(await run({ type: 'saveDesk', records: taken })).ok) return;
    // What is taken back already is not asked for twice.
    setDone({ words, taken: [], capture });
    if (capture !== null && !(await run({ type: 'keepCapture', capture })).ok) return;
    setDone(null);
  };
  return (
    <section class="card stack-tight" aria-labelledby="captured-head">
      <h2 id="captured-head">{t.captured}</h2>
      {failure === null || open !== null ? null : <Banner tone="bad" title={failure} />}
      {done === null ? null : (
        <Banner tone="good" onClose={() => setDone(null)}>
          <p>{done.words}</p>
          <Button size="small" busy={status.state === 'busy'} onClick={() => void undo(done)}>
            {ui.undo}
          </Button>
        </Banner>
      )}
      <ul class="meeting-rows stack-tight">
        {calendars.map((capture) => (
          <li key={capture.id} class="spread">
            <div>
              <p>{t.capturedCalendar(f.number(capture.rows.length), f.instant(capture.updatedAt))}</p>
              {capture.complete ? null : <p class="soft small">{t.capturedPart}</p>}
            </div>
            <span class="cluster">
              <Button onClick={() => setOpen({ capture, proposed: proposeMeetings(capture, meetings, newId) })}>
                {t.review}
              </Button>
              <Button kind="quiet" size="small" onClick={() => void drop(capture)}>
                {t.dropList}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {open === null ? null : (
        <Review
          proposed={open.proposed}
          busy={status.state === 'busy'}
          failure={failure}
          onTake={(chosen) => void take(open.capture, chosen)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

interface ReviewProps {
  proposed: readonly ProposedMeeting[];
  busy: boolean;
  failure: string | null;
  onTake: (chosen: readonly Meeting[]) => void;
  onClose: () => void;
}

function Review({ proposed, busy, failure, onTake, onClose }: ReviewProps) {
  const { meetings: t, ui } = useText();
  const fresh = proposed.filter((one) => one.meeting !== null && one.known === null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = fresh.flatMap((one) => (one.meeting === null || left.has(one.rowKey) ? [] : [one.meeting]));
  const toggle = (key: string, on: boolean) => {
    const next = new Set(left);
    if (on) next.delete(key);
    else next.add(key);
    setLeft(next);
  };
  const why = (one: ProposedMeeting) =>
    one.meeting === null ? t.noTime : one.known === null ? one.status : t.alreadyThere;
  return (
    <Dialog
      title={t.reviewCalendar}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="main" busy={busy} disabled={chosen.length === 0} onClick={() => onTake(chosen)}>
            {t.takeMeetings}
          </Button>
        </>
      }
    >
      {fresh.length === 0 ? <p>{t.nothingNew}</p> : null}
      <div>
        {proposed.map((one) => {
          const open = one.meeting !== null && one.known === null;
          return (
            <Checkbox
              key={one.rowKey}
              label={one.title === '' ? t.untitled : one.title}
              hint={[
                one.meeting === null ? null : timeInWords(one.meeting.plannedStart),
                one.meeting === null || one.meeting.place === '' ? null : one.meeting.place,
                why(one),
              ]
                .filter((part) => part !== null)
                .join(' – ')}
              checked={open && !left.has(one.rowKey)}
              disabled={!open}
              onChange={(on) => toggle(one.rowKey, on)}
            />
          );
        })}
      </div>
      {failure === null ? null : <Banner tone="bad" title={failure} />}
    </Dialog>
  );
}
