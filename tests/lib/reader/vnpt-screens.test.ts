/** Every screen of the VNPT front end of 2023: which it is, what is read from it, and what is left alone. */
import { describe, expect, it } from 'vitest';
import { createCollector, readPage } from '../../../lib/reader';
import { vnpt } from '../../../lib/sites/vnpt';
import { NOW, flat, openHtml } from './open-page';
import { type Part, POINTS, dialog, grid, list, page } from './vnpt-page';

const HOST = 'https://stdv.vnpt.me';
const read = (html: string, path = '') => readPage(openHtml(html), path === '' ? '' : HOST + path, vnpt, NOW);
const REPEATED = '22/02/2023 14:07 <br> - 22/02/2023 14:15';
const step = (title: string): string =>
  `<div class="table-toolbar"><div class="rs-stack-item"><p>Sinh hoạt Chi bộ III tháng 2/2023 <b>/ ${title}</b></p></div></div>`;

interface Case {
  name: string;
  heading: string;
  path: string;
  id: string;
  before?: string;
  part?: Part;
  kind?: string;
  rows?: Record<string, unknown>[];
  skipped?: string[];
}

const TASK_HEADS = ['STT', 'Đảng viên nhận', 'Nhiệm vụ', 'Ngày giao', 'Thời gian thực hiện\t', 'Ngày hoàn thành',
  'Trạng thái', 'Đánh giá', 'Ghi chú', 'Thao tác']; // prettier-ignore
const TASK_CELLS = ['1', 'Lê Văn An', 'Hoàn thiện kế hoạch', '16:45 18/02/2023', REPEATED,
  '<p class="bg-tim1">Chưa cập nhật</p>', '<p class="bg-tim1">Chưa thực hiện</p>', '', 'Gấp', '']; // prettier-ignore
const DONE_CELLS = ['2', 'Trần Thị Bình', 'Hoàn thiện kế hoạch', '16:45 18/02/2023', REPEATED,
  '<span class="bg-timx0">22/02/2023 14:07</span>', '<span class="bg-timx0">Hoàn thành</span>', 'Hoàn thành', '', '']; // prettier-ignore
const TASK = {
  order: 1,
  assignee: 'Lê Văn An',
  task: 'Hoàn thiện kế hoạch',
  assigned: '2023-02-18T16:45',
  time: '22/02/2023 14:07 - 22/02/2023 14:15',
  start: '2023-02-22T14:07',
  end: '2023-02-22T14:15',
  completed: null,
  status: 'Chưa thực hiện',
  assessment: null,
  note: 'Gấp',
};
const DONE = {
  ...TASK,
  order: 2,
  assignee: 'Trần Thị Bình',
  completed: '2023-02-22T14:07',
  status: 'Hoàn thành',
  assessment: 'Hoàn thành',
  note: null,
};
const TASKS = {
  part: { heads: TASK_HEADS, rows: [TASK_CELLS, DONE_CELLS], total: 2 },
  kind: 'tasks',
  rows: [TASK, DONE],
};
const SENT = {
  part: {
    heads: ['STT', 'Tên văn bản', 'Ngày gửi', 'Người gửi', 'Cơ sở Đảng gửi đi', 'Cơ sở Đảng nhận', 'Thao tác'],
    rows: [['1', 'Văn bản số 1', '15/02/2023 ', 'Lê Văn An', 'Đảng bộ tỉnh', 'Chi bộ III', '']],
    total: 1,
  },
  kind: 'documents',
  rows: [{ order: 1, title: 'Văn bản số 1', sent: '2023-02-15', sender: 'Lê Văn An', fromUnit: 'Đảng bộ tỉnh', toUnit: 'Chi bộ III' }],
}; // prettier-ignore
const FILES: Part = {
  heads: ['STT', 'Tên', 'Loại', 'File đính kèm', 'Thao tác'],
  rows: [['1', 'DT', 'Tài liệu', '<p class="bg-red01">Xem tệp tin</p>', '']],
};
const MEETING = '/quanly/congtacdamg/shthuongky';
const STATISTICS: Part = { heads: ['Tiêu chí', 'Kỳ này (2)'], rows: [['A - Tổng số đảng viên', '9']], pages: 0 };
const h3 = (text: string): string => `<h3 class="tieude-tt red">${text}</h3>`;

