/** Changes a person makes to a meeting. */
import { describe, expect, it } from 'vitest';
import {
  addOpinion,
  addPaper,
  callRoll,
  endMeeting,
  markAllPresent,
  markRow,
  moveHeld,
  moveItem,
  movePosting,
  postPaper,
  postPapers,
  postResults,
  reopenMeeting,
  startItem,
  startMeeting,
} from '../../../lib/meetings/edit';
import { papersDeadline } from '../../../lib/meetings/deadlines';
import { at, meeting, row } from './sample';

const called = (memberId: string, name: string, exemption: 'MIEN' | 'NHIEM_VU_DAC_BIET' | null = null) => ({
  memberId,
  name,
  status: 'CHINH_THUC' as const,
  exemption,
});
const NOW = at('2026-12-03');

describe('callRoll', () => {
  const people = [called('2', 'Trần Thị Bình'), called('1', 'Nguyễn Văn An'), called('3', 'Vũ Già', 'MIEN')];

  it('lists the roster of that day by name, exempt ones marked', () => {
    const rolled = callRoll(meeting('m', '2026-12-03'), people);
    expect(rolled.attendance.map(({ name, state }) => [name, state])).toEqual([
      ['Nguyễn Văn An', null],
      ['Trần Thị Bình', null],
      ['Vũ Già', 'MIEN'],
    ]);
    expect(callRoll(rolled, people)).toBe(rolled);
  });

  it('keeps what was marked and drops who left unmarked', () => {
    const marked = markRow(callRoll(meeting('m', '2026-12-03'), people), 0, { state: 'CO_MAT' });
    const later = callRoll(marked, [called('4', 'Đỗ Văn Đông')]);
    expect(later.attendance.map(({ name, state }) => [name, state])).toEqual([
      ['Nguyễn Văn An', 'CO_MAT'],
      ['Đỗ Văn Đông', null],
      ['Vũ Già', 'MIEN'],
    ]);
  });
});

describe('marking', () => {
  const three = meeting('m', '2026-12-03', {
    attendance: [row('a', null), row('b', 'VANG_CO_LY_DO', { reason: 'ốm' }), row('c', 'MIEN')],
  });

  it('makes everybody not called present, and nobody else', () => {
    expect(markAllPresent(three).attendance.map(({ state }) => state)).toEqual(['CO_MAT', 'VANG_CO_LY_DO', 'MIEN']);
  });

  it('takes who spoke for present, and who is absent for silent', () => {
    const spoke = markRow(three, 1, { spoke: true });
    expect(spoke.attendance[1]).toMatchObject({ state: 'CO_MAT', spoke: true });
    expect(markRow(spoke, 1, { state: 'VANG_CO_LY_DO' }).attendance[1]).toMatchObject({ spoke: false, reason: 'ốm' });
  });

  it('notes an opinion and that its member spoke; a guest’s too', () => {
    const opinion = { id: 'o', memberId: 'a', name: 'a', text: 'Đồng ý.', at: NOW };
    expect(addOpinion(three, opinion)).toMatchObject({
      opinions: [opinion],
      attendance: [{ state: 'CO_MAT', spoke: true }, {}, {}],
    });
    expect(addOpinion(three, { ...opinion, memberId: null }).attendance).toBe(three.attendance);
  });
});

it('moves agenda items within the list only', () => {
  const item = (id: string) => ({ id, title: id, presenter: '', minutes: 5, startedAt: null, endedAt: null });
  const plan = meeting('m', '2026-12-03', { agenda: ['a', 'b', 'c'].map(item) });
  const order = (changed: typeof plan) => changed.agenda.map(({ id }) => id).join('');
  expect(order(moveItem(plan, 'b', -1))).toBe('bac');
  expect(order(moveItem(plan, 'b', 1))).toBe('acb');
  expect(moveItem(plan, 'a', -1)).toBe(plan);
  expect(moveItem(plan, 'c', 1)).toBe(plan);
  expect(moveItem(plan, 'x', 1)).toBe(plan);
});

it('says all papers were posted, until one more is added', () => {
  const paper = { id: 'p', title: 'Dự thảo' };
  const posted = postPapers(addPaper(meeting('m', '2026-12-03'), paper), NOW);
  expect(posted).toMatchObject({ papersPostedAt: NOW, papers: [{ postedAt: NOW }] });
  const more = addPaper(posted, { id: 'q', title: 'Báo cáo' });
  expect(more).toMatchObject({ papersPostedAt: null, papers: [{ postedAt: NOW }, { postedAt: null }] });
  expect(postPapers(more, at('2026-12-04')).papers.map(({ postedAt }) => postedAt)).toEqual([NOW, at('2026-12-04')]);
  expect(postPapers(posted, null)).toMatchObject({ papersPostedAt: null, papers: [{ postedAt: null }] });
});

