/** Handbooks built on the Odoo 15 web client: list views, hash routes. */
import { TABLES } from './columns';
import { defineSite } from './define-site';

export const odoo = defineSite({
  format: 'sotay-site',
  version: 1,
  id: 'odoo',
  siteVersion: 1,
  label: { vi: 'Sổ tay đảng viên trên Odoo 15', en: 'Handbook on Odoo 15' },
  hosts: [],
  provenance: {
    vi: 'Cấu trúc danh sách của Odoo 15 (mã nguồn mở); phần bổ sung của sổ tay chưa từng được xem.',
    en: 'List views of Odoo 15 (open source); the handbook’s own add-on was never seen.',
  },
  checkedAgainst: { vi: 'Trang mẫu odoo của dự án.', en: 'The project’s odoo stand-in.' },
  confidence: 'assumed',
  spa: 'hash',
  detect: [[{ select: '.o_main_navbar' }], [{ select: '.o_web_client' }], [{ select: '.oe_login_form' }]],
  loginPaths: ['/web/login'],
  sessionEnded: ['Odoo Session Expired', 'Phiên làm việc đã hết hạn'],
  loading: ['.o_loading_indicator', '.blockUI'],
  icons: ['.fa', '.oi'],
  headings: ['.breadcrumb-item.active', '.o_last_breadcrumb_item'],
  context: {
    name: [{ select: '.oe_topbar_name', part: 'beforeParen' }],
    role: [],
    unit: [{ select: '.oe_topbar_name', part: 'inParen' }],
  },
  points: { labels: ['Điểm tích lũy'], units: ['điểm'], required: false },
  tables: Object.values(TABLES),
  shapes: ['odoo', 'table'],
  totalLabels: ['Tổng số'],
  pagers: ['.o_pager'],
  searchLabels: ['Search...', 'Tìm kiếm...', 'Tìm kiếm'],
  emptyTexts: [],
  screens: [
    { id: 'xep-hang', headings: ['Xếp hạng', 'Bảng xếp hạng'], tables: [{ kind: 'ranking', need: 'always' }] },
    { id: 'dang-vien', headings: ['Đảng viên'], tables: [{ kind: 'members', need: 'ifTable' }] },
    { id: 'van-ban', headings: ['Văn bản', 'Tài liệu'], tables: [{ kind: 'documents', need: 'ifTable' }] },
  ],
});
