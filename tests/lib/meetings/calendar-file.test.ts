/** The calendar file keeps RFC 5545 and names nobody. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toCalendarFile } from '../../../lib/meetings/calendar-file';
import { at, meeting, row } from './sample';

const OPTIONS = {
  now: new Date('2026-11-26T05:00:00Z'),
  createdAt: '2026-11-20T00:00:00.000Z',
  changedAt: '2026-11-20T00:01:30.000Z',
};
const unfold = (text: string) => text.replace(/\r\n /g, '').split('\r\n');

it('is exact', () => {
  const plan = meeting('4f0c', '2026-12-03', {
    title: 'Sinh hoạt thường kỳ; tháng 12, 2026',
    place: 'Nhà văn hóa\nthôn Đông',
    chair: 'Nguyễn Văn An',
    recorder: 'Trần Thị Bình',
    superior: 'Lê Hoàng Cường',
    onlineLink: 'https://hop.example/phong?pwd=1',
    attendance: [row('Phạm Thu Dung', 'CO_MAT')],
  });
  expect(unfold(toCalendarFile(plan, OPTIONS))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//so-tay-dong-hanh//lich//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Ho_Chi_Minh',
    'BEGIN:STANDARD',
    'DTSTART:19750613T000000',
    'TZOFFSETFROM:+0700',
    'TZOFFSETTO:+0700',
    'TZNAME:+07',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    'UID:4f0c@so-tay-dong-hanh',
    'DTSTAMP:20261126T050000Z',
    'SEQUENCE:90',
    'DTSTART;TZID=Asia/Ho_Chi_Minh:20261203T193000',
    'DTEND;TZID=Asia/Ho_Chi_Minh:20261203T210000',
    'SUMMARY:Sinh hoạt thường kỳ\\; tháng 12\\, 2026',
    'LOCATION:Nhà văn hóa\\nthôn Đông',
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

it('folds at 75 bytes without cutting a letter, and comes back whole', () => {
  const text = fc.string({ unit: fc.constantFrom('ệ', 'a', ' ', '\\', ',', ';', '😀', 'Đ'), maxLength: 300 });
  fc.assert(
    fc.property(text, (title) => {
      const file = toCalendarFile(meeting('m', '2026-12-03', { title }), OPTIONS);
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(file).not.toContain('\ufffd');
      const summary =
        unfold(file)
          .find((line) => line.startsWith('SUMMARY:'))
          ?.slice(8) ?? '';
      expect(summary.replace(/\\(.)/g, '$1')).toBe(title);
    }),
  );
});

it('gives a later change a higher number, and never a lower one than 0', () => {
  const plan = meeting('m', '2026-12-03');
  const sequence = (changedAt: string) =>
    Number(/SEQUENCE:(\d+)/.exec(toCalendarFile(plan, { ...OPTIONS, changedAt }))?.[1]);
  expect(sequence('2026-11-21T00:00:00.000Z')).toBeGreaterThan(sequence(OPTIONS.changedAt));
  expect(sequence('2026-11-19T00:00:00.000Z')).toBe(0);
});

it('crosses midnight in the days of Vietnam', () => {
  const late = meeting('m', '2026-12-31', { plannedStart: at('2026-12-31', '23:30'), minimumMinutes: 60 });
  expect(toCalendarFile(late, OPTIONS)).toContain('DTEND;TZID=Asia/Ho_Chi_Minh:20270101T003000');
});
