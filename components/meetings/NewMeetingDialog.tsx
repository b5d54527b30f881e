/** Plans a meeting: kind, day and time; everything else follows on its page. */
import { useRef, useState } from 'preact/hooks';
import { ClockField } from '@/components/fields/ClockField';
import { DayField } from '@/components/fields/DayField';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { SelectField } from '@/components/ui/Field';
import { type DraftOf, GiveUp, WithDraft } from '@/components/ui/WithDraft';
import { proposedTitle } from '@/lib/meetings/invitation';
import { inOrder, nextMonth } from '@/lib/meetings/moments';
import type { Cell } from '@/lib/model/cell';
import { MEETING_KINDS, type Meeting, type MeetingKind, newMeeting } from '@/lib/model/meeting';
import { clockInVietnam, instantAt } from '@/lib/vi/clock';
import { addDays, type Day, dayFrom, dayInVietnam, isDay } from '@/lib/vi/dates';
import { WordsField } from './WordsField';

interface Props {
  /** Those there are: place, chair and recorder are taken over from the last of the same kind. */
  meetings: readonly Meeting[];
  cell: Cell;
  /** As the roster names the role. */
  secretary: string | null;
  unit: string | null;
  now: Date;
  newId: () => string;
  busy: boolean;
  error: string | null;
  /** `planned` is called once the meeting is kept. */
  onPlan: (meeting: Meeting, planned: () => void) => void;
  onClose: () => void;
}

interface Plan {
  kind: MeetingKind;
  day: Day;
  clock: string;
  place: string;
}

export function NewMeetingDialog(props: Props) {
  return (
    <WithDraft id={`meeting new ${props.unit ?? ''}`} read={readPlan}>
      {(draft) => <Entry {...props} draft={draft} />}
    </WithDraft>
  );
}

function Entry(props: Props & { draft: DraftOf<Plan> }) {
  const { meetings, cell, secretary, now, newId, busy, error, onPlan, onClose, draft } = props;
  const { meetings: t } = useText();
  const lastOf = (kind: MeetingKind) =>
    inOrder(meetings).findLast((one) => one.kind === kind) ?? inOrder(meetings).at(-1);
  const [plan, setPlan] = useState<Plan>(() => draft.value ?? proposed(lastOf('THUONG_KY'), cell, now));
  const latest = useRef(plan);
  const set = (part: Partial<Plan>) => {
    latest.current = { ...latest.current, ...part };
    setPlan(latest.current);
    // In the same moment: the view may be left before it is drawn again.
    draft.keep(latest.current);
  };
  const { kind, day, clock, place } = plan;
  const last = lastOf(kind);
  const plannedStart = instantAt(day, clock);
  const submit = () => {
    if (plannedStart === null) return;
    const title = proposedTitle({ kind, plannedStart });
    const chair = cell.secretary ?? last?.chair ?? secretary ?? '';
    const recorder = cell.recorder ?? last?.recorder ?? '';
    const superior = last?.superior ?? '';
    onPlan(newMeeting({ id: newId(), kind, plannedStart, title, place, chair, recorder, superior }), () =>
      draft.keep(null),
    );
  };
  return (
    <Dialog
      title={t.plan}
      onClose={onClose}
      actions={
        <>
          <GiveUp draft={draft} onClose={onClose} />
          <Button kind="main" busy={busy} disabled={plannedStart === null} onClick={submit}>
            {t.plan}
          </Button>
        </>
      }
    >
      {draft.line}
      <SelectField
        label={t.kind}
        value={kind}
        options={MEETING_KINDS.map((one) => ({ value: one, label: t.kinds[one] }))}
        onChange={(kind) => set({ kind })}
      />
      <DayField label={t.day} value={day} onDay={(day) => set({ day })} />
      <ClockField label={t.from} hint={t.clockHint} value={clock} onClock={(clock) => set({ clock })} />
      <WordsField label={t.place} value={place} onWords={(place) => set({ place })} />
      {error === null ? null : <Banner tone="bad" title={error} />}
    </Dialog>
  );
}

function proposed(last: Meeting | undefined, cell: Cell, now: Date): Plan {
  return {
    kind: 'THUONG_KY',
    day: proposedDay(cell, dayInVietnam(now)),
    clock: cell.meets?.time ?? (last ? clockInVietnam(new Date(last.plannedStart)) : '19:30'),
    place: cell.meets?.place ?? last?.place ?? '',
  };
}

/** A draft as it was kept; null when it is of another shape. */
function readPlan(value: unknown): Plan | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, day, clock, place } = value as Record<string, unknown>; // looked at field by field
  const known = MEETING_KINDS.find((one) => one === kind);
  if (known === undefined || typeof day !== 'string' || !isDay(day)) return null;
  if (typeof clock !== 'string' || typeof place !== 'string') return null;
  return { kind: known, day, clock, place };
}

/** The cell's own day of the month, if it knows one, else a week from today. */
function proposedDay(cell: Cell, today: Day): Day {
  const month = nextMonth(today.slice(0, 7));
  for (const one of cell.meets === null ? [] : [today.slice(0, 7), month]) {
    const day = dayFrom(Number(one.slice(0, 4)), Number(one.slice(5)), cell.meets?.day ?? 0);
    if (day !== null && day >= today) return day;
  }
  return addDays(today, 7);
}
