/** Screens of the VNPT family by first heading and path; a kind is demanded only where the real screen was seen. */
import type { TableKind } from '../model/observation';
import type { SiteInput } from '../model/site';

type Screens = SiteInput['screens'];
const MEETINGS = [
  { id: 'sinh-hoat-thuong-ky', heading: 'Sinh hoạt thường kỳ', path: '/quanly/congtacdamg/shthuongky' },
  { id: 'sinh-hoat-chuyen-de', heading: 'Sinh hoạt chuyên đề', path: '/quanly/congtacdamg/shchuyende' },
  { id: 'sinh-hoat-cap-uy', heading: 'Sinh hoạt cấp ủy', path: '/quanly/congtacdamg/shcapuy' },
] as const;

/** A step of a meeting keeps the heading of the list it belongs to, so steps are told apart by what stands on them. */
const step = (id: string, path: string, marks: string[], more: Partial<Screens[number]> = {}): Screens[number] => ({
  id,
  headings: MEETINGS.map((meeting) => meeting.heading),
  paths: MEETINGS.map((meeting) => `${meeting.path}/${path}`),
  marks,
  ...more,
});

/** A form or a report: what stands in its tables (attachments, opinions, scores) is no list of ours. */
const CLOSED = { closed: true };
const may = (...kinds: TableKind[]): Partial<Screens[number]> => ({
  tables: kinds.map((kind) => ({ kind, need: 'may' as const })),
});
const STEP_3 = 'Bước 3: Diễn biến cuộc họp';

const STEPS: Screens = [
  step('buoc31-diem-danh', 'buoc31', ['Danh sách điểm danh'], { tables: [{ kind: 'attendance', need: 'always' }] }),
  step('chi-tiet-sinh-hoat', 'chitiet', ['Bước 1: Chuẩn bị tài liệu họp', 'Bước 5: Theo dõi nhiệm vụ'], CLOSED),
  step('buoc1', 'buoc1', ['Bước 1: Chuẩn bị tài liệu họp'], CLOSED),
  step('buoc2', 'buoc2', ['Bước 2: Tiếp nhận ý kiến kiến nghị'], CLOSED),
  step('buoc32', 'buoc32', [STEP_3, 'Nội dung sinh hoạt', 'Đường dẫn họp trực tuyến'], CLOSED),
  step('buoc36', 'buoc36', [STEP_3, 'BIÊN BẢN HỌP CHI BỘ', 'In biên bản'], CLOSED),
  step('buoc33', 'buoc33', [STEP_3, 'BIÊN BẢN HỌP CHI BỘ'], CLOSED),
  step('buoc34', 'buoc34', [STEP_3, 'Đảng viên nhận'], may('tasks')),
  step('buoc35', 'buoc35', [STEP_3, 'Kết quả đảng viên đánh giá'], CLOSED),
  {
    ...step('buoc3', 'buoc3', [STEP_3], CLOSED),
    paths: MEETINGS.flatMap(({ path }) => ['3', '32', '33', '34', '35', '36'].map((part) => `${path}/buoc${part}`)),
  },
  step('buoc4', 'buoc4', ['Bước 4: Ra nghị quyết'], may('documents')),
  step('buoc4', 'buoc4', ['Bước 4: Ban hành nghị quyết'], may('documents')),
  step('buoc5', 'buoc5', ['Bước 5: Theo dõi nhiệm vụ'], may('tasks')),
  step('bieu-quyet', 'bieuquyet', ['Kết thúc biểu quyết'], CLOSED),
];

const statistics = (id: string, paths: string[], headings: string[], marks: string[] = []): Screens[number] => ({
  id,
  headings: ['Thống kê', ...headings],
  paths,
  marks,
  closed: true,
});

/** All of them are headed alike: told apart by address or title, and read by none of our kinds. */
const STATISTICS: Screens = [
  { id: 'thong-ke', headings: ['Thống kê', 'Thống kê tổng hợp'], closed: true },
  statistics('dang-vien-xuat-sac', ['/quanly/thongke/dangvien/xuatsac'], ['Đảng viên xuất sắc']),
  statistics(
    'bao-cao-ket-qua',
    ['/quanly/thongke/dangvien/baocaoketqua'],
    ['Báo cáo kết quả đánh giá'],
    ['1. Tổng số đảng viên hiện có đến thời điểm đánh giá chất lượng:'],
  ),
  statistics('phan-loai-dang-vien', ['/quanly/thongke/chibo/dangvien'], ['Phân loại đảng viên'], ['TÊN ĐV DỰ BỊ']),
  statistics(
    'phan-loai-danh-gia',
    ['/quanly/thongke/chibo/danhgia'],
    ['Phân loại đánh giá'],
    ['Chỉ hiện đảng viên xuất sắc 5 năm liên tục'],
  ),
  statistics('bao-cao-ket-qua', ['/quanly/thongke/dangvien/baocaoketqua'], ['Báo cáo kết quả đánh giá']),
  statistics('phan-loai-dang-vien', ['/quanly/thongke/chibo/dangvien'], ['Phân loại đảng viên']),
  statistics('phan-loai-danh-gia', ['/quanly/thongke/chibo/danhgia'], ['Phân loại đánh giá']),
  ...[
    ['1. Tăng giảm Đảng viên', 'THỐNG KÊ TĂNG GIẢM ĐẢNG VIÊN NĂM'],
    ['2. Đảng viên mới kết nạp', 'THỐNG KÊ ĐẢNG VIÊN MỚI KẾT NẠP NĂM'],
    ['3. Đảng viên theo dân tộc'],
    ['4. Đội ngũ Đảng viên'],
    ['5. Tổ chức Đảng, Đảng viên', 'THỐNG KÊ TỔ CHỨC ĐẢNG VÀ ĐẢNG VIÊN TRONG CÁC LOẠI HÌNH CƠ SỞ'],
    ['6. Xếp loại Cơ sở Đảng'],
    ['7. Xếp loại Đảng viên', 'THỐNG KÊ KIỂM ĐIỂM, ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG ĐẢNG VIÊN'],
  ].flatMap(([heading = '', title], index) => {
    const of = (marks: string[]) =>
      statistics(`thong-ke-${index + 1}`, [`/quanly/thongke/tonghop/thongke${index + 1}`], [heading], marks);
    return title === undefined ? [of([])] : [of([title]), of([])];
  }),
];

