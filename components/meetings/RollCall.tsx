/** Roll-call: one large row per member, counts that follow every tap, and who spoke. */
import { useMemo, useState } from 'preact/hooks';
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { Checkbox, TextField } from '@/components/ui/Field';
import { Term } from '@/components/ui/Term';
import { countAttendance } from '@/lib/meetings/attendance';
import { markAllPresent, markRow } from '@/lib/meetings/edit';
import type { AttendanceRow } from '@/lib/model/meeting';
import { foldLabel } from '@/lib/vi/text';
import { RollRow } from './RollRow';
import type { MeetingDesk } from './types';
import { percentWords } from './words';

/** From so many people on, a name is found by typing. */
const MANY = 15;

export function RollCall({ meeting, edit, act }: MeetingDesk) {
  const { meetings: t } = useText();
  const [find, setFind] = useState('');
  const [onlyUnmarked, setOnlyUnmarked] = useState(false);
  const rows = meeting.attendance;
  const mark = useMemo(
    () => (at: number, change: Partial<AttendanceRow>) => edit((before) => markRow(before, at, change)),
    [edit],
  );
  const wanted = foldLabel(find);
  const shown = rows
    .map((row, at) => ({ row, at }))
    .filter(({ row }) => (!onlyUnmarked || row.state === null) && foldLabel(row.name).includes(wanted));
  return (
    <section class="card stack" aria-labelledby="roll-head">
      <div class="spread">
        <div class="cluster">
          <h2 id="roll-head">{t.roll}</h2>
          <Term about="roll" />
        </div>
        {rows.some((row) => row.state === null) ? (
          <Button icon="check" onClick={() => act(t.allPresentDone, markAllPresent)}>
            {t.allPresent}
          </Button>
        ) : null}
      </div>
      {rows.length === 0 ? (
        <>
          <p>{t.rollEmpty}</p>
          <p class="soft">{t.rollEmptyText}</p>
        </>
      ) : (
        <Counts rows={rows} />
      )}
      {rows.length >= MANY ? (
        <div class="form-row">
          <TextField label={t.find} type="search" value={find} onInput={setFind} />
          <Checkbox label={t.onlyUnmarked} checked={onlyUnmarked} onChange={setOnlyUnmarked} />
        </div>
      ) : null}
      <ul class="meeting-roll">
        {shown.map(({ row, at }) => (
          <RollSlot key={row.memberId ?? `name:${row.name}`} row={row} at={at} onMark={mark} />
        ))}
      </ul>
      {rows.length > 0 && shown.length === 0 ? <p class="soft">{t.nobodyLeft}</p> : null}
    </section>
  );
}

/** Only the row that changed is drawn again: a cell may have three hundred. */
function RollSlot({
  row,
  at,
  onMark,
}: {
  row: AttendanceRow;
  at: number;
  onMark: (at: number, change: Partial<AttendanceRow>) => void;
}) {
  const texts = useText();
  return useMemo(() => <RollRow row={row} onMark={(change) => onMark(at, change)} />, [row, at, onMark, texts]);
}

function Counts({ rows }: { rows: readonly AttendanceRow[] }) {
  const { meetings: t } = useText();
  const f = useFormat();
  const { all, rate, speakers } = countAttendance(rows);
  const n = f.number;
  const parts = [
    all.unmarked === all.members ? t.noRate : t.rate(n(rate.count), n(rate.of), percentWords(rate, f)),
    all.unmarked > 0 && all.unmarked < all.members ? t.unmarked(n(all.unmarked)) : null,
    all.unmarked === all.members ? null : t.counts(n(all.excused), n(all.unexcused), n(all.exempt), n(all.specialDuty)),
  ];
  return (
    <p class="figures" role="status">
      {parts.filter((part) => part !== null).join('; ')}.
      {speakers.count > 0 ? (
        <>
          <br />
          {t.speakers(n(speakers.count), n(speakers.of), percentWords(speakers, f))}.
        </>
      ) : null}
    </p>
  );
}
