/** Changes a person makes to a meeting. */
import { describe, expect, it } from 'vitest';
import {
  addOpinion,
  addPaper,
  callRoll,
  endMeeting,
  markAllPresent,
  markRow,
  moveItem,
  postPapers,
  postResults,
  reopenMeeting,
  startItem,
} from '../../../lib/meetings/edit';
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
