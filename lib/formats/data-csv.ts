/** Everything that is kept as a zip of CSV tables, for people who want to look at it in a spreadsheet. */
import { zipSync } from 'fflate';
import Papa from 'papaparse';
import type { AllData } from '../model/all-data';
import { REFERENCE_NOTE } from '../model/tally';
import { neutralise } from './safe-text';
import { setZipTimes } from './zip-times';

/** One table: a file name that says nothing about its owner, and its columns in order. */
interface Sheet<K extends keyof AllData> {
  kind: K;
  file: string;
  columns: [field: string, title: string][];
}

const SHEETS: Sheet<
  | 'readings'
  | 'members'
  | 'captures'
  | 'consents'
  | 'memberConsents'
  | 'requests'
  | 'deletions'
  | 'hostSites'
  | 'desk'
  | 'journal'
>[] = [
  {
    kind: 'readings',
    file: 'lan-ghi.csv',
    columns: [
      ['id', 'Mã lần ghi'],
      ['subject', 'Của ai (mã)'],
      ['day', 'Ngày'],
      ['total', 'Tổng số'],
      ['takenAt', 'Thấy từ lúc'],
      ['lastSeenAt', 'Thấy đến lúc'],
      ['alsoSeenAt', 'Các lần thấy lại'],
      ['source', 'Nguồn'],
      ['origin', 'Từ đâu'],
      ['raw', 'Chữ đọc được'],
      ['where', 'Chỗ đọc'],
      ['site', 'Trang'],
      ['siteVersion', 'Bản mô tả trang'],
      ['host', 'Địa chỉ'],
      ['name', 'Tên trên trang'],
      ['role', 'Vai trò'],
      ['unit', 'Đơn vị'],
      ['newRun', 'Bắt đầu lượt mới vì'],
      ['corrections', 'Các lần sửa'],
      ['withdrawn', 'Đã rút'],
    ],
  },
  {
    kind: 'members',
    file: 'danh-sach.csv',
    columns: [
      ['id', 'Mã'],
      ['name', 'Họ và tên'],
      ['otherNames', 'Cách viết khác'],
      ['code', 'Mã trong đơn vị'],
      ['unit', 'Đơn vị'],
      ['role', 'Vai trò'],
      ['status', 'Tình trạng'],
      ['eligible', 'Đủ điều kiện'],
      ['installed', 'Đã cài đặt'],
      ['loggedIn', 'Đã đăng nhập'],
      ['stays', 'Ở chi bộ'],
      ['exemptions', 'Được miễn'],
      ['past', 'Trước đây'],
      ['sameAs', 'Cùng người với'],
      ['notSameAs', 'Khác người với'],
      ['reason', 'Lý do'],
      ['isSelf', 'Là tôi'],
      ['createdAt', 'Thêm lúc'],
      ['removedAt', 'Bỏ lúc'],
    ],
  },
  {
    kind: 'captures',
    file: 'bang-da-ghi.csv',
    columns: [
      ['id', 'Mã bảng'],
      ['kind', 'Loại'],
      ['listId', 'Bảng nào'],
      ['site', 'Trang'],
      ['host', 'Địa chỉ'],
      ['screen', 'Màn hình'],
      ['unit', 'Đơn vị'],
      ['complete', 'Đã đủ'],
      ['total', 'Số dòng của trang'],
      ['firstSeenAt', 'Thấy từ lúc'],
      ['updatedAt', 'Đọc đến lúc'],
      ['adoptedAt', 'Đưa vào danh sách lúc'],
      ['headers', 'Tên cột'],
      ['rows', 'Các dòng'],
    ],
  },
  {
    kind: 'consents',
    file: 'dong-y.csv',
    columns: [
      ['id', 'Mã'],
      ['item', 'Về việc'],
      ['language', 'Ngôn ngữ'],
      ['givenAt', 'Lúc'],
      ['withdrawnAt', 'Rút lúc'],
      ['text', 'Lời đã đồng ý'],
    ],
  },
  {
    kind: 'memberConsents',
    file: 'dong-y-cua-nguoi-khac.csv',
    columns: [
      ['id', 'Mã'],
      ['memberId', 'Mã người'],
      ['person', 'Người'],
      ['kinds', 'Loại dữ liệu'],
      ['purpose', 'Mục đích'],
      ['method', 'Cách'],
      ['givenOn', 'Ngày'],
      ['keepUntil', 'Giữ đến'],
      ['withdrawnOn', 'Rút ngày'],
      ['text', 'Lời đã đồng ý'],
    ],
  },
  {
    kind: 'requests',
    file: 'yeu-cau.csv',
    columns: [
      ['id', 'Mã'],
      ['memberId', 'Mã người'],
      ['person', 'Người'],
      ['kind', 'Yêu cầu'],
      ['receivedOn', 'Nhận ngày'],
      ['answerBy', 'Trả lời trước'],
      ['doneBy', 'Xong trước'],
      ['answeredOn', 'Đã trả lời'],
      ['doneOn', 'Đã xong'],
      ['note', 'Ghi chú'],
    ],
  },
  {
    kind: 'deletions',
    file: 'nhat-ky-xoa.csv',
    columns: [
      ['seq', 'Số'],
      ['at', 'Lúc'],
      ['cause', 'Vì'],
      ['what', 'Loại'],
      ['count', 'Số lượng'],
      ['upTo', 'Đến ngày'],
    ],
  },
  {
    kind: 'hostSites',
    file: 'trang.csv',
    columns: [
      ['id', 'Địa chỉ'],
      ['addedAt', 'Thêm lúc'],
      ['changedAt', 'Đổi lúc'],
      ['shipped', 'Dùng định nghĩa có sẵn'],
      ['from', 'Định nghĩa riêng từ đâu'],
      ['site', 'Định nghĩa riêng'],
    ],
  },
  {
    kind: 'desk',
    file: 'ban-lam-viec.csv',
    columns: [
      ['id', 'Mã'],
      ['kind', 'Loại'],
      ['unit', 'Đơn vị'],
      ['createdAt', 'Thêm lúc'],
      ['changedAt', 'Đổi lúc'],
      ['removedAt', 'Bỏ lúc'],
      ['versions', 'Số lần đổi'],
      ['value', 'Nội dung'],
    ],
  },
  {
    kind: 'journal',
    file: 'nhat-ky.csv',
    columns: [
      ['seq', 'Số'],
      ['at', 'Lúc'],
      ['action', 'Việc'],
      ['detail', 'Chi tiết'],
    ],
  },
];

