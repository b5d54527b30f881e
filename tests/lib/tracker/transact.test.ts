/** Several steps in one transaction: kept whole or not at all, and never inside another one. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { transact } from '../../../lib/tracker';
import { freshStore } from './readings';

const line = (action: string) => ({ at: '2026-11-20T05:00:00Z', action, detail: {} });

describe('transact', () => {
  it('keeps nothing of work that fails', async () => {
    const db = freshStore();
    const work = transact(db, 'rw', [db.journal], async () => {
      await db.journal.add(line('one'));
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    expect(await db.journal.count()).toBe(0);
  });

  it('keeps its work when begun inside a transaction that fails', async () => {
    const db = freshStore();
    let inner: Promise<unknown> = Promise.resolve();
    const outer = db.transaction('rw', [db.members], async () => {
      inner = transact(db, 'rw', [db.journal], () => db.journal.add(line('inner')));
      await db.members.count();
      throw new Error('stop');
    });
    await expect(outer).rejects.toThrow('stop');
    await inner;
    expect(await db.journal.count()).toBe(1);
  });

  it('gives many begun at once what each asked for', async () => {
    const db = freshStore();
    const opened = db.open();
    const add = async (index: number) => {
      await opened;
      return transact(db, 'rw', [db.journal, db.members], async () => {
        await Promise.all([db.members.count(), db.journal.count()]);
        return db.journal.add(line(`${index}`));
      });
    };
    const keys = await Promise.all(Array.from({ length: 20 }, (_, index) => add(index)));
    expect(new Set(keys).size).toBe(20);
    expect(await db.journal.count()).toBe(20);
  });
});
