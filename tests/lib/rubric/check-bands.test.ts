/** Bands of single items written for the test. */
import { describe, expect, it } from 'vitest';
import type { BandItem } from '../../../lib/model/rubric';
import { checkBands } from '../../../lib/rubric/check-bands';
import { severityOf } from '../../../lib/rubric/findings';
import { band, banded, range, within } from '../../../lib/rubrics/define-rubric';

const item = (change: Partial<BandItem>): BandItem => {
  const made = banded('a', '1', 'Mục', 2, {
    measure: 'attendancePercent',
    domain: within(0, 100),
    bands: [band('cao', 'Từ 50%', 2, within(50, 100)), band('thap', 'Dưới 50%', 1, range(0, 50))],
  });
  if (made.mode !== 'BAND') throw new Error('changed');
  return { ...made, ...change };
};
const check = (change: Partial<BandItem>) => checkBands(item(change), { requiredMinutes: [] });

describe('checkBands', () => {
  it('is content with a partition', () => expect(check({})).toEqual([]));

  it('looks at no range where the form names none', () => {
    expect(check({ domain: null, bands: [band('x', 'X', 2, within(1, 2))] })).toEqual([]);
  });

  it('says what lies above the top only where the figure can go there', () => {
    expect(check({ measure: 'indicatorsPercent' })).toMatchObject([{ is: 'ABOVE_TOP', top: 100, clip: null }]);
    expect(
      check({
        measure: 'indicatorsPercent',
        bands: [band('cao', 'Từ 50%', 2, range(50, null)), band('thap', 'Dưới 50%', 1, range(0, 50))],
      }),
    ).toEqual([]);
  });

  it('finds an opening of a ten-thousandth', () => {
    const bands = [band('cao', 'Cao', 2, within(50.0001, 100)), band('thap', 'Thấp', 1, range(0, 50))];
    const [gap] = check({ bands });
    expect(gap).toMatchObject({ is: 'BAND_GAP', span: { from: 50, fromOpen: false, to: 50.0001, toOpen: true } });
    expect(gap && severityOf(gap)).toBe('defect');
  });
});
