/** One person's copy as JSON and CSV: complete, with the notice, and harmless in a spreadsheet. */
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { personalCopyCsv, personalCopyJson } from '../../../lib/formats/personal-copy';
import { type PersonalCopy, personalCopySchema } from '../../../lib/model/personal-copy';
import { REFERENCE_NOTE } from '../../../lib/model/tally';
import { sighting } from '../tracker/readings';

const copy: PersonalCopy = personalCopySchema.parse({
  format: 'sotay-personal-copy',
  version: 1,
  exportedAt: '2026-11-20T05:00:00.000Z',
  note: REFERENCE_NOTE,
  person: '=cmd|calc',
  member: {
    id: 'm1',
    name: '=cmd|calc',
    otherNames: ['+84 An'],
    code: '@SUM(A1)',
    unit: 'Chi bộ 1',
    role: null,
    status: 'CHINH_THUC',
    eligible: true,
    installed: false,
    reason: null,
    isSelf: false,
    createdAt: '2026-01-01T00:00:00.000Z',
    removedAt: null,
  },
  readings: [
    sighting('2026-10-01T03:00:00.000Z', 1_234, {
      corrections: [{ total: 9, day: '2026-09-30', at: '2026-10-02T03:00:00.000Z', reason: 'gõ nhầm' }],
      withdrawn: { at: '2026-10-03T03:00:00.000Z', reason: 'sai người' },
    }),
  ],
  capturedRows: [
    {
      captureId: 'c1',
      kind: 'ranking',
      host: 'h.example.vn',
      updatedAt: '2026-10-01T03:00:00.000Z',
      headers: ['Họ tên'],
      row: { key: 'k', cells: { name: { value: '-2+3', raw: '-2+3', where: 'row 1' } } },
    },
  ],
  consents: [
    {
      id: 's1',
      memberId: 'm1',
      person: 'An',
      kinds: ['HO_TEN', 'DIEM'],
      purpose: '\t=1+1',
      method: 'LOI_NOI',
      givenOn: '2026-01-01',
      keepUntil: '2027-01-01',
      text: 'dòng một\r\ndòng hai',
      withdrawnOn: null,
      erasedOn: null,
    },
  ],
  desk: [{ id: 'activity 2026-09 m1', kind: 'activity', changedAt: '2026-10-01T02:00:00.000Z', said: { visits: 4 } }],
  requests: [
    {
      id: 'q1',
      memberId: 'm1',
      person: 'An',
      kind: 'access',
      receivedOn: '2026-11-01',
      answerBy: '2026-11-03',
      doneBy: '2026-11-11',
      answeredOn: '2026-11-02',
      doneOn: null,
      extendedOn: null,
      note: '',
      erasedOn: null,
    },
  ],
});

describe('a person’s copy', () => {
  it('as JSON is what the schema tells', () => {
    expect(personalCopySchema.parse(JSON.parse(personalCopyJson(copy)))).toEqual(copy);
  });

  it('as CSV has every record, the notice, and no cell a spreadsheet would compute', () => {
    const text = personalCopyCsv(copy);
    expect(text.startsWith('\ufeff')).toBe(true);
    const rows = Papa.parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true }).data;
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([6]));
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(new Set(rows.slice(1).map(([section]) => section))).toEqual(
      new Set(['Danh sách đảng viên', 'Lần ghi điểm', 'Bảng đã ghi', 'Đồng ý', 'Yêu cầu', 'Bàn làm việc', 'Lưu ý']),
    );
    expect(text).toContain(REFERENCE_NOTE);
    expect(rows).toContainEqual(expect.arrayContaining(['Lần ghi điểm', '01/10/2026', '1234']));
    expect(text).toMatch(/trước khi sửa: 9 ngày 30\/09\/2026 \(gõ nhầm\).*đã rút: sai người/);
    expect(text).toContain("'=cmd|calc");
  });

  it('names the person alone when there is no entry of the roster', () => {
    expect(personalCopyCsv({ ...copy, person: 'Phạm Thu', member: null })).toContain('Người;;Họ và tên;Phạm Thu');
  });
});
