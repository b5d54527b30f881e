/** Proposes for each column of a list which field it is and how it is read, by the aliases the shipped sites use. */
import type { FieldName } from '../model/glossary';
import type { TableKind } from '../model/observation';
import type { CellParser } from '../model/site-grammar';
import { deniedKind, looksDenied } from '../privacy/deny-list';
import { ACTIONS } from '../reader/columns';
import { vocabularyOf, looksLikeName } from '../reader/vocabulary';
import { TABLES } from '../sites/columns';
import { parseDate } from '../vi/dates';
import { parseNumber } from '../vi/numbers';
import { foldLabel } from '../vi/text';
import type { ColumnChoice, ProposedColumn } from './types';

/** A column of the dictionary. */
export interface KnownColumn {
  field: FieldName;
  labels: readonly string[];
  parse: CellParser;
  required?: boolean;
  filled?: boolean;
  choices?: readonly string[];
}

/** What is known of a list's column before anything is proposed. */
export interface RawColumn {
  column: number;
  header: string;
  /** Texts of the first rows. */
  texts: string[];
  /** Shows radios. */
  radios: boolean;
}

const ENGLISH: Partial<Record<FieldName, string[]>> = {
  order: ['#', 'index'],
  name: ['name', 'full name', 'member'],
  unit: ['unit', 'cell', 'branch'],
  role: ['role', 'position'],
  total: ['points', 'total points', 'score', 'total'],
  rank: ['rank', 'ranking'],
  title: ['title', 'meeting'],
  time: ['time', 'when'],
  place: ['place', 'location'],
  status: ['status'],
  date: ['date'],
};

/** Columns of a kind in the dictionary; of a kind without one, all there are. */
export function columnsOf(kind: TableKind): KnownColumn[] {
  const tables: Partial<Record<TableKind, { columns: readonly unknown[] }>> = TABLES;
  const own = tables[kind]?.columns as readonly KnownColumn[] | undefined; // written as site data, whose field names are checked by the schema
  return [...(own ?? [])];
}

function everyColumn(kind: TableKind): KnownColumn[] {
  const kinds = Object.keys(TABLES) as TableKind[]; // its keys are kinds
  return [...columnsOf(kind), ...kinds.filter((other) => other !== kind).flatMap(columnsOf)].map((column) => ({
    ...column,
    required: false,
    filled: false,
  }));
}

/** Fields a kind cannot do without. */
export function requiredFields(kind: TableKind): FieldName[] {
  return columnsOf(kind).flatMap((column) => (column.required === true ? [column.field] : []));
}

