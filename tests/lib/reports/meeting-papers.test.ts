/** Papers of one meeting: every input fits its document, and tells what the meeting tells. */
import { expect, it } from 'vitest';
import { makeDocument } from '../../../lib/documents';
import {
  MEETING_PAPERS,
  meetingPaper,
  minutesInput,
  noticeInput,
  programmeInput,
  resolutionInput,
} from '../../../lib/reports';
import { DEFAULT_DOC_PROFILE } from '../../../lib/rules/doc-profiles';
import { at, meeting } from '../meetings/sample';
import { HELD, SOURCE } from './sample';

it.each(MEETING_PAPERS)('%s is made, of a full meeting and of an empty plan', (paper) => {
  for (const one of [HELD, meeting('n', '2026-12-20')]) {
    const made = makeDocument(paper, meetingPaper(paper, one, SOURCE), DEFAULT_DOC_PROFILE);
    expect(made.paper).toBeDefined();
  }
});

it('minutes tell who was absent and why, the counts, and every paragraph', () => {
  const input = minutesInput(HELD, SOURCE);
  expect(input).toMatchObject({
    day: '2026-12-03',
    issuer: { kind: 'cell', name: 'Chi bộ thôn Đông', signer: { title: 'BÍ THƯ', name: 'An' } },
    meeting: {
      kind: 'KET_HOP',
      topic: 'Học tập chuyên đề về tiết kiệm',
      start: '19:40',
      end: '21:45',
      chair: { name: 'An', title: 'Bí thư chi bộ' },
      counts: { official: 5, probationary: 1, exempt: 1, specialDuty: 1, present: 3, excused: 1, unexcused: 0 },
    },
    absent: [{ name: 'Cường', reason: 'ốm', excused: true }],
    review: ['Thu hoạch xong.', 'Làm đường.'],
    conclusions: ['Thống nhất.'],
    planned: '2026-12',
    votes: [{ matter: 'Thông qua nghị quyết', for: 2, against: 0, other: 1, voters: 3 }],
    tasks: [{ text: 'Nhiệm vụ z', person: 'Bình', deadline: '2026-12-31' }],
    draft: true,
  });
});

it('a meeting past midnight ends on the next day, and papers with times of their own are judged', () => {
  const late = {
    ...HELD,
    heldFrom: at('2026-12-03', '22:30'),
    heldTo: at('2026-12-04', '00:20'),
    papersPostedAt: null,
    papers: [{ id: 'p', title: 'Dự thảo', postedAt: at('2026-12-03', '08:00') }],
  };
  const { paper, findings } = makeDocument('minutes', minutesInput(late, SOURCE), DEFAULT_DOC_PROFILE);
  expect(JSON.stringify(paper)).toContain('kết thúc hồi 00 giờ 20 phút ngày 04 tháng 12 năm 2026');
  expect(findings.map(({ code }) => code)).toContain('latePapers');
  expect(JSON.stringify(makeDocument('minutes', minutesInput(HELD, SOURCE), DEFAULT_DOC_PROFILE).paper)).toContain(
    'kết thúc hồi 21 giờ 45 phút cùng ngày',
  );
});

it('the resolution tells last month’s tasks with what came of them, and the score only once settled', () => {
  const input = resolutionInput(HELD, SOURCE);
  expect(input.lastTasks.map(({ text, result }) => [text, result])).toEqual([
    ['Nhiệm vụ y', 'Chưa thực hiện'],
    ['Nhiệm vụ x', 'Xong'],
  ]);
  expect(input.direction).toEqual(['Gieo mạ.', 'Thống nhất.']);
  expect(input.score).toBeNull();
  expect(input.vote).toEqual({ matter: 'Thông qua nghị quyết', for: 2, against: 0, other: 1, voters: 3 });
});

it('a late meeting’s minutes set the next month, and an opinion put into the discussion stands there once', () => {
  const minutes = { ...HELD.minutes, discussion: 'Đ/c An: Nhất trí.' };
  const late = { ...HELD, heldFrom: '2026-12-26T12:30:00.000Z', minutes };
  const input = minutesInput(late, SOURCE);
  expect(input.planned).toBe('2027-01');
  expect(input.opinions).toEqual([{ name: '', text: 'Đ/c An: Nhất trí.' }]);
});

it('notice and programme tell theirs; a number and a finished text as chosen', () => {
  expect(noticeInput(HELD, SOURCE, { number: 7, draft: false })).toMatchObject({
    number: 7,
    draft: false,
    conclusions: ['Thống nhất.'],
  });
  expect(programmeInput(HELD, SOURCE)).toMatchObject({
    meeting: { start: '19:30', day: '2026-12-03', chair: 'An' },
    agenda: [{ text: 'Báo cáo', presenter: 'An', minutes: 15 }],
    papers: ['Dự thảo'],
    people: ['Vũ Minh Khoa (cấp ủy viên cấp trên phụ trách)'],
  });
});
