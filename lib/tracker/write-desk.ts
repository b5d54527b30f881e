/** Writing the secretary's desk: several records at once or none, each only onto the version that was seen. */
import { type AnyDeskEntry, type AnyDeskRecord, FROZEN_KINDS, TYPED_KINDS } from '../model/desk';
import { isSameData } from '../model/same-data';
import type { Reply } from '../protocol';
import type { TrackerDb } from './db';
import { newId } from './ids';
import { Refused, write } from './write';

/**
 * Keeps records as they are to be. Refused as a whole when one was changed since it was opened (`conflict`), is not there any
 * more (`notFound`), or is of a kind whose value never changes (`notAllowed`). To undo, save what was there before.
 */
export function saveDesk(
  db: TrackerDb,
  entries: readonly AnyDeskEntry[],
  now: Date,
): Promise<Reply<{ changedAt: string[] }>> {
  const fresh = newId().slice(0, 8);
  const kinds = [...new Set(entries.map(({ kind }) => kind))].sort().join(' ');
  const typed = entries.every(({ kind, base, removed }) => TYPED_KINDS.includes(kind) && base !== null && !removed);
  const journal = typed ? null : { action: 'saveDesk', detail: { kinds, count: entries.length } };
  return write(db, { tables: [db.desk], now, journal }, async () => ({
    changedAt: await keepRecords(db, entries, { fresh, now }),
  }));
}

/** The same inside a transaction that holds `desk` and `meta`; `fresh` names this store if it has no name yet. @throws Refused */
export async function keepRecords(
  db: TrackerDb,
  entries: readonly AnyDeskEntry[],
  { fresh, now }: { fresh: string; now: Date },
): Promise<string[]> {
  const device = await nameOfStore(db, fresh);
  const there = await db.desk.bulkGet(entries.map(({ id }) => id));
  if (new Set(entries.map(({ id }) => id)).size !== entries.length)
    throw new Refused('invalid', 'a record is named twice');
  const rows = entries.map((entry, index) => next(entry, there[index], device, now));
  await refuseSameNumber(db, rows);
  await db.desk.bulkPut(rows);
  return rows.map(({ changedAt }) => changedAt);
}

function next(entry: AnyDeskEntry, before: AnyDeskRecord | undefined, device: string, now: Date): AnyDeskRecord {
  const { base, removed, ...told } = entry;
  if (before === undefined) {
    if (base !== null) throw new Refused('notFound', `no such record: ${entry.id}`);
    const at = now.toISOString();
    const record = { createdAt: at, changedAt: at, removedAt: removed ? at : null, versions: { [device]: 1 } };
    return { ...told, ...record } as AnyDeskRecord; // kind and value come from one checked entry
  }
  if (before.kind !== entry.kind || before.changedAt !== base)
    throw new Refused('conflict', `changed since it was opened: ${entry.id}`);
  if (FROZEN_KINDS.includes(entry.kind) && !isSameData(before.value, entry.value))
    throw new Refused('notAllowed', `never changes once it is kept: ${entry.id}`);
  // Two changes within one millisecond, or a clock that was set back, must still differ.
  const at = new Date(Math.max(now.getTime(), Date.parse(before.changedAt) + 1)).toISOString();
  return {
    ...told,
    createdAt: before.createdAt,
    changedAt: at,
    removedAt: removed ? (before.removedAt ?? at) : null,
    versions: { ...before.versions, [device]: (before.versions[device] ?? 0) + 1 },
  } as AnyDeskRecord; // kind and value come from one checked entry
}

async function nameOfStore(db: TrackerDb, fresh: string): Promise<string> {
  const row = await db.meta.get('device');
  if (row?.key === 'device') return row.id;
  await db.meta.put({ key: 'device', id: fresh });
  return fresh;
}

/** Two reports of one cell never carry the same number. */
async function refuseSameNumber(db: TrackerDb, rows: readonly AnyDeskRecord[]): Promise<void> {
  const closings = rows.flatMap((row) => (row.kind === 'closing' && row.removedAt === null ? [row] : []));
  if (closings.length === 0) return;
  const own = new Set(rows.map(({ id }) => id));
  const others = (await db.desk.where('kind').equals('closing').toArray()).filter(
    ({ id, removedAt }) => removedAt === null && !own.has(id),
  );
  const key = (row: AnyDeskRecord) => (row.kind === 'closing' ? `${row.unit ?? ''}\u0000${row.value.number}` : '');
  const taken = new Set(others.map(key));
  for (const row of closings) {
    if (taken.has(key(row))) throw new Refused('conflict', 'this report number is taken');
    taken.add(key(row));
  }
}