/** The kind whose required columns are all among these headers, and how nearly another one fits. */
export function guessKind(raw: readonly RawColumn[]): { kind: TableKind; unsure: boolean } | null {
  const kinds = Object.keys(TABLES) as TableKind[]; // its keys are kinds
  const scored = kinds
    .map((kind) => {
      const fields = new Set(raw.flatMap((column) => knownBy(column.header, columnsOf(kind))?.field ?? []));
      if (raw.some((column) => column.header === '' && typeOf(column.texts) === 'name')) fields.add('name');
      const lead = leadField(kind);
      if (lead !== null && leadColumn(raw) !== null) fields.add(lead);
      const whole = requiredFields(kind).every((field) => fields.has(field));
      const radios = kind === 'attendance' && !raw.some(isAttendance) ? -50 : 0;
      return { kind, score: whole ? fields.size * 10 + requiredFields(kind).length + radios : -1 };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best === undefined
    ? null
    : { kind: best.kind, unsure: second !== undefined && best.score - second.score < 10 };
}

function isAttendance(column: RawColumn): boolean {
  const words = ['co mat', 'vang co phep', 'vang khong phep', 'mien sinh hoat'];
  return column.radios || column.texts.some((text) => words.includes(foldLabel(text)));
}

function knownBy(header: string, columns: readonly KnownColumn[]): KnownColumn | undefined {
  const folded = foldLabel(header);
  if (folded === '') return undefined;
  return (
    columns.find((column) => column.labels.some((label) => foldLabel(label) === folded)) ??
    columns.find((column) => ENGLISH[column.field]?.includes(folded) === true)
  );
}

/** One proposal per column, a person's choices before everything else. */
export function proposeColumns(
  kind: TableKind,
  raw: readonly RawColumn[],
  chosen: readonly ColumnChoice[],
): ProposedColumn[] {
  const own = columnsOf(kind);
  const all = everyColumn(kind);
  const taken = new Set<FieldName>(chosen.flatMap((choice) => ('field' in choice ? [choice.field] : [])));
  const headers = raw.map((column) => foldLabel(column.header));
  const proposals = raw.map((column): ProposedColumn => {
    const base = { column: column.column, header: column.header, choices: choicesFor(column, own, all) };
    const none = { ...base, field: null, parse: null };
    if (isDenied(column)) return { ...none, choices: [], state: 'denied' };
    const choice = chosen.find((one) => one.column === column.column);
    if (choice !== undefined && 'drop' in choice) return { ...none, state: 'dropped' };
    if (choice !== undefined) return { ...base, field: choice.field, parse: choice.parse, state: 'chosen' };
    if (ACTIONS.has(foldLabel(column.header)) || (column.texts.every((text) => text === '') && !column.radios))
      return { ...none, state: 'bare' };
    const twin = headers.filter((header) => header === foldLabel(column.header)).length > 1;
    const known = twin ? undefined : (knownBy(column.header, own) ?? knownBy(column.header, all));
    if (known === undefined || taken.has(known.field)) return { ...none, state: 'unknown' };
    taken.add(known.field);
    return { ...base, field: known.field, parse: known.parse, state: 'known' };
  });
  const lead = leadField(kind);
  const titled = raw.every((column) => column.header !== '') ? null : leadColumn(raw);
  return proposals.map((proposal, at) => {
    if (proposal.state !== 'unknown') return proposal;
    if (lead !== null && !taken.has(lead) && titled !== null && raw[at] === titled) {
      taken.add(lead);
      return { ...proposal, field: lead, parse: 'text', state: 'guessed' };
    }
    return guess(proposal, raw[at], kind, taken);
  });
}

/** The text that titles a list's items: meetings, topics, tasks, documents. */
function leadField(kind: TableKind): FieldName | null {
  return columnsOf(kind).find((column) => column.required === true && column.parse === 'text')?.field ?? null;
}

/** The only column without a header that is plain text. */
function leadColumn(raw: readonly RawColumn[]): RawColumn | null {
  const plain = raw.filter(
    (column) => column.header === '' && column.texts.some((text) => text !== '') && typeOf(column.texts) === null,
  );
  const [only, second] = plain;
  return only === undefined || second !== undefined ? null : only;
}

function isDenied(column: RawColumn): boolean {
  return deniedKind(column.header) !== null || column.texts.some(looksDenied);
}

/** Without a known header only what the texts plainly are: never which of several numbers is the total. */
function guess(
  proposal: ProposedColumn,
  raw: RawColumn | undefined,
  kind: TableKind,
  taken: Set<FieldName>,
): ProposedColumn {
  if (raw === undefined) return proposal;
  const parse = typeOf(raw.texts);
  const field = parse === null ? null : fieldFor(parse, kind);
  if (field === null || parse === null || taken.has(field) || (raw.header !== '' && parse !== 'name')) return proposal;
  taken.add(field);
  return { ...proposal, field, parse, state: 'guessed' };
}

/** What all texts of a column plainly are. */
export function typeOf(texts: readonly string[]): CellParser | null {
  const said = texts.filter((text) => text !== '');
  if (said.length === 0) return null;
  const all = (test: (text: string) => boolean): boolean => said.every(test);
  for (const word of ['gender', 'role', 'unit', 'rating', 'status'] as const)
    if (all((text) => vocabularyOf(text) === word)) return word;
  if (all((text) => parseNumber(text, { kind: 'whole', units: ['điểm', 'lần', 'đ'] }).ok)) return 'wholeNumber';
  if (all((text) => parseDate(text).ok)) return 'date';
  if (all((text) => looksLikeName(text) && text.split(' ').length >= 2 && isTitleCase(text))) return 'name';
  return null;
}

function isTitleCase(text: string): boolean {
  return text.split(' ').every((word) => word[0] !== undefined && word[0] === word[0].toUpperCase());
}

function fieldFor(parse: CellParser, kind: TableKind): FieldName | null {
  const fields = columnsOf(kind)
    .filter((column) => column.parse === parse)
    .map((column) => column.field);
  if (parse === 'wholeNumber') return null;
  return fields[0] ?? null;
}

function choicesFor(
  column: RawColumn,
  own: readonly KnownColumn[],
  all: readonly KnownColumn[],
): ProposedColumn['choices'] {
  const type = typeOf(column.texts);
  const seen = new Set<FieldName>();
  const list = [...own, ...all].filter((one) => !seen.has(one.field) && seen.add(one.field));
  const fits = (one: KnownColumn): number => (one.parse === type ? 0 : own.includes(one) ? 1 : 2);
  return list
    .map((one) => ({ one, rank: fits(one) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => ({ field: one.field, parse: one.parse }));
}
