/** The monthly sheet of phường An Phú (KH 08-KH/ĐU, 19/9/2025), 100 points, written down as printed, with its gaps. */
import type { RubricGroup } from '../model/rubric';
import {
  HD42_GRADES,
  atLeast,
  atMost,
  band,
  banded,
  defineRubric,
  isTrue,
  moreThan,
  needs,
  range,
  settles,
  when,
  within,
  yesNo,
} from './define-rubric';

const half = { ofRequired: 0.5 };
const whole = { ofRequired: 1 };
const ALL_OR_NOTHING = { how: 'Có hoặc không' };

const groups: RubricGroup[] = [
  {
    id: 'thoi-gian',
    code: '1',
    title: 'Thời gian, thời lượng sinh hoạt',
    max: 5,
    items: [
      banded(
        'thoi-luong',
        '1.1',
        'Bảo đảm thời lượng (dưới 30 đảng viên: ít nhất 90 phút; từ 30 trở lên: ít nhất 120 phút)',
        5,
        {
          how: 'Đạt: 5; thiếu không quá 15 phút: 4; thiếu 15–30 phút: 3; bằng 1/2 quy định: 2; dưới 1/2: 1',
          measure: 'minutesShort',
          domain: within(0, whole),
          bands: [
            band('dat', 'Đạt thời lượng quy định', 5, within(0, 0)),
            band('thieu-15', 'Thiếu không quá 15 phút', 4, range(0, 15, { fromOpen: true, toOpen: false })),
            band('thieu-30', 'Thiếu 15–30 phút', 3, within(15, 30)),
            band('mot-nua', 'Bằng 1/2 thời lượng quy định', 2, within(half, half)),
            band(
              'duoi-mot-nua',
              'Dưới 1/2 thời lượng quy định',
              1,
              range(half, whole, { fromOpen: true, toOpen: false }),
            ),
          ],
        },
      ),
    ],
  },
  {
    id: 'du-sinh-hoat',
    code: '2',
    title: 'Tỉ lệ đảng viên dự sinh hoạt',
    max: 5,
    items: [
      banded(
        'du-hop',
        '2.1',
        'Tỉ lệ đảng viên dự họp (trừ miễn sinh hoạt, lực lượng vũ trang làm nhiệm vụ đặc biệt)',
        4,
        {
          how: 'Từ 90%: 4; từ 75% đến dưới 90%: 3; từ 65% đến dưới 75%: 2; dưới 65% hoặc có vắng không lý do: 1',
          measure: 'attendancePercent',
          domain: within(0, 100),
          bands: [
            band('tu-90', 'Từ 90% trở lên', 4, within(90, 100)),
            band('tu-75', 'Từ 75% đến dưới 90%', 3, range(75, 90)),
            band('tu-65', 'Từ 65% đến dưới 75%', 2, range(65, 75)),
            band('duoi-65', 'Dưới 65% hoặc có vắng không lý do', 1, range(0, 65), [
              when('absentUnexcused', atLeast(1)),
            ]),
          ],
          assumptions: [
            '“Hoặc có vắng không lý do” đọc đúng chữ: có một người vắng không lý do thì được 1 điểm, dù tỉ lệ dự cao.',
          ],
        },
      ),
      yesNo('vang-lien-tiep', '2.2', 'Không ai vắng có lý do quá 3 lần liên tiếp trong năm (điểm cộng)', 1, {
        ...ALL_OR_NOTHING,
        test: settles(when('longestExcusedStreak', atMost(3))),
      }),
    ],
  },
  {
    id: 'chuan-bi',
    code: '3',
    title: 'Công tác chuẩn bị',
    max: 10,
    items: [
      yesNo('noi-dung', '3.1', 'Nội dung đúng, đủ, có trọng tâm', 3, ALL_OR_NOTHING),
      yesNo('dinh-huong', '3.2', 'Định hướng thảo luận và dự thảo kết luận, nghị quyết', 2, ALL_OR_NOTHING),
      yesNo('hop-chi-uy', '3.3', 'Họp chi ủy trước, có biên bản (chi bộ chỉ có bí thư: tính tối đa)', 2, {
        ...ALL_OR_NOTHING,
        appliesWhen: [isTrue('hasCommittee')],
        naPolicy: 'FULL',
        test: needs(isTrue('committeeMetFirst')),
      }),
      yesNo('thong-bao', '3.4', 'Thông báo đến từng đảng viên và cấp ủy viên cấp trên theo dõi', 1, {
        ...ALL_OR_NOTHING,
        test: needs(isTrue('invitedSuperior')),
      }),
      yesNo('dang-truoc', '3.5', 'Đăng tài liệu lên Sổ tay đảng viên điện tử trước ít nhất 01 ngày', 2, {
        ...ALL_OR_NOTHING,
        test: settles(when('papersLeadHours', atLeast(24))),
        assumptions: ['“Trước 01 ngày” đọc là ít nhất 24 giờ trước giờ khai mạc.'],
      }),
    ],
  },
  {
    id: 'to-chuc',
    code: '4',
    title: 'Tổ chức sinh hoạt',
    max: 30,
    items: [
      yesNo('quy-trinh', '4.1', 'Đủ các bước quy trình (điểm 2.2, Mục II Hướng dẫn 42)', 5, ALL_OR_NOTHING),
      yesNo('thuong-ky', '4.2', 'Sinh hoạt thường kỳ đủ nội dung (điểm 3.1)', 10, {
        how: 'Có hoặc không; kết hợp chuyên đề: tối đa 10',
        onlyKinds: ['THUONG_KY', 'KET_HOP'],
      }),
      yesNo('chuyen-de', '4.3', 'Sinh hoạt chuyên đề (điểm 3.2)', 5, {
        how: 'Chỉ tính tháng có sinh hoạt chuyên đề',
        onlyKinds: ['CHUYEN_DE', 'KET_HOP'],
      }),
      yesNo('bieu-duong', '4.4', 'Biểu dương, nhắc nhở, phê bình; thực hiện cam kết hằng năm', 2, ALL_OR_NOTHING),
      banded('phat-bieu', '4.5', 'Tỉ lệ đảng viên phát biểu', 5, {
        how: 'Trên 50%: 5; từ 40% đến dưới 50%: 4; từ 30% đến dưới 40%: 3; dưới 30%: 2',
        measure: 'speakersPercent',
        domain: within(0, 100),
        bands: [
          band('tren-50', 'Trên 50%', 5, range(50, 100, { fromOpen: true, toOpen: false })),
          band('tu-40', 'Từ 40% đến dưới 50%', 4, range(40, 50)),
          band('tu-30', 'Từ 30% đến dưới 40%', 3, range(30, 40)),
          band('duoi-30', 'Dưới 30%', 2, range(0, 30)),
        ],
        assumptions: ['Bản chép không nói tính trên số nào; ở đây lấy số người phát biểu trên số có mặt.'],
      }),
      yesNo('so-bien-ban', '4.6', 'Sổ biên bản ghi đủ diễn biến', 1, ALL_OR_NOTHING),
      yesNo('tu-tuong', '4.7', 'Dành 15–30 phút đánh giá tư tưởng, tự phê bình và phê bình', 1, ALL_OR_NOTHING),
      yesNo('co-tai-lieu', '4.8', 'Tài liệu có trên Sổ tay đảng viên điện tử', 1, {
        ...ALL_OR_NOTHING,
        test: settles(isTrue('papersPosted')),
      }),
    ],
  },
  {
    id: 'dieu-hanh',
    code: '5',
    title: 'Điều hành của bí thư',
    max: 10,
    items: [
      yesNo('linh-hoat', '5.1', 'Linh hoạt, hiệu quả', 2, ALL_OR_NOTHING),
      yesNo('huong-thao-luan', '5.2', 'Định hướng thảo luận (cả vấn đề mới)', 4, ALL_OR_NOTHING),
      yesNo('goi-mo', '5.3', 'Gợi mở, dân chủ, khuyến khích phát biểu', 3, ALL_OR_NOTHING),
      yesNo('tong-hop', '5.4', 'Tổng hợp thành kết luận, nghị quyết', 1, ALL_OR_NOTHING),
    ],
  },
  {
    id: 'nguyen-tac',
    code: '6',
    title: 'Thực hiện nguyên tắc sinh hoạt đảng',
    max: 5,
    items: [
      yesNo('tap-trung-dan-chu', '6.1', 'Tập trung dân chủ', 1, ALL_OR_NOTHING),
      yesNo('tu-phe-binh', '6.2', 'Tự phê bình và phê bình nghiêm túc', 2, ALL_OR_NOTHING),
      yesNo('lanh-dao-giao-duc', '6.3', 'Tính lãnh đạo, giáo dục, chiến đấu', 1, ALL_OR_NOTHING),
      yesNo('tam-tu', '6.4', 'Bí thư thông tin, giải quyết tâm tư, nguyện vọng', 1, ALL_OR_NOTHING),
    ],
  },
  {
    id: 'ket-qua',
    code: '7',
    title: 'Kết quả thực hiện',
    max: 30,
    items: [
      banded('chi-tieu', '7.1', 'Thực hiện kết luận, nghị quyết tháng trước, theo % chỉ tiêu', 30, {
        how: 'Từ 90% đến 100%: 30; từ 80% đến dưới 90%: 27; từ 70% đến dưới 80%: 24; từ 60% đến dưới 70%: 20; từ 50% đến dưới 60%: 15; dưới 50%: 10',
        measure: 'resultPercent',
        domain: within(0, 100),
        clip: 100,
        bands: [
          band('tu-90', 'Từ 90% đến 100%', 30, within(90, 100)),
          band('tu-80', 'Từ 80% đến dưới 90%', 27, range(80, 90)),
          band('tu-70', 'Từ 70% đến dưới 80%', 24, range(70, 80)),
          band('tu-60', 'Từ 60% đến dưới 70%', 20, range(60, 70)),
          band('tu-50', 'Từ 50% đến dưới 60%', 15, range(50, 60)),
          band('duoi-50', 'Dưới 50%', 10, range(0, 50)),
        ],
        assumptions: [
          'Trên 100% kế hoạch được tính như 100%.',
          'Lấy số chỉ tiêu đạt trên tổng số chỉ tiêu; khi nghị quyết không có chỉ tiêu thì lấy số nhiệm vụ xong trên tổng số nhiệm vụ.',
        ],
      }),
    ],
  },
  {
    id: 'ket-thuc',
    code: '8',
    title: 'Kết thúc sinh hoạt',
    max: 5,
    items: [
      yesNo('ket-luan', '8.1', 'Kết luận, thông qua nghị quyết', 2, ALL_OR_NOTHING),
      yesNo('phan-cong', '8.2', 'Thông qua biên bản, phân công cụ thể', 2, ALL_OR_NOTHING),
      yesNo('dang-sau', '8.3', 'Đăng tài liệu hoàn thiện lên Sổ tay đảng viên điện tử trong 02 ngày', 1, {
        ...ALL_OR_NOTHING,
        test: settles(when('resultsDelayDays', atMost(2))),
      }),
    ],
  },
];

