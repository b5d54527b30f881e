/** Reports of a period, counted by hand beside. */
import { describe, expect, it } from 'vitest';
import { makeDocument } from '../../../lib/documents';
import { parsePeriod } from '../../../lib/model/period';
import {
  adoptionInput,
  attendanceInput,
  changesOf,
  meetingQualityInput,
  pointTallyInput,
  reportInput,
  sixMonthInput,
} from '../../../lib/reports';
import { DEFAULT_DOC_PROFILE } from '../../../lib/rules/doc-profiles';
import { tallyRows } from '../../../lib/tally';
import { NOW, SOURCE, member } from './sample';

const DECEMBER = parsePeriod('2026-12');
const NOVEMBER = parsePeriod('2026-11');
const rows = ['An', 'Bình'].flatMap((name, index) =>
  [0, 100 * (index + 1)].map((total, place) => ({
    person: name,
    name,
    code: null,
    day: place === 0 ? '2026-11-30' : '2026-12-20',
    at: null,
    total: name === 'Bình' ? 5 : total,
    installed: true,
    eligible: true,
    reason: null,
    source: 0,
  })),
);
const TALLY = tallyRows(rows, { period: DECEMBER, now: NOW });

it('every report fits its document', () => {
  const profile = DEFAULT_DOC_PROFILE;
  expect(makeDocument('report', reportInput(SOURCE, DECEMBER, TALLY), profile).paper).toBeDefined();
  expect(makeDocument('meeting-quality', meetingQualityInput(SOURCE, DECEMBER), profile).paper).toBeDefined();
  expect(makeDocument('adoption', adoptionInput(SOURCE, DECEMBER, TALLY), profile).paper).toBeDefined();
  expect(makeDocument('point-tally', pointTallyInput(SOURCE, TALLY.tally), profile).paper).toBeDefined();
  expect(makeDocument('attendance', attendanceInput(SOURCE, DECEMBER), profile).paper).toBeDefined();
  expect(makeDocument('six-month', sixMonthInput(SOURCE, parsePeriod('2026-H2')), profile).paper).toBeDefined();
});

describe('meeting quality', () => {
  it('has the last regular meeting, the roster of the last day, and changes in words', () => {
    const input = meetingQualityInput(SOURCE, DECEMBER);
    expect(input.rows).toMatchObject([{ unit: 'Chi bộ thôn Đông', members: 6, metOn: '2026-12-03', points: null }]);
    expect(input.rows[0]?.posting).toMatchObject({ start: '19:40', end: '21:45' });
    expect(input.changes).toBe('Chuyển đến: 1 (Đông)');
    expect(changesOf(SOURCE, NOVEMBER)).toBe('Chuyển đi: 1 (Giang)');
  });

  it('shows a month without a meeting as such, with the members of that month', () => {
    expect(meetingQualityInput(SOURCE, NOVEMBER).rows).toMatchObject([{ members: 6, metOn: null, posting: null }]);
    expect(meetingQualityInput(SOURCE, parsePeriod('2026-10')).changes).toBeNull();
  });
});

