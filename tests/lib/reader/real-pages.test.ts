/** The nine saved screens of a real front end, each compared cell by cell with what is known to be on it. */
import { describe, expect, it } from 'vitest';
import { createCollector } from '../../../lib/reader';
import { deniedKind } from '../../../lib/privacy/deny-list';
import { pageReadSchema } from '../../../lib/model/observation';
import { flat, hasRealPages, readHtml, realText } from './open-page';

interface Known {
  headers: string[];
  rows: string[][];
  total: number;
}
const known = (name: string): Known => JSON.parse(realText(name)) as Known;

const ORG_COLUMNS = {
  STT: 'order',
  'Họ tên': 'name',
  'Chức vụ Đảng': 'role',
  'Cơ sở Đảng': 'unit',
  'Giới tính': 'gender',
};
const UNIT_COLUMNS = {
  STT: 'order',
  'Tên cơ sở Đảng': 'unit',
  'Loại cơ sở Đảng': 'unitType',
  'Loại hình cơ sở Đảng': 'unitForm',
};
const MEMBER_COLUMNS = {
  STT: 'order',
  'HỌ TÊN': 'name',
  'CHỨC VỤ': 'role',
  'CHI BỘ': 'unit',
  'XẾP LOẠI': 'rating',
  'GIỚI TÍNH': 'gender',
};
const MEETING_COLUMNS = {
  STT: 'order',
  'Tiêu đề': 'title',
  'Nội dung': 'content',
  'Trạng thái': 'status',
  'Đánh giá kết quả': 'assessment',
  'Thời gian': 'time',
  'Địa điểm': 'place',
};