const CASES: Case[] = [
  { name: 'my tasks', heading: 'Nhiệm vụ của tôi', path: '/quanly/congtacdamg/nvcuatoi', id: 'nhiem-vu-cua-toi', ...TASKS },
  { name: 'all tasks', heading: 'Tổng hợp nhiệm vụ', path: '/quanly/congtacdamg/tonghopnhiemvu', id: 'tong-hop-nhiem-vu', ...TASKS },
  { name: 'tasks given at a meeting', heading: 'Sinh hoạt thường kỳ', path: `${MEETING}/buoc34`, id: 'buoc34', before: step('Bước 3: Diễn biến cuộc họp'), ...TASKS },
  { name: 'tasks followed up', heading: 'Sinh hoạt thường kỳ', path: `${MEETING}/buoc5`, id: 'buoc5', before: step('Bước 5: Theo dõi nhiệm vụ'), ...TASKS },
  { name: 'documents sent', heading: 'Gửi văn bản', path: '/quanly/vanban/guivanban', id: 'gui-tai-lieu', ...SENT },
  { name: 'documents received, with the typo', heading: 'Nhân tài liệu', path: '/quanly/vanban/nhanvanban', id: 'nhan-tai-lieu', ...SENT },
  {
    name: 'documents in hand',
    heading: 'Văn bản',
    path: '/quanly/vanban/dangxuly',
    id: 'van-ban',
    part: {
      heads: ['', 'STT', 'SỐ EOFFICE', 'SỐ KÝ HIỆU', 'TÊN VĂN BẢN', 'TRẠNG THÁI', 'PHÂN LOẠI', 'NGÀY TẠO', ''],
      rows: [['', '1', '889', '225554', 'Quyết định chuẩn y', 'Đang xử lý', 'QĐ khen thưởng', '05-02-2022', '']],
    },
    kind: 'documents',
    rows: [{ order: 1, number: '225554', title: 'Quyết định chuẩn y', status: 'Đang xử lý', type: 'QĐ khen thưởng', date: '2022-02-05' }],
    skipped: ['SỐ EOFFICE'],
  },
  {
    name: 'work in hand',
    heading: 'Công việc',
    path: '/quanly/congviec/tatca',
    id: 'cong-viec',
    part: {
      heads: ['', 'STT', 'TÊN CÔNG VIỆC', 'CHI BỘ THỰC HIỆN', 'TRẠNG THÁI', 'THỜI HẠN', 'NGÀY HOÀN THÀNH', 'XẾP LOẠI', 'VĂN BẢN', ''],
      rows: [
        ['', '1', 'Thu đảng phí', 'Chi bộ I', 'Đang xử lý', '05-02-2022', 'Chưa xác định', 'Chưa đánh giá', 'Công văn 5', ''],
        ['', '2', 'Báo cáo quý', 'Chi bộ I', 'Đã xử lý', '05-03-2022', '01-03-2022', 'Không hoàn thành', '', ''],
      ],
    },
    kind: 'tasks',
    rows: [
      { order: 1, task: 'Thu đảng phí', unit: 'Chi bộ I', status: 'Đang xử lý', deadline: '2022-02-05', completed: null, rating: 'Chưa đánh giá' },
      { order: 2, task: 'Báo cáo quý', unit: 'Chi bộ I', status: 'Đã xử lý', deadline: '2022-03-05', completed: '2022-03-01', rating: 'Không hoàn thành' },
    ],
    skipped: ['VĂN BẢN'],
  },
  {
    name: 'cells',
    heading: 'Chi bộ',
    path: '/quanly/chibo',
    id: 'chi-bo',
    part: {
      heads: ['', 'STT', 'TÊN CHI BỘ', 'NGÀY THÀNH LẬP', 'XẾP LOẠI', 'ĐẢNG BỘ', 'MÔ TẢ', ''],
      rows: [['', '1', 'Chi bộ I', '05-02-2002', '<p>Chưa xếp loại</p>', 'Đảng bộ Viễn thông', 'Khối văn phòng', '']],
    },
    kind: 'units',
    rows: [{ order: 1, unit: 'Chi bộ I', founded: '2002-02-05', rating: 'Chưa xếp loại', parentUnit: 'Đảng bộ Viễn thông' }],
    skipped: ['MÔ TẢ'],
  },
  {
    name: 'a resolution issued',
    heading: 'Sinh hoạt thường kỳ',
    path: `${MEETING}/buoc4`,
    id: 'buoc4',
    before: step('Bước 4: Ra nghị quyết'),
    part: {
      heads: ['STT', 'Tiêu đề', 'Số tài liệu', 'Ngày ban hành', 'Tệp đính kèm', 'Ghi chú', 'Thao tác'],
      rows: [['1', 'Nghị quyết tháng 2', '225554', '09/02/2023', '<span class="red">Tài liệu</span>', '', '']],
      total: 1,
    },
    kind: 'documents',
    rows: [{ order: 1, title: 'Nghị quyết tháng 2', number: '225554', issued: '2023-02-09', note: null }],
    skipped: ['Tệp đính kèm'],
  },
  { name: 'attachments of step 1', heading: 'Sinh hoạt thường kỳ', path: `${MEETING}/buoc1`, id: 'buoc1', before: step('Bước 1: Chuẩn bị tài liệu họp'), part: FILES },
  {
    name: 'opinions of step 2',
    heading: 'Sinh hoạt thường kỳ',
    path: `${MEETING}/buoc2`,
    id: 'buoc2',
    before: step('Bước 2: Tiếp nhận ý kiến kiến nghị'),
    part: { heads: ['STT', 'Người gửi', 'Nội dung', 'Tài liệu đính kèm'], rows: [['1', 'Lê Văn An', 'Kiến nghị', 'Xem tệp tin']], total: 1, pages: 0 },
  },
  { name: 'the course of a meeting', heading: 'Sinh hoạt chuyên đề', path: '/quanly/congtacdamg/shchuyende/buoc32', id: 'buoc32', before: `${step('Bước 3: Diễn biến cuộc họp')}<p>Nội dung sinh hoạt</p><p>Đường dẫn họp trực tuyến</p>`, part: FILES },
  { name: 'minutes', heading: 'Sinh hoạt thường kỳ', path: `${MEETING}/buoc33`, id: 'buoc33', before: `${step('Bước 3: Diễn biến cuộc họp')}<h2>BIÊN BẢN HỌP CHI BỘ</h2><h4>Tháng 2 / 2023</h4><p>Tổng số đảng viên: đồng chí</p>` },
  {
    name: 'scores',
    heading: 'Sinh hoạt thường kỳ',
    path: `${MEETING}/buoc35`,
    id: 'buoc35',
    before: `${step('Bước 3: Diễn biến cuộc họp')}<p><b> Kết quả đảng viên đánh giá</b></p>`,
    part: { heads: ['STT', 'Nội dung', 'Điểm trung bình'], rows: [['1', 'Công tác chuẩn bị', '0.0 / 5']], pages: 0 },
  },
  {
    name: 'the five steps',
    heading: 'Sinh hoạt thường kỳ',
    path: `${MEETING}/chitiet`,
    id: 'chi-tiet-sinh-hoat',
    part: { heads: ['STT', 'Nội dung', 'Trạng thái'], rows: [['1', '<b>Bước 1: Chuẩn bị tài liệu họp</b>', 'Đã thực hiện'], ['2', '<b>Bước 5: Theo dõi nhiệm vụ</b>', 'Chưa hoàn thiện']], pages: 0 },
  },
  {
    name: 'people proposed for the Party, who are no members',
    heading: 'Quần chúng',
    path: '/quanly/quanchunguutu',
    id: 'quan-chung-uu-tu',
    part: { heads: ['', 'STT', 'HỌ TÊN', 'SỐ ĐIỆN THOẠI', 'GIỚI TÍNH', 'CHI BỘ'], rows: [['', '1', 'Lê Văn An', '0900000001', 'Nam', 'Chi bộ I']] },
  },
  { name: 'the log of changes', heading: 'Lịch sử', path: '/quanly/lichsu', id: 'lich-su', part: { heads: ['STT', 'THỜI GIAN', 'PHÂn LOẠI', 'NỘI DUNG'], rows: [['1', '<span><span>10:30, </span>24/03/2023</span>', 'Thêm', 'Thêm đảng viên']] } },
  { name: 'the calendar, with its typo', heading: 'Lịch công tác Đáng', path: '/quanly/lichcongtac', id: 'lich-cong-tac' },
  { name: 'members gained and lost', heading: 'Thống kê', path: '/quanly/thongke/tonghop/thongke1', id: 'thong-ke-1', before: h3('THỐNG KÊ TĂNG GIẢM ĐẢNG VIÊN NĂM'), part: STATISTICS },
  { name: 'members by people', heading: 'Thống kê', path: '/quanly/thongke/tonghop/thongke3', id: 'thong-ke-3', part: STATISTICS },
  {
    name: 'ratings of members as a tree',
    heading: 'Thống kê',
    path: '/quanly/thongke/chibo/danhgia',
    id: 'phan-loai-danh-gia',
    part: { heads: ['TÊN CHI BỘ', '5 NĂM LIỀN', '2023'], rows: [['<b>Chi bộ I</b>', '', '⛌'], ['-&ensp;Lê Văn An', '', 'HTXSNV']], tree: true, pages: 0 },
  },
  {
    name: 'members per cell with a line of totals',
    heading: 'Thống kê',
    path: '/quanly/thongke/chibo/dangvien',
    id: 'phan-loai-dang-vien',
    part: { heads: ['STT', 'TÊN CHI BỘ', 'NAM', 'NỮ', 'ĐẢNG VIÊN'], rows: [['1', 'Chi bộ I', '3', '4', '7'], ['', '<b>ĐẢNG BỘ</b>', '3', '4', '7']], pages: 0 },
  },
]; // prettier-ignore

