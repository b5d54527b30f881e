/** The part of a history that decides a period gives the same gains as the whole history. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { totalsFor } from '@/components/points/counted-totals';
import { gainedIn } from '@/lib/tally/progress';
import { addDays } from '@/lib/vi/dates';

it('gains from the part equal gains from the whole', () => {
  const reading = fc.record({
    offset: fc.nat(60),
    total: fc.nat(50),
    newRun: fc.boolean(),
    hour: fc.option(fc.integer({ min: 0, max: 16 })),
  });
  fc.assert(
    fc.property(fc.array(reading, { maxLength: 30 }), fc.nat(60), fc.nat(60), (made, start, length) => {
      const totals = made
        .map(({ offset, total, newRun, hour }) => {
          const day = addDays('2026-01-01', offset);
          return {
            day,
            at: hour === null ? null : `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`,
            total,
            newRun,
          };
        })
        .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
      const from = addDays('2026-01-01', start);
      const period = { from, to: addDays(from, length) };
      expect(gainedIn(totalsFor(totals, period), period)).toEqual(gainedIn(totals, period));
    }),
    { numRuns: 500 },
  );
});
