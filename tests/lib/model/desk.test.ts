/** Records of the desk: every kind is checked by its own schema, and versions tell which state continues which. */
import { describe, expect, it } from 'vitest';
import { activityId } from '../../../lib/model/activity';
import { DEFAULT_CELL, cellId } from '../../../lib/model/cell';
import { onto, deskContinues, deskEntrySchema, deskRecordSchema } from '../../../lib/model/desk';

const AT = '2026-11-20T05:00:00.000Z';
const RECORD = {
  id: cellId('Chi bộ 1'),
  kind: 'cell' as const,
  unit: 'Chi bộ 1',
  createdAt: AT,
  changedAt: AT,
  removedAt: null,
  versions: { a: 1 },
  value: DEFAULT_CELL,
};

describe('schemas', () => {
  it('take a record whose value fits its kind', () => {
    expect(deskRecordSchema.parse(RECORD)).toEqual(RECORD);
  });

  it.each([
    ['another kind’s value', { ...RECORD, kind: 'activity' }],
    ['an unknown kind', { ...RECORD, kind: 'secret' }],
    ['a field more', { ...RECORD, value: { ...DEFAULT_CELL, phone: '0912' } }],
    ['no versions at all', { ...RECORD, versions: { a: 0 } }],
  ])('refuse %s', (_what, record) => {
    expect(deskRecordSchema.safeParse(record).success).toBe(false);
  });

  it('take an entry, and no field that the store sets itself', () => {
    const entry = { id: 'x', kind: 'cell', unit: null, base: null, removed: false, value: DEFAULT_CELL };
    expect(deskEntrySchema.safeParse(entry).success).toBe(true);
    expect(deskEntrySchema.safeParse({ ...entry, versions: { a: 9 } }).success).toBe(false);
  });
});

describe('deskContinues', () => {
  const record = (versions: Record<string, number>, createdAt = AT) => ({ kind: 'cell' as const, createdAt, versions });
  it.each([
    [{ a: 1 }, { a: 2 }, true],
    [{ a: 1 }, { a: 1, b: 1 }, true],
    [{ a: 2 }, { a: 1, b: 5 }, false],
    [{ a: 1 }, { a: 1 }, false],
    [{ a: 1, b: 1 }, { a: 2 }, false],
  ])('%o → %o: %s', (older, newer, expected) => {
    expect(deskContinues(record(older), record(newer))).toBe(expected);
  });

  it('never joins two records that only share their id', () => {
    expect(deskContinues(record({ a: 1 }), record({ a: 2 }, '2026-01-01T00:00:00.000Z'))).toBe(false);
  });
});

it('ids tell month and member, and the unit of a cell', () => {
  expect(activityId('m1', { from: '2026-09-01', to: '2026-09-30' })).toBe('activity 2026-09-01..2026-09-30 m1');
  expect(cellId(null)).toBe('cell ');
});

it('an entry is made onto the version that was seen, or as a new record', () => {
  const { id, kind, unit, value } = RECORD;
  const entry = { id, kind, unit, removed: false, value };
  expect(onto(entry, RECORD)).toEqual({ ...entry, base: AT });
  expect(onto(entry, null)).toEqual({ ...entry, base: null });
});
