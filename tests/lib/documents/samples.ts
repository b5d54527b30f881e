/** Filled-in documents of a made-up cell of 34 members, for tests and for looking at. */
import type { AdoptionInput } from '../../../lib/documents/definitions/adoption';
import type { MeetingQualityInput } from '../../../lib/documents/definitions/meeting-quality';
import type { MinutesInput } from '../../../lib/documents/definitions/minutes';
import type { Issuer, Meeting } from '../../../lib/documents/inputs';

export const CELL: Issuer = {
  kind: 'cell',
  superior: 'Đảng bộ xã Đông Trà',
  name: 'Chi bộ thôn An Cư',
  place: 'Đông Trà',
  signer: { title: 'Bí thư', name: 'Nguyễn Thị Hoà Bình', head: null },
  recipients: ['Đảng ủy xã Đông Trà (báo cáo)', 'Các đồng chí chi ủy viên'],
};

export const COMMITTEE: Issuer = {
  kind: 'committee',
  superior: 'Đảng bộ tỉnh Hưng Yên',
  name: 'Đảng ủy xã Đông Trà',
  place: 'Hưng Yên',
  signer: { title: 'Bí thư', name: 'Trần Quốc Thuỷ', head: null },
  recipients: ['Ban Tổ chức Tỉnh ủy (báo cáo)', 'Các chi bộ trực thuộc'],
};

const FRAME = { issuer: CELL, number: 5, day: '2026-02-05', madeAt: '2026-02-05T14:30:00Z' };

export const MEETING: Meeting = {
  kind: 'THUONG_KY',
  month: '2026-02',
  topic: null,
  day: '2026-02-05',
  start: '19:30',
  end: '21:10',
  place: 'Nhà văn hóa thôn An Cư',
  chair: { name: 'Nguyễn Thị Hoà Bình', title: 'Bí thư chi bộ' },
  secretary: 'Đặng Thuỷ Tiên',
  guests: [{ name: 'Lê Uý', title: 'Đảng ủy viên phụ trách' }],
  counts: { official: 32, probationary: 2, exempt: 3, specialDuty: 1, present: 28, excused: 2, unexcused: 0 },
  papersPostedAt: '2026-02-03T12:00:00Z',
  resultsPostedAt: null,
};

const SAID =
  'Đảng viên và nhân dân trong thôn phấn khởi, tin tưởng vào sự lãnh đạo của Đảng; chấp hành tốt chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước';

