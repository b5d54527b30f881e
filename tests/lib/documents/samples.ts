/** Filled-in documents of a made-up cell of 34 members, for tests and for looking at. */
import type { AdoptionInput } from '../../../lib/documents/definitions/adoption';
import type { MeetingQualityInput } from '../../../lib/documents/definitions/meeting-quality';
import type { MinutesInput } from '../../../lib/documents/definitions/minutes';
import type { AttendanceInput } from '../../../lib/documents/definitions/attendance';
import type { NoticeInput } from '../../../lib/documents/definitions/notice';
import type { PointTallyInput } from '../../../lib/documents/definitions/point-tally';
import type { ProgrammeInput } from '../../../lib/documents/definitions/programme';
import type { ReportInput } from '../../../lib/documents/definitions/report';
import type { ResolutionInput } from '../../../lib/documents/definitions/resolution';
import type { SixMonthInput } from '../../../lib/documents/definitions/six-month';
import type { DocumentInputs } from '../../../lib/documents/make';
import { parsePeriod } from '../../../lib/model/period';
import { computeTally } from '../../../lib/tally';
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

export const RESOLUTION: ResolutionInput = {
  ...FRAME,
  number: 12,
  meeting: MEETING,
  fees: 'đã đóng đủ đến hết tháng 01/2026',
  ideology: [SAID],
  results: [
    { name: 'Phát triển kinh tế', lines: ['Gieo cấy 42,5 ha lúa xuân, đạt 100% kế hoạch'] },
    { name: 'Văn hóa, xã hội', lines: ['Thăm hỏi 12 gia đình chính sách dịp Tết'] },
    { name: 'Quốc phòng, an ninh', lines: ['Tiễn 2 thanh niên lên đường nhập ngũ'] },
    { name: 'Xây dựng Đảng', lines: ['31/34 đảng viên đã cài đặt Sổ tay đảng viên điện tử'] },
    { name: 'Công tác dân vận', lines: ['Vận động 5 hộ hiến đất mở rộng đường thôn'] },
  ],
  lastTasks: [
    { text: 'Vệ sinh môi trường đón Tết', state: 'CO_MOC', result: 'Hoàn thành ngày 25/01/2026' },
    { text: 'Hướng dẫn cài đặt Sổ tay đảng viên điện tử', state: 'DANG_TRIEN_KHAI', result: 'Còn 3 đảng viên' },
    { text: 'Theo dõi hộ khó khăn', state: 'THUONG_XUYEN', result: null },
  ],
  praise: ['Biểu dương đồng chí Ngô Ái Vân; nhắc nhở 1 đồng chí nộp báo cáo muộn'],
  shortcomings: ['Tỷ lệ đảng viên phát biểu còn thấp, do nội dung gửi trước chưa gợi mở'],
  direction: MINUTES.direction,
  tasks: MINUTES.tasks,
  score: {
    items: [
      ['Chấp hành thời gian, thời lượng', 5, 5],
      ['Tỷ lệ đảng viên dự sinh hoạt', 5, 5],
      ['Công tác chuẩn bị', 10, 9],
      ['Tổ chức sinh hoạt', 40, 37.5],
      ['Thực hiện nguyên tắc tổ chức, sinh hoạt đảng', 5, 5],
      ['Kết quả thực hiện kết luận, nghị quyết kỳ trước', 30, 27],
      ['Kết thúc sinh hoạt', 5, 5],
    ].map(([name, maximum, points]) => ({ name: String(name), maximum: Number(maximum), points: Number(points) })),
    maximum: 100,
    total: 93.5,
    grade: 'Tốt',
  },
  vote: { matter: 'Thông qua nghị quyết', for: 28, against: 0, other: 0 },
  opinions: MINUTES.opinions,
  draft: true,
};

export const NOTICE: NoticeInput = {
  ...FRAME,
  number: 3,
  meeting: MEETING,
  conclusions: MINUTES.conclusions,
  tasks: MINUTES.tasks,
  draft: false,
};

export const PROGRAMME: ProgrammeInput = {
  ...FRAME,
  number: null,
  day: '2026-02-02',
  meeting: {
    kind: 'KET_HOP',
    month: '2026-02',
    topic: 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
    day: '2026-02-05',
    start: '19:30',
    place: 'Nhà văn hóa thôn An Cư',
    chair: 'Nguyễn Thị Hoà Bình',
  },
  invites: 'đồng chí Lê Uý, Đảng ủy viên phụ trách và toàn thể đảng viên chi bộ',
  purpose: ['Đánh giá kết quả tháng 01, thống nhất nhiệm vụ tháng 02 và sinh hoạt chuyên đề quý I'],
  people: ['Toàn thể đảng viên chi bộ', 'Đại biểu: đồng chí Lê Uý, Đảng ủy viên phụ trách'],
  agenda: [
    { text: 'Ổn định tổ chức, điểm danh, thông qua chương trình', presenter: 'Đặng Thuỷ Tiên', minutes: 10 },
    { text: 'Báo cáo kết quả tháng 01, phương hướng tháng 02', presenter: 'Nguyễn Thị Hoà Bình', minutes: 25 },
    { text: 'Thảo luận, tự phê bình và phê bình', presenter: 'Nguyễn Thị Hoà Bình', minutes: 40 },
    { text: 'Trình bày chuyên đề', presenter: 'Trần Văn Quýnh', minutes: 30 },
    { text: 'Kết luận, biểu quyết, thông qua biên bản', presenter: 'Nguyễn Thị Hoà Bình', minutes: 20 },
  ],
  papers: ['Dự thảo báo cáo tháng 01', 'Dự thảo nghị quyết tháng 02'],
};

