/** Joins a table's headers to the columns of a table kind, and says which kind a set of headers is. */
import type { TableKind } from '../model/observation';
import type { ColumnSpec, Site, TableSpec } from '../model/site';
import { deniedKind } from '../privacy/deny-list';
import { foldLabel } from '../vi/text';
import type { Grid, GridHeader } from './grid';
import type { Page } from './page';
import { Refusal } from './problem';
import { textOf } from './text';

export interface JoinedColumn {
  spec: ColumnSpec;
  header: GridHeader;
}

export interface Join {
  spec: TableSpec;
  columns: JoinedColumn[];
  /** Headers of denied columns, as shown. */
  denied: string[];
  /** Headers of columns this kind does not know, as shown. */
  unknown: GridHeader[];
}

const folded = new Map<string, string>();

/** A site's labels are compared again and again, so each is folded once. */
function foldOnce(label: string): string {
  const known = folded.get(label);
  if (known !== undefined) return known;
  if (folded.size > 5_000) folded.clear();
  const fresh = foldLabel(label);
  folded.set(label, fresh);
  return fresh;
}

/** Header words of columns that never hold data. */
export const ACTIONS: ReadonlySet<string> = new Set([
  'thao tac',
  'chuc nang',
  'hanh dong',
  'tuy chon',
  'chi tiet',
  'xem',
  'sua',
  'xoa',
  'action',
  'actions',
  '#',
]);

/** How a header is compared: without accents, case, blanks at the ends; a group's name may stand before it. */
export function headerKeys(header: GridHeader): string[] {
  const own = foldLabel(header.text);
  return header.group === '' ? [own] : [own, foldLabel(`${header.group} ${header.text}`)];
}

/** Tries one kind; null when a required column is absent. @throws Refusal `ambiguous` when two headers mean one field */
function joinKind(grid: Grid, spec: TableSpec): Join | null {
  const columns: JoinedColumn[] = [];
  const denied: string[] = [];
  const unknown: GridHeader[] = [];
  for (const header of grid.headers) {
    const keys = headerKeys(header);
    if (keys.every((key) => key === '') || keys.some((key) => ACTIONS.has(key))) continue;
    if (deniedKind(header.text) !== null || deniedKind(`${header.group} ${header.text}`) !== null) {
      denied.push(header.text.slice(0, 200));
      continue;
    }
    const found = spec.columns.find((column) => column.labels.some((label) => keys.includes(foldOnce(label))));
    if (found === undefined) unknown.push(header);
    else columns.push({ spec: found, header });
  }
  if (spec.columns.some((column) => column.required && !columns.some((joined) => joined.spec === column))) return null;
  return { spec, columns, denied, unknown };
}

/** The best kind for a table among those allowed; null when its headers are no known kind. */
export function joinGrid(grid: Grid, site: Site, allowed: ReadonlySet<TableKind> | null, page: Page): Join | null {
  const joins = site.tables
    .filter((spec) => allowed === null || allowed.has(spec.kind))
    .map((spec) => joinKind(grid, spec))
    .filter((join) => join !== null)
    .filter((join) => allowed !== null || join.columns.every((joined) => fitsChoices(grid, joined, page)));
  joins.sort((a, b) => score(b) - score(a));
  const [best] = joins;
  if (best === undefined) return null;
  for (const joined of best.columns) {
    const twin = best.columns.find((other) => other !== joined && other.spec.field === joined.spec.field);
    if (twin !== undefined) {
      throw new Refusal(
        'ambiguous',
        `column "${joined.header.text}"`,
        `"${joined.header.text}" and "${twin.header.text}" both mean ${joined.spec.field}`,
      );
    }
  }
  return best;
}

/** A column of choices (attendance) shows radios or its own words; a status column of another kind does not. */
function fitsChoices(grid: Grid, { spec, header }: JoinedColumn, page: Page): boolean {
  if (spec.parse !== 'radioChoice' || !spec.required) return true;
  return grid.rows.some((row) => {
    const cell = row.cells.get(header.column);
    if (cell === undefined) return false;
    const text = foldLabel(textOf(cell, page));
    return (spec.choices ?? []).some((choice) => text.includes(foldLabel(choice)));
  });
}

/** True when the words in a table's rows help to decide which kind it is, on a screen that does not say so. */
export function joinsByRows(grid: Grid, site: Site): boolean {
  return site.tables.some((spec) =>
    joinKind(grid, spec)?.columns.some((joined) => joined.spec.parse === 'radioChoice' && joined.spec.required),
  );
}

function score(join: Join): number {
  const required = join.spec.columns.filter((column) => column.required).length;
  return join.columns.length * 10 + required - join.unknown.length;
}

/** True when most of a table's headers belong to a kind although it is not that kind: it lost or renamed a column. */
export function resembles(grid: Grid, site: Site, kind: TableKind): boolean {
  return site.tables.some((spec) => {
    if (spec.kind !== kind) return false;
    const join = joinKind(grid, { ...spec, columns: spec.columns.map((column) => ({ ...column, required: false })) });
    if (join === null) return false;
    const fields = join.columns.filter((joined) => joined.spec.field !== 'order').length;
    return fields >= 1 && join.columns.length * 5 >= (join.columns.length + join.unknown.length) * 3;
  });
}

/** True when a text is a header of any kind of this site. */
export function isKnownHeader(site: Site, text: string): boolean {
  const key = foldLabel(text);
  return (
    key !== '' &&
    site.tables.some((spec) => spec.columns.some((column) => column.labels.some((label) => foldOnce(label) === key)))
  );
}