it('puts the time right at which one paper or all were posted', () => {
  const two = addPaper(addPaper(meeting('m', '2026-12-03'), { id: 'p', title: 'Dự thảo' }), { id: 'q', title: 'B' });
  const posted = postPapers(postPaper(two, 'p', at('2026-12-01')), at('2026-12-03', '08:00'));
  const moved = movePosting(posted, at('2026-12-02', '08:00'));
  expect(moved.papers.map(({ postedAt }) => postedAt)).toEqual([at('2026-12-01'), at('2026-12-02', '08:00')]);
  expect(papersDeadline(posted, new Date(NOW)).verdict).toBe('late');
  expect(papersDeadline(moved, new Date(NOW)).verdict).toBe('inTime');
  const one = postPaper(moved, 'p', at('2026-12-03', '09:00'));
  expect(one).toMatchObject({ papersPostedAt: null, papers: [{}, { postedAt: at('2026-12-02', '08:00') }] });
  expect(papersDeadline(one, new Date(NOW)).verdict).toBe('late');
  expect(papersDeadline(postPaper(one, 'q', null), new Date(NOW)).doneAt).toBeNull();
});

describe('begin and end put right', () => {
  const ended = endMeeting(
    startItem(meeting('m', '2026-12-03'), 'x', '2026-12-03T15:30:45.000Z'),
    at('2026-12-03', '23:00'),
  );
  const told = ({ heldFrom, heldTo }: typeof ended) => [heldFrom, heldTo];

  it('takes an end after midnight for the next day, and the seconds of a press stay', () => {
    const moved = moveHeld(ended, { to: '00:20' });
    expect(told(moved)).toEqual(['2026-12-03T15:30:45.000Z', at('2026-12-04', '00:20')]);
    expect(told(moveHeld(moved, { to: '23:30' }))).toEqual(['2026-12-03T15:30:45.000Z', at('2026-12-03', '23:30')]);
    expect(told(moveHeld(moved, { from: '22:00' }))).toEqual([at('2026-12-03', '22:00'), at('2026-12-04', '00:20')]);
  });

  it('goes to another day as a whole: the clock was started after midnight', () => {
    const late = endMeeting(
      startMeeting(meeting('m', '2026-12-03'), at('2026-12-04', '00:10')),
      at('2026-12-04', '00:50'),
    );
    const moved = moveHeld(moveHeld(late, { day: '2026-12-03' }), { from: '22:30' });
    expect(told(moved)).toEqual([at('2026-12-03', '22:30'), at('2026-12-04', '00:50')]);
    expect(told(moveHeld(moveHeld(late, { from: '22:30' }), { day: '2026-12-03' }))).toEqual(told(moved));
  });

  it('leaves an end that fits no beginning, and makes none up', () => {
    expect(told(moveHeld(ended, { to: '12:00' }))).toEqual(told(ended));
    expect(told(moveHeld(meeting('m', '2026-12-03', { state: 'HELD' }), { from: '19:30' }))).toEqual([
      at('2026-12-03'),
      null,
    ]);
    expect(told(moveHeld(meeting('m', '2026-12-03', { state: 'HELD' }), { to: '21:00' }))).toEqual([
      null,
      at('2026-12-03', '21:00'),
    ]);
  });
});

it('goes from planned over held to reported and back', () => {
  const item = { id: 'a', title: '', presenter: '', minutes: 5, startedAt: null, endedAt: null };
  const plan = meeting('m', '2026-12-03', { agenda: [item] });
  expect(postResults(plan, NOW)).toBe(plan);
  const held = endMeeting(startItem(plan, 'a', NOW), at('2026-12-03', '21:00'));
  expect(held).toMatchObject({
    state: 'HELD',
    heldFrom: NOW,
    heldTo: at('2026-12-03', '21:00'),
    agenda: [{ startedAt: NOW, endedAt: at('2026-12-03', '21:00') }],
  });
  expect(postResults(held, at('2026-12-04')).state).toBe('REPORTED');
  expect(postResults(postResults(held, at('2026-12-04')), null).state).toBe('HELD');
  expect(reopenMeeting(held)).toMatchObject({ state: 'PLANNED', heldFrom: NOW, heldTo: null });
});
