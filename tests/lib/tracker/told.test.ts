/** What readings told, month by month: days and sources of those that count, kept up to date from any month on. */
import { expect, it } from 'vitest';
import { tell, untold } from '../../../lib/tracker/told';
import { sighting } from './readings';

const seen = (takenAt: string, more = {}) => sighting(takenAt, 1, more);
const JANUARY = [
  seen('2026-01-05T03:00:00.000Z', { source: 'file', origin: 'a.csv', site: null }),
  // Seen again in March: the month's last day lies there.
  seen('2026-01-07T03:00:00.000Z', { alsoSeenAt: ['2026-01-07T05:00:00.000Z', '2026-03-02T05:00:00.000Z'] }),
];
const FEBRUARY = [seen('2026-02-01T03:00:00.000Z', { source: 'ranking', origin: '' })];
const WITHDRAWN = seen('2026-02-03T03:00:00.000Z', { withdrawn: { at: '2026-02-04T03:00:00.000Z', reason: 'sai' } });

it('counts rows by source with their first and last day, and nothing that was taken back', () => {
  expect(untold(tell([...JANUARY, ...FEBRUARY, WITHDRAWN], undefined, ''))).toEqual({
    sources: [
      ['file', 'a.csv', null],
      ['page', 'dashboard', 'vnpt v1'],
      ['page', 'page', 'vnpt v1'],
    ],
    parts: [
      ['2026-01', 0, 1, '2026-01-05', '2026-01-05'],
      ['2026-01', 1, 2, '2026-01-07', '2026-03-02'],
      ['2026-02', 2, 1, '2026-02-01', '2026-02-01'],
    ],
  });
  expect(untold(tell([WITHDRAWN], undefined, ''))).toEqual({ sources: [], parts: [] });
});

it('brought up to date from a month on is the same as told anew', () => {
  const before = tell([...JANUARY, WITHDRAWN], undefined, '');
  // The month before the tail may be at hand as well: it stands as it was.
  expect(tell([...JANUARY, ...FEBRUARY], before, '2026-02')).toBe(tell([...JANUARY, ...FEBRUARY], undefined, ''));
});