export const anPhu = defineRubric({
  id: 'an-phu-2025',
  rubricVersion: 1,
  title: 'Bảng chấm điểm chất lượng sinh hoạt chi bộ hằng tháng, phường An Phú',
  issuer: 'Đảng ủy phường An Phú',
  basis: {
    instrument: 'Kế hoạch của Đảng ủy phường',
    number: '08-KH/ĐU',
    date: '2025-09-19',
    certainty: 'transcribed',
    note: 'Chép lại từ biểu mẫu do người khác số hóa, không ghi tỉnh, tên đầy đủ của kế hoạch và ngày áp dụng. Biểu viện dẫn Hướng dẫn 42 (28/10/2025) tuy kế hoạch ghi ngày 19/9/2025. Số mục 1.1, 2.1… do phần mềm đặt. Bốn mức xếp loại theo Hướng dẫn 42. Giữ nguyên những chỗ hở của biểu; phần mềm chỉ nêu ra.',
    addresses: [],
  },
  effectiveFrom: null,
  effectiveTo: null,
  cellTypes: [],
  total: 100,
  requiredMinutes: [
    { words: 'dưới 30 đảng viên: ít nhất 90 phút', minutes: 90, kinds: [], members: range(0, 30) },
    { words: 'từ 30 đảng viên trở lên: ít nhất 120 phút', minutes: 120, kinds: [], members: atLeast(30) },
    { words: 'trên 30 đảng viên: ít nhất 120 phút', minutes: 120, kinds: [], members: moreThan(30) },
  ],
  groups,
  grades: HD42_GRADES,
  scorers: [
    { role: 'self', title: 'Điểm tự chấm' },
    { role: 'superior', title: 'Cấp ủy cấp trên phụ trách' },
  ],
  signatures: [['T/M BAN CHI ỦY', 'BÍ THƯ'], ['CẤP ỦY CẤP TRÊN PHỤ TRÁCH']],
  deductionNotes: true,
});
