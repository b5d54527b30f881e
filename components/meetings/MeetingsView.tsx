/** "Sinh hoạt" on the store: the year at `#/meetings`, one meeting at `#/meetings/<id>`. */
import { UnitField } from '@/components/fields/UnitField';
import { LoadFailed } from '@/components/ui/LoadFailed';
import { useMemo, useState } from 'preact/hooks';
import { useAction } from '@/components/hooks/use-actions';
import { useDb } from '@/components/hooks/use-db';
import { useHash } from '@/components/hooks/use-hash';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useText } from '@/components/i18n';
import { Progress } from '@/components/ui/Progress';
import { hasCommittee, rulesOfCell } from '@/lib/meetings/rules-of-cell';
import type { Capture } from '@/lib/model/capture';
import type { Meeting } from '@/lib/model/meeting';
import type { Member } from '@/lib/model/member';
import type { Settings } from '@/lib/model/settings';
import { getCell, listCaptures, listMembers, listUnits } from '@/lib/tracker';
import { foldLabel } from '@/lib/vi/text';
import { CapturedMeetings } from './CapturedMeetings';
import { readSheet } from './desk-sheet';
import { MeetingScreen } from './MeetingScreen';
import { NewMeetingDialog } from './NewMeetingDialog';
import type { MeetingExtras } from './types';
import { YearView } from './YearView';
import './meetings.css';

const NONE: readonly Capture[] = [];

/** The part behind `#/meetings/`, or null for the year. */
const meetingOf = (hash: string): string | null => /^#\/meetings\/(.{1,400})$/.exec(hash)?.[1] ?? null;

export function MeetingsView({
  settings,
  now,
  extras,
}: {
  settings: Settings;
  now: () => Date;
  extras?: MeetingExtras;
}) {
  const { ui } = useText();
  const db = useDb();
  const opened = useHash(meetingOf);
  const [unit, setUnit] = useState<string | null>(null);
  const [planning, setPlanning] = useState(false);
  const { run, status } = useAction();
  const units = useLiveQuery(() => listUnits(db), [db], { everyMs: 800 });
  const sheet = useLiveQuery(() => readSheet(db, unit), [db, unit]);
  const members = useLiveQuery(() => listMembers(db, { unit, includeRemoved: true }), [db, unit], { everyMs: 400 });
  const cell = useLiveQuery(() => getCell(db, unit), [db, unit]);
  const captures = useLiveQuery(() => listCaptures(db), [db], { everyMs: 500 });
  const at = useMemo(now, [sheet.value, opened]);
  const newId = () => crypto.randomUUID();
  if (sheet.value === undefined || members.value === undefined || cell.value === undefined) {
    const failed = [sheet, members, cell].find((one) => one.state === 'failed');
    return failed?.state === 'failed' ? <LoadFailed retry={failed.retry} /> : <Progress label={ui.loading} />;
  }
  const names = units.value ?? [];
  const cellName = cell.value.cell.name ?? unit ?? (names.length === 1 ? (names[0] ?? null) : settings.unitName);
  const rules = rulesOfCell(cell.value.cell);
  if (opened !== null) {
    return (
      <MeetingScreen
        key={opened}
        id={opened}
        sheet={sheet.value}
        load={() => readSheet(db, unit)}
        members={members.value}
        captures={captures.value ?? NONE}
        unit={unit}
        cellName={cellName}
        rules={rules}
        now={now}
        newId={newId}
        extras={extras}
      />
    );
  }
  const alive = <T,>(records: { removedAt: string | null; value: T }[]) =>
    records.filter(({ removedAt }) => removedAt === null).map(({ value }) => value);
  const meetings = alive(sheet.value.meetings);
  const plan = async (meeting: Meeting, planned: () => void) => {
    const entry = { id: meeting.id, kind: 'meeting' as const, unit, base: null, removed: false, value: meeting };
    const reply = await run({ type: 'saveDesk', records: [entry] });
    if (!reply.ok) return;
    planned();
    location.hash = `#/meetings/${meeting.id}`;
  };
  return (
    <div class="stack">
      <UnitField names={names} unit={unit} onUnit={setUnit} />
      <YearView
        meetings={meetings}
        tasks={alive(sheet.value.tasks)}
        hasCommittee={hasCommittee(members.value.map((member) => member.role))}
        rules={rules}
        now={at}
        onPlan={() => setPlanning(true)}
        captured={<CapturedMeetings captures={captures.value ?? NONE} unit={unit} meetings={meetings} newId={newId} />}
      />
      {planning ? (
        <NewMeetingDialog
          meetings={meetings}
          cell={cell.value.cell}
          secretary={secretaryOf(members.value)}
          now={at}
          newId={newId}
          busy={status.state === 'busy'}
          error={status.state === 'failed' ? ui.errors[status.code] : null}
          unit={unit}
          onPlan={(meeting, planned) => void plan(meeting, planned)}
          onClose={() => setPlanning(false)}
        />
      ) : null}
    </div>
  );
}

/** The secretary as the roster names the role; null when nobody or more than one carries it. */
function secretaryOf(members: readonly Member[]): string | null {
  const found = members.filter(
    ({ role, removedAt }) => removedAt === null && /^bi thu(?: chi bo)?$/.test(foldLabel(role ?? '')),
  );
  return found.length === 1 ? (found[0]?.name ?? null) : null;
}
