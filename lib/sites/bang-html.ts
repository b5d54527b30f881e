/** Old server-made handbooks: plain tables with heads, dates and numbers written in several ways. The generic last resort. */
import { TABLES } from './columns';
import { defineSite } from './define-site';

const ROLE_LIST = 'select[name="vai"], select[name*="role"], select[name*="Role"], select[name*="VaiTro"]';

export const bangHtml = defineSite({
  format: 'sotay-site',
  version: 1,
  id: 'bang-html',
  siteVersion: 1,
  label: { vi: 'Trang sổ tay dạng bảng', en: 'Handbook of plain tables' },
  hosts: ['sotaydangvien.tuyenquang.dcs.vn', 'sotaydangvien.hue.gov.vn', 'sotaydangvien.hanoi.dcs.vn'],
  provenance: {
    vi: 'Chung cho trang có bảng HTML; giao diện của từng tỉnh chưa từng được xem.',
    en: 'Generic for pages with HTML tables; no province’s own front end was seen.',
  },
  checkedAgainst: { vi: 'Trang mẫu cu của dự án.', en: 'The project’s cu stand-in.' },
  confidence: 'assumed',
  spa: 'none',
  detect: [
    [{ select: 'th' }, { text: 'Họ và tên' }],
    [{ select: 'th' }, { text: 'Họ tên' }],
    [{ select: 'table' }, { starts: 'Sổ tay đảng viên' }],
    [{ starts: 'Điểm tích lũy' }],
    [{ starts: 'Sổ tay đảng viên' }],
    // Its sign-in pages carry nothing else.
    [{ path: '/dang-nhap' }, { text: 'Đăng nhập' }],
  ],
  lastResort: true,
  loginPaths: ['/dang-nhap', '/login', '/account/login'],
  sessionEnded: ['Phiên đăng nhập đã hết hạn', 'Phiên làm việc đã hết hạn'],
  loading: ['.loading-overlay'],
  icons: ['.material-icons', '.fa', '.glyphicon'],
  headings: ['h1', 'h2', 'h3', '.page-title'],
  context: {
    name: [{ select: '#lblHoTen, #lblTenDangVien, #lblUserName' }, { after: ['Xin chào', 'Họ và tên'] }],
    role: [{ chosen: ROLE_LIST, part: 'beforeDash' }, { after: ['Chức vụ', 'Vai trò'] }],
    unit: [{ chosen: ROLE_LIST, part: 'afterDash' }, { after: ['Chi bộ', 'Đơn vị'] }],
  },
  points: { labels: ['Điểm tích lũy', 'Tổng điểm tích lũy'], units: ['điểm'], required: false },
  tables: Object.values(TABLES),
  shapes: ['table', 'grid'],
  totalLabels: ['Tổng số', 'Tổng cộng', 'Tổng số bản ghi'],
  pagers: ['.pagination', '.pager', '.trang', '.paging', '.dataTables_paginate'],
  searchLabels: ['Tìm kiếm', 'Từ khóa', 'Nhập từ khóa'],
  emptyTexts: ['Không có dữ liệu', 'Không có bản ghi nào'],
  screens: [
    { id: 'trang-chu', headings: ['Trang chủ'] },
    { id: 'xep-hang', headings: ['Xếp hạng', 'Bảng xếp hạng'], tables: [{ kind: 'ranking', need: 'always' }] },
    { id: 'dang-vien', headings: ['Danh sách đảng viên', 'Đảng viên'], tables: [{ kind: 'members', need: 'ifTable' }] },
    {
      id: 'diem-danh',
      headings: ['Điểm danh', 'Danh sách điểm danh'],
      tables: [{ kind: 'attendance', need: 'ifTable' }],
    },
    {
      id: 'sinh-hoat',
      headings: ['Sinh hoạt chi bộ', 'Sinh hoạt', 'Sinh hoạt thường kỳ'],
      tables: [{ kind: 'meetings', need: 'ifTable' }],
    },
    { id: 'hoc-tap', headings: ['Học tập nghị quyết'], tables: [{ kind: 'study', need: 'ifTable' }] },
    { id: 'diem', headings: ['Điểm tích lũy', 'Điểm của tôi'], tables: [{ kind: 'pointsLog', need: 'ifTable' }] },
    { id: 'van-ban', headings: ['Văn bản', 'Tài liệu'], tables: [{ kind: 'documents', need: 'ifTable' }] },
    { id: 'thong-bao', headings: ['Thông báo'], tables: [{ kind: 'notices', need: 'ifTable' }] },
    { id: 'cong-viec', headings: ['Công việc', 'Nhiệm vụ'], tables: [{ kind: 'tasks', need: 'ifTable' }] },
    { id: 'tin-tuc', headings: ['Tin tức'], tables: [{ kind: 'documents', need: 'may' }] },
  ],
});
