/** The verdict on a store, for every way it can fall short. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../../lib/recovery/judge';
import type { Canary } from '../../../lib/model/canary';
import type { StoreState } from '../../../lib/model/store-dump';

const canary: Canary = {
  version: 1,
  database: 'sotay',
  schemaVersion: 2,
  seq: 9,
  digest: '',
  at: '2026-11-20T05:00:00.000Z',
  counts: { members: 3, meta: 2 },
  snapshotSeq: 5,
  forgetDue: false,
};
const state = (seq: number, counts: Record<string, number>): StoreState => ({
  state: 'readable',
  schemaVersion: 2,
  seq,
  counts,
});

describe('judge', () => {
  it.each<[string, Canary | null, StoreState, number, string]>([
    ['a first start', null, { state: 'absent' }, 0, 'ok'],
    ['a canary lost with the copies', null, state(9, { members: 3 }), 0, 'ok'],
    ['everything in place', canary, state(9, { members: 3, meta: 2 }), 9, 'ok'],
    ['a commit not acknowledged', canary, state(10, { members: 1, meta: 2 }), 9, 'ok'],
    ['no database', canary, { state: 'absent' }, 9, 'missing'],
    ['no database and no canary, but copies', null, { state: 'absent' }, 4, 'missing'],
    ['an empty database', canary, state(0, { meta: 1 }), 9, 'empty'],
    ['an older database', canary, state(4, { members: 3, meta: 2 }), 9, 'behind'],
    ['an older database than the copies', null, state(4, { members: 3, meta: 2 }), 5, 'behind'],
    ['a table short of rows', canary, state(9, { members: 2, meta: 2 }), 9, 'short'],
    ['every table gone but its version', canary, state(9, { meta: 2 }), 9, 'empty'],
    ['an unreadable database', canary, { state: 'unreadable', reason: '' }, 9, 'unreadable'],
  ])('%s', (_name, known, found, copied, wanted) => {
    const verdict = judge(known, found, copied === 0 ? null : { seq: copied, rows: 5 });
    expect(verdict.ok ? 'ok' : verdict.cause).toBe(wanted);
  });
});
