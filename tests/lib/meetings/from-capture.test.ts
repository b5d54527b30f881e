/** Lists of the handbook as proposals. */
import { describe, expect, it } from 'vitest';
import { adoptAttendance, proposeAttendance, proposeMeetings } from '../../../lib/meetings/from-capture';
import { type Capture, captureSchema } from '../../../lib/model/capture';
import { meetingSchema } from '../../../lib/model/meeting';
import { at, meeting, row } from './sample';

function capture(kind: Capture['kind'], rows: Record<string, string>[], screen: string): Capture {
  return captureSchema.parse({
    id: 'c',
    kind,
    listId: 'list',
    site: 'vnpt',
    siteVersion: 1,
    host: 'stdv.example',
    screen,
    unit: 'Chi bộ thôn Đông',
    role: null,
    headers: [],
    rows: rows.map((cells, index) => ({
      key: `r${index}`,
      cells: Object.fromEntries(
        Object.entries(cells).map(([field, value]) => [field, { value, raw: value, where: '' }]),
      ),
    })),
    complete: true,
    total: rows.length,
    firstSeenAt: at('2026-12-01'),
    updatedAt: at('2026-12-01'),
    adoptedAt: null,
  });
}

describe('proposeMeetings', () => {
  const list = capture(
    'meetings',
    [
      {
        title: 'Sinh hoạt tháng 12/2026',
        start: '2026-12-03T19:30',
        end: '2026-12-03T21:30',
        place: 'Nhà văn hóa',
        status: 'Sắp diễn ra',
      },
      { title: 'Sinh hoạt tháng 11/2026', start: '2026-11-03T19:30', status: 'Đã diễn ra' },
      { title: 'Chỉ có ngày', start: '2026-10-03' },
      { title: 'Phổ biến văn bản Mật', start: '2026-09-03T19:30' },
      { title: 'Không có giờ' },
    ],
    'sinh-hoat-thuong-ky',
  );
  let count = 0;
  const newId = () => `new-${count++}`;

  it('takes day, clock and place, and knows what is there already', () => {
    const known = [meeting('known', '2026-11-03')];
    const proposed = proposeMeetings(list, known, newId);
    expect(proposed[0]?.meeting).toMatchObject({
      kind: 'THUONG_KY',
      plannedStart: at('2026-12-03', '19:30'),
      plannedEnd: at('2026-12-03', '21:30'),
      place: 'Nhà văn hóa',
      origin: { by: 'captured', host: 'stdv.example', rowKey: 'r0' },
    });
    expect(meetingSchema.safeParse(proposed[0]?.meeting).success).toBe(true);
    expect(proposed[1]?.known?.id).toBe('known');
    expect(proposed.map((one) => one.meeting !== null)).toEqual([true, true, false, false, false]);
    expect(proposed.map((one) => one.title).slice(2)).toEqual(['Chỉ có ngày', '', 'Không có giờ']);
    expect(proposed[0]?.status).toBe('Sắp diễn ra');
    expect(proposed.map((one) => one.meeting?.state)).toEqual(['PLANNED', 'HELD', undefined, undefined, undefined]);
    expect(proposed[1]?.meeting).toMatchObject({ heldFrom: null, heldTo: null });
  });

  it('takes a clock for days alone only when one is given, and another kind when asked', () => {
    const proposed = proposeMeetings(list, [], newId, { clock: '20:00', kind: 'CHUYEN_DE' });
    expect(proposed[2]?.meeting).toMatchObject({ kind: 'CHUYEN_DE', plannedStart: at('2026-10-03', '20:00') });
  });
});

describe('proposeAttendance', () => {
  const held = meeting('m', '2026-12-03', {
    attendance: [
      row('1', null, { name: 'Nguyễn Văn Hòa' }),
      row('2', 'CO_MAT', { name: 'Trần Thị Bình', spoke: true }),
      row('3', null, { name: 'Lê Văn Nam' }),
      row('4', null, { name: 'Lê Văn Nam' }),
    ],
  });
  const list = capture(
    'attendance',
    [
      { name: 'Nguyễn Văn Hoà', status: 'Có mặt' },
      { name: 'Trần Thị Bình', status: 'Vắng có phép', reason: 'đi công tác' },
      { name: 'Lê Văn Nam', status: 'Miễn sinh hoạt' },
      { name: 'Người Lạ', status: 'Vắng không phép' },
      { name: 'Nguyễn Văn Hòa Hai', status: '' },
    ],
    'buoc31-diem-danh',
  );
  const proposed = proposeAttendance(list, held);

  it('finds each by name in any spelling, and none of two alike', () => {
    expect(proposed.map(({ at: place, state, differs }) => [place, state, differs])).toEqual([
      [0, 'CO_MAT', false],
      [1, 'VANG_CO_LY_DO', true],
      [null, 'MIEN', false],
      [null, 'VANG_KHONG_LY_DO', false],
      [null, null, false],
    ]);
  });

  it('takes over only what was chosen and belongs to one person', () => {
    expect(adoptAttendance(held, proposed, new Set()).attendance).toEqual(held.attendance);
    const adopted = adoptAttendance(held, proposed, new Set(['r0', 'r1', 'r2', 'r3']));
    expect(adopted.attendance.map(({ state }) => state)).toEqual(['CO_MAT', 'VANG_CO_LY_DO', null, null]);
    expect(adopted.attendance[1]).toMatchObject({ reason: 'đi công tác', spoke: false });
  });
});
