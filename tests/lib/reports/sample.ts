/** A made-up cell of six with one held meeting, for tests of the reports. */
import { DEFAULT_CELL } from '../../../lib/model/cell';
import type { Member } from '../../../lib/model/member';
import type { ReportSource } from '../../../lib/reports';
import { RUBRICS } from '../../../lib/rubrics';
import { MEETING_RULES } from '../../../lib/rules/meetings';
import { at, meeting, row, task } from '../meetings/sample';
import { sampleMember } from '../model/sample-member';

export const NOW = new Date(at('2026-12-07', '08:00'));

export function member(name: string, more: Partial<Member> = {}): Member {
  const official = { role: 'Đảng viên', status: 'CHINH_THUC', eligible: true, installed: true } as const;
  return sampleMember({ id: name, name, ...official, ...more });
}

export const HELD = meeting('m', '2026-12-03', {
  title: 'Học tập chuyên đề về tiết kiệm',
  kind: 'KET_HOP',
  state: 'HELD',
  heldFrom: at('2026-12-03', '19:40'),
  heldTo: at('2026-12-03', '21:45'),
  chair: 'An',
  recorder: 'Bình',
  place: 'Nhà văn hóa',
  superior: 'Vũ Minh Khoa',
  papers: [{ id: 'p', title: 'Dự thảo', postedAt: at('2026-12-02', '12:00') }],
  papersPostedAt: at('2026-12-02', '12:00'),
  resultsPostedAt: at('2026-12-04', '09:00'),
  attendance: [
    row('An', 'CO_MAT', { spoke: true }),
    row('Bình', 'CO_MAT'),
    row('Cường', 'VANG_CO_LY_DO', { reason: 'ốm' }),
    row('Dung', 'MIEN'),
    row('Đông', 'VANG_KHONG_LY_DO', { specialDuty: true }),
    row('Em', 'CO_MAT', { status: 'DU_BI' }),
  ],
  opinions: [{ id: 'o', memberId: 'An', name: 'An', text: 'Nhất trí.', at: at('2026-12-03', '20:00') }],
  votes: [{ id: 'v', subject: 'Thông qua nghị quyết', for: 2, against: 0, other: 1, present: 3 }],
  agenda: [{ id: 'a', title: 'Báo cáo', presenter: 'An', minutes: 15, startedAt: null, endedAt: null }],
  minutes: {
    ideology: 'Ổn định.',
    lastMonth: 'Thu hoạch xong.\nLàm đường.',
    nextMonth: 'Gieo mạ.',
    discussion: 'Cần thêm máy bơm.',
    conclusion: 'Thống nhất.',
  },
});

export const SOURCE: ReportSource = {
  unit: 'Chi bộ thôn Đông',
  cell: {
    ...DEFAULT_CELL,
    superior: 'Đảng ủy xã Đông Trà',
    name: 'Chi bộ thôn Đông',
    place: 'Đông Trà',
    secretary: 'An',
  },
  members: [
    member('An', { role: 'Bí thư' }),
    member('Bình', { role: 'Chi ủy viên' }),
    member('Cường', { installed: false, reason: 'KHONG_CO_DIEN_THOAI' }),
    member('Dung', {
      exemptions: [{ from: null, to: null, kind: 'MIEN', reason: '' }],
      eligible: false,
      installed: false,
      reason: 'bận việc nhà',
    }),
    member('Đông', { stays: [{ from: '2026-12-01', to: null }] }),
    member('Em', { status: 'DU_BI', installed: null }),
    member('Giang', { stays: [{ from: null, to: '2026-11-30' }] }),
  ],
  meetings: [HELD, meeting('c', '2026-12-01', { kind: 'CHI_UY', state: 'HELD' })],
  tasks: [
    task('x', '2026-11', { state: 'HOAN_THANH', result: 'Xong' }),
    task('y', '2026-11'),
    task('z', '2026-12', { meetingId: 'm', name: 'Bình', due: '2026-12-31' }),
  ],
  activity: [
    {
      memberId: 'An',
      period: { from: '2026-12-01', to: '2026-12-31' },
      used: true,
      visits: 9,
      studied: 2,
      quizzes: 1,
      opinions: null,
      origin: 'nhập tay',
    },
  ],
  rubrics: RUBRICS,
  rules: MEETING_RULES,
  now: NOW,
};
