/** A file of point readings as rows for the tally: all of it, or a refusal that lists every problem. */
import type { ReadingRow, RosterFacts, SourceInfo } from '../model/tally';
import type { DeniedKind } from '../privacy/deny-list';
import { foldLabel } from '../vi/text';
import { type HeaderMap, type ReadingField, findHeader } from './headers';
import { ImportError, type ImportIssue, refuseFile } from './import-error';
import {
  type CellResult,
  quote,
  readCode,
  readDay,
  readFlag,
  readName,
  readNote,
  readStatus,
  readTime,
  readTotal,
} from './read-cells';
import { type ImportInput, readTables } from './read-table';
import { type RawCell, type Table, cellText, columnLetter, isBlank } from './table';

export interface ReadingsFile {
  rows: ReadingRow[];
  source: SourceInfo;
  /** Columns dropped unread because they hold personal data that is never kept. */
  dropped: { sheet: string | null; header: string; kind: DeniedKind }[];
  /** Headers that mean nothing to a tally. */
  ignored: string[];
  /** Sheets without a table of readings. */
  ignoredSheets: string[];
}

export interface ReadReadingsOptions {
  /** Index the rows carry into the tally's sources. Default 0. */
  source?: number;
  /** Take a list of people without points too (a roster). Default false. */
  namesAlone?: boolean;
}

const TOTAL_LINES = new Set(['tong', 'tong cong', 'cong', 'trung binh', 'total', 'sum', 'cong tong']);

/**
 * Reads CSV (`,` `;` tab), text pasted from Excel, XLSX or JSON. Needs a name column and either date + total, or one column
 * per day; optional: code, installed, eligible, reason, role, time.
 * @throws ImportError with every problem found, each with file, sheet, row, column and reason; then nothing is taken
 */
export async function readReadings(input: ImportInput, options: ReadReadingsOptions = {}): Promise<ReadingsFile> {
  const tables = (await readTables(input)).filter((table) => table.rows.some((row) => !row.every(isBlank)));
  if (tables.length === 0) throw refuseFile(input.name, 'emptyFile', 'the file holds no cells');
  const kind = 'text' in input ? 'paste' : 'file';
  const result: ReadingsFile = {
    rows: [],
    source: { name: input.name, kind, detail: null },
    dropped: [],
    ignored: [],
    ignoredSheets: [],
  };
  const issues: ImportIssue[] = [];
  let understood = 0;
  for (const table of tables) {
    const header = findHeader(table.rows, options.namesAlone);
    if (header === null) {
      if (table.sheet !== null) result.ignoredSheets.push(table.sheet);
      continue;
    }
    understood += 1;
    const reader = new TableReader(table, header, options.source ?? 0);
    reader.read();
    for (const row of reader.rows) result.rows.push(row);
    issues.push(...reader.issues);
    result.dropped.push(
      ...header.dropped.map(({ header: text, kind: why }) => ({ sheet: table.sheet, header: text, kind: why })),
    );
    result.ignored.push(...header.ignored);
  }
  if (understood === 0) throw refuseFile(input.name, 'noHeader', noHeaderReason(tables));
  if (issues.length > 0) throw new ImportError(issues);
  result.source.detail = result.ignoredSheets.length > 0 ? `sheets left out: ${result.ignoredSheets.join(', ')}` : null;
  return result;
}

class TableReader {
  readonly rows: ReadingRow[] = [];
  readonly issues: ImportIssue[] = [];

  constructor(
    private readonly table: Table,
    private readonly header: HeaderMap,
    private readonly source: number,
  ) {}

  read(): void {
    const { table, header } = this;
    for (const { field, columns } of header.doubled) {
      const places = columns.map((column) => this.place(column)).join(' and ');
      this.issue(header.row, null, 'duplicateColumn', `columns ${places} both name the ${field}; keep one`, null);
    }
    if (header.columns.has('total') && !header.columns.has('date')) {
      this.issue(header.row, null, 'noHeader', 'there is a total but no date column (Ngày)', null);
    }
    if (this.issues.length > 0) return;
    const titles = this.titles();
    for (let index = header.row + 1; index < table.rows.length; index++) {
      const cells = table.rows[index] ?? [];
      const used = cells.map((cell, column) => (this.isDropped(column) ? null : cell));
      if (used.every(isBlank) || this.isRepeatedHeader(used, titles) || this.isTotalLine(used)) continue;
      this.readRow(used, index);
    }
  }

