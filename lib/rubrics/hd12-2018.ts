/** The criteria of HD 12-HD/BTCTW (06/7/2018): met or not met, no points; for meetings of the years before HD 42. */
import type { RubricGroup } from '../model/rubric';
import { atLeast, atMost, defineRubric, isTrue, moreThan, pass, settles, when, within } from './define-rubric';

const groups: RubricGroup[] = [
  {
    id: 'du-sinh-hoat',
    code: '1',
    title: 'Đảng viên dự sinh hoạt (không tính đảng viên được miễn)',
    max: null,
    items: [
      pass('ti-le', '1a', 'Trên 85% đảng viên dự sinh hoạt', {
        test: settles(when('attendancePercent', moreThan(85))),
      }),
      pass('khong-ly-do', '1b', 'Không có đảng viên vắng không lý do', {
        test: settles(when('absentUnexcused', within(0, 0))),
      }),
      pass('lien-tiep', '1c', 'Không có đảng viên vắng có lý do quá 3 lần liên tiếp trong năm', {
        test: settles(when('longestExcusedStreak', atMost(3))),
      }),
    ],
  },
  {
    id: 'chuan-bi',
    code: '2',
    title: 'Chuẩn bị',
    max: null,
    items: [
      pass('truc-tiep', '2a', 'Bí thư hoặc phó bí thư trực tiếp chuẩn bị'),
      pass('hop-chi-uy', '2b', 'Chi ủy họp trước', {
        appliesWhen: [isTrue('hasCommittee')],
        naPolicy: 'EXCLUDE',
        test: settles(isTrue('committeeMetFirst')),
        assumptions: ['Chi bộ chỉ có bí thư thì không xét điều này.'],
      }),
      pass('noi-dung', '2c', 'Nội dung đúng, đủ, có trọng tâm'),
      pass('du-thao', '2d', 'Có dự thảo nghị quyết'),
    ],
  },
  {
    id: 'to-chuc',
    code: '3',
    title: 'Tổ chức sinh hoạt',
    max: null,
    items: [
      pass('trinh-tu', '3a', 'Đúng thời gian, đúng trình tự'),
      pass('du-noi-dung', '3b', 'Đủ nội dung'),
      pass('bieu-duong', '3c', 'Có biểu dương, phê bình'),
      pass('phat-bieu', '3d', 'Nhiều đảng viên phát biểu'),
      pass('thoi-luong', '3đ', 'Thời lượng ít nhất 90 phút', { test: settles(when('minutesHeld', atLeast(90))) }),
      pass('so-bien-ban', '3e', 'Sổ biên bản ghi đầy đủ'),
    ],
  },
  {
    id: 'nguyen-tac',
    code: '4',
    title: 'Nguyên tắc',
    max: null,
    items: [pass('nguyen-tac', '4', 'Thực hiện đúng các nguyên tắc sinh hoạt đảng')],
  },
  {
    id: 'ket-qua',
    code: '5',
    title: 'Kết quả',
    max: null,
    items: [pass('ket-qua', '5', 'Thực hiện tốt kết luận, nghị quyết')],
  },
];

export const hd12 = defineRubric({
  id: 'hd12-2018',
  rubricVersion: 1,
  title: 'Tiêu chí sinh hoạt chi bộ đạt chất lượng (Hướng dẫn 12, năm 2018)',
  issuer: 'Ban Tổ chức Trung ương',
  basis: {
    instrument: 'Hướng dẫn về chất lượng sinh hoạt chi bộ',
    number: '12-HD/BTCTW',
    date: '2018-07-06',
    certainty: 'secondHand',
    note: 'Theo bài giới thiệu trên mạng. Khi ấy điểm do từng tỉnh quy định nên ở đây chỉ có đạt hay không đạt. Số 12 còn là số của một hướng dẫn khác (18/01/2022): hãy nhìn cả ngày. Việc Hướng dẫn 42 thay thế là suy luận; ngày hết hiệu lực ghi theo đó.',
    addresses: [
      'http://llct.tnut.edu.vn/tin-tuc/2018-07-31/tieu-chi-danh-gia-chat-luong-sinh-hoat-chi-bo-dang-dt310.html',
      'https://thukyluat.vn/news/thong-bao-van-ban-moi/tieu-chi-danh-gia-buoi-sinh-hoat-chi-bo-dat-chat-luong-34408.html',
    ],
  },
  effectiveFrom: '2018-07-06',
  effectiveTo: '2025-10-27',
  cellTypes: [],
  total: null,
  requiredMinutes: [{ words: 'Thời lượng ít nhất 90 phút', minutes: 90, kinds: [], members: null }],
  groups,
  grades: [],
  scorers: [{ role: 'self', title: 'Chi bộ tự xét' }],
  signatures: [['T/M CHI BỘ', 'BÍ THƯ']],
  deductionNotes: false,
});
