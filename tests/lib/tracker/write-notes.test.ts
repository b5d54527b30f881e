/** Notes: one line for every file made, and the dealing with a leak. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { getSettings } from '../../../lib/tracker';
import { noteExport, saveBreach } from '../../../lib/tracker/write-notes';
import { freshStore } from './readings';

const NOW = new Date('2026-11-20T05:00:00Z');

describe('notes', () => {
  it('tell that a file was made: its kind and rows', async () => {
    const db = freshStore();
    await noteExport(db, 'xlsx', 7, NOW);
    await noteExport(db, 'personalCsv', 3, NOW);
    expect(await db.journal.toArray()).toMatchObject([
      { at: NOW.toISOString(), action: 'noteExport', detail: { kind: 'xlsx', rows: 7 } },
      { detail: { kind: 'personalCsv', rows: 3 } },
    ]);
  });

  it('keep when a leak was noticed and what is done, until it is closed', async () => {
    const db = freshStore();
    await saveBreach(db, { discoveredAt: NOW.toISOString(), done: ['stop'] }, NOW);
    expect((await getSettings(db)).breach).toEqual({ discoveredAt: NOW.toISOString(), done: ['stop'] });
    await saveBreach(db, null, NOW);
    expect((await getSettings(db)).breach).toBeNull();
  });
});
