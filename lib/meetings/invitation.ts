/** Texts to copy into a group chat: the invitation and the agenda, in Vietnamese, ready to send. */
import { type Meeting, type MeetingKind, isNamed } from '../model/meeting';
import { clockInWords, weekdayInVietnam } from '../vi/clock';
import { dayInVietnam, formatDay } from '../vi/dates';

const KIND_WORDS: Record<MeetingKind, string> = {
  THUONG_KY: 'Sinh hoạt thường kỳ',
  CHUYEN_DE: 'Sinh hoạt chuyên đề',
  KET_HOP: 'Sinh hoạt thường kỳ kết hợp chuyên đề',
  CHI_UY: 'Họp chi ủy',
  HOC_TAP: 'Học tập nghị quyết',
  KIEM_DIEM: 'Họp kiểm điểm',
  DAI_HOI: 'Đại hội',
};

/** `Sinh hoạt thường kỳ tháng 11/2026`: what a meeting is called when nobody gave it a title. */
export function proposedTitle(meeting: Pick<Meeting, 'kind' | 'plannedStart'>): string {
  const [year = '', month = ''] = dayInVietnam(new Date(meeting.plannedStart)).split('-');
  return `${KIND_WORDS[meeting.kind]} tháng ${Number(month)}/${year}`;
}

/** `19 giờ 30, thứ Năm, ngày 03/12/2026`. */
export function timeInWords(instant: string): string {
  const moment = new Date(instant);
  return `${clockInWords(moment)}, ${weekdayInVietnam(moment)}, ngày ${formatDay(dayInVietnam(moment))}`;
}

/** The invitation; lines without content are left out. `unit` heads it. */
export function invitationText(meeting: Meeting, unit: string | null): string {
  const title = meeting.title === '' ? proposedTitle(meeting) : meeting.title;
  const agenda = agendaLines(meeting);
  const papers = meeting.papers.filter(isNamed).map((paper) => `- ${paper.title}`);
  const lines: (string | null)[] = [
    unit === null ? null : unit.toLocaleUpperCase('vi'),
    `Kính mời các đồng chí dự ${decapitalise(title)}.`,
    `Thời gian: ${timeInWords(meeting.plannedStart)}.`,
    meeting.place === '' ? null : `Địa điểm: ${meeting.place}.`,
    meeting.onlineLink === '' ? null : `Họp trực tuyến: ${meeting.onlineLink}`,
    meeting.chair === '' ? null : `Chủ trì: đồng chí ${meeting.chair}.`,
    ...(agenda.length === 0 ? [] : ['Nội dung:', ...agenda]),
    ...(papers.length === 0 ? [] : ['Tài liệu đọc trước trên Sổ tay đảng viên điện tử:', ...papers]),
    meeting.superior === '' ? null : `Kính mời đồng chí ${meeting.superior}, cấp ủy viên cấp trên, đến dự và chỉ đạo.`,
    meeting.guests.length === 0 ? null : `Khách mời: ${meeting.guests.join('; ')}.`,
    'Đề nghị các đồng chí có mặt đúng giờ. Đồng chí nào không dự được xin báo trước lý do.',
  ];
  return lines.filter((line) => line !== null).join('\n');
}

/** The agenda alone: numbered, with presenter and minutes. */
export function agendaText(meeting: Meeting): string {
  return agendaLines(meeting).join('\n');
}

function agendaLines(meeting: Pick<Meeting, 'agenda'>): string[] {
  return meeting.agenda.filter(isNamed).map((item, index) => {
    const more = [
      item.presenter === '' ? null : `đ/c ${item.presenter}`,
      item.minutes === 0 ? null : `${item.minutes} phút`,
    ].filter((part) => part !== null);
    return `${index + 1}. ${item.title}${more.length === 0 ? '' : ` (${more.join(', ')})`}`;
  });
}

/** The first letter small inside a sentence, where the title begins with a plain word: ĐẠI HỘI and names stay. */
function decapitalise(title: string): string {
  return /^(?:Sinh hoạt|Họp|Học tập|Hội nghị|Đại hội|Buổi)/u.test(title)
    ? title.slice(0, 1).toLocaleLowerCase('vi') + title.slice(1)
    : title;
}