describe('screens of the VNPT front end', () => {
  it.each(CASES)('$name', ({ heading, path, id, before = '', part, kind, rows, skipped = [] }) => {
    const html = page(heading, before + (part === undefined ? '' : list(part)));
    const seen = read(html, path);
    expect(seen).toMatchObject({
      status: 'ok',
      screen: id,
      points: { value: 1286 },
      context: { role: { value: 'Bí thư' }, unit: { value: 'Chi bộ III - Khối văn phòng' } },
    });
    expect(seen.tables.map((table) => table.kind)).toEqual(kind === undefined ? [] : [kind]);
    if (rows === undefined) return;
    expect(flat(seen.tables[0])).toEqual(rows);
    expect(seen.tables[0]).toMatchObject({ complete: true, total: part?.total ?? null });
    expect(seen.skipped.columns).toEqual(skipped);
    expect(seen.problems).toEqual([]);
  });

  it.each(CASES)('$name, told by what it shows when the address is unknown', ({ heading, before = '', part, kind }) => {
    const seen = read(page(heading, before + (part === undefined ? '' : list(part))));
    expect(seen.status).toBe('ok');
    expect(seen.points?.value).toBe(1286);
    expect(seen.tables.map((table) => table.kind)).toEqual(kind === undefined ? [] : [kind]);
  });

  it.each([
    ['/quanly/chibo', 'chi-bo'],
    [`${MEETING}/buoc1`, 'buoc1'],
  ])('knows %s by its address where a narrow screen leaves the heading out', (path, id) => {
    expect(read(page('', step('Bước 1: Chuẩn bị tài liệu họp')), path).screen).toBe(id);
  });

  it('reads folders as nothing and documents as documents where both stand on one screen', () => {
    const folders = list({
      heads: ['STT', 'Thư mục con', 'Ngày tạo'],
      rows: [['1', 'Lưu trữ', '15/02/2023']],
      total: 1,
    });
    const icon = '<span class="material-icons MuiIcon-root" aria-hidden="true">attach_file</span>';
    const rows = [['1', `<div class="div-flex">${icon}Bài giảng</div>`, '15/02/2023 ']];
    const documents = list({ heads: ['STT', 'Tên tài liệu', 'Ngày ban hành'], rows, total: 1 });
    const both = `<div class="MuiGrid-item">${folders}</div><div class="MuiGrid-item"><h3>Danh sách tài liệu</h3>${documents}</div>`;
    const seen = read(page('Văn kiện tư liệu', both), '/quanly/vankien');
    expect(seen.screen).toBe('van-kien-tu-lieu');
    expect(seen.tables.map((table) => [table.kind, flat(table), table.total, table.complete])).toEqual([
      ['documents', [{ order: 1, title: 'Bài giảng', issued: '2023-02-15' }], 1, true],
    ]);
  });

  it('leaves a list out whose own total contradicts it, and keeps the points', () => {
    const seen = read(page('Nhiệm vụ của tôi', list({ ...TASKS.part, total: 1 })), '/quanly/congtacdamg/nvcuatoi');
    expect(seen).toMatchObject({
      status: 'ok',
      points: { value: 1286 },
      tables: [],
      problems: [{ code: 'inconsistent' }],
    });
  });

  it('takes no table of an article for a list, and no sentence of it for a card', () => {
    const quoted =
      '<table><tr><th>Họ tên</th><th>Điểm tích lũy</th></tr><tr><td>Lê Văn An</td><td>900</td></tr></table>';
    const article = `<h3>Gương sáng</h3>${quoted}<p>Lê Văn An - Sử dụng: rất nhiều lần</p>`;
    for (const [heading, path] of [
      ['Tin tức', '/quanly/tintuc'],
      ['Học tập nghị quyết', '/quanly/hoctapnghiquyet'],
    ] as const) {
      expect(read(page(heading, article), path)).toMatchObject({ status: 'ok', points: { value: 1286 }, tables: [] });
    }
  });

  it('takes an empty list with total 0 for a whole list', () => {
    const seen = read(page('Nhiệm vụ của tôi', list({ heads: TASK_HEADS, rows: [], total: 0 })));
    expect(seen.tables).toMatchObject([{ kind: 'tasks', rows: [], total: 0, complete: true }]);
  });
});

