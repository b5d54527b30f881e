/** The cell's form as texts: from what is stored, what is wrong with it, and back. Pure. */
import type { Texts } from '@/components/i18n';
import { type Cell, type CELL_TYPES, DEFAULT_CELL, TARGETS, type Target } from '@/lib/model/cell';
import type { Settings } from '@/lib/model/settings';
import { holdsDenied } from '@/lib/privacy/deny-list';
import { parseNumber } from '@/lib/vi/numbers';
import { cleanText } from '@/lib/vi/text';

const LINES = ['superior', 'name', 'place', 'secretary', 'deputy', 'recorder'] as const;
type Line = (typeof LINES)[number];

export type CellEntry = Record<Line, string> & {
  term: string;
  type: (typeof CELL_TYPES)[number] | '';
  meets: boolean;
  meetsDay: string;
  meetsTime: string;
  meetsPlace: string;
  ownMinutes: boolean;
  regularMinutes: string;
  combinedMinutes: string;
  targets: Record<Target, string>;
};
export type CellErrors = Partial<
  Record<Line | Target | 'meetsDay' | 'meetsTime' | 'regularMinutes' | 'combinedMinutes', string>
>;

const shown = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));

/** What the form begins with; where nothing is stored, heads of papers come from the settings. */
export function entryFrom(cell: Cell | null, settings: Settings, unit: string | null): CellEntry {
  const { superior, cell: named, place, secretaryName } = settings.party;
  const from = cell ?? {
    ...DEFAULT_CELL,
    superior,
    name: unit ?? named ?? settings.unitName,
    place,
    secretary: secretaryName,
  };
  const lines = Object.fromEntries(LINES.map((field) => [field, from[field] ?? ''])) as Record<Line, string>; // every line
  const targets = Object.fromEntries(TARGETS.map((target) => [target, shown(from.targets[target])]));
  return {
    ...lines,
    term: from.term ?? '',
    type: from.type ?? '',
    meets: from.meets !== null,
    meetsDay: from.meets === null ? '' : String(from.meets.day),
    meetsTime: from.meets?.time ?? '19:30',
    meetsPlace: from.meets?.place ?? '',
    ownMinutes: from.leastMinutes !== null,
    regularMinutes: String(from.leastMinutes?.regular ?? 90),
    combinedMinutes: String(from.leastMinutes?.combined ?? 120),
    targets: targets as Record<Target, string>, // one for each target, just above
  };
}

/** What cannot be saved, by field. */
export function errorsOf(entry: CellEntry, t: Texts['about'], denied: string): CellErrors {
  const errors: CellErrors = {};
  for (const field of LINES) if (holdsDenied(entry[field])) errors[field] = denied;
  const number = (field: keyof CellErrors, text: string, least: number, most: number, optional: boolean) => {
    if (optional && text.trim() === '') return;
    if (numberIn(text, least, most) === null) errors[field] = (optional ? t.wrongNumber : t.numberNeeded)(least, most);
  };
  if (entry.meets) {
    number('meetsDay', entry.meetsDay, 1, 31, false);
    if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(entry.meetsTime.trim())) errors.meetsTime = t.wrongTime;
  }
  if (entry.ownMinutes) {
    number('regularMinutes', entry.regularMinutes, 15, 480, false);
    number('combinedMinutes', entry.combinedMinutes, 15, 480, false);
  }
  for (const target of TARGETS) number(target, entry.targets[target], 0, 100, true);
  return errors;
}

/** The record's value; what the form does not show is kept. Null while a number cannot be read. */
export function cellFrom(entry: CellEntry, before: Cell | null): Cell | null {
  const text = (value: string) => (cleanText(value) === '' ? null : cleanText(value));
  const lines = Object.fromEntries(LINES.map((field) => [field, text(entry[field])])) as Record<Line, string | null>; // every line
  const day = numberIn(entry.meetsDay, 1, 31);
  const regular = numberIn(entry.regularMinutes, 15, 480);
  const combined = numberIn(entry.combinedMinutes, 15, 480);
  if ((entry.meets && day === null) || (entry.ownMinutes && (regular === null || combined === null))) return null;
  const targets = Object.fromEntries(TARGETS.map((target) => [target, numberIn(entry.targets[target], 0, 100)]));
  return {
    ...(before ?? DEFAULT_CELL),
    ...lines,
    term: text(entry.term),
    type: entry.type === '' ? null : entry.type,
    meets:
      entry.meets && day !== null ? { day, time: entry.meetsTime.trim(), place: cleanText(entry.meetsPlace) } : null,
    leastMinutes: entry.ownMinutes && regular !== null && combined !== null ? { regular, combined } : null,
    targets: targets as Cell['targets'], // one for each target, just above
  };
}

function numberIn(text: string, least: number, most: number): number | null {
  const whole = most > 100 || least > 0;
  const read = parseNumber(text.replace('%', '').trim(), { kind: whole ? 'whole' : 'decimal' });
  return read.ok && read.value >= least && read.value <= most ? read.value : null;
}
