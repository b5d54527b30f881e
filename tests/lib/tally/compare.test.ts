/** Two periods side by side: matched by person, never by place in the list. */
import { expect, it } from 'vitest';
import { compareGains, computeTally, tallyPeople } from '../../../lib/tally';
import { readingRow } from './reading-row';

const row = (person: string, day: string, total: number) => readingRow({ person, name: `Người ${person}`, day, total });
const ROWS = [
  row('b', '2026-07-31', 10),
  row('b', '2026-08-31', 40),
  row('b', '2026-09-30', 45),
  row('a', '2026-09-10', 7),
  row('a', '2026-09-30', 9),
];

it('gives what each gained then and now', () => {
  const of = (from: string, to: string) => {
    const rows = ROWS.filter(({ day }) => (day ?? '') <= to);
    return { tally: computeTally(rows, { period: { from, to }, now: new Date(0) }), members: tallyPeople(rows) };
  };
  const compared = compareGains(of('2026-09-01', '2026-09-30'), of('2026-08-01', '2026-08-31'));
  expect(compared.members).toEqual([
    { now: 2, then: null, difference: null },
    { now: 5, then: 30, difference: -25 },
  ]);
  expect(compared.total).toEqual({ now: 7, then: 30, difference: -23 });
  expect(compared.active).toEqual({ now: 2, then: 1, difference: 1 });
});
