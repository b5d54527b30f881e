/** Numbers of documents: which types a body issues, their symbols, and the next number per type and term (HD 05-HD/VPTW, 27/5/2026). */
import type { DocProfile } from '../model/doc-profile';

/** Stable code → symbol printed and plain name. */
export const DOCUMENT_TYPES = {
  NQ: { symbol: 'NQ', name: 'nghị quyết' },
  QD: { symbol: 'QĐ', name: 'quyết định' },
  KL: { symbol: 'KL', name: 'kết luận' },
  QC: { symbol: 'QC', name: 'quy chế' },
  TB: { symbol: 'TB', name: 'thông báo' },
  BC: { symbol: 'BC', name: 'báo cáo' },
  KH: { symbol: 'KH', name: 'kế hoạch' },
  CTr: { symbol: 'CTr', name: 'chương trình' },
  DA: { symbol: 'ĐA', name: 'đề án' },
  PA: { symbol: 'PA', name: 'phương án' },
  TTr: { symbol: 'TTr', name: 'tờ trình' },
  CV: { symbol: 'CV', name: 'công văn' },
  BB: { symbol: 'BB', name: 'biên bản' },
} as const;
export type DocumentType = keyof typeof DOCUMENT_TYPES;

/** Types a cell has no right to issue (HD 05-HD/VPTW, 27/5/2026). */
export const NOT_FOR_CELLS: Readonly<Record<string, string>> = {
  QUY_DINH: 'quy định',
  HUONG_DAN: 'hướng dẫn',
  CHI_THI: 'chỉ thị',
};

/** A type that may not be numbered; `code` tells whether it is unknown or not a cell's to issue. */
export class NumberingError extends Error {
  override name = 'NumberingError';
  constructor(
    readonly code: 'unknownType' | 'notForCells' | 'badEntry',
    message: string,
  ) {
    super(message);
  }
}

/** One number given out. `term` names the term or the year, as the profile's `numbering` wants it (`2025-2027`, `2026`). */
export interface RegisterEntry {
  type: DocumentType;
  term: string;
  number: number;
}

/** The type as ours. @throws NumberingError */
export function checkType(type: string): DocumentType {
  if (Object.hasOwn(NOT_FOR_CELLS, type)) {
    throw new NumberingError('notForCells', `a cell does not issue "${NOT_FOR_CELLS[type] ?? type}"`);
  }
  if (!Object.hasOwn(DOCUMENT_TYPES, type)) throw new NumberingError('unknownType', `"${type}" is no type of document`);
  return type as DocumentType; // just looked up
}

/** Within what numbers run on: the term of the body (`2025-2027`), or the year of the day where the profile says so. */
export function numberingScope({ numbering }: Pick<DocProfile, 'numbering'>, term: string, day: string): string {
  return numbering === 'typeAndYear' ? day.slice(0, 4) : term;
}

/** The number after the highest one given to this type in this term; gaps are not filled. @throws NumberingError */
export function nextNumber(register: readonly RegisterEntry[], type: string, term: string): number {
  const wanted = checkType(type);
  let last = 0;
  for (const entry of register) {
    if (!Number.isSafeInteger(entry.number) || entry.number < 1) {
      throw new NumberingError('badEntry', `number ${entry.number} of ${entry.type} is no document number`);
    }
    if (entry.type === wanted && entry.term === term) last = Math.max(last, entry.number);
  }
  return last + 1;
}

/** Numbers of a type and term given out twice. */
export function doubleNumbers(register: readonly RegisterEntry[], type: DocumentType, term: string): number[] {
  const seen = new Map<number, number>();
  for (const entry of register) {
    if (entry.type === type && entry.term === term) seen.set(entry.number, (seen.get(entry.number) ?? 0) + 1);
  }
  return [...seen].filter(([, times]) => times > 1).map(([number]) => number);
}

/** `Số 05-NQ/CB`; dots where the number is still to be given. */
export function numberLine(
  number: number | null,
  type: DocumentType,
  body: 'cell' | 'committee',
  { number: pattern }: Pick<DocProfile, 'number'>,
): string {
  const shown = number === null ? '……' : String(number).padStart(pattern.pad, '0');
  return `${pattern.word}${pattern.colon ? ':' : ''} ${shown}-${DOCUMENT_TYPES[type].symbol}/${pattern[body]}`;
}
