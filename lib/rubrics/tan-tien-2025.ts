/** The sheet of phường Tân Tiến (Bắc Ninh): ten rows, 100 points; how points are taken off inside a row is not known. */
import type { RubricGroup } from '../model/rubric';
import { HD42_GRADES, HD42_MINUTES, atLeast, defineRubric, numeric, settles, when, within } from './define-rubric';

const groups: RubricGroup[] = [
  {
    id: 'thoi-gian',
    code: '1',
    title: 'Thời gian, thời lượng',
    max: 5,
    items: [numeric('thoi-gian', '1', 'Thời gian, thời lượng', 5, { shows: ['minutesHeld', 'minutesShort'] })],
  },
  {
    id: 'du-sinh-hoat',
    code: '2',
    title: 'Tỷ lệ dự sinh hoạt',
    max: 5,
    items: [
      numeric('du-sinh-hoat', '2', 'Tỷ lệ dự từ 90% trở lên, không có vắng không lý do', 5, {
        test: settles(when('attendancePercent', atLeast(90)), when('absentUnexcused', within(0, 0))),
        shows: ['attendancePercent', 'absentUnexcused'],
        assumptions: ['Đạt cả hai điều ghi trong tiêu chí thì được điểm tối đa; không đạt thì người chấm quyết định.'],
      }),
    ],
  },
  {
    id: 'chuan-bi',
    code: '3',
    title: 'Công tác chuẩn bị',
    max: 10,
    items: [
      numeric('chuan-bi', '3.1', 'Chuẩn bị đúng, đủ, có trọng tâm', 5),
      numeric('hop-chi-uy', '3.2', 'Họp chi ủy, thông báo trước, đăng tài liệu', 5, {
        shows: ['committeeMetFirst', 'invitedSuperior', 'papersLeadHours'],
      }),
    ],
  },
  {
    id: 'to-chuc',
    code: '4',
    title: 'Tổ chức sinh hoạt',
    max: 40,
    items: [
      numeric('quy-trinh', '4.1', 'Đủ các bước quy trình', 5),
      numeric('noi-dung', '4.2', 'Đủ nội dung, biểu dương, phê bình, nhiều ý kiến', 25, { shows: ['speakersPercent'] }),
      numeric('dieu-hanh', '4.3', 'Điều hành của bí thư', 10),
    ],
  },
  {
    id: 'nguyen-tac',
    code: '5',
    title: 'Nguyên tắc sinh hoạt',
    max: 5,
    items: [numeric('nguyen-tac', '5', 'Tập trung dân chủ, tự phê bình', 5)],
  },
  {
    id: 'ket-qua',
    code: '6',
    title: 'Kết quả lãnh đạo',
    max: 30,
    items: [
      numeric('ket-qua', '6', 'Kết quả lãnh đạo thực hiện kết luận, nghị quyết', 30, {
        shows: ['indicatorsPercent', 'tasksPercent'],
      }),
    ],
  },
  {
    id: 'ket-thuc',
    code: '7',
    title: 'Kết thúc',
    max: 5,
    items: [
      numeric('ket-thuc', '7', 'Kết luận, thông qua biên bản, đăng tài liệu', 5, { shows: ['resultsDelayDays'] }),
    ],
  },
];

export const tanTien = defineRubric({
  id: 'tan-tien-2025',
  rubricVersion: 1,
  title: 'Bảng chấm điểm chất lượng sinh hoạt chi bộ, phường Tân Tiến',
  issuer: 'Đảng ủy phường Tân Tiến (Bắc Ninh)',
  basis: {
    instrument: 'Bảng chấm điểm của phường',
    number: null,
    date: null,
    certainty: 'transcribed',
    note: 'Chép lại từ biểu mẫu do người khác số hóa; không rõ số, ngày của văn bản và thang trừ điểm trong từng dòng. Mười dòng giữ nguyên mã; tên các nhóm 2, 3, 4, 6 do phần mềm đặt. Thời lượng và bốn mức xếp loại lấy theo Hướng dẫn 42; cột chấm và chỗ ký theo lệ chung, sửa được.',
    addresses: [],
  },
  effectiveFrom: null,
  effectiveTo: null,
  cellTypes: [],
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
