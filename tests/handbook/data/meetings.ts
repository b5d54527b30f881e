/** Meetings of a cell with their attendance. */
import type { Member } from './cells';
import { dayNumber, isoDay, vietnameseDay } from './dates';
import { hash } from './random';

/** One meeting; times are written as the page writes them. */
export interface Meeting {
  title: string;
  content: string;
  state: 'Sắp diễn ra' | 'Đang diễn ra' | 'Đã diễn ra';
  rating: 'Chưa đánh giá' | 'Đã đánh giá';
  /** DD/MM/YYYY HH:mm */
  start: string;
  end: string;
  place: string;
}

/** The four states of an attendance row, with the value of its radio. */
export const ATTENDANCE = { A: 'Có mặt', B: 'Vắng có phép', C: 'Vắng không phép', D: 'Miễn sinh hoạt' } as const;
export type AttendanceCode = keyof typeof ATTENDANCE;

const PLACES = ['Hội trường tầng 3, trụ sở thử nghiệm', 'Phòng họp A2', 'Họp trực tuyến'];

/** The 35 monthly meetings up to the month after the given day, newest first. */
export function meetingsOf(unit: string, today: string): Meeting[] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  return Array.from({ length: 35 }, (_, index) => {
    const at = year * 12 + month - index;
    const number = (at % 12) + 1;
    const iso = `${Math.floor(at / 12)}-${String(number).padStart(2, '0')}-${String(3 + ((index * 5) % 24)).padStart(2, '0')}`;
    const day = vietnameseDay(iso);
    const days = dayNumber(iso) - dayNumber(today);
    return {
      title: `Sinh hoạt ${unit} tháng ${number}/${Math.floor(at / 12)}`,
      content: index % 4 === 2 ? '' : `Triển khai nghị quyết tháng ${number}; kiểm điểm công tác tháng trước`,
      state: days > 0 ? 'Sắp diễn ra' : index < 2 ? 'Đang diễn ra' : 'Đã diễn ra',
      rating: days > 0 || index < 2 || hash(index, 41) % 4 === 0 ? 'Chưa đánh giá' : 'Đã đánh giá',
      start: `${day} 14:00`,
      end: `${day} ${index % 2 === 0 ? '16:00' : '16:30'}`,
      place: PLACES[index % 3] ?? '',
    };
  });
}

/** How a member stands in the attendance list of the meeting of this month. */
export function attendanceOf(member: Member): AttendanceCode {
  const mixed = hash(member.id, 51) % 20;
  if (mixed === 0) return 'C';
  if (mixed < 3) return 'B';
  return mixed === 3 ? 'D' : 'A';
}

/** One dated line of a member's own points. */
export interface PointEvent {
  /** DD/MM/YYYY */
  day: string;
  reason: string;
  points: number;
  totalAfter: number;
}

const REASONS = ['Đọc văn bản mới', 'Học tập nghị quyết', 'Làm bài kiểm tra', 'Đăng nhập trong ngày', 'Góp ý dự thảo'];

/** The last `count` days with a gain, newest first; `total` gives the cumulative figure of an ISO day. */
export function pointEvents(today: string, count: number, total: (day: string) => number | null): PointEvent[] {
  const events: PointEvent[] = [];
  for (let day = dayNumber(today); events.length < count && day > dayNumber(today) - 400; day -= 1) {
    const after = total(isoDay(day));
    const before = total(isoDay(day - 1));
    if (after === null || before === null || after === before) continue;
    const reason = REASONS[hash(day, 61) % REASONS.length] ?? '';
    events.push({ day: vietnameseDay(isoDay(day)), reason, points: after - before, totalAfter: after });
  }
  return events;
}
