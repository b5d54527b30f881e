/** The VNPT family (React, MUI, rsuite; front end of 2023). */
import { TABLES } from './columns';
import { defineSite } from './define-site';
import { VNPT_SCREENS } from './vnpt-screens';

const PICKER = '.red-quyen .rs-picker-toggle-value, .red-quyen .rs-picker-toggle-placeholder';

export const vnpt = defineSite({
  format: 'sotay-site',
  version: 1,
  id: 'vnpt',
  siteVersion: 1,
  label: { vi: 'Sổ tay đảng viên – VNPT', en: 'Handbook by VNPT' },
  hosts: ['stdv.vnpt.me', 'qldv.vnpt.me'],
  provenance: {
    vi: 'Dựng lại từ mã nguồn công khai của giao diện năm 2023.',
    en: 'Rebuilt from the public source of the 2023 front end.',
  },
  checkedAgainst: {
    vi: 'Chín màn hình của giao diện thật với dữ liệu hư cấu và trang mẫu của dự án; chưa kiểm trên hệ thống đang chạy.',
    en: 'Nine screens of the real front end with fictional data and the project’s stand-in; not yet on a live system.',
  },
  confidence: 'realPages',
  spa: 'history',
  detect: [
    [{ starts: 'Điểm tích lũy' }, { select: '[class*="rs-picker"], [class*="rs-table"], [class*="MuiBox"]' }],
    [{ text: 'HỒ SƠ ĐẢNG VỤ' }, { text: 'SỔ TAY ĐẢNG VIÊN' }],
    [{ text: 'NGHIỆP VỤ ĐẢNG' }, { text: 'Cơ cấu tổ chức' }],
    [{ starts: 'PHẦN MỀM QUẢN LÝ HỒ SƠ ĐẢNG VỤ' }],
  ],
  loginPaths: ['/session/signin'],
  sessionEnded: ['Phiên đăng nhập đã hết hạn', 'Phiên làm việc đã hết hạn', 'Vui lòng đăng nhập lại'],
  loading: [
    '.rs-loader',
    '.MuiCircularProgress-root:not(.MuiCircularProgress-determinate)',
    '.MuiSkeleton-root',
    '.rs-placeholder',
  ],
  icons: ['.material-icons', '.MuiIcon-root'],
  headings: ['h4'],
  context: {
    name: [
      { select: '.MuiBox-root > .MuiBox-root > span.MuiBox-root > strong' },
      { select: '.MuiBox-root > span > strong' },
    ],
    role: [{ select: PICKER, part: 'beforeDash' }],
    unit: [{ select: PICKER, part: 'afterDash' }],
  },
  points: {
    labels: ['Điểm tích lũy'],
    units: ['điểm'],
    required: true,
    beside: ['.red-quyen'],
    absent: {
      landmarks: ['.red-quyen', '.MuiBox-root > span > strong', 'button .MuiBadge-root'],
      parts: ['button', '.MuiAvatar-root'],
      texts: ['assignment_ind'],
    },
  },
  tables: Object.values(TABLES),
  cards: [{ kind: 'usage', label: 'Sử dụng', unitWord: 'lần', headings: ['Sử dụng nhiều nhất'] }],
  shapes: ['grid', 'table'],
  totalLabels: ['Tổng số'],
  pagers: ['.rs-pagination'],
  searchLabels: ['Tìm kiếm', 'Tìm kiếm theo tên', 'Nhập từ khóa', 'Nhập từ khóa tìm kiếm'],
  filters: ['.table-toolbar .rs-picker-toggle-value'],
  filterParams: ['id', 'idVB', 'search'],
  tabs: ['.rs-nav-tabs .rs-nav-item'],
  subjects: ['.table-toolbar .rs-stack-item > p:not(.td-right):not(.border-input)'],
  emptyTexts: ['No data found', 'Không có dữ liệu'],
  screens: VNPT_SCREENS,
});