describe('adoption', () => {
  it('counts over both denominators, with every reason', () => {
    const input = adoptionInput(SOURCE, DECEMBER, TALLY);
    expect(input.units).toEqual([
      {
        unit: 'Chi bộ thôn Đông',
        members: 6,
        eligible: 5,
        installed: 3,
        loggedIn: null,
        // An gained points and was said to use it; Bình's total stood still.
        active: 1,
        reasons: { KHONG_CO_DIEN_THOAI: 1, KHAC: 1 },
      },
    ]);
    expect(input.indicators).toEqual([
      { name: 'Lượt dự sinh hoạt', plan: 4, done: 3 },
      { name: 'Làm bài kiểm tra', plan: null, done: 1 },
    ]);
  });

  it.each([
    ['Không có điện thoại thông minh', 'KHONG_CO_DIEN_THOAI'],
    ['cao tuổi', 'KHONG_CO_DIEN_THOAI'],
    ['Công tác trong quân đội', 'QUAN_DOI_CONG_AN'],
    ['được miễn sinh hoạt', 'MIEN_SINH_HOAT'],
    ['chưa có tài khoản', 'CHUA_CO_TAI_KHOAN'],
    ['SAI_DU_LIEU', 'SAI_DU_LIEU'],
    ['đi làm xa', 'KHAC'],
    [null, 'KHAC'],
  ])('counts the reason %s as %s', (reason, code) => {
    const source = { ...SOURCE, members: [member('An', { installed: false, reason })] };
    expect(adoptionInput(source, DECEMBER, null).units[0]?.reasons).toEqual({ [code]: 1 });
  });

  it('says nothing of a quiz in a period of which nobody told', () => {
    const told = (period: typeof DECEMBER) =>
      adoptionInput(SOURCE, period, null).indicators.find(({ name }) => name === 'Làm bài kiểm tra');
    expect(told(DECEMBER)?.done).toBe(1);
    expect(told(NOVEMBER)).toBeUndefined();
    expect(sixMonthInput(SOURCE, parsePeriod('2026-H1')).rows[0]?.figures.articles).toBeNull();
  });

  it('says nothing of use where nothing is known', () => {
    expect(adoptionInput({ ...SOURCE, activity: [] }, NOVEMBER, null).units[0]?.active).toBeNull();
  });

  it('tells of quizzes only what was told in the period, of its members', () => {
    const [december] = SOURCE.activity;
    if (december === undefined) throw new Error('the sample tells of a month');
    const earlier = { ...december, period: { from: '2026-11-01', to: '2026-11-30' } };
    const quizIn = (activity: (typeof december)[], targets = SOURCE.cell.targets) =>
      adoptionInput({ ...SOURCE, activity, cell: { ...SOURCE.cell, targets } }, DECEMBER, null).indicators.find(
        ({ name }) => name === 'Làm bài kiểm tra',
      );
    expect(quizIn([earlier])).toBeUndefined();
    expect(quizIn([{ ...december, memberId: 'người đã đi' }])).toBeUndefined();
    // With a target it is asked for, and nobody said anything.
    expect(quizIn([earlier], { ...SOURCE.cell.targets, quiz: 50 })).toMatchObject({ plan: 3, done: null });
    expect(quizIn([{ ...december, quizzes: 0 }])).toMatchObject({ done: 0 });
    const half = { from: '2026-01-01', to: '2026-06-30' };
    expect(sixMonthInput(SOURCE, half).rows[0]?.figures.articles).toBeNull();
  });

  it('takes plans from the targets, rounded up to whole people', () => {
    const cell = { ...SOURCE.cell, targets: { installed: 95, active: 50, attendance: 90, quiz: null } };
    const { indicators } = adoptionInput({ ...SOURCE, cell, activity: [] }, DECEMBER, TALLY);
    expect(indicators.map(({ name, plan, done }) => [name, plan, done])).toEqual([
      ['Cài đặt sổ tay', 6, 3],
      ['Sử dụng trong kỳ', 3, 1],
      ['Lượt dự sinh hoạt', 4, 3],
    ]);
  });
});

it('attendance names everybody who was on a roll, also those who have left', () => {
  const input = attendanceInput(SOURCE, DECEMBER);
  expect(input.meetings).toEqual([{ day: '2026-12-03', name: 'Học tập chuyên đề về tiết kiệm' }]);
  expect(Object.fromEntries(input.members.map(({ name, states }) => [name, states[0]]))).toEqual({
    An: 'CO_MAT',
    Bình: 'CO_MAT',
    Cường: 'VANG_CO_LY_DO',
    Dung: 'MIEN',
    Đông: 'SPECIAL',
    Em: 'CO_MAT',
  });
});

it('six months sum what is known and leave open what is not', () => {
  expect(sixMonthInput(SOURCE, parsePeriod('2026-H2')).rows[0]?.figures).toEqual({
    members: 6,
    attended: 3,
    spoke: 1,
    massWork: null,
    thematicStudy: 1,
    articles: 2,
    thematicPlans: 1,
    admissions: null,
    inspections: null,
  });
});

it('the cover report has the organisation of the last day', () => {
  expect(reportInput(SOURCE, DECEMBER, TALLY)).toMatchObject({
    about: 'kết quả công tác tháng 12 năm 2026',
    organisation: { members: 6, official: 5, probationary: 1, exempt: 1 },
    organisationText: ['Chuyển đến: 1 (Đông).'],
    politics: ['Thu hoạch xong.', 'Làm đường.'],
  });
  expect(reportInput(SOURCE, parsePeriod('2026-Q4'), null).about).toBe('kết quả công tác quý IV năm 2026');
});

it('a paper headed by a half year or a month holds all of it, whatever part was asked for', () => {
  const half = sixMonthInput(SOURCE, parsePeriod('2026-H2'));
  for (const part of ['2026-11', '2026-Q4', '2026-12-01..2026-12-20']) {
    expect(sixMonthInput(SOURCE, parsePeriod(part))).toEqual(half);
  }
  expect(meetingQualityInput(SOURCE, parsePeriod('2026-Q4'))).toEqual(
    meetingQualityInput(SOURCE, parsePeriod('2026-12')),
  );
});
