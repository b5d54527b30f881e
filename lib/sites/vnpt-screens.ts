/** Screens of the VNPT family by first heading and path; a kind is demanded only where the real screen was seen. */
import type { SiteInput } from '../model/site';

type Screens = SiteInput['screens'];
const MEETINGS = [
  { id: 'sinh-hoat-thuong-ky', heading: 'Sinh hoạt thường kỳ', path: '/quanly/congtacdamg/shthuongky' },
  { id: 'sinh-hoat-chuyen-de', heading: 'Sinh hoạt chuyên đề', path: '/quanly/congtacdamg/shchuyende' },
  { id: 'sinh-hoat-cap-uy', heading: 'Sinh hoạt cấp ủy', path: '/quanly/congtacdamg/shcapuy' },
] as const;

/** A step of a meeting keeps the heading of the list it belongs to, so steps are told apart by what stands on them. */
const step = (id: string, path: string, marks: string[], tables: Screens[number]['tables'] = []): Screens[number] => ({
  id,
  headings: MEETINGS.map((meeting) => meeting.heading),
  paths: MEETINGS.map((meeting) => `${meeting.path}/${path}`),
  marks,
  tables,
});

const STEPS: Screens = [
  step('buoc31-diem-danh', 'buoc31', ['Danh sách điểm danh'], [{ kind: 'attendance', need: 'always' }]),
  step('chi-tiet-sinh-hoat', 'chitiet', ['Bước 1: Chuẩn bị tài liệu họp', 'Bước 5: Theo dõi nhiệm vụ']),
  step('buoc1', 'buoc1', ['Bước 1: Chuẩn bị tài liệu họp']),
  step('buoc2', 'buoc2', ['Bước 2: Tiếp nhận ý kiến kiến nghị']),
  step('buoc3', 'buoc32', ['Bước 3: Diễn biến cuộc họp']),
  step('buoc4', 'buoc4', ['Bước 4: Ban hành nghị quyết']),
  step('buoc5', 'buoc5', ['Bước 5: Theo dõi nhiệm vụ']),
  step('bieu-quyet', 'bieuquyet', ['Kết thúc biểu quyết']),
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
  free('tin-tuc', ['Tin tức'], ['/quanly/tintuc']),
  free('thong-bao', ['Thông báo'], ['/quanly/thongbao']),
  free('tin-noi-bo', ['Bản tin thông báo nội bộ', 'Thông báo nội bộ'], ['/quanly/tinnoibo']),
  free('lich-cong-tac', ['Lịch công tác'], ['/quanly/lichcongtac']),
  free('nhiem-vu-cua-toi', ['Nhiệm vụ của tôi'], ['/quanly/congtacdamg/nvcuatoi']),
  free('tong-hop-nhiem-vu', ['Tổng hợp nhiệm vụ'], ['/quanly/congtacdamg/tonghopnhiemvu']),
  free('van-kien-tu-lieu', ['Văn kiện - Tư liệu', 'Văn kiên - Tự liệu'], ['/quanly/vankien']),
  free('gui-tai-lieu', ['Gửi tài liệu', 'Gửi văn bản'], ['/quanly/vanban/guivanban']),
  free('nhan-tai-lieu', ['Nhận tài liệu', 'Nhân tài liệu', 'Nhận văn bản'], ['/quanly/vanban/nhanvanban']),
  free('van-ban-moi', ['Văn bản mới'], ['/dashboard/default7']),
  free('luu-tru-yeu-thich', ['Lưu trữ yêu thích'], ['/dashboard/default8']),
  free(
    'van-ban',
    ['Văn bản', 'Văn bản đang xử lý', 'Văn bản đã xử lý'],
    ['/quanly/vanban/tatca', '/quanly/vanban/dangxuly', '/quanly/vanban/daxuly'],
  ),
  free(
    'cong-viec',
    ['Công việc', 'Công việc đang xử lý', 'Công việc chờ đánh giá', 'Công việc đã hoàn thành'],
    [
      '/quanly/congviec/tatca',
      '/quanly/congviec/dangxuly',
      '/quanly/congviec/chodanhgia',
      '/quanly/congviec/dahoanthanh',
    ],
  ),
  free('chi-bo', ['Chi bộ'], ['/quanly/chibo']),
  free('quan-chung-uu-tu', ['Quần chúng ưu tú'], ['/quanly/quanchunguutu']),
  free('danh-gia-xep-loai', ['Đánh giá xếp loại']),
  free('dang-vien-xuat-sac', ['Đảng viên xuất sắc'], ['/quanly/thongke/dangvien/xuatsac']),
  free('bao-cao-ket-qua', ['Báo cáo kết quả đánh giá'], ['/quanly/thongke/dangvien/baocaoketqua']),
  free('phan-loai-dang-vien', ['Phân loại đảng viên'], ['/quanly/thongke/chibo/dangvien']),
  free('phan-loai-danh-gia', ['Phân loại đánh giá'], ['/quanly/thongke/chibo/danhgia']),
  free('tai-lieu', ['Tài liệu', 'Hướng dẫn'], ['/tai-lieu']),
];
