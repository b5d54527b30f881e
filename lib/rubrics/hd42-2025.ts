/** The central frame of HD 42-HD/BTCTW (28/10/2025): seven groups, 100 points, four grades; it has no scale inside a group. */
import type { RubricGroup } from '../model/rubric';
import type { MeasureName } from '../model/rubric-measures';
import { HD42_GRADES, HD42_MINUTES, defineRubric, numeric } from './define-rubric';

const FRAMES: readonly { id: string; title: string; max: number; shows: MeasureName[] }[] = [
  { id: 'thoi-gian', title: 'Chấp hành thời gian, thời lượng', max: 5, shows: ['minutesHeld', 'minutesShort'] },
  {
    id: 'du-sinh-hoat',
    title: 'Tỷ lệ đảng viên dự sinh hoạt',
    max: 5,
    shows: ['attendancePercent', 'absentUnexcused', 'longestExcusedStreak'],
  },
  {
    id: 'chuan-bi',
    title: 'Công tác chuẩn bị',
    max: 10,
    shows: ['committeeMetFirst', 'invitedSuperior', 'papersLeadHours'],
  },
  { id: 'to-chuc', title: 'Tổ chức sinh hoạt (gồm điều hành)', max: 40, shows: ['speakersPercent'] },
  { id: 'nguyen-tac', title: 'Thực hiện nguyên tắc tổ chức, sinh hoạt đảng', max: 5, shows: [] },
  {
    id: 'ket-qua',
    title: 'Kết quả lãnh đạo thực hiện kết luận, nghị quyết kỳ trước',
    max: 30,
    shows: ['indicatorsPercent', 'tasksPercent'],
  },
  { id: 'ket-thuc', title: 'Kết thúc sinh hoạt', max: 5, shows: ['resultsDelayDays'] },
];

const groups = FRAMES.map(({ id, title, max, shows }, index): RubricGroup => {
  const code = String(index + 1);
  return { id, code, title, max, items: [numeric(id, code, title, max, { shows })] };
});

export const hd42 = defineRubric({
  id: 'hd42-2025',
  rubricVersion: 1,
  title: 'Khung tiêu chí đánh giá chất lượng sinh hoạt chi bộ (Hướng dẫn 42)',
  issuer: 'Ban Tổ chức Trung ương',
  basis: {
    instrument: 'Hướng dẫn về sinh hoạt chi bộ (cùng Chỉ thị 50-CT/TW ngày 23/7/2025)',
    number: '42-HD/BTCTW',
    date: '2025-10-28',
    certainty: 'transcribed',
    note: 'Điểm tối đa của bảy nhóm và bốn mức theo ba bản chép khớp nhau; chưa đối chiếu bản ký. Khung không nói cách trừ điểm trong từng nhóm: nơi nào có thang riêng thì dùng thang ấy. Hiệu lực ghi theo ngày ban hành.',
    addresses: [
      'https://luatvietnam.vn/tin-van-ban-moi/thoi-luong-sinh-hoat-chi-bo-toi-thieu-90-phut-186-105065-article.html',
      'https://nld.com.vn/tiep-tuc-nang-cao-chat-luong-sinh-hoat-chi-bo-196251130215644743.htm',
      'http://tintuc.thuvienphapluat.com/ho-tro-phap-luat/chinh-sach-moi/97660/huong-dan-42-noi-dung-cu-the-doi-voi-mot-so-loai-hinh-chi-bo-2025',
    ],
  },
  effectiveFrom: '2025-10-28',
  effectiveTo: null,
  cellTypes: [
    'THON_TDP',
    'CO_QUAN_SU_NGHIEP',
    'DN_NHA_NUOC',
    'DN_TU_NHAN_FDI',
    'HOC_SINH_SINH_VIEN',
    'LUC_LUONG_VU_TRANG',
  ],
  total: 100,
  requiredMinutes: HD42_MINUTES,
  groups,
  grades: HD42_GRADES,
  scorers: [
    { role: 'self', title: 'Chi bộ tự chấm' },
    { role: 'superior', title: 'Cấp ủy viên cấp trên chấm' },
  ],
  signatures: [['T/M CHI BỘ', 'BÍ THƯ']],
  deductionNotes: true,
});
