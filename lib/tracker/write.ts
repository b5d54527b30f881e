/** The one door for writing: a short strict transaction that checks the store's version, notes what was done, and tells why it failed. */
import type { Table } from 'dexie';
import type { ErrorCode, Reply } from '../protocol';
import { NewerDataError, type JournalLine, type TrackerDb, assertWritable } from './db';

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
  const { tables, now, journal } = options;
  const once = () =>
    db.transaction('rw', [...tables, db.journal, db.meta], async () => {
      await assertWritable(db);
      const value = await work();
      if (journal)
        await db.journal.add({ at: now.toISOString(), action: journal.action, detail: journal.detail ?? {} });
      return value;
    });
  try {
    return { ok: true, value: await once() };
  } catch (error) {
    const known = knownFailure(error);
    if (known) return known;
  }
  try {
    db.close({ disableAutoOpen: false });
    await db.open();
    return { ok: true, value: await once() };
  } catch (error) {
    return knownFailure(error) ?? { ok: false, code: 'storage', detail: describe(error) };
  }
}

function knownFailure(error: unknown): Extract<Reply<never>, { ok: false }> | null {
  if (error instanceof Refused) return { ok: false, code: error.code, detail: error.message };
  if (error instanceof NewerDataError) return { ok: false, code: 'readOnly', detail: error.message };
  return null;
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'unknown failure';
}
