/** One stored reading as dated rows, with its source and whether a new run starts at it. */
import { expect, it } from 'vitest';
import { isMarked, sightingsOf, sourceOf, toDatedTotal } from '../../../lib/tracker/sightings';
import { sighting } from './readings';

const AT = '2026-03-02T20:00:00.000Z';

it('counts days as they are lived in Vietnam, the last sighting of each later one', () => {
  const later = ['2026-03-03T05:00:00.000Z', '2026-03-04T01:00:00.000Z', '2026-03-04T09:00:00.000Z'];
  expect(sightingsOf(sighting(AT, 5, { alsoSeenAt: later }))).toEqual([
    { day: '2026-03-03', at: AT },
    { day: '2026-03-04', at: later[2] },
  ]);
  expect(sightingsOf(sighting(AT, 5))).toEqual([{ day: '2026-03-03', at: AT }]);
});

it('has no time for a reading entered on another day', () => {
  expect(toDatedTotal(sighting(AT, 5, { day: '2026-02-01' }))).toEqual({
    day: '2026-02-01',
    at: null,
    total: 5,
    newRun: false,
  });
});

it.each([
  ['role', true],
  ['fall', true],
  ['first', false],
  [null, false],
] as const)('a reading marked %s starts a new run: %s', (newRun, marked) => {
  expect(isMarked(sighting(AT, 5, { newRun }))).toBe(marked);
});

it('names a ranking as a page, and what has no origin by its kind', () => {
  expect(sourceOf(sighting(AT, 5, { source: 'ranking' }))).toEqual({
    name: 'dashboard',
    kind: 'page',
    detail: 'vnpt v1',
  });
  expect(sourceOf(sighting(AT, 5, { source: 'manual', origin: '', site: null }))).toEqual({
    name: 'manual',
    kind: 'manual',
    detail: null,
  });
});
