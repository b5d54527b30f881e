/** Meetings and tasks of the desk as the keeper wants them, and its changes as entries of the desk. */
import { act } from '@/components/hooks/use-actions';
import type { AnyDeskEntry, DeskRecord } from '@/lib/model/desk';
import type { Meeting } from '@/lib/model/meeting';
import type { Task } from '@/lib/model/task';
import { listDesk } from '@/lib/tracker';
import type { TrackerDb } from '@/lib/tracker/db';
import type { Change, Kept, SaveReply } from './keeper';

export type Sheet = Meeting | Task;

export interface DeskSheet {
  meetings: DeskRecord<'meeting'>[];
  tasks: DeskRecord<'task'>[];
}

/** Also what was put aside: a window that still shows it must hear of it. */
export async function readSheet(db: TrackerDb, unit: string | null): Promise<DeskSheet> {
  const [meetings, tasks] = await Promise.all([
    listDesk(db, 'meeting', { unit, includeRemoved: true }),
    listDesk(db, 'task', { unit, includeRemoved: true }),
  ]);
  return { meetings, tasks };
}

/** One meeting and all tasks in the order they were given, for the page of that meeting. */
export function shelfOf({ meetings, tasks }: DeskSheet, meetingId: string): Record<string, Kept<Sheet>> {
  const given = [...tasks].sort((a, b) =>
    a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1,
  );
  const records = [...meetings.filter(({ id }) => id === meetingId), ...given];
  return Object.fromEntries(
    records.map(({ id, value, changedAt, removedAt }) => [
      id,
      { value, version: changedAt, removed: removedAt !== null },
    ]),
  );
}

export function isMeeting(value: Sheet): value is Meeting {
  return 'agenda' in value;
}

/** Saves all changes or none; `unitOf` tells to which unit a record belongs. */
export async function saveSheet(
  changes: readonly Change<Sheet>[],
  unitOf: (id: string) => string | null,
): Promise<SaveReply> {
  const records = changes.map(({ id, value, removed, version }): AnyDeskEntry => {
    const told = { id, unit: unitOf(id), base: version, removed };
    return isMeeting(value) ? { ...told, kind: 'meeting', value } : { ...told, kind: 'task', value };
  });
  const reply = await act({ type: 'saveDesk', records });
  return reply.ok ? { ok: true, versions: reply.value.changedAt } : { ok: false, code: reply.code };
}
