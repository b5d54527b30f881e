/** The national handbook of 2025: who is signed in and where; no points are known to exist there. */
import { TABLES } from './columns';
import { defineSite } from './define-site';

export const quocGia = defineSite({
  format: 'sotay-site',
  version: 1,
  id: 'quoc-gia',
  siteVersion: 1,
  label: { vi: 'Sổ tay đảng viên điện tử (toàn quốc)', en: 'National e-handbook' },
  hosts: ['sotaydangvien.dcs.vn'],
  provenance: {
    vi: 'Đường dẫn từ mã nguồn công khai, tên trường từ báo chí; giao diện chưa từng được xem.',
    en: 'Paths from public code, field names from the press; the front end was never seen.',
  },
  checkedAgainst: { vi: 'Trang mẫu quoc-gia của dự án.', en: 'The project’s quoc-gia stand-in.' },
  confidence: 'assumed',
  spa: 'history',
  detect: [
    [{ select: 'a[href^="/page/"]' }, { starts: 'Sổ tay đảng viên' }],
    [{ path: '/page/Account' }],
    [{ path: '/auth/login' }],
  ],
  loginPaths: ['/auth/login'],
  sessionEnded: ['Phiên làm việc đã hết hạn', 'Phiên đăng nhập đã hết hạn'],
  loading: [],
  icons: ['.material-icons', '.MuiIcon-root'],
  headings: ['h1', 'h2'],
  context: {
    name: [{ select: 'header .user, header .username' }, { after: ['Họ và tên'] }],
    role: [{ after: ['Chức vụ', 'Chức vụ Đảng'] }],
    unit: [{ after: ['Chi bộ đang sinh hoạt'] }],
  },
  points: null,
  tables: [TABLES.meetings, TABLES.study, TABLES.documents],
  shapes: ['table'],
  totalLabels: ['Tổng số'],
  pagers: ['.MuiPagination-root', '.pagination'],
  searchLabels: ['Tìm kiếm'],
  emptyTexts: ['Không có dữ liệu'],
  screens: [
    { id: 'ho-so', headings: ['Hồ sơ đảng viên'], paths: ['/page/Account/home'] },
    { id: 'sinh-hoat', headings: ['Chuẩn bị sinh hoạt'], tables: [{ kind: 'meetings', need: 'ifTable' }] },
    { id: 'tra-cuu', headings: ['Tra cứu'], tables: [{ kind: 'documents', need: 'ifTable' }] },
    { id: 'hoc-tap', headings: ['Học tập nghị quyết'], tables: [{ kind: 'study', need: 'ifTable' }] },
  ],
});
