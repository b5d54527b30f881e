/** The usual order of a meeting as a first agenda (party-work.md §3.1, HD 42-HD/BTCTW); every line is the person's to change. */
import type { AgendaItem, MeetingKind } from '@/lib/model/meeting';

type Line = [title: string, minutes: number, by?: 'chair' | 'recorder'];

const REGULAR: Line[] = [
  ['Tuyên bố lý do, giới thiệu đại biểu; cử thư ký; điểm danh; thông qua chương trình', 5, 'chair'],
  ['Thông tin thời sự, tình hình tư tưởng', 10, 'chair'],
  ['Đánh giá kết quả thực hiện nhiệm vụ tháng qua', 15, 'chair'],
  ['Tự phê bình và phê bình', 15],
  ['Phương hướng, nhiệm vụ tháng tới', 10, 'chair'],
  ['Thảo luận', 20],
  ['Kết luận, biểu quyết nghị quyết, phân công nhiệm vụ', 10, 'chair'],
  ['Đánh giá chất lượng buổi sinh hoạt; thông qua biên bản', 5, 'recorder'],
];
const THEMATIC: Line[] = [
  ['Tuyên bố lý do, giới thiệu đại biểu; cử thư ký; điểm danh', 5, 'chair'],
  ['Trình bày chuyên đề', 30],
  ['Thảo luận', 25],
  ['Kết luận, đánh giá chất lượng chuyên đề', 10, 'chair'],
];
const COMMITTEE: Line[] = [
  ['Mục đích, nội dung cuộc họp', 5, 'chair'],
  ['Dự thảo báo cáo, nghị quyết của buổi sinh hoạt tới', 20, 'chair'],
  ['Thảo luận', 20],
  ['Kết luận, phân công', 10, 'chair'],
];

export function agendaPattern(kind: MeetingKind, chair: string, recorder: string, newId: () => string): AgendaItem[] {
  const lines =
    kind === 'KET_HOP'
      ? [...REGULAR.slice(0, 6), ...THEMATIC.slice(1, 3), ...REGULAR.slice(6)]
      : kind === 'CHI_UY'
        ? COMMITTEE
        : kind === 'CHUYEN_DE' || kind === 'HOC_TAP'
          ? THEMATIC
          : REGULAR;
  const people = { chair, recorder };
  return lines.map(([title, minutes, by]) => ({
    id: newId(),
    title,
    presenter: by === undefined ? '' : people[by],
    minutes,
    startedAt: null,
    endedAt: null,
  }));
}
