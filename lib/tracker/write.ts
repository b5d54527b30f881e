/** The one door for writing: a short strict transaction that checks the store's version, notes what was done, and tells why it failed. */
import { Dexie, type Table } from 'dexie';
import type { Commit } from '../model/store-dump';
import type { ErrorCode, Reply } from '../protocol';
import { LockedError } from '../lock';
import { changesOf } from './changes';
import { NewerDataError, type JournalLine, type TrackerDb, assertWritable, schemaVersion } from './db';
import { transact } from './transact';

/** Thrown inside a write to refuse it: nothing of it is kept. */
export class Refused extends Error {
  override name = 'Refused';
  constructor(
    readonly code: ErrorCode,
    detail: string,
  ) {
    super(detail);
  }
}

export interface WriteOptions {
  tables: readonly Table[];
  now: Date;
  /** A line for the journal, or null for what is not worth one. Counts and kinds only, never names or totals. */
  journal: { action: string; detail?: JournalLine['detail'] } | null;
}

/**
 * Runs `work` in one strict read-write transaction; the reply is `ok` only after the transaction is complete.
 * A storage failure closes and reopens the database once and tries once more: an aborted transaction left nothing behind.
 * Never deletes a database. No crypto, timer or other waiting inside `work`.
 */
export async function write<T>(db: TrackerDb, options: WriteOptions, work: () => Promise<T>): Promise<Reply<T>> {
  return db.refusal === null ? db.during(carryOut(db, options, work)) : { ok: false, ...db.refusal };
}

async function carryOut<T>(db: TrackerDb, options: WriteOptions, work: () => Promise<T>): Promise<Reply<T>> {
  const { tables, now, journal } = options;
  const once = () =>
    transact(db, 'rw', [...tables, db.journal, db.meta], async (transaction) => {
      await assertWritable(db);
      const value = await work();
      if (journal)
        await db.journal.add({ at: now.toISOString(), action: journal.action, detail: journal.detail ?? {} });
      return { value, stored: await numberCommit(db, transaction.idbtrans, now) };
    });
  let done: Awaited<ReturnType<typeof once>>;
  try {
    done = await once();
  } catch (error) {
    const known = knownFailure(error) ?? unsure(error);
    if (known) return known;
    db.afterFailure();
    try {
      db.close({ disableAutoOpen: false });
      await db.open();
      done = await once();
    } catch (again) {
      return (
        knownFailure(again) ?? { ok: false, code: 'storage', detail: `${describe(again)}; before: ${describe(error)}` }
      );
    }
  }
  // Acknowledged only when the copies outside the database have it too.
  if (done.stored !== null) await db.afterCommit(done.stored.commit, done.stored.counts);
  return { ok: true, value: done.value };
}

/** Gives what the transaction changed the next number, or null when it changed nothing. */
async function numberCommit(
  db: TrackerDb,
  transaction: IDBTransaction,
  now: Date,
): Promise<{ commit: Commit; counts: Record<string, number> } | null> {
  const changes = changesOf(transaction);
  if (changes.length === 0) return null;
  const row = await db.meta.get('seq');
  const seq = (row?.key === 'seq' ? row.seq : 0) + 1;
  const at = now.toISOString();
  await db.meta.put({ key: 'seq', seq, at });
  const tables = [...new Set(changes.map(({ table }) => table))];
  const numbers = await Promise.all(tables.map((table) => db.table(table).count()));
  return {
    commit: { seq, schemaVersion, at, changes: [...changes] },
    counts: Object.fromEntries(tables.map((table, index) => [table, numbers[index] ?? 0])),
  };
}

function knownFailure(error: unknown): Extract<Reply<never>, { ok: false }> | null {
  if (error instanceof Refused) return { ok: false, code: error.code, detail: error.message };
  if (error instanceof NewerDataError) return { ok: false, code: 'readOnly', detail: error.message };
  if (error instanceof LockedError) return { ok: false, code: 'locked', detail: error.message };
  return null;
}

/** Of a transaction that ended before its work did nobody knows what was kept: doing it again could keep it twice. */
function unsure(error: unknown): Extract<Reply<never>, { ok: false }> | null {
  return error instanceof Dexie.PrematureCommitError
    ? { ok: false, code: 'storage', detail: `what was kept is not known: ${describe(error)}` }
    : null;
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'unknown failure';
}
