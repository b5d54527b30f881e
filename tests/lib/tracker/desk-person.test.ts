/** A person in the desk's records: namesakes and rows about others stay as they are. */
import { expect, it } from 'vitest';
import { DEFAULT_CELL } from '../../../lib/model/cell';
import type { AnyDeskRecord } from '../../../lib/model/desk';
import { saidOf, withoutPerson } from '../../../lib/tracker/desk-person';

const AT = '2026-11-20T05:00:00.000Z';
const base = { unit: null, createdAt: AT, changedAt: AT, removedAt: null, versions: { a: 1 } };
const activity = (memberId: string | null): AnyDeskRecord => ({
  ...base,
  id: `activity ${memberId}`,
  kind: 'activity',
  value: {
    memberId,
    period: { from: '2026-09-01', to: '2026-09-30' },
    used: null,
    visits: 1,
    studied: null,
    quizzes: null,
    opinions: null,
    origin: '',
  },
});
const cell: AnyDeskRecord = {
  ...base,
  id: 'cell ',
  kind: 'cell',
  value: { ...DEFAULT_CELL, secretary: 'Đ/c Trần Thị Hoà', place: 'Hoà Bình' },
};
const HOA = { memberId: 'm1', spellings: ['Trần Thị Hoà'] };

it('takes records about the person alone away, and leaves those about others', () => {
  expect(withoutPerson(activity('m1'), HOA, 'T.T.H.', '2026-11-20')).toBeNull();
  const other = activity('m2');
  expect(withoutPerson(other, HOA, 'T.T.H.', '2026-11-20')).toBe(other);
  const nobody = activity(null);
  expect(withoutPerson(nobody, { memberId: null, spellings: ['X'] }, 'X.', '2026-11-20')).toBe(nobody);
});

it('replaces the whole name only', () => {
  expect(withoutPerson(cell, HOA, 'T.T.H.', '2026-11-20')?.value).toMatchObject({
    secretary: 'Đ/c T.T.H.',
    place: 'Hoà Bình',
  });
});

it('tells what is said of the person, row by row', () => {
  expect(saidOf([activity('m1'), activity('m2'), cell], HOA).map(({ id }) => id)).toEqual(['activity m1']);
});