export const MINUTES: MinutesInput = {
  ...FRAME,
  meeting: MEETING,
  absent: [
    { name: 'Phạm Văn Thuỵ', reason: 'điều trị tại bệnh viện', excused: true },
    { name: 'Vũ Thị Khoẻ', reason: null, excused: true },
  ],
  fees: 'đã đóng đủ đến hết tháng 01/2026',
  political: [SAID, 'Dư luận quan tâm việc sắp xếp lại thôn, tổ dân phố'],
  review: [
    'Hoàn thành gieo cấy 42,5 ha lúa xuân, đạt 100% kế hoạch',
    'Tổ chức Tết trồng cây, thăm hỏi 12 gia đình chính sách',
    'Đã có 31/34 đảng viên cài đặt và sử dụng Sổ tay đảng viên điện tử',
  ],
  direction: [
    'Tập trung chăm sóc lúa xuân, phòng trừ sâu bệnh, bảo đảm nước tưới',
    'Phân công đảng viên trẻ giúp đảng viên cao tuổi sử dụng Sổ tay đảng viên điện tử',
    'Chuẩn bị sinh hoạt chuyên đề quý I về học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  ],
  opinions: [
    { name: 'Trần Văn Quýnh', text: 'Đề nghị xã sớm sửa tuyến mương N2 trước ngày 20/02' },
    { name: 'Hoàng Thị Luỹ', text: 'Nhất trí với báo cáo; đề nghị nêu rõ người chịu trách nhiệm từng việc' },
    { name: 'Ngô Ái Vân', text: 'Đảng viên dự bị cần được hướng dẫn viết bản tự kiểm điểm' },
  ],
  conclusions: [
    'Nhất trí với báo cáo kết quả tháng 01 và phương hướng tháng 02',
    'Giao chi ủy theo dõi, đôn đốc các nhiệm vụ dưới đây',
  ],
  votes: [
    { matter: 'Thông qua phương hướng, nhiệm vụ tháng 02', for: 28, against: 0, other: 0 },
    { matter: 'Giao đồng chí Ngô Ái Vân làm hạt nhân tuyên truyền', for: 26, against: 1, other: 1 },
  ],
  tasks: [
    { text: 'Kiểm tra, nạo vét tuyến mương N2', person: 'Trần Văn Quýnh', deadline: '2026-02-20', note: null },
    {
      text: 'Hướng dẫn 3 đảng viên cao tuổi đăng nhập Sổ tay đảng viên điện tử',
      person: 'Ngô Ái Vân',
      deadline: '2026-02-25',
      note: null,
    },
  ],
  draft: true,
};

const UNITS = ['An Cư', 'Đông Hải', 'Thuỷ Lợi', 'Quỳnh Hoà', 'Phú Uyên', 'Lộc Điền'] as const;

export const QUALITY: MeetingQualityInput = {
  ...FRAME,
  issuer: COMMITTEE,
  number: null,
  day: '2026-02-10',
  month: '2026-01',
  rows: UNITS.map((name, at) => ({
    unit: `Chi bộ thôn ${name}`,
    members: [34, 22, 7, 63, 41, 18][at] ?? 0,
    metOn: `2026-01-0${at + 3}`,
    points: [96, 91.5, 88, 72, 69, 100][at] ?? 0,
    grade: (['TOT', 'TOT', 'KHA', 'KHA', 'TRUNG_BINH', 'TOT'] as const)[at] ?? null,
    note:
      [
        'Trừ 1 điểm: đăng tài liệu muộn; trừ 3 điểm: chỉ tiêu kỳ trước đạt 87%',
        'Tỷ lệ phát biểu 45%',
        'Vắng 1 không lý do; thiếu 20 phút',
        'Kết quả thực hiện nghị quyết kỳ trước đạt 64%; chưa họp chi ủy trước',
        'Kết quả đạt 52%; thiếu dự thảo nghị quyết',
        null,
      ][at] ?? null,
    posting: null,
  })),
  maximum: 100,
  bands: null,
  changes: 'Chi bộ thôn Đông Hải tăng 1 đảng viên chuyển đến; chi bộ thôn Phú Uyên giảm 2 đảng viên chuyển đi',
};

export const ADOPTION: AdoptionInput = {
  ...FRAME,
  issuer: COMMITTEE,
  number: null,
  period: { from: '2026-01-01', to: '2026-01-31' },
  units: UNITS.map((name, at) => ({
    unit: `Chi bộ thôn ${name}`,
    members: [34, 22, 7, 63, 41, 18][at] ?? 0,
    eligible: [30, 20, 6, 55, 38, 16][at] ?? 0,
    installed: [31, 21, 6, 56, 38, 17][at] ?? 0,
    loggedIn: [30, 20, 6, 51, 36, 17][at] ?? 0,
    active: [25, 18, 5, 44, 30, 15][at] ?? 0,
    reasons:
      (
        [
          { DU_BI: 1, KHONG_CO_DIEN_THOAI: 2 },
          { SAI_DU_LIEU: 1 },
          { MIEN_SINH_HOAT: 1 },
          { KHONG_CO_DIEN_THOAI: 4, QUAN_DOI_CONG_AN: 2, KHAC: 1 },
          { CHUA_CO_TAI_KHOAN: 3 },
          { MIEN_SINH_HOAT: 1 },
        ] as const
      )[at] ?? {},
  })),
  indicators: [
    { name: 'Dự sinh hoạt chi bộ', plan: 22, done: 19 },
    { name: 'Làm bài kiểm tra quý I', plan: 22, done: 18 },
  ],
  remark: 'Xã đã lập tổ hỗ trợ gồm 6 đảng viên trẻ, đến tận nhà đảng viên cao tuổi',
};

/** One input per document. */
export const ALL = { minutes: MINUTES, 'meeting-quality': QUALITY, adoption: ADOPTION };
