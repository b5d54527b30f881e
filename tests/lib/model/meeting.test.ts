/** What a meeting may hold, and what is refused. */
import { describe, expect, it } from 'vitest';
import { meetingSchema, newMeeting } from '../../../lib/model/meeting';
import { at, meeting, row } from '../meetings/sample';

const paper = (title: string) => ({ id: 'p', title, postedAt: null });

describe('a meeting', () => {
  it('is valid from the first moment of its plan', () => {
    const plan = newMeeting({ id: 'm', kind: 'KET_HOP', plannedStart: at('2026-12-03') });
    expect(meetingSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });

  it.each(['Báo cáo MẬT quý IV', 'Kế hoạch (TỐI MẬT)', 'Tuyệt mật: phương án', 'Tài liệu M Ậ T'])(
    'refuses a paper called %j',
    (title) =>
      expect(meetingSchema.safeParse(meeting('m', '2026-12-03', { papers: [paper(title)] })).success).toBe(false),
  );

  it('takes a law on state secrets for what it is', () => {
    const titles = ['Tuyên truyền Luật Bảo vệ bí mật nhà nước', 'Đổi mật khẩu tài khoản', 'Mặt trận Tổ quốc'];
    expect(meetingSchema.safeParse(meeting('m', '2026-12-03', { papers: titles.map(paper) })).success).toBe(true);
  });

  it.each([
    ['a mark in the minutes', { minutes: { ...meeting('m', '2026-12-03').minutes, conclusion: 'Văn bản Mật số 3' } }],
    [
      'a mark in an opinion',
      { opinions: [{ id: 'o', memberId: null, name: '', text: 'đọc bản tối mật', at: at('2026-12-03') }] },
    ],
    ['a state nobody knows', { attendance: [{ ...row('a', null), state: 'DI_MUON' }] }],
    ['a field more', { password: 'x' }],
    ['a day that does not exist', { committeeMetOn: '2026-02-30' }],
    ['a score as large as a book', { score: 'x'.repeat(100_001) }],
    ['a vote below zero', { votes: [{ id: 'v', subject: '', for: -1, against: 0, other: 0, present: 1 }] }],
  ])('refuses %s', (_, wrong) => {
    expect(meetingSchema.safeParse({ ...meeting('m', '2026-12-03'), ...wrong }).success).toBe(false);
  });
});
