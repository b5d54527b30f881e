/** Snapshots, change log, replay and what is told of dumps: the parts the guard is made of. */
import { describe, expect, it } from 'vitest';
import { loadBestCopy, lastCopied } from '../../lib/recovery/best-copy';
import { appendCommit, listCommits, readCommitsAfter, removeCommits } from '../../lib/recovery/change-log';
import { emptyDump, renumbered, stateOf } from '../../lib/recovery/dumps';
import { compareDumps, countRows, keyOf, replay } from '../../lib/recovery/replay';
import {
  listGenerations,
  listSnapshots,
  readSnapshot,
  rowsIn,
  thinOut,
  writeSnapshot,
} from '../../lib/recovery/snapshots';
import { createTurns } from '../../lib/recovery/turns';
import type { Commit, StoreDump } from '../../lib/model/store-dump';
import { memoryFolder } from './recovery/memory';

const NOW = new Date('2026-11-20T05:00:00.000Z');
const dump: StoreDump = {
  schemaVersion: 2,
  seq: 3,
  tables: {
    members: { keyPath: 'id', rows: [{ id: 'a', name: 'An' }] },
    pointPages: {
      keyPath: ['subject', 'month', 'part'],
      rows: [{ subject: 'me', month: '2026-11', part: 0, rows: '[]' }],
    },
    meta: { keyPath: 'key', rows: [{ key: 'seq', seq: 3 }] },
  },
};
const commit = (seq: number, more: Partial<Commit> = {}): Commit => ({
  seq,
  schemaVersion: 2,
  at: NOW.toISOString(),
  changes: [{ table: 'members', cleared: false, deletes: [], puts: [[`m${seq}`, { id: `m${seq}`, name: 'x' }]] }],
  ...more,
});

describe('snapshots', () => {
  it('are written, listed newest first, read back, and thinned out', async () => {
    const folder = memoryFolder();
    for (let day = 1; day <= 20; day++) {
      await writeSnapshot(folder, { ...dump, seq: day }, 'burst', new Date(Date.UTC(2026, 10, day, 3)));
    }
    const [newest] = await listGenerations(folder);
    expect(newest).toMatchObject({ seq: 20, reason: 'burst', at: '2026-11-20T03:00:00.000Z' });
    expect(await readSnapshot(folder, newest?.name ?? '')).toEqual({ ...dump, seq: 20 });
    expect(await rowsIn(folder, newest?.name ?? '')).toBe(2);
    expect((await listSnapshots(folder))[0]).toMatchObject({ schemaVersion: 2, counts: { members: 1 } });
    expect((await thinOut(folder)).length).toBeGreaterThanOrEqual(9);
    expect((await folder.list()).length).toBeLessThan(20);
  });

  it('that are damaged are listed without counts and refused', async () => {
    const folder = memoryFolder();
    const name = await writeSnapshot(folder, dump, 'burst', NOW);
    folder.files.set(name, new Uint8Array([1, 2, 3]));
    expect(await listSnapshots(folder)).toMatchObject([{ name, bytes: 0, counts: {} }]);
    expect(await rowsIn(folder, name)).toBe(0);
    await expect(readSnapshot(folder, name)).rejects.toThrow();
  });
});

describe('change log', () => {
  it('gives the unbroken run of one shape', async () => {
    const log = memoryFolder();
    for (const seq of [4, 5, 6, 8]) await appendCommit(log, commit(seq));
    expect((await readCommitsAfter(log, 3, 2)).map(({ seq }) => seq)).toEqual([4, 5, 6]);
    expect(await readCommitsAfter(log, 6, 2)).toEqual([]);
    expect(await readCommitsAfter(log, 3, 1)).toEqual([]);
    await removeCommits(log, (seq) => seq < 6);
    expect(await listCommits(log)).toEqual([6, 8]);
  });

  it('ends before a damaged commit', async () => {
    const log = memoryFolder();
    for (const seq of [4, 5, 6]) await appendCommit(log, commit(seq));
    const [, name = ''] = await log.list();
    log.files.set(name, (await log.read(name)).slice(0, -3));
    expect((await readCommitsAfter(log, 3, 2)).map(({ seq }) => seq)).toEqual([4]);
  });
});

