/** What the steps of a meeting are handed: the meeting, its tasks, the people, and how to change them. */
import type { Called } from '@/lib/meetings/edit';
import type { Meeting } from '@/lib/model/meeting';
import type { Task } from '@/lib/model/task';

export interface MeetingDesk {
  meeting: Meeting;
  /** Every task on record, of all months. */
  tasks: readonly Task[];
  /** The roster as of the meeting's day; undefined while it is read. */
  people: readonly Called[] | undefined;
  now: () => Date;
  newId: () => string;
  /** Typing: kept, without a step to undo. */
  edit: (change: (meeting: Meeting) => Meeting) => void;
  /** One deliberate step, named, that can be undone. */
  act: (label: string, change: (meeting: Meeting) => Meeting) => void;
  editTask: (id: string, change: Partial<Task>) => void;
  addTasks: (label: string | null, tasks: readonly Task[]) => void;
  dropTask: (label: string, id: string) => void;
}
