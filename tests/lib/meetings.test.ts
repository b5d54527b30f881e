/** One held meeting as a whole: facts for the score sheet, inputs of the papers, votes. */
import { expect, it } from 'vitest';
import { minutesInput, noticeInput, programmeInput, resolutionInput } from '../../lib/meetings/document-inputs';
import { meetingFacts } from '../../lib/meetings/facts';
import { countVote } from '../../lib/meetings/votes';
import { at, meeting, row, task } from './meetings/sample';

const HELD = meeting('m', '2026-12-03', {
  title: 'Sinh hoạt tháng 12',
  state: 'HELD',
  heldFrom: at('2026-12-03', '19:40'),
  heldTo: at('2026-12-03', '21:00'),
  invitedAt: at('2026-12-01'),
  superior: 'Vũ Minh Khoa',
  papers: [{ id: 'p', title: 'Dự thảo', postedAt: at('2026-12-02', '12:00') }],
  resultsPostedAt: at('2026-12-06'),
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
  minutes: { ideology: 'Ổn định.', lastMonth: '', nextMonth: '', discussion: '', conclusion: 'Thống nhất.' },
});
const TASKS = [
  task('x', '2026-11', { state: 'HOAN_THANH', result: 'Xong' }),
  task('y', '2026-11'),
  task('z', '2026-12', { meetingId: 'm', name: 'Bình' }),
  task('w', '2026-12', { meetingId: 'm', due: null }),
  task('y~2026-12', '2026-12', { carriedFrom: 'y' }),
];
const NOW = new Date(at('2026-12-07'));

it('tells what is known and leaves open what is not', () => {
  const history = [meeting('c', '2026-12-01', { kind: 'CHI_UY' }), meeting('old', '2026-11-03', { state: 'HELD' })];
  expect(meetingFacts(HELD, history, TASKS, NOW)).toEqual({
    kind: 'THUONG_KY',
    day: '2026-12-03',
    members: 6,
    thematic: false,
    startedLateMinutes: 10,
    minutes: 80,
    minimumMinutes: 90,
    shortMinutes: 10,
    attendance: { count: 3, of: 4, share: 0.75 },
    excused: 1,
    unexcused: 0,
    excusedTooOften: [],
    speakers: { count: 1, of: 3, share: 1 / 3 },
    opinions: 1,
    committeeMetOn: '2026-12-01',
    invited: true,
    superiorInvited: true,
    papersListed: 1,
    papersOnHandbook: true,
    papersInTime: true,
    resultsInTime: false,
    tasksDone: { count: 1, of: 2, share: 0.5 },
    tasksGiven: 2,
    tasksVague: 1,
    votes: 1,
    hasConclusion: true,
    hasMinutes: true,
  });
  const plan = meeting('n', '2026-12-20', { attendance: [row('An', 'CO_MAT'), row('Bình', null)] });
  expect(meetingFacts(plan, [], [], NOW)).toMatchObject({
    minutes: null,
    attendance: null,
    speakers: null,
    unexcused: null,
    papersInTime: null,
    resultsInTime: null,
    invited: null,
    committeeMetOn: null,
    tasksDone: { share: null },
  });
});

it('names who was excused four times running, this meeting included', () => {
  const absent = [row('Cường', 'VANG_CO_LY_DO')];
  const history = ['2026-09-03', '2026-10-03', '2026-11-03'].map((day) =>
    meeting(day, day, { state: 'HELD', attendance: absent }),
  );
  expect(meetingFacts(HELD, history, [], NOW).excusedTooOften).toEqual(['Cường']);
  expect(meetingFacts(HELD, history.slice(1), [], NOW).excusedTooOften).toEqual([]);
  // What came later says nothing about this meeting.
  const later = meeting('later', '2026-12-30', { state: 'HELD', attendance: absent });
  expect(meetingFacts(HELD, [...history.slice(1), later], [], NOW).excusedTooOften).toEqual([]);
});

it('gives the papers their values', () => {
  const minutes = minutesInput(HELD);
  expect(minutes).toMatchObject({
    title: 'Sinh hoạt tháng 12',
    openedAt: HELD.heldFrom,
    closedAt: HELD.heldTo,
    excused: [{ name: 'Cường', reason: 'ốm' }],
    unexcused: [],
    opinions: [{ name: 'An', text: 'Nhất trí.' }],
    votes: [{ subject: 'Thông qua nghị quyết', for: 2, present: 3, inFavour: { share: 2 / 3 } }],
    sections: { conclusion: 'Thống nhất.' },
  });
  expect(minutes.counts.all.members).toBe(6);
  const resolution = resolutionInput(HELD, TASKS);
  expect(resolution.month).toBe('2026-12');
  expect(resolution.previous).toMatchObject({
    month: '2026-11',
    tasks: [{ state: 'CHUA_THUC_HIEN' }, { result: 'Xong' }],
  });
  expect(resolution.tasks.map(({ title }) => title)).toEqual(['Nhiệm vụ y~2026-12', 'Nhiệm vụ z', 'Nhiệm vụ w']);
  expect(noticeInput(HELD, TASKS)).toMatchObject({ conclusion: 'Thống nhất.', month: '2026-12' });
  expect(programmeInput(HELD)).toMatchObject({
    startsAt: HELD.plannedStart,
    items: [{ title: 'Báo cáo', presenter: 'An', minutes: 15 }],
    papers: ['Dự thảo'],
  });
});

it.each([
  [
    { for: 30, against: 1, other: 2, present: 33 },
    { cast: 33, notCast: 0, fits: true },
  ],
  [
    { for: 30, against: 0, other: 0, present: 33 },
    { cast: 30, notCast: 3, fits: true },
  ],
  [
    { for: 34, against: 0, other: 0, present: 33 },
    { cast: 34, notCast: -1, fits: false },
  ],
  [{ for: 0, against: 0, other: 0, present: 0 }, { inFavour: { count: 0, of: 0, share: null } }],
])('a vote %j', (vote, expected) => expect(countVote(vote)).toMatchObject(expected));
