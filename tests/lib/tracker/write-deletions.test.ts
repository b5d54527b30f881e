/** The deletion log: one line for what goes in several steps of one moment. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { noteDeletion } from '../../../lib/tracker/write-deletions';
import { freshStore } from './readings';

const NOW = new Date('2026-11-20T05:00:00Z');

describe('noteDeletion', () => {
  it('adds up steps of one moment, parts kinds and causes, and notes no zero', async () => {
    const db = freshStore();
    const readings = { cause: 'retention', what: 'readings', upTo: '2021-11-19' } as const;
    await noteDeletion(db, { ...readings, count: 3 }, NOW);
    await noteDeletion(db, { ...readings, count: 4 }, NOW);
    await noteDeletion(db, { ...readings, count: 0 }, new Date(NOW.getTime() + 1));
    await noteDeletion(db, { ...readings, cause: 'request', upTo: null, count: 1 }, NOW);
    await noteDeletion(db, { ...readings, count: 2 }, new Date(NOW.getTime() + 5));
    expect((await db.deletions.toArray()).map(({ cause, count }) => [cause, count])).toEqual([
      ['retention', 7],
      ['request', 1],
      ['retention', 2],
    ]);
  });
});
