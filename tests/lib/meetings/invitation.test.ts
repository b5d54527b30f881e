/** Texts to copy: complete, and without lines for what is not there. */
import { expect, it } from 'vitest';
import { agendaText, invitationText, proposedTitle } from '../../../lib/meetings/invitation';
import { at, meeting } from './sample';

const AGENDA = [
  { id: 'a', title: 'Báo cáo tháng 11', presenter: 'Nguyễn Văn An', minutes: 15, startedAt: null, endedAt: null },
  { id: 'b', title: '', presenter: '', minutes: 0, startedAt: null, endedAt: null },
  { id: 'c', title: 'Thảo luận', presenter: '', minutes: 0, startedAt: null, endedAt: null },
];

it('invites to everything that is planned', () => {
  const plan = meeting('m', '2026-12-03', {
    title: 'Sinh hoạt thường kỳ tháng 12/2026',
    place: 'Nhà văn hóa thôn Đông',
    chair: 'Nguyễn Văn An',
    superior: 'Vũ Minh Khoa',
    guests: ['Trưởng thôn'],
    agenda: AGENDA,
    papers: [{ id: 'p', title: 'Dự thảo nghị quyết', postedAt: at('2026-12-01') }],
  });
  expect(invitationText(plan, 'Chi bộ thôn Đông')).toBe(
    [
      'CHI BỘ THÔN ĐÔNG',
      'Kính mời các đồng chí dự sinh hoạt thường kỳ tháng 12/2026.',
      'Thời gian: 19 giờ 30, thứ Năm, ngày 03/12/2026.',
      'Địa điểm: Nhà văn hóa thôn Đông.',
      'Chủ trì: đồng chí Nguyễn Văn An.',
      'Nội dung:',
      '1. Báo cáo tháng 11 (đ/c Nguyễn Văn An, 15 phút)',
      '2. Thảo luận',
      'Tài liệu đọc trước trên Sổ tay đảng viên điện tử:',
      '- Dự thảo nghị quyết',
      'Kính mời đồng chí Vũ Minh Khoa, cấp ủy viên cấp trên, đến dự và chỉ đạo.',
      'Khách mời: Trưởng thôn.',
      'Đề nghị các đồng chí có mặt đúng giờ. Đồng chí nào không dự được xin báo trước lý do.',
    ].join('\n'),
  );
  expect(agendaText(plan)).toBe('1. Báo cáo tháng 11 (đ/c Nguyễn Văn An, 15 phút)\n2. Thảo luận');
});

it('leaves out what is not there', () => {
  expect(invitationText(meeting('m', '2026-12-03', { plannedStart: at('2026-12-03', '08:00') }), null)).toBe(
    [
      'Kính mời các đồng chí dự sinh hoạt thường kỳ tháng 12/2026.',
      'Thời gian: 08 giờ, thứ Năm, ngày 03/12/2026.',
      'Đề nghị các đồng chí có mặt đúng giờ. Đồng chí nào không dự được xin báo trước lý do.',
    ].join('\n'),
  );
});

it('proposes a title by kind and month of Vietnam', () => {
  expect(proposedTitle({ kind: 'KET_HOP', plannedStart: '2026-12-31T18:00:00.000Z' })).toBe(
    'Sinh hoạt thường kỳ kết hợp chuyên đề tháng 1/2027',
  );
});