const MEMBERS: Part = {
  heads: ['', 'STT', 'SỐ THẺ DẢNG', 'HỌ TÊN', 'CHI BỘ'],
  rows: [
    ['', '1', '99.100001', 'Lê Văn An', 'Chi bộ III'],
    ['', '2', '99.100002', 'Trần Thị Bình', 'Chi bộ III'],
  ],
};
const UNITS = grid({ heads: ['STT', 'Tên cơ sở Đảng', 'Địa chỉ'], rows: [['1', 'Chi bộ I', 'Đường số 1']] });
const members = (part: Part = MEMBERS, after = '', path = '/quanly/dangvien') =>
  read(page('Đảng viên', list(part), after), path);

describe('what lies over a page', () => {
  it('leaves the table and the heading of an open dialog alone', () => {
    const seen = read(page('Học tập nghị quyết', list({ heads: ['STT', 'Chủ đề'], rows: [['1', 'Nghị quyết 5']], total: 1 }), dialog(UNITS)));
    expect(seen.screen).toBe('hoc-tap-nghi-quyet');
    expect(seen.tables.map((table) => table.kind)).toEqual(['study']);
    expect(read(page('', '', dialog(UNITS)), '/quanly/tintuc')).toMatchObject({ screen: 'tin-tuc', tables: [] });
  }); // prettier-ignore

  it.each([
    ['a drawer that is put away', '<div role="presentation" class="MuiDrawer-root MuiModal-root MuiModal-hidden" aria-hidden="true"><h5>Thông báo</h5><p>Điểm tích lũy: 5000</p></div>'],
    ['a dialog', dialog('<span>Điểm tích lũy: 5000</span>')],
    ['a tooltip', '<div role="tooltip"><span>Điểm tích lũy: 5000</span></div>'],
    ['a tab that is not shown', '<div hidden><span>Điểm tích lũy: 5000</span></div><div style="display: none"><span>Điểm tích lũy: 5000</span></div>'],
    ['a spinner in a dialog', dialog('<div class="rs-loader"></div>')],
  ])('reads points and list beside %s', (_, after) => {
    const seen = members(MEMBERS, after);
    expect(seen.points?.value).toBe(1286);
    expect(seen.tables[0]?.rows.length).toBe(2);
  }); // prettier-ignore

  it('still reads a page that a dialog hides from screen readers', () => {
    const seen = read(
      page('Đảng viên', list(MEMBERS), dialog(UNITS)).replace('id="root"', 'id="root" aria-hidden="true"'),
    );
    expect(seen.tables.map((table) => table.kind)).toEqual(['members']);
  });
});

