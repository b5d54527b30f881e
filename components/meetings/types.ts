/** What the steps of a meeting are handed: the meeting, its tasks, the people, and how to change them. */
import type { ComponentChildren } from 'preact';
import type { Called } from '@/lib/meetings/edit';
import type { Capture } from '@/lib/model/capture';
import type { Meeting } from '@/lib/model/meeting';
import type { Task } from '@/lib/model/task';
import type { MeetingRules } from '@/lib/rules/meetings';

export interface MeetingDesk {
  meeting: Meeting;
  /** Every task on record, of all months. */
  tasks: readonly Task[];
  /** The roster as of the meeting's day; undefined while it is read. */
  people: readonly Called[] | undefined;
  /** Roll-calls read from the handbook. */
  rolls: readonly Capture[];
  /** As they hold for this cell. */
  rules: MeetingRules;
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

/** What a meeting's page is given from other features. */
export interface MeetingExtras {
  score?: (
    meeting: Meeting,
    tasks: readonly Task[],
    unit: string | null,
    /** With a name it is one deliberate step that can be undone, without it is typing. */
    save: (score: Meeting['score'], step: string | null) => void,
  ) => ComponentChildren;
  documents?: (meeting: Meeting, tasks: readonly Task[], unit: string | null) => ComponentChildren;
}
