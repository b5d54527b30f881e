/** The PTIT family (Ant Design Pro): real tables with pagers, a reload when the role changes. */
import { TABLES } from './columns';
import { defineSite } from './define-site';

export const ptit = defineSite({
  format: 'sotay-site',
  version: 1,
  id: 'ptit',
  siteVersion: 1,
  label: { vi: 'Sổ tay đảng viên – sotaydangvien.com', en: 'Handbook of sotaydangvien.com' },
  hosts: ['*.sotaydangvien.com'],
  provenance: {
    vi: 'Suy từ mã nguồn công khai dùng Ant Design; giao diện đang chạy chưa từng được xem.',
    en: 'Inferred from public code built on Ant Design; the running front end was never seen.',
  },
  checkedAgainst: { vi: 'Trang mẫu ptit của dự án.', en: 'The project’s ptit stand-in.' },
  confidence: 'assumed',
  spa: 'history',
  detect: [
    [{ select: '.ant-layout, .ant-pro-layout' }, { starts: 'Sổ tay đảng viên' }],
    [{ select: '.ant-form' }, { starts: 'Sổ tay đảng viên' }],
  ],
  loginPaths: ['/user/login'],
  sessionEnded: ['Phiên đăng nhập đã hết hạn', 'Phiên làm việc đã hết hạn'],
  loading: ['.ant-spin-spinning', '.ant-skeleton-active'],
  icons: ['.anticon'],
  headings: ['.ant-page-header-heading-title', 'h1', 'h2'],
  context: {
    name: [{ select: '.user-name, .ant-pro-global-header-name' }, { after: ['Họ và tên'] }],
    role: [{ select: '.ant-layout-header .ant-select-selection-item', part: 'beforeDash' }, { after: ['Chức vụ'] }],
    unit: [
      { select: '.ant-layout-header .ant-select-selection-item', part: 'afterDash' },
      { after: ['Tổ chức cơ sở Đảng', 'Chi bộ'] },
    ],
  },
  points: { labels: ['Điểm tích lũy'], units: ['điểm'], required: true },
  tables: Object.values(TABLES),
  shapes: ['antd', 'table'],
  totalLabels: ['Tổng số', 'Tổng cộng'],
  pagers: ['.ant-pagination'],
  searchLabels: ['Tìm kiếm', 'Nhập từ khóa', 'input search text'],
  emptyTexts: ['No data', 'Không có dữ liệu', 'Trống'],
  screens: [
    { id: 'trang-chu', headings: ['Trang chủ'], paths: ['/trang-chu'] },
    {
      id: 'xep-hang',
      headings: ['Xếp hạng', 'Bảng xếp hạng', 'Xếp hạng toàn Đảng bộ'],
      paths: ['/xep-hang'],
      tables: [{ kind: 'ranking', need: 'always' }],
    },
    { id: 'dang-vien', headings: ['Đảng viên', 'Danh sách đảng viên'], tables: [{ kind: 'members', need: 'ifTable' }] },
    { id: 'diem-danh', headings: ['Điểm danh'], tables: [{ kind: 'attendance', need: 'ifTable' }] },
    {
      id: 'sinh-hoat',
      headings: ['Sinh hoạt', 'Sinh hoạt chi bộ', 'Sinh hoạt thường kỳ'],
      tables: [{ kind: 'meetings', need: 'ifTable' }],
    },
    { id: 'hoc-tap', headings: ['Học tập nghị quyết', 'Học tập'], tables: [{ kind: 'study', need: 'ifTable' }] },
    {
      id: 'diem',
      headings: ['Điểm tích lũy', 'Điểm của tôi', 'Điểm cá nhân'],
      tables: [{ kind: 'pointsLog', need: 'ifTable' }],
    },
    {
      id: 'van-ban',
      headings: ['Văn bản', 'Tài liệu', 'Văn kiện - Tư liệu'],
      tables: [{ kind: 'documents', need: 'may' }],
    },
    { id: 'thong-bao', headings: ['Thông báo'], tables: [{ kind: 'notices', need: 'may' }] },
    { id: 'cong-viec', headings: ['Công việc', 'Nhiệm vụ'], tables: [{ kind: 'tasks', need: 'may' }] },
  ],
});
