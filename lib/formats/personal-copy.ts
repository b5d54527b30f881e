/** One person's copy as a file: JSON for programs, CSV for reading in a spreadsheet; both carry the notice. */
import Papa from 'papaparse';
import type { PersonalCopy } from '../model/personal-copy';
import { formatDay, formatInstant } from '../vi/dates';
import { neutralise } from './safe-text';

/** The copy as `personalCopySchema` tells. */
export function personalCopyJson(copy: PersonalCopy): string {
  return `${JSON.stringify(copy, null, 1)}\n`;
}

const TITLES = ['Mục', 'Ngày', 'Nội dung', 'Giá trị', 'Nguồn', 'Ghi chú'] as const;

type Line = [section: string, day: string, what: string, value: string, source: string, note: string];

/** One line per fact, `;` between, UTF-8 with its mark: opens by double click in Vietnamese Excel. */
export function personalCopyCsv(copy: PersonalCopy): string {
  const lines: Line[] = [
    ...memberLines(copy),
    ...copy.readings.map(readingLine),
    ...copy.capturedRows.flatMap(capturedLines),
    ...copy.consents.map((one): Line => {
      const until = one.keepUntil === null ? '' : `giữ đến ${formatDay(one.keepUntil)}`;
      const withdrawn = one.withdrawnOn === null ? '' : `rút ngày ${formatDay(one.withdrawnOn)}`;
      return [
        'Đồng ý',
        formatDay(one.givenOn),
        one.purpose,
        one.kinds.join(', '),
        one.method,
        joined(until, withdrawn, one.text),
      ];
    }),
    ...copy.requests.map((one): Line => {
      const answered = one.answeredOn === null ? '' : `trả lời ${formatDay(one.answeredOn)}`;
      const done = one.doneOn === null ? '' : `làm xong ${formatDay(one.doneOn)}`;
      return ['Yêu cầu', formatDay(one.receivedOn), one.kind, '', '', joined(answered, done, one.note)];
    }),
    ...copy.desk.map((one): Line => [
      'Bàn làm việc',
      formatInstant(new Date(one.changedAt)),
      one.kind,
      JSON.stringify(one.said),
      '',
      '',
    ]),
    ['Lưu ý', '', copy.note, '', '', `lập lúc ${formatInstant(new Date(copy.exportedAt))}`],
  ];
  const rows = lines.map((line) => line.map((cell) => neutralise(cell.replace(/[\t\r\n]+/g, ' '))));
  return `\ufeff${Papa.unparse([[...TITLES], ...rows], { delimiter: ';', newline: '\r\n' })}\r\n`;
}

function memberLines({ person, member }: PersonalCopy): Line[] {
  const line = (what: string, value: string | null): Line[] =>
    value === null ? [] : [['Danh sách đảng viên', '', what, value, '', '']];
  if (member === null) return [['Người', '', 'Họ và tên', person, '', '']];
  const flag = (value: boolean | null) => (value === null ? null : value ? 'có' : 'không');
  return [
    ...line('Họ và tên', member.name),
    ...member.otherNames.flatMap((name) => line('Cách viết khác', name)),
    ...line('Mã', member.code),
    ...line('Chi bộ', member.unit),
    ...line('Chức vụ', member.role),
    ...line('Tình trạng', member.status),
    ...line('Đủ điều kiện', flag(member.eligible)),
    ...line('Đã cài đặt', flag(member.installed)),
    ...line('Lý do', member.reason),
    ...line('Đã đăng nhập', flag(member.loggedIn ?? null)),
    ...(member.stays ?? []).flatMap((one) => line('Ở chi bộ', span(one))),
    ...(member.exemptions ?? []).flatMap((one) => line('Được miễn', joined(span(one), one.reason))),
    ...(member.past ?? []).flatMap((one) =>
      line('Trước đây', joined(`đến ${formatDay(one.until)}`, one.status ?? '', one.role ?? '')),
    ),
    ...line('Thêm vào lúc', formatInstant(new Date(member.createdAt))),
    ...line('Bỏ khỏi danh sách lúc', member.removedAt === null ? null : formatInstant(new Date(member.removedAt))),
  ];
}

function span({ from, to }: { from: string | null; to: string | null }): string {
  return joined(from === null ? '' : `từ ${formatDay(from)}`, to === null ? '' : `đến ${formatDay(to)}`);
}

function readingLine(reading: PersonalCopy['readings'][number]): Line {
  const corrected = reading.corrections.map(
    (before) => `trước khi sửa: ${before.total} ngày ${formatDay(before.day)} (${before.reason})`,
  );
  const withdrawn = reading.withdrawn === null ? '' : `đã rút: ${reading.withdrawn.reason}`;
  const place = joined(reading.name ?? '', reading.role ?? '', reading.unit ?? '');
  const source = joined(reading.source, reading.origin, reading.host ?? '');
  return [
    'Lần ghi điểm',
    formatDay(reading.day),
    'Điểm tích lũy',
    String(reading.total),
    source,
    joined(place, ...corrected, withdrawn),
  ];
}

function capturedLines(one: PersonalCopy['capturedRows'][number]): Line[] {
  return Object.entries(one.row.cells).map(([field, cell]) => [
    'Bảng đã ghi',
    formatInstant(new Date(one.updatedAt)),
    field,
    cell.raw,
    one.host,
    '',
  ]);
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('; ');
}
