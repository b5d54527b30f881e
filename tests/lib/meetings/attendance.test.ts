/** Who came, by the denominators of the rules. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAttendance, excusedStreaks } from '../../../lib/meetings/attendance';
import { ATTENDANCE_STATES, type AttendanceRow } from '../../../lib/model/meeting';
import { meeting, row } from './sample';

const rowArb = fc
  .record({
    state: fc.constantFrom(...ATTENDANCE_STATES, null),
    specialDuty: fc.boolean(),
    spoke: fc.boolean(),
    status: fc.constantFrom('CHINH_THUC' as const, 'DU_BI' as const, null),
  })
  .map((given): AttendanceRow => ({ ...row('x', null), ...given }));

describe('countAttendance', () => {
  it('leaves exempt members and special duty out of the denominator, and counts dự bị apart', () => {
    const rows = [
      row('a', 'CO_MAT', { spoke: true }),
      row('b', 'CO_MAT'),
      row('c', 'CO_MAT', { status: 'DU_BI', spoke: true }),
      row('d', 'VANG_CO_LY_DO'),
      row('e', 'VANG_KHONG_LY_DO'),
      row('f', 'MIEN'),
      row('g', 'VANG_CO_LY_DO', { specialDuty: true }),
      row('h', 'CO_MAT', { specialDuty: true }),
    ];
    const counted = countAttendance(rows);
    expect(counted.rate).toEqual({ count: 4, of: 6, share: 4 / 6 });
    expect(counted.speakers).toEqual({ count: 2, of: 4, share: 0.5 });
    expect(counted.all).toEqual({
      members: 8,
      present: 4,
      excused: 1,
      unexcused: 1,
      exempt: 1,
      specialDuty: 1,
      unmarked: 0,
    });
    expect(counted.probationary).toMatchObject({ members: 1, present: 1 });
    expect(counted.official).toMatchObject({ members: 7, present: 3 });
    expect(counted.complete).toBe(true);
  });

  it('has no rate without anybody expected, and is not complete before all were called', () => {
    expect(countAttendance([]).rate.share).toBeNull();
    expect(countAttendance([]).complete).toBe(false);
    expect(countAttendance([row('a', 'MIEN')]).rate).toEqual({ count: 0, of: 0, share: null });
    expect(countAttendance([row('a', 'CO_MAT'), row('b', null)])).toMatchObject({
      complete: false,
      rate: { count: 1, of: 2 },
    });
  });

  it('always adds up, and no share leaves 0 to 1', () => {
    fc.assert(
      fc.property(fc.array(rowArb, { maxLength: 60 }), (rows) => {
        const { all, official, probationary, rate, speakers } = countAttendance(rows);
        const parts = ['present', 'excused', 'unexcused', 'exempt', 'specialDuty', 'unmarked'] as const;
        expect(parts.reduce((sum, part) => sum + all[part], 0)).toBe(rows.length);
        for (const part of parts) expect(official[part] + probationary[part]).toBe(all[part]);
        for (const { count, of, share } of [rate, speakers]) {
          expect(count).toBeLessThanOrEqual(of);
          expect(share).toBe(of === 0 ? null : count / of);
        }
      }),
    );
  });
});

describe('excusedStreaks', () => {
  const month = (number: number) => `2026-${String(number).padStart(2, '0')}-03`;
  const held = (number: number, rows: AttendanceRow[], more = {}) =>
    meeting(`m${number}`, month(number), { state: 'HELD', attendance: rows, ...more });

  it('names who was excused more than three times in a row', () => {
    const excused = (numbers: number[]) => numbers.map((number) => held(number, [row('a', 'VANG_CO_LY_DO')]));
    expect(excusedStreaks(excused([1, 2, 3]), '2026')).toMatchObject([{ now: 3, longest: 3, tooMany: false }]);
    expect(excusedStreaks(excused([4, 2, 1, 3]), '2026')).toMatchObject([{ now: 4, longest: 4, tooMany: true }]);
  });

  it('starts again after coming and after an unexcused absence, and each year', () => {
    const four = [1, 2, 3, 4].map((number) => held(number, [row('a', 'VANG_CO_LY_DO')]));
    const came = [...four, held(5, [row('a', 'CO_MAT')])];
    expect(excusedStreaks(came, '2026')).toMatchObject([{ now: 0, longest: 4, tooMany: true }]);
    expect(excusedStreaks(four, '2027')).toEqual([]);
    const broken = [1, 2, 4, 5].map((number) => held(number, [row('a', 'VANG_CO_LY_DO')]));
    expect(excusedStreaks([...broken, held(3, [row('a', 'VANG_KHONG_LY_DO')])], '2026')).toMatchObject([
      { longest: 2, tooMany: false },
    ]);
  });

  it('looks past exemption, special duty, plans and other kinds of meetings', () => {
    const meetings = [
      held(1, [row('a', 'VANG_CO_LY_DO')]),
      held(2, [row('a', 'MIEN')]),
      held(3, [row('a', 'VANG_CO_LY_DO', { specialDuty: true })]),
      held(4, [row('a', 'CO_MAT')], { kind: 'CHI_UY' }),
      held(5, [row('a', 'CO_MAT')], { state: 'PLANNED' }),
      held(6, [row('a', 'VANG_CO_LY_DO')]),
    ];
    expect(excusedStreaks(meetings, '2026')).toMatchObject([{ now: 2, longest: 2 }]);
  });
});