describe('replay', () => {
  it('plays puts, deletes and clears in order', () => {
    const after = replay(dump, [
      commit(4),
      commit(5, { changes: [{ table: 'members', cleared: false, deletes: ['a'], puts: [] }] }),
      commit(6, { changes: [{ table: 'pointPages', cleared: true, deletes: [], puts: [] }] }),
    ]);
    expect(after.seq).toBe(6);
    expect(after.tables['members']?.rows).toEqual([{ id: 'm4', name: 'x' }]);
    expect(after.tables['pointPages']?.rows).toEqual([]);
    expect(countRows(after)).toEqual({ members: 1, pointPages: 0, meta: 1 });
  });

  it('refuses a gap and an unknown table', () => {
    expect(() => replay(dump, [commit(5)])).toThrow('commit 4 is missing');
    expect(() =>
      replay(dump, [commit(4, { changes: [{ table: 'x', cleared: true, deletes: [], puts: [] }] })]),
    ).toThrow();
  });

  it('tells missing, changed and extra rows', () => {
    const other = structuredClone(dump);
    other.tables['members'] = { keyPath: 'id', rows: [{ id: 'a', name: 'Ai' }, { id: 'b' }] };
    other.tables['meta'] = { keyPath: 'key', rows: [] };
    expect(compareDumps(dump, other)).toEqual({ missing: 1, changed: 1, extra: 1 });
    expect(compareDumps(dump, structuredClone(dump))).toEqual({ missing: 0, changed: 0, extra: 0 });
  });

  it('finds keys of one and of several parts, and refuses rows without', () => {
    expect(keyOf({ id: 'a' }, 'id')).toBe('a');
    expect(keyOf({ subject: 'me', month: '2026-11', part: 0 }, ['subject', 'month', 'part'])).toEqual([
      'me',
      '2026-11',
      0,
    ]);
    expect(() => keyOf({}, 'id')).toThrow();
  });
});

describe('best copy', () => {
  it('is the newest good snapshot with the log played onto it, never one of a damaged store', async () => {
    const snapshots = memoryFolder();
    const log = memoryFolder();
    expect(await loadBestCopy(snapshots, log)).toBeNull();
    expect(await lastCopied(snapshots, log)).toBeNull();
    await writeSnapshot(snapshots, dump, 'burst', NOW);
    await writeSnapshot(snapshots, { ...dump, seq: 99 }, 'found', NOW);
    await appendCommit(log, commit(4));
    await appendCommit(log, commit(5));
    expect((await loadBestCopy(snapshots, log))?.dump.seq).toBe(5);
    expect(await lastCopied(snapshots, log)).toEqual({ seq: 5, rows: 2 });
  });
});

describe('dumps', () => {
  it('are renumbered and made empty', () => {
    expect(renumbered(dump, 9, NOW)).toMatchObject({ seq: 9, tables: { meta: { rows: [{ key: 'seq', seq: 9 }] } } });
    expect(stateOf(emptyDump(2, 7, NOW))).toEqual({ state: 'readable', schemaVersion: 2, seq: 7, counts: { meta: 2 } });
  });
});

describe('turns', () => {
  it('come one after the other, failures included', async () => {
    const inTurn = createTurns();
    const seen: number[] = [];
    const slow = inTurn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      seen.push(1);
    });
    const failing = inTurn(() => Promise.reject(new Error('x')));
    const last = inTurn(() => Promise.resolve(seen.push(2)));
    await expect(failing).rejects.toThrow('x');
    await Promise.all([slow, last]);
    expect(seen).toEqual([1, 2]);
  });
});
