/** One band by a share, against whole-number arithmetic. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillBand } from '../../../lib/rubric/fill-band';
import { band, banded } from '../../../lib/rubrics/define-rubric';
import { anPhu } from '../../../lib/rubrics/an-phu-2025';
import { facts } from './facts';

describe('fillBand', () => {
  const items = anPhu.groups.flatMap((group) => group.items).filter((item) => item.mode === 'BAND');
  it('answers with the one band that a count in whole numbers finds, and asks wherever there is none or several', () => {
    const speakers = items.find((item) => item.id === 'phat-bieu');
    if (speakers === undefined) throw new Error('changed');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }), (present, spoke) => {
        const result = fillBand(
          speakers,
          facts({ present, counted: present, speakers: Math.min(spoke, present) }),
          anPhu,
        );
        const hundredfold = Math.min(spoke, present) * 100;
        const expected =
          hundredfold > 50 * present
            ? 'tren-50'
            : hundredfold === 50 * present
              ? null
              : hundredfold >= 40 * present
                ? 'tu-40'
                : hundredfold >= 30 * present
                  ? 'tu-30'
                  : 'duoi-30';
        expect(result.ok ? result.band : null).toBe(expected);
      }),
    );
  });

  it('never chooses silently: on random bands it answers exactly where one band holds', () => {
    const end = fc.option(
      fc.integer({ min: 0, max: 10 }).map((tens) => tens * 10),
      { nil: null },
    );
    const range = fc.record({ from: end, fromOpen: fc.boolean(), to: end, toOpen: fc.boolean() });
    const bands = fc.array(range, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(bands, fc.integer({ min: 0, max: 20 }), (ranges, present) => {
        const made = ranges.map((one, index) => band(`b-${index}`, String(index), index, one));
        const item = banded('a', '', 'Mục', 5, { measure: 'attendancePercent', bands: made });
        if (item.mode !== 'BAND') throw new Error('changed');
        const result = fillBand(item, facts({ present, counted: 20 }), anPhu);
        const percent = present * 5;
        const holding = made.filter(({ range: { from, fromOpen, to, toOpen } }) => {
          const above = typeof from !== 'number' || (fromOpen ? percent > from : percent >= from);
          return above && (typeof to !== 'number' || (toOpen ? percent < to : percent <= to));
        });
        if (holding.length === 1) expect(result).toMatchObject({ ok: true, band: holding[0]?.id });
        else expect(result).toMatchObject({ because: { is: holding.length === 0 ? 'IN_GAP' : 'IN_SEVERAL_BANDS' } });
      }),
    );
  });
});