  private readRow(cells: readonly RawCell[], index: number): void {
    const given = this.take(cells, index, 'name', readName);
    const family = this.take(cells, index, 'family', readName);
    const name = given && family ? `${family} ${given}` : given;
    const code = this.take(cells, index, 'code', readCode);
    const time = this.take(cells, index, 'time', readTime);
    const shared = {
      code: code ?? null,
      installed: this.take(cells, index, 'installed', readFlag) ?? null,
      eligible: this.take(cells, index, 'eligible', readFlag) ?? null,
      reason: this.take(cells, index, 'reason', readNote) ?? null,
      role: this.take(cells, index, 'role', readNote) ?? null,
      ...this.takeRoster(cells, index),
      source: this.source,
    };
    if (name === null) this.cellIssue(index, 'name', 'missingName', 'the name is missing', null);
    const base = { ...shared, name: name ?? '' };
    if (this.header.days.length > 0) return this.readWideRow(cells, index, base);
    const date = this.take(cells, index, 'date', (cell) => readDay(cell, this.table.serialDates));
    const total = this.take(cells, index, 'total', readTotal);
    if (date === null && typeof total === 'number') {
      this.cellIssue(index, 'date', 'missingDate', 'the total has no date', null);
    }
    const known = typeof total === 'number' && date !== null && date !== undefined;
    this.rows.push({
      ...base,
      day: known ? date.day : null,
      at: known ? (date.at ?? time ?? null) : null,
      total: known ? total : null,
    });
  }

  /** What a roster tells besides; absent where the list has no such column. */
  private takeRoster(cells: readonly RawCell[], index: number): RosterFacts {
    const { columns } = this.header;
    const day = (field: 'joined' | 'left') =>
      this.take(cells, index, field, (cell) => readDay(cell, this.table.serialDates))?.day ?? null;
    return {
      ...(columns.has('status') ? { status: this.take(cells, index, 'status', readStatus) ?? null } : {}),
      ...(columns.has('loggedIn') ? { loggedIn: this.take(cells, index, 'loggedIn', readFlag) ?? null } : {}),
      ...(columns.has('joined') ? { joinedOn: day('joined') } : {}),
      ...(columns.has('left') ? { leftOn: day('left') } : {}),
    };
  }

  private readWideRow(cells: readonly RawCell[], index: number, base: Omit<ReadingRow, 'day' | 'at' | 'total'>): void {
    const before = this.rows.length;
    for (const { column, day } of this.header.days) {
      const total = this.check(cells[column] ?? null, index, column, readTotal);
      if (typeof total === 'number') this.rows.push({ ...base, day, at: null, total });
    }
    if (this.rows.length === before) this.rows.push({ ...base, day: null, at: null, total: null });
  }

  /** The value, null when blank, undefined when refused (and then listed). */
  private take<T>(
    cells: readonly RawCell[],
    row: number,
    field: ReadingField,
    read: (cell: RawCell) => CellResult<T | null>,
  ): T | null | undefined {
    const column = this.header.columns.get(field);
    return column === undefined ? null : this.check(cells[column] ?? null, row, column, read);
  }

  private check<T>(
    cell: RawCell,
    row: number,
    column: number,
    read: (cell: RawCell) => CellResult<T | null>,
  ): T | null | undefined {
    const result = read(cell);
    if (result.ok) return result.value;
    this.issue(row, column, result.code, result.reason, result.code === 'deniedValue' ? null : quote(cell));
    return undefined;
  }

  private cellIssue(row: number, field: ReadingField, code: ImportIssue['code'], reason: string, value: string | null) {
    this.issue(row, this.header.columns.get(field) ?? null, code, reason, value);
  }

  private issue(row: number, column: number | null, code: ImportIssue['code'], reason: string, value: string | null) {
    const place = column === null ? null : this.place(column);
    const { file, sheet, firstRow } = this.table;
    this.issues.push({ code, file, sheet, row: row + firstRow, column: place, reason, value });
  }

  private place(column: number): string {
    const title = cellText(this.table.rows[this.header.row]?.[column]).trim();
    return `${columnLetter(column)}${title === '' ? '' : ` (${title})`}`;
  }

  private isDropped(column: number): boolean {
    return this.header.dropped.some((dropped) => dropped.column === column);
  }

  private titles(): Map<number, string> {
    const cells = this.table.rows[this.header.row] ?? [];
    return new Map([...this.header.columns.values()].map((column) => [column, cellText(cells[column])]));
  }

  // Long lists repeat their header on every printed page.
  private isRepeatedHeader(cells: readonly RawCell[], titles: ReadonlyMap<number, string>): boolean {
    return [...titles].every(([column, title]) => cellText(cells[column]) === title);
  }

  // "Tổng cộng" under the list is no person.
  private isTotalLine(cells: readonly RawCell[]): boolean {
    const first = cells.find((cell) => !isBlank(cell));
    const date = this.header.columns.get('date');
    const dated = date !== undefined && !isBlank(cells[date]);
    return !dated && typeof first === 'string' && TOTAL_LINES.has(foldLabel(first));
  }
}

function noHeaderReason(tables: readonly Table[]): string {
  const first = tables[0]?.rows.find((row) => !row.every(isBlank)) ?? [];
  const shown = first
    .filter((cell) => !isBlank(cell))
    .slice(0, 8)
    .map((cell) => cellText(cell).slice(0, 40));
  return (
    'no header row with a name (Họ và tên), a date (Ngày) and a total (Điểm tích lũy) in the first 20 rows; ' +
    `the first row reads: ${shown.join(' | ')}`
  );
}
