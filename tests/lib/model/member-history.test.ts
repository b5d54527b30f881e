/** Members on a day: stays, earlier status and role, exemptions. */
import { describe, expect, it } from 'vitest';
import type { Member } from '../../../lib/model/member';
import { cellOn, memberOn } from '../../../lib/model/member-history';
import { sampleMember } from './sample-member';

const MEMBER = sampleMember({ id: 'm1', name: 'Trần Thị Hoà', role: 'Bí thư', status: 'CHINH_THUC' });

describe('memberOn', () => {
  it('takes what is known now where there is no history', () => {
    expect(memberOn(MEMBER, '2020-01-01')).toEqual({
      inCell: true,
      status: 'CHINH_THUC',
      role: 'Bí thư',
      exemption: null,
    });
    expect(memberOn({ ...MEMBER, stays: [] }, '2020-01-01').inCell).toBe(true);
  });

  it.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-05-31', true],
    ['2026-06-01', false],
    ['2026-08-31', false],
    ['2026-09-01', true],
    ['2030-01-01', true],
  ])('knows who belonged to the cell on %s: %s', (day, inCell) => {
    const stays = [
      { from: '2026-03-01', to: '2026-05-31' },
      { from: '2026-09-01', to: null },
    ];
    expect(memberOn({ ...MEMBER, stays }, day).inCell).toBe(inCell);
  });

  it.each([
    ['2025-12-31', 'DU_BI', null],
    ['2026-01-01', 'CHINH_THUC', null],
    ['2026-06-30', 'CHINH_THUC', null],
    ['2026-07-01', 'CHINH_THUC', 'Bí thư'],
  ])('knows status and role on %s', (day, status, role) => {
    const past = [
      { until: '2025-12-31', status: 'DU_BI' as const, role: null },
      { until: '2026-06-30', status: 'CHINH_THUC' as const, role: null },
    ];
    expect(memberOn({ ...MEMBER, past }, day)).toMatchObject({ status, role });
  });

  it('knows exemptions with their kind', () => {
    const exemptions = [
      { from: '2026-04-01', to: '2026-04-30', kind: 'MIEN' as const, reason: 'điều trị' },
      { from: '2026-05-01', to: null, kind: 'NHIEM_VU_DAC_BIET' as const, reason: '' },
    ];
    const on = (day: string) => memberOn({ ...MEMBER, exemptions }, day).exemption;
    expect(on('2026-03-31')).toBeNull();
    expect(on('2026-04-30')).toEqual({ kind: 'MIEN', reason: 'điều trị' });
    expect(on('2026-05-01')).toEqual({ kind: 'NHIEM_VU_DAC_BIET', reason: '' });
  });
});

it('cellOn leaves out who was taken off, who had left, and second records', () => {
  const others: Member[] = [
    { ...MEMBER, id: 'gone', removedAt: '2026-01-02T00:00:00.000Z' },
    { ...MEMBER, id: 'left', stays: [{ from: null, to: '2026-01-31' }] },
    { ...MEMBER, id: 'twin', sameAs: 'm1' },
  ];
  expect(cellOn([MEMBER, ...others], '2026-01-31').map(({ id }) => id)).toEqual(['m1', 'left']);
  expect(cellOn([MEMBER, ...others], '2026-02-01').map(({ id }) => id)).toEqual(['m1']);
});
