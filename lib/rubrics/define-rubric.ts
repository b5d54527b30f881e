/** Short words for writing a rubric by hand: every field that is left out gets the default of the format. */
import type { Band, BandItem, Bound, Condition, Range, Rubric, RubricItem, Test } from '../model/rubric';
import type { MeasureName } from '../model/rubric-measures';

type Extra = Partial<Pick<RubricItem, 'how' | 'onlyKinds' | 'appliesWhen' | 'naPolicy' | 'assumptions'>>;

/** From (included) up to (left out): the half-open range of R6; null has no end. */
export function range(
  from: Bound | null,
  to: Bound | null,
  ends: Partial<Pick<Range, 'fromOpen' | 'toOpen'>> = {},
): Range {
  return { from, fromOpen: ends.fromOpen ?? false, to, toOpen: ends.toOpen ?? true };
}

export const atLeast = (from: Bound): Range => range(from, null);
export const moreThan = (from: Bound): Range => range(from, null, { fromOpen: true });
export const atMost = (to: Bound): Range => range(null, to, { toOpen: false });
/** Both ends included. */
export const within = (from: Bound, to: Bound): Range => range(from, to, { toOpen: false });

export const when = (measure: MeasureName, where: Range): Condition => ({ measure, range: where });
/** A yes/no figure that must be yes. */
export const isTrue = (measure: MeasureName): Condition => when(measure, within(1, 1));
/** These conditions and nothing else settle the item. */
export const settles = (...all: Condition[]): Test => ({ all, enough: true });
/** These conditions must hold; the rest a person has to see. */
export const needs = (...all: Condition[]): Test => ({ all, enough: false });

export function band(id: string, label: string, points: number, where: Range, orWhen: Condition[] = []): Band {
  return { id, label, points, range: where, orWhen };
}

function basics(id: string, code: string, text: string, extra: Extra) {
  const { how = '', onlyKinds = [], appliesWhen = [], naPolicy = null, assumptions = [] } = extra;
  return { id, code, text, how, onlyKinds, appliesWhen, naPolicy, assumptions };
}

export function yesNo(
  id: string,
  code: string,
  text: string,
  max: number,
  extra: Extra & { test?: Test } = {},
): RubricItem {
  return { mode: 'YES_NO', ...basics(id, code, text, extra), max, test: extra.test ?? null };
}

export function numeric(
  id: string,
  code: string,
  text: string,
  max: number,
  extra: Extra & { test?: Test; shows?: MeasureName[] } = {},
): RubricItem {
  const { test = null, shows = [] } = extra;
  return { mode: 'NUMERIC', ...basics(id, code, text, extra), max, test, shows };
}

export function pass(id: string, code: string, text: string, extra: Extra & { test?: Test } = {}): RubricItem {
  return { mode: 'PASS_FAIL', ...basics(id, code, text, extra), test: extra.test ?? null };
}

export function banded(
  id: string,
  code: string,
  text: string,
  max: number,
  extra: Extra & Pick<BandItem, 'bands' | 'measure'> & Partial<Pick<BandItem, 'clip' | 'domain'>>,
): RubricItem {
  const { bands, measure, clip = null, domain = null } = extra;
  return { mode: 'BAND', ...basics(id, code, text, extra), max, measure, domain, clip, bands };
}

/** Grades of HD 42-HD/BTCTW (28/10/2025): half-open, so that no total lies between two of them (R6). */
export const HD42_GRADES: Rubric['grades'] = [
  { code: 'TOT', label: 'Tốt', range: atLeast(90) },
  { code: 'KHA', label: 'Khá', range: range(70, 90) },
  { code: 'TRUNG_BINH', label: 'Trung bình', range: range(50, 70) },
  { code: 'KEM', label: 'Kém', range: range(0, 50) },
];

/** Length by kind of meeting (HD 42-HD/BTCTW, 28/10/2025). */
export const HD42_MINUTES: Rubric['requiredMinutes'] = [
  { words: 'Sinh hoạt thường kỳ ít nhất 90 phút', minutes: 90, kinds: ['THUONG_KY'], members: null },
  { words: 'Thường kỳ kết hợp chuyên đề ít nhất 120 phút', minutes: 120, kinds: ['KET_HOP'], members: null },
];

/** Declares a rubric; the list stands in index.ts. */
export function defineRubric(rubric: Omit<Rubric, 'format' | 'version' | 'copiedFrom'>): Rubric {
  return { format: 'sotay-rubric', version: 1, copiedFrom: null, ...rubric };
}
