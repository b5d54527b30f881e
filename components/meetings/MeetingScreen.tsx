/** The page of one meeting on the store: its keeper, the roster of its day, and everything that leaves it. */
import { useMemo } from 'preact/hooks';
import { downloadFile } from '@/components/export/download';
import { useText } from '@/components/i18n';
import { LinkButton } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { toCalendarFile } from '@/lib/meetings/calendar-file';
import type { Called } from '@/lib/meetings/edit';
import { dayOf } from '@/lib/meetings/moments';
import type { Capture } from '@/lib/model/capture';
import type { Meeting } from '@/lib/model/meeting';
import type { Member } from '@/lib/model/member';
import { cellOn, memberOn } from '@/lib/model/member-history';
import { namesApart } from '@/lib/model/names-apart';
import type { Task } from '@/lib/model/task';
import type { MeetingRules } from '@/lib/rules/meetings';
import { type DeskSheet, isMeeting, saveSheet, type Sheet, shelfOf } from './desk-sheet';
import { MeetingPage } from './MeetingPage';
import { SaveLine } from './SaveLine';
import type { MeetingDesk, MeetingExtras } from './types';
import { useClock } from './use-clock';
import { useKeeper } from './use-keeper';

interface Props {
  id: string;
  sheet: DeskSheet;
  load: () => Promise<DeskSheet>;
  members: readonly Member[];
  captures: readonly Capture[];
  unit: string | null;
  cellName: string | null;
  rules: MeetingRules;
  now: () => Date;
  newId: () => string;
  extras: MeetingExtras | undefined;
}

type Draft = Record<string, Sheet>;

export function MeetingScreen(props: Props) {
  const { id, sheet, members, unit, now } = props;
  const { meetings: t } = useText();
  const record = sheet.meetings.find((one) => one.id === id);
  const home = record === undefined ? unit : record.unit;
  const stored = useMemo(() => shelfOf(sheet, id), [sheet, id]);
  const keeping = useKeeper<Sheet>({
    stored,
    save: (changes) => {
      const known = new Map([...sheet.meetings, ...sheet.tasks].map((one) => [one.id, one.unit]));
      return saveSheet(changes, (one) => known.get(one) ?? home);
    },
    load: async () => shelfOf(await props.load(), id),
  });
  // Deadlines in words move on by themselves.
  useClock(now, 30_000);
  const draft = keeping.state?.draft ?? {};
  const found = draft[id];
  const meeting = found !== undefined && isMeeting(found) ? found : null;
  const day = meeting === null ? null : dayOf(meeting);
  const people = useMemo(() => (day === null ? undefined : calledOn(members, day)), [members, day]);
  const tasks = useMemo(
    () => Object.values(draft).filter((one): one is Task => !isMeeting(one)),
    [keeping.state?.draft],
  );
  const rolls = useMemo(() => props.captures.filter(({ kind }) => kind === 'attendance'), [props.captures]);
  const edits = useMemo(() => editsOf(id, keeping.change, keeping.act), [id]);
  const saveLine =
    keeping.state === null ? null : (
      <SaveLine
        state={keeping.state}
        undoable={keeping.undoable}
        onUndo={keeping.undo}
        onSave={keeping.flush}
        onSeen={keeping.clearConflicts}
      />
    );
  if (meeting === null || keeping.state === null) {
    return (
      <div class="stack">
        <EmptyState icon="clock" title={t.notFound} text={t.notFoundText}>
          <LinkButton href="#/meetings" icon="left">
            {t.backToYear}
          </LinkButton>
        </EmptyState>
        {keeping.undoable === null ? null : saveLine}
      </div>
    );
  }
  return (
    <MeetingPage
      {...edits}
      meeting={meeting}
      tasks={tasks}
      people={people}
      rolls={rolls}
      rules={props.rules}
      now={now}
      newId={props.newId}
      unit={home ?? props.cellName}
      saveLine={saveLine}
      onCalendar={() => {
        const at = now();
        const changedAt = record?.changedAt ?? at.toISOString();
        const text = toCalendarFile(meeting, { now: at, createdAt: record?.createdAt ?? changedAt, changedAt });
        downloadFile(text, `lich-${dayOf(meeting)}.ics`, 'text/calendar');
      }}
      onRemove={() => edits.remove(t.removedItem(meeting.title === '' ? t.kinds[meeting.kind] : meeting.title))}
      score={props.extras?.score?.(meeting, tasks, home, (score, step) =>
        step === null
          ? edits.edit((before) => ({ ...before, score }))
          : edits.act(step, (before) => ({ ...before, score })),
      )}
      documents={props.extras?.documents?.(meeting, tasks, home)}
    />
  );
}

function calledOn(members: readonly Member[], day: string): Called[] {
  const cell = cellOn([...members], day);
  const names = namesApart(cell);
  return cell.map((member, at) => {
    const { status, exemption } = memberOn(member, day);
    return { memberId: member.id, name: names[at] ?? member.name, status, exemption: exemption?.kind ?? null };
  });
}

type Edits = Pick<MeetingDesk, 'edit' | 'act' | 'editTask' | 'addTasks' | 'dropTask'> & {
  remove: (label: string) => void;
};

function editsOf(
  id: string,
  change: (next: (draft: Draft) => Draft) => void,
  act: (label: string, next: (draft: Draft) => Draft) => void,
): Edits {
  const onMeeting = (next: (meeting: Meeting) => Meeting) => (draft: Draft) => {
    const before = draft[id];
    if (before === undefined || !isMeeting(before)) return draft;
    const after = next(before);
    return after === before ? draft : { ...draft, [id]: after };
  };
  const without = (gone: string) => (draft: Draft) => {
    const { [gone]: _, ...rest } = draft;
    return rest;
  };
  const withTasks = (tasks: readonly Task[]) => (draft: Draft) => ({
    ...draft,
    ...Object.fromEntries(tasks.map((task) => [task.id, task])),
  });
  return {
    edit: (next) => change(onMeeting(next)),
    act: (label, next) => act(label, onMeeting(next)),
    editTask: (task, part) =>
      change((draft) => {
        const before = draft[task];
        return before === undefined || isMeeting(before) ? draft : { ...draft, [task]: { ...before, ...part } };
      }),
    addTasks: (label, tasks) => (label === null ? change(withTasks(tasks)) : act(label, withTasks(tasks))),
    dropTask: (label, task) => act(label, without(task)),
    remove: (label) => act(label, without(id)),
  };
}