const free = (id: string, headings: string[], paths: string[] = []): Screens[number] => ({ id, headings, paths });

export const VNPT_SCREENS: Screens = [
  {
    id: 'trang-chu',
    headings: ['Trang chủ'],
    paths: ['/dashboard/default'],
    tables: [
      { kind: 'tasks', need: 'ifTable' },
      { kind: 'usage', need: 'may' },
    ],
  },
  {
    id: 'dang-vien',
    headings: ['Đảng viên'],
    paths: ['/quanly/dangvien'],
    tables: [{ kind: 'members', need: 'always' }],
  },
  {
    id: 'co-cau-to-chuc',
    headings: ['Cơ cấu tổ chức'],
    paths: ['/quanly/cocautochuc'],
    tables: [
      { kind: 'units', need: 'ifTable' },
      { kind: 'members', need: 'may' },
    ],
  },
  {
    id: 'hoc-tap-nghi-quyet',
    headings: ['Học tập nghị quyết'],
    paths: ['/quanly/hoctapnghiquyet'],
    tables: [
      { kind: 'study', need: 'ifTable' },
      { kind: 'quiz', need: 'may' },
      { kind: 'documents', need: 'may' },
    ],
  },
  {
    id: 'xep-hang',
    headings: ['Xếp hạng', 'Bảng xếp hạng'],
    paths: ['/dashboard/default10'],
    tables: [{ kind: 'ranking', need: 'ifTable' }],
  },
  ...STEPS,
  ...MEETINGS.map(({ id, heading, path }): Screens[number] => ({
    id,
    headings: [heading],
    paths: [path],
    tables: [{ kind: 'meetings', need: 'ifTable' }],
  })),
  free('diem-tich-luy', ['Điểm tích lũy', 'Điểm của tôi', 'Điểm cá nhân']),
  { ...free('tin-tuc', ['Tin tức'], ['/quanly/tintuc']), ...may('documents', 'notices') },
  { ...free('thong-bao', ['Thông báo'], ['/quanly/thongbao']), ...may('notices') },
  {
    ...free('tin-noi-bo', ['Bản tin thông báo nội bộ', 'Thông báo nội bộ'], ['/quanly/tinnoibo']),
    ...may('documents', 'notices'),
  },
  { ...free('lich-cong-tac', ['Lịch công tác', 'Lịch công tác Đảng'], ['/quanly/lichcongtac']), ...CLOSED },
  { ...free('nhiem-vu-cua-toi', ['Nhiệm vụ của tôi'], ['/quanly/congtacdamg/nvcuatoi']), ...may('tasks') },
  {
    ...free('tong-hop-nhiem-vu', ['Tổng hợp nhiệm vụ', 'Nhiệm vụ của tôi'], ['/quanly/congtacdamg/tonghopnhiemvu']),
    ...may('tasks'),
  },
  {
    ...free(
      'van-kien-tu-lieu',
      ['Văn kiện - Tư liệu', 'Văn kiên - Tự liệu', 'Văn kiện tư liệu'],
      ['/quanly/vankien', '/quanly/vankientulieu'],
    ),
    ...may('documents'),
  },
  { ...free('gui-tai-lieu', ['Gửi tài liệu', 'Gửi văn bản'], ['/quanly/vanban/guivanban']), ...may('documents') },
  {
    ...free(
      'nhan-tai-lieu',
      ['Nhận tài liệu', 'Nhân tài liệu', 'Nhận văn bản', 'Nhân văn bản'],
      ['/quanly/vanban/nhanvanban'],
    ),
    ...may('documents'),
  },
  free('van-ban-moi', ['Văn bản mới'], ['/dashboard/default7']),
  free('luu-tru-yeu-thich', ['Lưu trữ yêu thích'], ['/dashboard/default8']),
  {
    ...free(
      'van-ban',
      ['Văn bản', 'Văn bản đang xử lý', 'Văn bản đã xử lý'],
      ['/quanly/vanban/tatca', '/quanly/vanban/dangxuly', '/quanly/vanban/daxuly'],
    ),
    ...may('documents'),
  },
  {
    ...free(
      'cong-viec',
      ['Công việc', 'Công việc đang xử lý', 'Công việc chờ đánh giá', 'Công việc đã hoàn thành'],
      ['tatca', 'dangxuly', 'chodanhgia', 'dahoanthanh'].map((part) => `/quanly/congviec/${part}`),
    ),
    ...may('tasks'),
  },
  { ...free('chi-bo', ['Chi bộ'], ['/quanly/chibo']), ...may('units') },
  // Same columns as the members, but they are none.
  { ...free('quan-chung-uu-tu', ['Quần chúng ưu tú', 'Quần chúng'], ['/quanly/quanchunguutu']), ...CLOSED },
  { ...free('lich-su', ['Lịch sử', 'Nhật ký'], ['/quanly/lichsu']), ...CLOSED },
  free('danh-gia-xep-loai', ['Đánh giá xếp loại']),
  ...STATISTICS,
  free('tai-lieu', ['Tài liệu', 'Hướng dẫn'], ['/tai-lieu']),
];
