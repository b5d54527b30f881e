/** One meeting in three steps: prepare, hold, finish. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Button, LinkButton } from '@/components/ui/Button';
import { Tabs } from '@/components/ui/Nav';
import { callRoll } from '@/lib/meetings/edit';
import { timeInWords } from '@/lib/meetings/invitation';
import { dayOf, plannedMonth } from '@/lib/meetings/moments';
import { reportedMonth } from '@/lib/meetings/tasks';
import type { Meeting } from '@/lib/model/meeting';
import { dayInVietnam } from '@/lib/vi/dates';
import { AgendaEditor } from './AgendaEditor';
import { BasicsCard } from './BasicsCard';
import { CapturedRoll } from './CapturedRoll';
import { ClockCard } from './ClockCard';
import { InvitationCard } from './InvitationCard';
import { MinutesCard } from './MinutesCard';
import { Opinions } from './Opinions';
import { PaperList } from './PaperList';
import { ResultsCard } from './ResultsCard';
import { RollCall } from './RollCall';
import { TaskList } from './TaskList';
import type { MeetingDesk } from './types';
import { Votes } from './Votes';
import { monthWords } from './words';

const STEPS = ['prepare', 'hold', 'after'] as const;
export type Step = (typeof STEPS)[number];

interface Props extends MeetingDesk {
  /** Name of the cell, for the invitation. */
  unit: string | null;
  /** Line that says whether everything is saved. */
  saveLine: ComponentChildren;
  onCalendar: () => void;
  onRemove: () => void;
  /** Score sheet and document buttons, put in by the page that knows them. */
  score?: ComponentChildren;
  documents?: ComponentChildren;
}

export function MeetingPage(props: Props) {
  const { meeting, tasks, people, now, edit } = props;
  const { meetings: t } = useText();
  const [step, setStep] = useState<Step>(() => firstStep(meeting, now()));
  const title = meeting.title === '' ? t.kinds[meeting.kind] : meeting.title;
  const planned = plannedMonth(meeting);
  const reported = reportedMonth(tasks, planned);
  useEffect(() => {
    // The roll follows the roster until the meeting is over.
    if (step === 'hold' && people !== undefined && meeting.heldTo === null) edit((before) => callRoll(before, people));
  }, [step, people, meeting.heldTo]);
  return (
    <div class="stack">
      <div class="no-print">
        <LinkButton href="#/meetings" kind="quiet" icon="left">
          {t.backToYear}
        </LinkButton>
      </div>
      <div class="stack-tight">
        <h1 tabIndex={-1}>{title}</h1>
        <p class="soft">
          {timeInWords(meeting.heldFrom ?? meeting.plannedStart)}
          {meeting.place === '' ? '' : ` – ${meeting.place}`}
        </p>
        {props.saveLine}
      </div>
      <Tabs
        label={t.stepsLabel}
        current={step}
        items={STEPS.map((id) => ({ id, label: t.steps[id] }))}
        onChange={setStep}
      >
        {step === 'prepare' ? (
          <div class="stack">
            <BasicsCard {...props} />
            <AgendaEditor {...props} />
            <PaperList {...props} />
            <InvitationCard {...props} />
            <div>
              <Button kind="danger" icon="trash" onClick={props.onRemove}>
                {t.removeMeeting}
              </Button>
            </div>
          </div>
        ) : step === 'hold' ? (
          <div class="stack">
            <ClockCard {...props} />
            <CapturedRoll {...props} />
            <RollCall {...props} />
            <Opinions {...props} />
            <Votes {...props} />
            <TaskList {...props} month={planned} heading={t.tasks(monthWords(planned))} report={false} give />
          </div>
        ) : (
          <div class="stack">
            <MinutesCard {...props} />
            <TaskList {...props} month={reported} heading={t.previousTasks(monthWords(reported))} report give={false} />
            <TaskList {...props} month={planned} heading={t.tasksOf(monthWords(planned))} report give />
            {props.score}
            {props.documents === undefined ? null : (
              <section class="card stack" aria-labelledby="documents-head">
                <h2 id="documents-head">{t.documents}</h2>
                {props.documents}
              </section>
            )}
            <ResultsCard {...props} />
          </div>
        )}
      </Tabs>
    </div>
  );
}

/** Under way or today: the meeting itself; over: what follows; else the preparation. */
export function firstStep(meeting: Meeting, now: Date): Step {
  if (meeting.state !== 'PLANNED') return 'after';
  if (meeting.heldFrom !== null) return 'hold';
  return dayOf(meeting) === dayInVietnam(now) ? 'hold' : 'prepare';
}
