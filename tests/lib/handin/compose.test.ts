/** The document a member sends: figures as the tally counts them, chosen parts only, always one that can be sealed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalsOf } from '../../../lib/handin/compose';
import { handInSchema } from '../../../lib/model/hand-in';
import { computeTally } from '../../../lib/tally/compute';
import { addDays } from '../../../lib/vi/dates';
import { NOVEMBER, NOW, documentOf } from './people';

const reading = fc.record({
  day: fc.integer({ min: -40, max: 29 }).map((days) => addDays('2026-11-01', days)),
  at: fc.constant(null),
  total: fc.integer({ min: 0, max: 70_000 }),
  source: fc.constantFrom('page' as const, 'manual' as const, 'file' as const),
});

describe('the document', () => {
  it('holds the totals only, unless more is chosen', () => {
    expect(documentOf().parts).toEqual({
      totals: {
        opening: { day: '2026-10-30', total: 1_000, source: 'page' },
        closing: { day: '2026-11-28', total: 1_500, source: 'page' },
        points: { value: 500, source: 'computed' },
        openingInPeriod: false,
        reset: false,
      },
    });
    const more = documentOf({
      parts: ['readings', 'study'],
      counts: { study: { count: 4, source: 'page' }, opinions: { count: 2, source: 'manual' } },
    });
    expect(more.parts).toEqual({
      readings: [
        { day: '2026-11-12', total: 1_200, source: 'manual' },
        { day: '2026-11-28', total: 1_500, source: 'page' },
      ],
      study: { count: 4, source: 'page' },
    });
  });

  it('has the figures of the tally and fits its own schema, whatever the readings', () => {
    let withTotals = 0;
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1, maxLength: 30 }), (readings) => {
        const rows = readings.map((one) => ({
          name: 'An',
          code: null,
          day: one.day,
          at: one.at,
          total: one.total,
          installed: null,
          eligible: null,
          reason: null,
          source: 0,
        }));
        const [member] = computeTally(rows, { period: NOVEMBER, now: NOW }).members;
        const totals = totalsOf(readings, NOVEMBER);
        expect({
          opening: totals?.opening.total ?? null,
          closing: totals?.closing.total ?? null,
          points: totals?.points.value ?? null,
          openingInPeriod: totals?.openingInPeriod ?? false,
          reset: totals?.reset ?? false,
        }).toEqual({
          opening: member?.opening,
          closing: member?.closing,
          points: member?.points,
          openingInPeriod: member?.openingInPeriod,
          reset: member?.reset,
        });
        const document = documentOf({ readings, parts: ['totals', 'readings'] });
        expect(handInSchema.safeParse(document).error?.issues).toBeUndefined();
        withTotals++;
      }),
    );
    expect(withTotals).toBeGreaterThan(50);
  });

  it('is not one to be sealed when there is nothing to hand in', () => {
    expect(handInSchema.safeParse(documentOf({ readings: [] })).success).toBe(false);
  });
});
