/** Refusal of a file: every problem with file, sheet, row, column and reason; nothing of the file is taken. */

/** Stable codes; the interface words them. */
export const IMPORT_CODES = [
  'tooLarge',
  'tooManyEntries',
  'zipBomb',
  'brokenFile',
  'notATable',
  'oldExcel',
  'encrypted',
  'dtd',
  'badEncoding',
  'badQuotes',
  'emptyFile',
  'noHeader',
  'duplicateColumn',
  'missingName',
  'missingDate',
  'badDate',
  'badTotal',
  'badFlag',
  'badStatus',
  'badCode',
  'tooLong',
  'deniedValue',
  'formulaWithoutValue',
  'badJson',
  'noDateInFile',
] as const;
export type ImportCode = (typeof IMPORT_CODES)[number];

/** One problem. Row and column are 1-based as a spreadsheet shows them; null when the whole file is meant. */
export interface ImportIssue {
  code: ImportCode;
  file: string;
  sheet: string | null;
  row: number | null;
  /** Column letter with its header, as in `C (Điểm tích lũy)`. */
  column: string | null;
  /** English reason. */
  reason: string;
  /** The cell as written, cut; null for denied values. */
  value: string | null;
}

/** How many problems one refusal lists. */
export const MAX_ISSUES = 50;

/** Thrown when a file is refused as a whole; `issues` holds up to `MAX_ISSUES` problems, `total` how many there are. */
export class ImportError extends Error {
  override name = 'ImportError';
  readonly issues: ImportIssue[];
  readonly total: number;
  constructor(issues: readonly ImportIssue[]) {
    super(issues.slice(0, MAX_ISSUES).map(describeIssue).join('\n'));
    this.issues = issues.slice(0, MAX_ISSUES);
    this.total = issues.length;
  }
}

/** `diem.xlsx, sheet "T9", row 5, column C (Điểm tích lũy): "gần 70.000" is an estimate, not an exact number`. */
export function describeIssue(issue: ImportIssue): string {
  const place = [
    issue.file,
    issue.sheet === null ? null : `sheet "${issue.sheet}"`,
    issue.row === null ? null : `row ${issue.row}`,
    issue.column === null ? null : `column ${issue.column}`,
  ].filter((part) => part !== null);
  return `${place.join(', ')}: ${issue.reason}`;
}

/** A refusal of the file as a whole. */
export function refuseFile(file: string, code: ImportCode, reason: string, sheet: string | null = null): ImportError {
  return new ImportError([{ code, file, sheet, row: null, column: null, reason, value: null }]);
}
