/** The one list of party terms: the plain English name used in code and files, and the Vietnamese label shown to people. */

import type { ActivityFigure } from './activity';

export interface Term {
  /** Label in Vietnamese as the field writes it. */
  vi: string;
  /** Plain English. */
  en: string;
}

/** Field names of observations, tallies and exports. */
export const FIELD_TERMS = {
  order: { vi: 'STT', en: 'No.' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  code: { vi: 'Mã', en: 'Code' },
  role: { vi: 'Chức vụ', en: 'Role' },
  unit: { vi: 'Chi bộ', en: 'Unit' },
  rating: { vi: 'Xếp loại', en: 'Rating' },
  gender: { vi: 'Giới tính', en: 'Gender' },
  date: { vi: 'Ngày', en: 'Date' },
  total: { vi: 'Điểm tích lũy', en: 'Cumulative points' },
  points: { vi: 'Điểm trong kỳ', en: 'Points in the period' },
  opening: { vi: 'Điểm đầu kỳ', en: 'Opening points' },
  closing: { vi: 'Điểm cuối kỳ', en: 'Closing points' },
  rank: { vi: 'Xếp hạng', en: 'Rank' },
  installed: { vi: 'Đã cài đặt', en: 'Installed' },
  eligible: { vi: 'Đủ điều kiện', en: 'Eligible' },
  reason: { vi: 'Lý do', en: 'Reason' },
  title: { vi: 'Tiêu đề', en: 'Title' },
  content: { vi: 'Nội dung', en: 'Content' },
  status: { vi: 'Trạng thái', en: 'Status' },
  assessment: { vi: 'Đánh giá kết quả', en: 'Assessment' },
  time: { vi: 'Thời gian', en: 'Time' },
  start: { vi: 'Bắt đầu', en: 'Start' },
  end: { vi: 'Kết thúc', en: 'End' },
  place: { vi: 'Địa điểm', en: 'Place' },
  topic: { vi: 'Chủ đề', en: 'Topic' },
  task: { vi: 'Nhiệm vụ', en: 'Task' },
  assignee: { vi: 'Đảng viên nhận', en: 'Assignee' },
  deadline: { vi: 'Thời hạn', en: 'Deadline' },
  uses: { vi: 'Lượt sử dụng', en: 'Uses' },
  sender: { vi: 'Người gửi', en: 'Sender' },
  fromUnit: { vi: 'Cơ sở Đảng gửi', en: 'Sending unit' },
  toUnit: { vi: 'Cơ sở Đảng nhận', en: 'Receiving unit' },
  recipients: { vi: 'Tổng người nhận', en: 'Recipients' },
  score: { vi: 'Điểm', en: 'Score' },
  members: { vi: 'Số đảng viên', en: 'Members' },
  note: { vi: 'Ghi chú', en: 'Note' },
  unitType: { vi: 'Loại cơ sở Đảng', en: 'Unit type' },
  unitForm: { vi: 'Loại hình cơ sở Đảng', en: 'Form of the unit' },
  founded: { vi: 'Ngày thành lập', en: 'Founded' },
  parentUnit: { vi: 'Đơn vị cấp trên', en: 'Parent unit' },
  assigned: { vi: 'Ngày giao', en: 'Assigned' },
  completed: { vi: 'Ngày hoàn thành', en: 'Completed' },
  joined: { vi: 'Ngày vào Đảng', en: 'Joined the Party' },
  official: { vi: 'Ngày chính thức', en: 'Official since' },
  number: { vi: 'Số hiệu', en: 'Document number' },
  type: { vi: 'Loại', en: 'Type' },
  issued: { vi: 'Ngày ban hành', en: 'Issued' },
  received: { vi: 'Ngày nhận', en: 'Received' },
  sent: { vi: 'Ngày gửi', en: 'Sent' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issued by' },
  basis: { vi: 'Sở cứ', en: 'Basis' },
  chair: { vi: 'Chủ trì', en: 'Chair' },
  action: { vi: 'Hoạt động', en: 'Activity' },
  result: { vi: 'Kết quả', en: 'Result' },
  correct: { vi: 'Số câu đúng', en: 'Correct answers' },
  questions: { vi: 'Số câu hỏi', en: 'Questions' },
  views: { vi: 'Lượt xem', en: 'Views' },
  vote: { vi: 'Biểu quyết', en: 'Vote' },
  present: { vi: 'Có mặt', en: 'Present' },
  average: { vi: 'Điểm trung bình', en: 'Average score' },
} as const satisfies Record<string, Term>;

export type FieldName = keyof typeof FIELD_TERMS;

/** Measures of a month besides points (see `activity.ts`). */
export const ACTIVITY_TERMS = {
  visits: { vi: 'Số lượt truy cập', en: 'Visits' },
  studied: { vi: 'Số VB/NQ đã học', en: 'Documents studied' },
  quizzes: { vi: 'Bài kiểm tra', en: 'Quizzes' },
  quizRight: { vi: 'Số câu đúng', en: 'Right answers' },
  quizAsked: { vi: 'Số câu hỏi', en: 'Questions asked' },
  opinions: { vi: 'Ý kiến', en: 'Opinions' },
} as const satisfies Record<ActivityFigure, Term>;

/** Terms of the organisation and of the product. */
export const TERMS = {
  handbook: { vi: 'sổ tay đảng viên điện tử', en: 'e-handbook' },
  cell: { vi: 'chi bộ', en: 'cell' },
  committee: { vi: 'đảng ủy', en: 'committee' },
  member: { vi: 'đảng viên', en: 'member' },
  probationary: { vi: 'đảng viên dự bị', en: 'probationary member' },
  secretary: { vi: 'bí thư', en: 'secretary' },
  points: { vi: 'điểm tích lũy', en: 'points' },
  study: { vi: 'học tập nghị quyết', en: 'study' },
  meeting: { vi: 'sinh hoạt', en: 'meeting' },
  roster: { vi: 'danh sách đảng viên', en: 'roster' },
  tally: { vi: 'bảng tổng hợp', en: 'tally' },
  rubric: { vi: 'khung tiêu chí', en: 'rubric' },
  site: { vi: 'trang sổ tay', en: 'site' },
  exempt: { vi: 'miễn công tác và sinh hoạt đảng', en: 'exempt' },
} as const satisfies Record<string, Term>;