/** What the table must give, from the known cells alone. */
function expected(table: Known, columns: Record<string, string>, from: number, to: number): Record<string, unknown>[] {
  const left = table.headers.filter((header) => header !== '' && header !== 'Thao tác' && !(header in columns));
  expect(left.filter((header) => deniedKind(header) === null)).toEqual([]);
  return table.rows.slice(from - 1, to).map((row) =>
    Object.fromEntries(
      table.headers.flatMap((header, index) => {
        const field = columns[header];
        const text = (row[index] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
        if (field === undefined) return [];
        return [[field, field === 'order' ? Number(text) : text === '' || text === 'Thiếu dữ liệu' ? null : text]];
      }),
    ),
  );
}

function read(name: string) {
  const page = readHtml(realText(name));
  if (page === null) throw new Error(`${name} is recognised by no site`);
  expect(pageReadSchema.safeParse(page).error?.issues).toBeUndefined();
  return page;
}

describe.runIf(hasRealPages)('pages of the real front end', () => {
  it.each([
    'buoc31-diem-danh',
    'buoc31-diem-danh-trang-2',
    'co-cau-to-chuc',
    'dang-vien',
    'dang-vien-da-cuon',
    'hoc-tap-nghi-quyet',
    'sinh-hoat-thuong-ky',
    'trang-chu',
  ])('%s: points and context', (name) => {
    const page = read(`${name}.html`);
    expect(page.status).toBe('ok');
    expect(page.site).toBe('vnpt');
    expect(page.points).toMatchObject({ value: 47, raw: ' Điểm tích lũy: 47' });
    expect(page.context.name?.value).toBe('Đồng Chí Thử Nghiệm');
    expect(page.context.role?.value).toBe('Bí thư');
    expect(page.context.unit?.value).toBe('Chi bộ III - Khối văn phòng');
    expect(JSON.stringify(page)).not.toMatch(/thu-nghiem\.test|09000\d|\b99\.\d{6}|Long An\b.*huyện/);
  });

  it('members: 19 of 50 rows on the first page, window at the top and scrolled', () => {
    const table = known('dang-vien.dangbo.json');
    const denied = ['SỐ THẺ DẢNG', 'NGÀY SINH', 'SỐ ĐIỆN THOẠI', 'EMAIL', 'QUÊ QUÁN'];
    for (const [name, from, to] of [
      ['dang-vien.html', 1, 19],
      ['dang-vien-da-cuon.html', 19, 37],
    ] as const) {
      const page = read(name);
      expect(page.screen).toBe('dang-vien');
      expect(page.skipped).toEqual({ columns: denied, secret: 0 });
      expect(page.tables).toHaveLength(1);
      expect(page.tables[0]).toMatchObject({
        kind: 'members',
        complete: false,
        total: null,
        page: { from, to, rowsOnPage: 50, hasNext: true },
      });
      expect(flat(page.tables[0])).toEqual(expected(table, MEMBER_COLUMNS, from, to));
    }
  });

  it('members: both windows together hold each person once', () => {
    const collector = createCollector();
    for (const name of ['dang-vien.html', 'dang-vien-da-cuon.html', 'dang-vien.html']) {
      for (const table of read(name).tables) collector.add(table);
    }
    expect(collector.state()).toMatchObject({ captured: 37, total: null, complete: false, restarts: 0 });
  });

  it('organisation: the table of cells and the table of members', () => {
    const source = JSON.parse(realText('co-cau-to-chuc.dangbo.json')) as Known & { cells: Known };
    const page = read('co-cau-to-chuc.html');
    expect(page.screen).toBe('co-cau-to-chuc');
    expect(page.tables.map((table) => [table.kind, table.complete, table.total])).toEqual([
      ['units', true, 9],
      ['members', false, 300],
    ]);
    expect(flat(page.tables[0])).toEqual(expected(source.cells, UNIT_COLUMNS, 1, 9));
    expect(flat(page.tables[1])).toEqual(expected(source, ORG_COLUMNS, 1, 15));
    expect(page.skipped.columns).toEqual(['Số điện thoại', 'Địa chỉ', 'Số thẻ Đảng', 'Email']);
  });

  it('meetings: 30 of 35, times over two lines', () => {
    const source = JSON.parse(realText('sinh-hoat-thuong-ky.json')) as Known & {
      records: { batDau: string; ketThuc: string }[];
    };
    const page = read('sinh-hoat-thuong-ky.html');
    const [table] = page.tables;
    expect(page.screen).toBe('sinh-hoat-thuong-ky');
    expect(table).toMatchObject({ kind: 'meetings', complete: false, total: 35 });
    const iso = (text: string): string =>
      `${text.slice(6, 10)}-${text.slice(3, 5)}-${text.slice(0, 2)}T${text.slice(11)}`;
    const rows = expected(source, MEETING_COLUMNS, 1, 30).map((row, index) => ({
      ...row,
      start: iso(source.records[index]?.batDau ?? ''),
      end: iso(source.records[index]?.ketThuc ?? ''),
    }));
    expect(flat(table)).toEqual(rows);
  });

  it('attendance: both pages by what is marked, complete only together', () => {
    const source = JSON.parse(realText('buoc31-diem-danh.json')) as {
      rows: { stt: number; hoTen: string; trangThai: string }[];
    };
    const rows = source.rows.map((row) => ({
      order: row.stt,
      name: row.hoTen.normalize('NFC'),
      status: row.trangThai,
    }));
    const first = read('buoc31-diem-danh.html');
    const second = read('buoc31-diem-danh-trang-2.html');
    expect(first.screen).toBe('buoc31-diem-danh');
    expect(first.tables[0]).toMatchObject({ kind: 'attendance', complete: false, total: 34 });
    expect(flat(first.tables[0])).toEqual(rows.slice(0, 30));
    expect(second.tables[0]).toMatchObject({ kind: 'attendance', complete: false, total: 34 });
    expect(flat(second.tables[0])).toEqual(rows.slice(30));
    const collector = createCollector();
    for (const page of [first, second]) for (const table of page.tables) collector.add(table);
    expect(collector.state()).toMatchObject({ captured: 34, total: 34, complete: true });
  });

  it('study: nine topics, complete', () => {
    const page = read('hoc-tap-nghi-quyet.html');
    expect(page.tables[0]).toMatchObject({ kind: 'study', complete: true, total: 9 });
    expect(flat(page.tables[0])).toEqual(
      expected(known('hoc-tap-nghi-quyet.json'), { STT: 'order', 'Chủ đề': 'topic' }, 1, 9),
    );
  });

  it('home: tasks and the people who use it most', () => {
    const source = JSON.parse(realText('trang-chu.json')) as {
      dangbo: { table: Known; topUsers: { hoTen: string; lan: number }[] };
    };
    const page = read('trang-chu.html');
    const columns = { STT: 'order', 'Chi bộ thực hiện': 'unit', 'Tên công việc': 'task', 'Thời hạn': 'deadline' };
    const rows = expected(source.dangbo.table, columns, 1, 12).map((row) => ({
      ...row,
      deadline: String(row['deadline']).split('-').reverse().join('-'),
    }));
    expect(page.tables.map((table) => [table.kind, table.complete, table.total])).toEqual([
      ['tasks', true, 12],
      ['usage', false, null],
    ]);
    expect(flat(page.tables[0])).toEqual(rows);
    expect(flat(page.tables[1])).toEqual(
      source.dangbo.topUsers.map((user) => ({
        name: user.hoTen,
        uses: user.lan,
        unit: 'Chi bộ III - Khối văn phòng - Đảng bộ Viễn Thông Long An',
      })),
    );
  });

  it('sign-in page: session ended, nothing read', () => {
    expect(read('dang-nhap.html')).toMatchObject({
      status: 'sessionEnded',
      points: null,
      tables: [],
      context: { name: null },
    });
  });
});
