/** Which column holds what: header aliases in Vietnamese and English, and where the header row stands. */
import { deniedKind, type DeniedKind } from '../privacy/deny-list';
import { parseDate } from '../vi/dates';
import { foldLabel } from '../vi/text';
import { type RawCell, cellText } from './table';

export const READING_FIELDS = [
  'name',
  'family',
  'code',
  'date',
  'time',
  'total',
  'installed',
  'eligible',
  'reason',
  'role',
  'status',
  'loggedIn',
  'joined',
  'left',
] as const;
export type ReadingField = (typeof READING_FIELDS)[number];

// Folded (no accents, lower case). The first list names the field plainly; the second is taken only when nothing of the first is there.
const ALIASES: Record<ReadingField, readonly [readonly string[], readonly string[]]> = {
  name: [
    [
      'ho va ten',
      'ho ten',
      'name',
      'full name',
      'fullname',
      'ho va ten dang vien',
      'ho ten dang vien',
      'ten dang vien',
    ],
    ['dang vien', 'ten', 'member'],
  ],
  // Only beside a column that holds the given name alone.
  family: [['ho', 'ho dem', 'ho va dem', 'ho lot', 'ho va ten dem', 'ho va chu dem'], []],
  code: [['ma', 'ma dang vien', 'code', 'ma dv', 'ma so', 'ma so dang vien', 'member code'], ['id']],
  date: [
    ['ngay', 'date', 'ngay ghi', 'ngay doc', 'ngay ghi nhan', 'ngay cap nhat', 'day'],
    ['thoi diem', 'thoi gian'],
  ],
  time: [['gio', 'at', 'time'], []],
  total: [
    ['diem tich luy', 'diem tich luy den nay', 'tong diem tich luy', 'total', 'cumulative points', 'cumulative total'],
    ['diem', 'tong diem', 'so diem', 'points', 'score', 'diem so'],
  ],
  installed: [['da cai dat', 'da cai', 'cai dat', 'installed', 'da cai so tay'], []],
  eligible: [['du dieu kien', 'eligible', 'du dieu kien cai dat'], []],
  reason: [
    ['ly do', 'li do', 'reason', 'ly do chua co diem', 'ly do chua cai dat'],
    ['ghi chu', 'note'],
  ],
  role: [['chuc vu', 'role', 'chuc vu dang'], []],
  status: [['tinh trang', 'dien dang vien', 'chinh thuc/du bi', 'chinh thuc / du bi', 'status'], ['loai']],
  loggedIn: [['da dang nhap', 'dang nhap', 'logged in'], []],
  joined: [['ngay vao chi bo', 'ngay ve chi bo', 'ngay chuyen den', 'tu ngay', 'joined', 'joined on'], ['chuyen den']],
  left: [['ngay roi chi bo', 'ngay chuyen di', 'den ngay', 'left', 'left on'], ['chuyen di']],
};

const FIELD_OF = new Map<string, { field: ReadingField; weak: boolean }>(
  READING_FIELDS.flatMap((field) =>
    ALIASES[field].flatMap((aliases, level) => aliases.map((alias) => [alias, { field, weak: level === 1 }] as const)),
  ),
);

export interface HeaderMap {
  /** Index of the header row in the table. */
  row: number;
  /** 0-based column of each field found. */
  columns: Map<ReadingField, number>;
  /** Columns named by a day (wide layout: one column per day), 0-based, with the day. */
  days: { column: number; day: string }[];
  /** Dropped unread: personal data that must not be kept. */
  dropped: { column: number; header: string; kind: DeniedKind }[];
  /** Headers nobody asked for. */
  ignored: string[];
  /** Fields named by two columns. */
  doubled: { field: ReadingField; columns: number[] }[];
}

/** How far from the top a header row may stand. */
export const HEADER_SEARCH_ROWS = 20;

/**
 * The header row among the first rows: the one that names a person and either a total or days; null when there is none.
 * With `namesAlone` a list of people without any points will do.
 */
export function findHeader(rows: readonly (readonly RawCell[])[], namesAlone = false): HeaderMap | null {
  let best: HeaderMap | null = null;
  for (let row = 0; row < Math.min(rows.length, HEADER_SEARCH_ROWS); row++) {
    const map = readHeader(rows[row] ?? [], row);
    const pointed = map.columns.has('total') || map.days.length > 0;
    if (!map.columns.has('name') || (!pointed && !namesAlone)) continue;
    if (best === null || map.columns.size > best.columns.size) best = map;
  }
  return best;
}

/** How many columns of the best header row are understood; tells separators apart. */
export function headerScore(rows: readonly (readonly RawCell[])[]): number {
  const scores = rows
    .slice(0, HEADER_SEARCH_ROWS)
    .map((cells, row) => readHeader(cells, row))
    .map((map) => map.columns.size + map.dropped.length);
  return Math.max(0, ...scores);
}

function readHeader(cells: readonly RawCell[], row: number): HeaderMap {
  const map: HeaderMap = { row, columns: new Map(), days: [], dropped: [], ignored: [], doubled: [] };
  const found = new Map<ReadingField, { strong: number[]; weak: number[] }>();
  cells.forEach((cell, column) => {
    const header = cellText(cell).trim();
    if (header === '') return;
    const kind = deniedKind(header);
    if (kind !== null) return void map.dropped.push({ column, header, kind });
    const known = FIELD_OF.get(foldLabel(header));
    if (known) {
      const columns = found.get(known.field) ?? { strong: [], weak: [] };
      columns[known.weak ? 'weak' : 'strong'].push(column);
      found.set(known.field, columns);
      return;
    }
    const day = cell instanceof Date ? cellText(cell) : parseDay(header);
    if (day !== null) map.days.push({ column, day });
    else map.ignored.push(header);
  });
  for (const [field, { strong, weak }] of found) {
    const columns = strong.length > 0 ? strong : weak;
    if (columns.length > 1) map.doubled.push({ field, columns });
    if (columns[0] !== undefined) map.columns.set(field, columns[0]);
    if (strong.length > 0) map.ignored.push(...weak.map((column) => cellText(cells[column]).trim()));
  }
  // "Họ đệm | Tên" are two halves of one name; beside a full name the family name says nothing new.
  const name = map.columns.get('name');
  if (name === undefined || foldLabel(cellText(cells[name])) !== 'ten') map.columns.delete('family');
  // A tidy table with a date column may still carry a stray dated header; it is no wide layout then.
  if (map.columns.has('date') && map.columns.has('total')) {
    map.ignored.push(...map.days.map(({ column }) => cellText(cells[column]).trim()));
    map.days = [];
  }
  return map;
}

function parseDay(header: string): string | null {
  const date = parseDate(header);
  return date.ok && date.time === null ? date.day : null;
}