/**
 * One CSV per kind of record (UTF-8 with its mark, CRLF, `;`), each ending with the line that it does not replace the official
 * figures. Text that a spreadsheet would take for a formula is neutralised; lists inside a record stand as JSON in one cell.
 */
export function writeDataCsv(data: AllData): Uint8Array {
  const files = Object.fromEntries(
    SHEETS.map((sheet) => [sheet.file, new TextEncoder().encode(writeSheet(data, sheet))]),
  );
  const bytes = zipSync(files, { level: 6 });
  setZipTimes(bytes, new Date(data.exportedAt));
  return bytes;
}

function writeSheet(data: AllData, { kind, columns }: (typeof SHEETS)[number]): string {
  const rows = data[kind].map((row) => {
    const told = row as Record<string, unknown>; // a record by its field names
    return columns.map(([field]) => toCell(told[field]));
  });
  const all = [columns.map(([, title]) => title), ...rows, [''], [REFERENCE_NOTE]];
  return `\ufeff${Papa.unparse(all, { delimiter: ';', newline: '\r\n' })}\r\n`;
}

function toCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === '[]') return '';
  // Line breaks inside a cell break the row in programs that read line by line.
  return neutralise(text.replace(/[\t\r\n]+/g, (blank, at: number) => (at === 0 ? blank : ' ')));
}
