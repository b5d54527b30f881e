/** The tasks of one month: what, who, until when, and how far they are. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { DayField } from '@/components/fields/DayField';
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { SelectField } from '@/components/ui/Field';
import { dayOf } from '@/lib/meetings/moments';
import { carryOver, doneShare, isOverdue } from '@/lib/meetings/tasks';
import { OPENING_STATES, TASK_STATES, type Task } from '@/lib/model/task';
import { dayInVietnam } from '@/lib/vi/dates';
import type { MeetingDesk } from './types';
import { monthWords } from './words';
import { WordsField } from './WordsField';

interface Props extends MeetingDesk {
  month: string;
  heading: string;
  /** With state and result; without, tasks are only given. */
  report: boolean;
  /** New tasks may be given here. */
  give: boolean;
}

export function TaskList(props: Props) {
  const { meeting, tasks, month, heading, report, give, newId, addTasks } = props;
  const { meetings: t } = useText();
  const f = useFormat();
  const list = useRef<HTMLUListElement>(null);
  const added = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (added.current === null) return;
    const row = list.current?.querySelector(`[data-task="${CSS.escape(added.current)}"]`);
    added.current = null;
    row?.querySelector('textarea')?.focus();
  });
  const heirs = new Set(tasks.map((task) => task.carriedFrom));
  // In the order they were given: a table sorted by deadline would jump while one is typed.
  const rows = tasks.filter((task) => task.month === month);
  const open = give ? carryOver(tasks, month) : [];
  const done = doneShare(tasks, month);
  const add = () => {
    const id = newId();
    added.current = id;
    const task: Task = {
      id,
      title: '',
      memberId: null,
      name: '',
      meetingId: meeting.id,
      givenOn: dayOf(meeting),
      due: null,
      state: 'CHUA_THUC_HIEN',
      opening: 'CHUA_XAC_DINH_MOC',
      doneOn: null,
      result: '',
      carriedFrom: null,
      month,
    };
    addTasks(null, [task]);
  };
  return (
    <section class="card stack" aria-labelledby={`tasks-${month}-${report}`}>
      <div class="spread">
        <h2 id={`tasks-${month}-${report}`}>{heading}</h2>
        {report && done.of > 0 ? <p class="figures">{t.doneOf(f.number(done.count), f.number(done.of))}</p> : null}
      </div>
      {rows.length === 0 ? <p class="soft">{t.tasksEmpty}</p> : null}
      <ul class="stack meeting-rows" ref={list}>
        {rows.map((task, index) => (
          <TaskRow key={task.id} {...props} task={task} order={index + 1} followed={heirs.has(task.id)} />
        ))}
      </ul>
      {give ? (
        <div class="cluster">
          <Button icon="plus" onClick={add}>
            {t.addTask}
          </Button>
          {open.length > 0 ? (
            <Button icon="fold" onClick={() => addTasks(t.carriedDone, open)}>
              {t.carry(f.number(open.length), monthWords(month))}
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function TaskRow(props: Props & { task: Task; order: number; followed: boolean }) {
  const { task, order, meeting, now, report, editTask, dropTask, followed } = props;
  const { meetings: t } = useText();
  const name = task.title === '' ? t.task(order) : task.title;
  const today = dayInVietnam(now());
  const people = meeting.attendance.filter((row) => row.memberId !== null && row.state !== 'MIEN');
  const known = people.some((row) => row.memberId === task.memberId);
  const value = known ? (task.memberId ?? '') : task.name === '' ? '' : 'name';
  const set = (part: Partial<Task>) => editTask(task.id, part);
  const notes = [
    task.carriedFrom === null ? null : t.carried,
    followed ? t.followed : isOverdue(task, today) ? t.overdue : null,
  ];
  const told = notes.filter((note) => note !== null).join(', ');
  return (
    <li class="meeting-entry-row" data-task={task.id}>
      <fieldset class="stack-tight">
        <legend class="unseen">{name}</legend>
        <WordsField
          folds
          label={`${order}. ${t.taskTitle}`}
          hint={told === '' ? undefined : told}
          value={task.title}
          max={500}
          onWords={(title) => set({ title })}
        />
        <div class="form-row">
          <SelectField
            label={t.taskPerson}
            value={value}
            options={[
              { value: '', label: t.nobody },
              ...(value === 'name' ? [{ value: 'name', label: task.name }] : []),
              ...people.map((row) => ({ value: row.memberId ?? '', label: row.name })),
            ]}
            onChange={(id) => {
              if (id === 'name') return;
              const row = people.find((one) => one.memberId === id);
              set({ memberId: row?.memberId ?? null, name: row?.name ?? '' });
            }}
          />
          <DayField
            optional="unmarked"
            label={t.taskDue}
            value={task.due ?? ''}
            onDay={(due) =>
              set({
                due: due || null,
                opening:
                  task.opening === 'CHUA_XAC_DINH_MOC' || task.opening === 'CO_MOC_THOI_HAN'
                    ? due === ''
                      ? 'CHUA_XAC_DINH_MOC'
                      : 'CO_MOC_THOI_HAN'
                    : task.opening,
              })
            }
          />
          {report ? (
            <SelectField
              label={t.taskState}
              value={task.state}
              options={TASK_STATES.map((state) => ({ value: state, label: t.taskStates[state] }))}
              onChange={(state) => set({ state, doneOn: state === 'HOAN_THANH' ? (task.doneOn ?? today) : null })}
            />
          ) : (
            <SelectField
              label={t.taskOpening}
              value={task.opening}
              options={OPENING_STATES.map((state) => ({ value: state, label: t.openings[state] }))}
              onChange={(opening) => set({ opening })}
            />
          )}
        </div>
        {report ? (
          <WordsField
            folds
            label={t.taskResult}
            value={task.result}
            max={2_000}
            onWords={(result) => set({ result })}
          />
        ) : null}
      </fieldset>
      <Button icon="trash" label={t.remove(name)} onClick={() => dropTask(t.removedItem(name), task.id)} />
    </li>
  );
}
