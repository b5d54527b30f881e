/** The figures and oddities of the invented data, and what follows from them on other days. */
import { describe, expect, it } from 'vitest';
import { ACCOUNTS, findAccount } from './data/accounts';
import { ALL_MEMBERS, CELL_SIZES, CELLS } from './data/cells';
import { TODAY } from './data/dates';
import { meetingsOf } from './data/meetings';
import { bodyRanking, cellRanking, monthPointsOn, pointsOn } from './data/points';
import { expectScreen } from './expected';
import { parseFaults } from './faults';
import { label, number, pointsLabel } from './labels';

const totals = (size: 7 | 34): number[] => CELLS[size].members.flatMap((member) => member.total ?? []);
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('cells', () => {
  it('have the promised sizes and 1,000 members in all', () => {
    expect(CELL_SIZES.map((size) => CELLS[size].members.length)).toEqual([...CELL_SIZES]);
    expect(ALL_MEMBERS.length).toBe(1000);
    expect(new Set(ALL_MEMBERS.map((member) => member.id)).size).toBe(1000);
  });

  it('carry the published figures', () => {
    expect([...totals(7)].sort((left, right) => right - left)).toEqual([70000, 12000, 9000, 6000, 4000, 3000, 1000]);
    const values = [...totals(34)].sort((left, right) => left - right);
    expect(values.length).toBe(34);
    expect(values.at(-1)).toBeGreaterThan(69_900);
    expect(values.at(-1)).toBeLessThan(70_000);
    expect(values[0]).toBeGreaterThan(1_000);
    expect(values[0]).toBeLessThan(1_100);
    expect(mean(values)).toBeGreaterThan(14_500);
    expect(mean(values)).toBeLessThan(15_500);
    expect(values[17]).toBeLessThan(mean(values) / 2);
  });

  it.each([22, 34, 63, 300] as const)(
    'of %i members hold namesakes, NFD, blanks, upper case and missing words',
    (size) => {
      const { members } = CELLS[size];
      expect(new Set(members.map((member) => member.name)).size).toBe(size - 1);
      expect(members.some((member) => member.rawName !== member.rawName.normalize('NFC'))).toBe(true);
      expect(members.some((member) => / {2}.* $/.test(member.rawName))).toBe(true);
      expect(members.some((member) => member.name === member.name.toUpperCase())).toBe(true);
      expect(members.some((member) => member.birth === 'Chưa xác định')).toBe(true);
    },
  );
});

describe('points on a day', () => {
  it('are exact today, never fall, and end above today later', () => {
    for (const member of CELLS[34].members) {
      const course = ['2024-01-01', '2025-06-01', '2026-11-01', '2026-11-20', TODAY, '2026-12-31'].map(
        (day) => pointsOn(member, day) ?? -1,
      );
      expect(course[0]).toBe(0);
      expect(course[4]).toBe(member.total);
      expect(course).toEqual([...course].sort((left, right) => left - right));
      expect(course[5]).toBeGreaterThan(course[4] ?? 0);
      expect(monthPointsOn(member, TODAY)).toBe((course[4] ?? 0) - (course[2] ?? 0));
    }
  });

  it('refuse what is no day', () => {
    expect(() => pointsOn({ id: 1, total: 5 }, '23/11/2026')).toThrow('not an ISO day');
  });

  it('rank with ties 1-1-3 and leave members without points unranked', () => {
    const rows = cellRanking(34, TODAY);
    const tie = rows.findIndex((row, index) => index > 0 && row.rank === rows[index - 1]?.rank);
    expect(tie).toBeGreaterThan(0);
    expect(rows[tie + 1]?.rank).toBe(tie + 2);
    const unranked = bodyRanking(TODAY).filter((row) => row.rank === null);
    expect(unranked.length).toBe(20);
    expect(unranked.every((row) => row.total === null)).toBe(true);
  });
});

describe('accounts and meetings', () => {
  it('exist per role and size', () => {
    expect(ACCOUNTS.length).toBe(10);
    expect(findAccount('chibo-34@thu-nghiem.test')?.roles.length).toBe(2);
    expect(findAccount('nguoi-la')).toBeUndefined();
  });

  it('hold 35 meetings, the first still to come', () => {
    const meetings = meetingsOf('Chi bộ X', TODAY);
    expect(meetings.map((meeting) => meeting.title).slice(0, 2)).toEqual([
      'Sinh hoạt Chi bộ X tháng 12/2026',
      'Sinh hoạt Chi bộ X tháng 11/2026',
    ]);
    expect(meetings.length).toBe(35);
    expect(meetings[0]?.state).toBe('Sắp diễn ra');
    expect(meetingsOf('Chi bộ X', '2027-01-05')[0]?.title).toBe('Sinh hoạt Chi bộ X tháng 2/2027');
  });
});

describe('labels and faults', () => {
  it.each([
    ['', ' Điểm tích lũy: 12345'],
    ['dau-cham', ' Điểm tích lũy: 12.345'],
    ['dau-cach', ' Điểm tích lũy: 12 345'],
    ['chu-hoa', ' ĐIỂM TÍCH LŨY: 12345'],
    ['chu-sai', ' Diểm  tích luỹ: 12345'],
    ['doi-ten-cot,dau-cham', ' Điểm thi đua: 12.345'],
    ['gan-dung', ' Điểm tích lũy: gần 12.000'],
  ])('%s writes "%s"', (faults, text) => {
    expect(pointsLabel(12_345, parseFaults(faults))).toBe(text);
  });

  it('decompose, group, and refuse unknown faults', () => {
    expect(label('Họ tên', parseFaults('chu-nfd'))).toBe('Họ tên'.normalize('NFD'));
    expect(number(1_234_567, parseFaults('dau-cham'))).toBe('1.234.567');
    expect(() => parseFaults('cham,khong-co')).toThrow('khong-co');
  });
});

describe('expectations', () => {
  it('take falling, hidden, swapped and secret values into account', () => {
    const at = (faults: string, role = 0) =>
      expectScreen({ skin: 'vnpt', screen: 'ranking', account: 'chibo-34', faults, role });
    expect(at('').points).toEqual({ total: 12_345, exact: true });
    expect(at('tut-diem').points?.total).toBe(11_845);
    expect(at('an-diem', 1).points).toBeNull();
    expect(at('gan-dung').points?.exact).toBe(false);
    expect(at('mat').tables[0]).toMatchObject({ secret: 1, statedTotal: 34 });
    expect(at('doi-cot').tables[0]?.swapped).toBe(true);
    expect(at('', 1).tables[0]?.rows.length).toBe(1000);
  });
});
