/** Changes of records of the desk made onto what is there at that moment, for whoever did not keep the record it began with. */
import { type Cell, cellId } from '@/lib/model/cell';
import { onto } from '@/lib/model/desk';
import type { ErrorCode } from '@/lib/protocol';
import { type TrackerDb, getDesk } from '@/lib/tracker';
import { act } from './use-actions';
import type { DeskChange } from './use-desk';

/** The entry with the record it takes the place of. */
export async function ontoPresent(db: TrackerDb, entry: DeskChange['entry']): Promise<DeskChange> {
  return { entry, before: await getDesk(db, entry.id) };
}

/** Saves one record, without a step to take back; null when it is kept. */
export async function saveOntoPresent(db: TrackerDb, entry: DeskChange['entry']): Promise<ErrorCode | null> {
  const { before } = await ontoPresent(db, entry);
  const reply = await act({ type: 'saveDesk', records: [onto(entry, before)] });
  return reply.ok ? null : reply.code;
}

/** A unit's cell with some fields changed; `shown` stands where nothing was entered yet. */
export async function cellChange(
  db: TrackerDb,
  unit: string | null,
  shown: Cell,
  patch: Partial<Cell>,
): Promise<DeskChange> {
  const id = cellId(unit);
  const before = await getDesk(db, id);
  const value = { ...(before?.kind === 'cell' && before.removedAt === null ? before.value : shown), ...patch };
  const entry: DeskChange['entry'] = { id, kind: 'cell', unit, removed: false, value };
  return { entry, before };
}
