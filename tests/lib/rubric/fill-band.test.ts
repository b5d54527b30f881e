/** One band by a share, against whole-number arithmetic. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillBand } from '../../../lib/rubric/fill-band';
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
});