describe('points', () => {
  it.each([
    '<p>Điểm tích lũy: 5000</p>',
    '<article><span>Điểm tích lũy: 5000 điểm là mức cao nhất</span></article>',
    '<ul><li>Điểm tích lũy: gần 70.000</li></ul>',
    '<div>Điểm tích lũy: bao nhiêu là đủ?</div>',
    `<div class="notice"><p>Điểm tích lũy:</p></div>`,
  ])('quoted in the text of a page count for nothing: %s', (quote) => {
    expect(read(page('Tin tức', quote)).points?.value).toBe(1286);
  });

  it('two plain numbers contradict each other wherever they stand', () => {
    expect(read(page('Tin tức', '<span>Điểm tích lũy: 5000</span>')).problems).toMatchObject([{ code: 'ambiguous' }]);
    expect(read(page('Tin tức', '', '', POINTS + POINTS.replace('1286', '1287'))).problems).toMatchObject([
      { code: 'ambiguous' },
    ]);
  });

  it('a role without points is not given those of an article', () => {
    const seen = read(page('Tin tức', '<p>Điểm tích lũy: 5000</p><span>Điểm tích lũy: 5000</span>', '', ''));
    expect(seen).toMatchObject({ status: 'changed', points: null, problems: [{ code: 'missing', part: 'points' }] });
  });
});

