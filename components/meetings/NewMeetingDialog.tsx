/** Plans a meeting: kind, day and time; everything else follows on its page. */
import { useState } from 'preact/hooks';
import { ClockField } from '@/components/fields/ClockField';
import { DayField } from '@/components/fields/DayField';
import { useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { SelectField } from '@/components/ui/Field';
import { proposedTitle } from '@/lib/meetings/invitation';
import { inOrder } from '@/lib/meetings/moments';
import { MEETING_KINDS, type Meeting, type MeetingKind, newMeeting } from '@/lib/model/meeting';
import { clockInVietnam, instantAt } from '@/lib/vi/clock';
import { addDays, dayInVietnam } from '@/lib/vi/dates';
import { WordsField } from './WordsField';

interface Props {
  /** Those there are: place, chair and recorder are taken over from the last of the same kind. */
  meetings: readonly Meeting[];
  now: Date;
  newId: () => string;
  busy: boolean;
  onPlan: (meeting: Meeting) => void;
  onClose: () => void;
}

export function NewMeetingDialog({ meetings, now, newId, busy, onPlan, onClose }: Props) {
  const { meetings: t, ui } = useText();
  const [kind, setKind] = useState<MeetingKind>('THUONG_KY');
  const last = inOrder(meetings).findLast((one) => one.kind === kind) ?? inOrder(meetings).at(-1);
  const [day, setDay] = useState(() => addDays(dayInVietnam(now), 7));
  const [clock, setClock] = useState(() => (last ? clockInVietnam(new Date(last.plannedStart)) : '19:30'));
  const [place, setPlace] = useState(last?.place ?? '');
  const plannedStart = instantAt(day, clock);
  const plan = () => {
    if (plannedStart === null) return;
    const title = proposedTitle({ kind, plannedStart });
    const { chair = '', recorder = '', superior = '', minimumMinutes = null } = last ?? {};
    onPlan(newMeeting({ id: newId(), kind, plannedStart, title, place, chair, recorder, superior, minimumMinutes }));
  };
  return (
    <Dialog
      title={t.plan}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="main" busy={busy} disabled={plannedStart === null} onClick={plan}>
            {t.plan}
          </Button>
        </>
      }
    >
      <SelectField
        label={t.kind}
        value={kind}
        options={MEETING_KINDS.map((one) => ({ value: one, label: t.kinds[one] }))}
        onChange={setKind}
      />
      <DayField label={t.day} value={day} onDay={setDay} />
      <ClockField label={t.from} hint={t.clockHint} value={clock} onClock={setClock} />
      <WordsField label={t.place} value={place} onWords={setPlace} />
    </Dialog>
  );
}
