/** The side menu of the VNPT build: labels, routes and icon ligatures, typos included. */

/** A link, or a group of links when it has `items`. */
export interface MenuItem {
  label: string;
  icon: string;
  to?: string;
  items?: readonly (readonly [label: string, to: string])[];
}

/** A headed section of the menu. */
export interface MenuSection {
  heading: string;
  items: readonly MenuItem[];
}

const STATISTICS = '/quanly/thongke/tonghop/thongke';

export const MENU: readonly MenuSection[] = [
  { heading: '', items: [{ label: 'Trang chủ', icon: 'dashboard', to: '/dashboard/default' }] },
  {
    heading: 'TIN TỨC THÔNG BÁO',
    items: [
      { label: 'Tin tức', icon: 'featured_play_list', to: '/quanly/tintuc' },
      { label: 'Thông báo', icon: 'volume_down', to: '/quanly/thongbao' },
      { label: 'Bản tin thông báo nội bộ', icon: 'local_play', to: '/quanly/tinnoibo' },
    ],
  },
  {
    heading: 'SỔ TAY ĐẢNG VIÊN',
    items: [
      { label: 'Lịch công tác', icon: 'event_available', to: '/quanly/lichcongtac' },
      {
        label: 'Công tác Đảng',
        icon: 'work_history',
        items: [
          ['Sinh hoạt cấp ủy', '/quanly/congtacdamg/shcapuy'],
          ['Sinh hoạt thường kỳ', '/quanly/congtacdamg/shthuongky'],
          ['Sinh hoạt chuyên đề', '/quanly/congtacdamg/shchuyende'],
          ['Nhiệm vụ của tôi', '/quanly/congtacdamg/nvcuatoi'],
          ['Tổng hợp nhiệm vụ', '/quanly/congtacdamg/tonghopnhiemvu'],
        ],
      },
      { label: 'Học tập nghị quyết', icon: 'account_balance_wallet', to: '/quanly/hoctapnghiquyet' },
      { label: 'Văn kiên - Tự liệu', icon: 'folder_open', to: '/quanly/vankien' },
      { label: 'Cơ cấu tổ chức', icon: 'account_balance', to: '/quanly/cocautochuc' },
      {
        label: 'Gửi nhận tài liệu',
        icon: 'present_to_all',
        items: [
          ['Gửi tài liệu', '/quanly/vanban/guivanban'],
          ['Nhân tài liệu', '/quanly/vanban/nhanvanban'],
        ],
      },
      { label: 'Văn bản mới', icon: 'library_books', to: '/dashboard/default7' },
      { label: 'Lưu trữ yêu thích', icon: 'star_border', to: '/dashboard/default8' },
      { label: 'Xếp hạng', icon: 'rate_review', to: '/dashboard/default10' },
      {
        label: 'Văn bản',
        icon: 'file_present',
        items: [
          ['Tất cả ', '/quanly/vanban/tatca'],
          ['Văn bản đang xử lý', '/quanly/vanban/dangxuly?loai=1'],
          ['Văn bản đã xử lý', '/quanly/vanban/daxuly?loai=2'],
        ],
      },
      {
        label: 'Công việc',
        icon: 'work_history',
        items: [
          ['Tất cả ', '/quanly/congviec/tatca'],
          ['Công việc đang xử lý', '/quanly/congviec/dangxuly?loai=1'],
          ['Công việc chờ đánh giá', '/quanly/congviec/chodanhgia?loai=2'],
          ['Công việc đã hoàn thành', '/quanly/congviec/dahoanthanh?loai=3'],
        ],
      },
      { label: 'Đảng viên', icon: 'badge', to: '/quanly/dangvien' },
      { label: 'Chi bộ', icon: 'local_police', to: '/quanly/chibo' },
      { label: 'Quần chúng ưu tú', icon: 'groups2', to: '/quanly/quanchunguutu' },
    ],
  },
  {
    heading: 'NGHIỆP VỤ ĐẢNG',
    items: [
      { label: 'Đánh giá xếp loại', icon: 'chrome_reader_mode', to: '/quanly/tinnoibo' },
      { label: 'Hồ sơ sức khỏe', icon: 'opacity', to: '/quanly/congtacdamg/shcapuy' },
      { label: 'Xét tuổi Đảng', icon: 'spa', to: '/quanly/congtacdamg/shthuongky' },
      { label: 'Danh hiệu - Huy hiệu', icon: 'turned_in', to: '/quanly/congtacdamg/shchuyende' },
    ],
  },
  {
    heading: 'THỐNG KÊ',
    items: [
      {
        label: 'Thống kê đảng viên',
        icon: 'equalizer',
        items: [
          ['Đảng viên xuất sắc', '/quanly/thongke/dangvien/xuatsac'],
          ['Báo cáo kết quả đánh giá', '/quanly/thongke/dangvien/baocaoketqua'],
        ],
      },
      {
        label: 'Thống kê chi bộ',
        icon: 'timeline',
        items: [
          ['Phân loại đảng viên', '/quanly/thongke/chibo/dangvien'],
          ['Phân loại đánh giá', '/quanly/thongke/chibo/danhgia'],
        ],
      },
      {
        label: 'Thống kê tổng hợp',
        icon: 'assessment',
        items: [
          ['1. Tăng giảm Đảng viên', `${STATISTICS}1`],
          ['2. Đảng viên mới kết nạp', `${STATISTICS}2`],
          ['3. Đảng viên theo dân tộc', `${STATISTICS}3`],
          ['4. Đội ngũ Đảng viên', `${STATISTICS}4`],
          ['5. Tổ chức Đảng, Đảng viên', `${STATISTICS}5`],
          ['6. Xếp loại Cơ sở Đảng', `${STATISTICS}6`],
          ['7. Xếp loại Đảng viên', `${STATISTICS}7`],
        ],
      },
    ],
  },
  {
    heading: 'HỆ THỐNG',
    items: [
      {
        label: 'Quản trị',
        icon: 'settings_applications',
        items: [
          ['Ban biên tập', `${STATISTICS}11`],
          ['Tin tức', `${STATISTICS}21`],
          ['Học tập nghị quyết', `${STATISTICS}31`],
          ['Thông báo nội bộ', `${STATISTICS}41`],
          ['Hướng dẫn sử dụng', `${STATISTICS}51`],
          ['Nhóm Đảng viên', `${STATISTICS}61`],
          ['Phân quyền', `${STATISTICS}71`],
          ['Nhật ký', `${STATISTICS}111`],
          ['Cài đặt', `${STATISTICS}1111`],
        ],
      },
    ],
  },
  { heading: 'HƯỚNG DẪN', items: [{ label: 'Tài liệu', icon: 'insert_drive_file', to: '/tai-lieu' }] },
];