describe('lists that are only a part', () => {
  const picker = (value: string): string =>
    `<div class="rs-picker"><span class="rs-picker-toggle-label">Chi bộ: </span><span class="rs-picker-toggle-${value === '' ? 'placeholder">Select' : `value">${value}`}</span></div>`;
  const tabs = (chosen: number): string =>
    `<div class="rs-nav rs-nav-tabs">${['Đảng viên', 'Quần chúng ưu tú'].map((tab, index) => `<a class="rs-nav-item${index === chosen ? ' rs-nav-item-active" aria-selected="true' : ''}">${tab}</a>`).join('')}</div>`;

  it.each([
    ['everything', picker(''), '/quanly/dangvien', true],
    ['one cell chosen', picker('Chi bộ III'), '/quanly/dangvien', false],
    ['a search', '<input type="text" placeholder="Tìm kiếm" value="An">', '/quanly/dangvien', false],
    ['an address for one row', '', '/quanly/dangvien?id=5', false],
    ['the first tab', tabs(0), '/quanly/dangvien', true],
    ['another tab', tabs(1), '/quanly/dangvien', false],
  ])('%s', (_, toolbar, path, complete) => {
    const seen = members({ ...MEMBERS, toolbar }, '', path);
    expect(seen.tables[0]).toMatchObject({ kind: 'members', complete });
    const collector = createCollector();
    for (const table of seen.tables) expect(collector.add(table).complete).toBe(complete);
    expect(seen.address.includes('?')).toBe(false);
  });

  it('lists of one heading under two addresses are two lists', () => {
    const html = page('Công việc', list({ heads: ['STT', 'TÊN CÔNG VIỆC'], rows: [['1', 'Thu đảng phí']] }));
    const ids = ['tatca', 'dangxuly'].map((part) => read(html, `/quanly/congviec/${part}`).tables[0]?.listId);
    expect(new Set(ids).size).toBe(2);
  });

  it('an identity never outgrows what may be sent', () => {
    const long = 'Sinh hoạt chi bộ '.repeat(40);
    const html = page(long, `<div class="table-toolbar"><div class="rs-stack-item"><p>${long}</p></div></div>${list({ ...MEMBERS, toolbar: tabs(1) + picker(long) })}`);
    const [table] = read(html.replaceAll('Khối văn phòng', long), `/${'a'.repeat(300)}`).tables;
    expect(table?.listId.length).toBeLessThanOrEqual(400);
  }); // prettier-ignore

  it('attendance of two meetings is two lists, and a changed status replaces the row', () => {
    const radios = (chosen: number): string =>
      ['Có mặt', 'Vắng có phép', 'Vắng không phép', 'Miễn sinh hoạt']
        .map(
          (choice, at) =>
            `<div class="rs-radio${at === chosen ? ' rs-radio-checked' : ''}"><label>${choice}</label></div>`,
        )
        .join('');
    const meeting = (month: number, chosen: number) =>
      read(
        page('Sinh hoạt thường kỳ', `${step('Bước 3: Diễn biến cuộc họp').replace('tháng 2', `tháng ${month}`)}<h2>Danh sách điểm danh</h2>${list({ heads: ['STT', 'Họ tên', 'Trạng thái'], rows: [['1', 'Lê Văn An', radios(chosen)], ['2', 'Đỗ Văn Ba', radios(0)]], total: 2 })}`),
        `${MEETING}/buoc31`,
      ).tables[0]; // prettier-ignore
    const [first, changed, other] = [meeting(2, 0), meeting(2, 1), meeting(3, 0)];
    expect(other?.listId).not.toBe(first?.listId);
    expect(changed?.listId).toBe(first?.listId);
    const collector = createCollector();
    for (const table of [first, changed]) if (table !== undefined) collector.add(table);
    expect(collector.rows().map((row) => row.cells['status']?.value)).toEqual(['Vắng có phép', 'Có mặt']);
    expect(collector.state()).toMatchObject({ captured: 2, complete: true, restarts: 0 });
  });
});