const row = (name: string, day: string, total: number, role: string | null = null) => ({
  name,
  code: null,
  day,
  at: null,
  total,
  installed: true,
  eligible: name !== 'Ngô Ái Vân',
  reason: null,
  source: 0,
  role,
});

export const POINT_TALLY: PointTallyInput = {
  ...FRAME,
  number: null,
  tally: computeTally(
    [
      row('Nguyễn Thị Hoà Bình', '2025-12-31', 61_240, 'Bí thư'),
      row('Nguyễn Thị Hoà Bình', '2026-01-31', 69_875),
      row('Trần Văn Quýnh', '2025-12-31', 14_020, 'Phó Bí thư'),
      row('Trần Văn Quýnh', '2026-01-31', 15_220),
      row('Đặng Thuỷ Tiên', '2025-12-31', 9_000),
      row('Đặng Thuỷ Tiên', '2026-01-31', 10_200),
      row('Ngô Ái Vân', '2026-01-10', 1_004),
      row('Ngô Ái Vân', '2026-01-31', 1_250),
      {
        ...row('Phạm Văn Thuỵ', '2026-01-31', 0),
        day: null,
        total: null,
        installed: false,
        reason: 'KHONG_CO_DIEN_THOAI',
      },
    ],
    {
      period: parsePeriod('2026-01'),
      unit: 'Chi bộ thôn An Cư',
      sources: [{ name: 'nhập tay', kind: 'manual', detail: null }],
      now: new Date('2026-02-05T03:00:00Z'),
    },
  ),
  // In the order of the tally, which is that of given names.
  extras: [312, 88, null, 64, 12].map((uses, at) => ({
    uses,
    studied: [6, 4, null, 4, 1][at] ?? null,
    quizzes: null,
    opinions: [3, 1, null, 0, 0][at] ?? null,
  })),
};

export const SIX_MONTH: SixMonthInput = {
  ...FRAME,
  issuer: COMMITTEE,
  number: null,
  day: '2026-07-05',
  year: 2026,
  half: 1,
  rows: UNITS.map((name, at) => ({
    unit: `Chi bộ thôn ${name}`,
    figures: {
      members: [34, 22, 7, 63, 41, 18][at] ?? 0,
      attended: [190, 121, 40, 344, 221, 104][at] ?? 0,
      spoke: [96, 54, 22, 150, 101, 40][at] ?? 0,
      massWork: 1,
      thematicStudy: 2,
      articles: [1_204, 640, 88, 2_310, 1_105, 402][at] ?? 0,
      thematicPlans: 2,
      admissions: at % 2,
      inspections: 1,
    },
    note: at === 2 ? 'Chi bộ ghép' : null,
    other: null,
  })),
};

const STATES = { C: 'CO_MAT', P: 'VANG_CO_LY_DO', K: 'VANG_KHONG_LY_DO', M: 'MIEN', Đ: 'SPECIAL' } as const;

export const ATTENDANCE: AttendanceInput = {
  ...FRAME,
  number: null,
  day: '2026-07-05',
  period: { from: '2026-01-01', to: '2026-06-30' },
  meetings: ['2026-01-03', '2026-02-05', '2026-03-04', '2026-04-03', '2026-05-04', '2026-06-03'].map((day, at) => ({
    day,
    name: `Thường kỳ tháng ${at + 1}`,
  })),
  members: Object.entries({
    'Nguyễn Thị Hoà Bình': 'CCCCCC',
    'Trần Văn Quýnh': 'CCPCCC',
    'Phạm Văn Thuỵ': 'CPPPPC',
    'Vũ Thị Khoẻ': 'MMMMMM',
    'Đỗ Quốc Huy': 'ĐĐCCCC',
    'Ngô Ái Vân': '--CCKC',
  }).map(([name, states]) => ({
    name,
    // A dash, which the table does not hold: not on the roster yet.
    states: [...states].map((one) => STATES[one as keyof typeof STATES] ?? null),
  })),
};

export const REPORT: ReportInput = {
  ...FRAME,
  about: 'kết quả công tác năm 2025, phương hướng, nhiệm vụ năm 2026',
  organisation: { members: 34, official: 32, probationary: 2, exempt: 3 },
  organisationText: ['Chi ủy có 3 đồng chí; trong năm kết nạp 1 đảng viên, chuyển đi 1 đảng viên'],
  politics: ['Hoàn thành gieo cấy 42,5 ha lúa xuân', SAID],
  building: ['Duy trì sinh hoạt ngày 05 hằng tháng; 4 kỳ sinh hoạt chuyên đề'],
  direction: MINUTES.direction,
  indicators: [
    { name: 'Hộ đạt gia đình văn hóa', plan: 180, done: 189 },
    { name: 'Đảng viên cài đặt Sổ tay đảng viên điện tử', plan: 34, done: 31 },
  ],
  grades: {
    of: 'đảng viên',
    HTXSNV: 6,
    HTTNV: 22,
    HTNV: 3,
    KHTNV: 0,
    total: 31,
    denominator: 'RATED',
    capPercent: 20,
  },
  proposals: ['Đề nghị Đảng ủy xã hỗ trợ kinh phí sửa nhà văn hóa thôn'],
  attached: [
    'Bảng tổng hợp kết quả cài đặt, sử dụng Sổ tay đảng viên điện tử',
    'Danh sách đánh giá chất lượng sinh hoạt',
  ],
};

/** One input per document. */
export const ALL: DocumentInputs = {
  programme: PROGRAMME,
  minutes: MINUTES,
  resolution: RESOLUTION,
  notice: NOTICE,
  report: REPORT,
  'meeting-quality': QUALITY,
  adoption: ADOPTION,
  'point-tally': POINT_TALLY,
  attendance: ATTENDANCE,
  'six-month': SIX_MONTH,
};
