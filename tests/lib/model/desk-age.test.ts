/** Age of the desk's records: the last day each is about, open tasks stay, and what does not age is never taken. */
import { expect, it } from 'vitest';
import type { AnyDeskRecord, DeskKind } from '../../../lib/model/desk';
import { countByKind, deskBefore, lastDayOf } from '../../../lib/model/desk-age';
import { DEFAULT_CELL } from '../../../lib/model/cell';
import { at, meeting, task } from '../meetings/sample';

const record = (kind: DeskKind, id: string, value: unknown, removedAt: string | null = null) =>
  // Values are those of their kinds, as the tests below give them.
  ({ id, kind, unit: null, createdAt: '', changedAt: '', removedAt, versions: {}, value }) as AnyDeskRecord;
const period = { from: '2025-11-01', to: '2025-11-30' };
const number = { type: 'BC', term: '2020-2025', number: 1, day: '2020-01-01', title: '', about: null };

it.each<[string, AnyDeskRecord, string | null]>([
  ['a planned meeting', record('meeting', 'm', meeting('m', '2025-11-03')), '2025-11-03'],
  [
    'a meeting past midnight',
    record('meeting', 'm', meeting('m', '2025-11-03', { heldTo: at('2025-11-04', '00:20') })),
    '2025-11-04',
  ],
  ['a task of a month', record('task', 't', task('t', '2025-02', { due: null })), '2025-02-28'],
  ['a task due later', record('task', 't', task('t', '2025-11', { due: '2026-01-15' })), '2026-01-15'],
  ['activity', record('activity', 'a', { memberId: 'm', period }), '2025-11-30'],
  ['a closing', record('closing', 'c', { period }), '2025-11-30'],
  ['a hand-in', record('handIn', 'h', { period }), '2025-11-30'],
  ['a number given', record('documentNumber', 'n', number), null],
  ['the cell', record('cell', 'cell ', DEFAULT_CELL), null],
])('%s is about days up to %s', (_, one, day) => expect(lastDayOf(one)).toBe(day));

it('takes what is wholly before the cut, and no task that is still to be done', () => {
  const done = { state: 'HOAN_THANH' as const, due: null };
  const records = [
    record('meeting', 'old', meeting('old', '2025-10-31')),
    record('meeting', 'new', meeting('new', '2025-11-20')),
    record('activity', 'over', { memberId: 'm', period: { from: '2025-10-01', to: '2025-11-20' } }),
    record('task', 'done', task('done', '2025-10', done)),
    record('task', 'open', task('open', '2025-10', { due: null })),
    record('task', 'carried', task('carried', '2025-10', { due: null })),
    record('task', 'next', task('next', '2026-10', { carriedFrom: 'carried' })),
    record('task', 'aside', task('aside', '2025-10', { due: null }), '2025-10-05T00:00:00.000Z'),
    record('documentNumber', 'n', number),
  ];
  const gone = deskBefore(records, '2025-11-20');
  expect(gone.map(({ id }) => id)).toEqual(['old', 'done', 'carried', 'aside']);
  expect(countByKind(gone)).toEqual({ meeting: 1, task: 3 });
  expect(deskBefore(records, '2025-11-21').map(({ id }) => id)).toContain('over');
});
