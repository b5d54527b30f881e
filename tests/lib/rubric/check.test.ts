/** The checker: what it names in the An Phú sheet, and in rubrics spoilt on purpose. */
import { describe, expect, it } from 'vitest';
import { type RubricFinding, checkRubric, severityOf } from '../../../lib/rubric';
import type { Rubric } from '../../../lib/rubric';
import { anPhu } from '../../../lib/rubrics/an-phu-2025';
import { hd12 } from '../../../lib/rubrics/hd12-2018';
import { hd42 } from '../../../lib/rubrics/hd42-2025';
import { tanTien } from '../../../lib/rubrics/tan-tien-2025';

const of = <Code extends RubricFinding['is']>(findings: RubricFinding[], is: Code) =>
  findings.filter((one): one is RubricFinding & { is: Code } => one.is === is);
const defects = (rubric: Rubric) => checkRubric(rubric).filter((one) => severityOf(one) === 'defect');
const change = (edit: (rubric: Rubric) => void): Rubric => {
  const copy = structuredClone(anPhu);
  edit(copy);
  return copy;
};
const itemOf = (rubric: Rubric, id: string) => {
  const found = rubric.groups.flatMap((group) => group.items).find((item) => item.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('the An Phú sheet', () => {
  const found = checkRubric(anPhu);

  it('has exactly these defects', () => {
    expect(defects(anPhu).map((one) => one.is)).toEqual([
      'THRESHOLDS_DISAGREE',
      'BAND_OVERLAP',
      'BAND_GAP',
      'BAND_OVERLAP',
      'BAND_GAP',
      'MIXED_CONDITION',
      'NA_POLICY_MISSING',
      'NA_POLICY_MISSING',
      'BAND_GAP',
      'ABOVE_TOP',
    ]);
  });

  it('has no band for exactly 50 % speakers', () => {
    const gap = of(found, 'BAND_GAP').find((one) => one.measure === 'speakersPercent');
    expect(gap).toMatchObject({ item: 'phat-bieu', span: { from: 50, fromOpen: false, to: 50, toOpen: false } });
  });

  it('has no band for 30–45 minutes short of 90, and 30–60 short of 120', () => {
    const gaps = of(found, 'BAND_GAP').filter((one) => one.measure === 'minutesShort');
    expect(gaps.map(({ required, span }) => [required, span])).toEqual([
      [90, { from: 30, fromOpen: true, to: 45, toOpen: true }],
      [120, { from: 30, fromOpen: true, to: 60, toOpen: true }],
    ]);
  });

  it('has two bands for exactly 15 minutes short', () => {
    expect(of(found, 'BAND_OVERLAP')[0]).toMatchObject({
      span: { from: 15, to: 15 },
      bands: ['thieu-15', 'thieu-30'],
    });
  });

  it('puts 120 minutes from 30 members and from more than 30', () => {
    expect(of(found, 'THRESHOLDS_DISAGREE')).toEqual([
      {
        is: 'THRESHOLDS_DISAGREE',
        at: 30,
        minutes: 120,
        possible: [90, 120],
        words: ['trên 30 đảng viên: ít nhất 120 phút', 'từ 30 đảng viên trở lên: ít nhất 120 phút'],
      },
    ]);
  });

  it('mixes attendance with unexcused absence, does not name more than 100 %, and leaves months without a theme open', () => {
    expect(of(found, 'MIXED_CONDITION')).toMatchObject([
      { item: 'du-hop', band: 'duoi-65', measure: 'attendancePercent', others: ['absentUnexcused'] },
    ]);
    expect(of(found, 'ABOVE_TOP')).toMatchObject([{ item: 'chi-tieu', top: 100, clip: 100 }]);
    expect(of(found, 'NA_POLICY_MISSING').map(({ item, max, kinds }) => [item, max, kinds])).toEqual([
      ['thuong-ky', 10, ['THUONG_KY', 'KET_HOP']],
      ['chuyen-de', 5, ['CHUYEN_DE', 'KET_HOP']],
    ]);
  });
});

describe('the other shipped rubrics', () => {
  it.each([hd42, tanTien, hd12])('$id has no defect', (rubric) => expect(defects(rubric)).toEqual([]));

  it('say where only the most is known', () => {
    expect(of(checkRubric(hd42), 'NO_SCALE')).toHaveLength(7);
    expect(of(checkRubric(tanTien), 'NO_SCALE')).toHaveLength(10);
  });
});

describe('a spoilt rubric', () => {
  it.each<[string, (rubric: Rubric) => void, object]>([
    [
      'sum of items',
      (rubric) => Object.assign(itemOf(rubric, 'noi-dung'), { max: 4 }),
      { is: 'GROUP_SUM', group: 'chuan-bi', sum: 11, max: 10 },
    ],
    ['sum of groups', (rubric) => Object.assign(rubric, { total: 90 }), { is: 'TOTAL_SUM', sum: 100, total: 90 }],
    [
      'grade gap',
      (rubric) => Object.assign(rubric.grades[0]?.range ?? {}, { from: 91 }),
      { is: 'GRADE_GAP', span: { from: 90, fromOpen: false, to: 91, toOpen: true } },
    ],
    [
      'grade overlap',
      (rubric) => Object.assign(rubric.grades[1]?.range ?? {}, { toOpen: false }),
      { is: 'GRADE_OVERLAP', span: { from: 90, fromOpen: false, to: 90, toOpen: false }, grades: ['TOT', 'KHA'] },
    ],
    ['no grades', (rubric) => Object.assign(rubric, { grades: [] }), { is: 'GRADES_MISSING' }],
    [
      'a band above the most',
      (rubric) => Object.assign(itemOf(rubric, 'phat-bieu'), { max: 4 }),
      { is: 'BAND_ABOVE_MAX', band: 'tren-50', points: 5, max: 4 },
    ],
    [
      'a most that no band gives',
      (rubric) => Object.assign(itemOf(rubric, 'phat-bieu'), { max: 6 }),
      { is: 'MAX_NEVER_REACHED', best: 5, max: 6 },
    ],
    [
      'no length at all',
      (rubric) => Object.assign(rubric, { requiredMinutes: [] }),
      { is: 'LENGTH_MISSING', item: 'thoi-luong' },
    ],
  ])('%s', (_what, edit, finding) => {
    expect(checkRubric(change(edit))).toContainEqual(expect.objectContaining(finding));
  });

  it('adds tenths without the slips of floating point', () => {
    const rubric = change((copy) => {
      const group = copy.groups[5];
      const [first] = group?.items ?? [];
      if (group === undefined || first?.mode !== 'YES_NO') throw new Error('changed');
      group.items = [0.1, 0.2, 4.7].map((max, index) => ({ ...first, id: `muc-${index}`, max }));
    });
    expect(defects(rubric).some((one) => one.is === 'GROUP_SUM')).toBe(false);
  });
});
