/** Lists drawn as cards, one line each: `<name> - Sử dụng: 54 lần`, with the unit on the line below. */
import type { RowRead, TableRead } from '../model/observation';
import type { CardSpec } from '../model/site';
import { findSecrecyMark } from '../privacy/secrecy';
import { parseNumber } from '../vi/numbers';
import { nameKey } from '../vi/names';
import { foldLabel } from '../vi/text';
import { whereIs } from './labelled';
import type { Page } from './page';
import { eachText } from './roots';
import { Refusal } from './problem';
import { readSurroundings } from './surroundings';
import { linesOf } from './text';
import { looksLikeName } from './vocabulary';

export interface CardList {
  /** Smallest element that holds all cards. */
  element: Element;
  items: Element[];
  spec: CardSpec;
}

/** Finds the cards of one kind; null when there are none. */
export function findCards(page: Page, spec: CardSpec, isElsewhere: (element: Element) => boolean): CardList | null {
  const label = foldLabel(spec.label);
  const items: Element[] = [];
  for (const root of page.roots) {
    const wants = (folded: string): boolean => folded.startsWith(`${label}:`) || folded.includes(` - ${label}:`);
    eachText(page, root, wants, (node) => {
      const item = node.parentElement;
      if (item !== null && !isElsewhere(item) && !items.includes(item)) items.push(item);
    });
  }
  const [first] = items;
  if (first === undefined) return null;
  let element: Element = first;
  while (element.parentElement !== null && !items.every((item) => element.contains(item)))
    element = element.parentElement;
  return { element: items.length === 1 ? (first.parentElement ?? first) : element, items, spec };
}

/** @throws Refusal `refusedValue` naming the card that does not read exactly */
export function readCards(
  cards: CardList,
  others: readonly Element[],
  listId: string,
  page: Page,
): { table: TableRead; secretRows: number } {
  const rows: RowRead[] = [];
  const seen = new Map<string, number>();
  let secretRows = 0;
  cards.items.forEach((item, index) => {
    const where = `${cards.spec.kind}, card ${index + 1}, ${whereIs(item)}`.slice(0, 400);
    const lines = linesOf(item, page);
    const raw = lines.join(' / ').slice(0, 500);
    if (findSecrecyMark(raw) !== null) return void secretRows++;
    const [line = '', unit = ''] = lines;
    const refuse = (reason: string): never => {
      throw new Refusal('refusedValue', `${cards.spec.kind}, card ${index + 1}`, `"${raw.slice(0, 80)}": ${reason}`);
    };
    const at = line.lastIndexOf(' - ');
    const name = line.slice(0, Math.max(at, 0)).trim();
    const rest = line.slice(at + 3);
    if (at <= 0 || !looksLikeName(name)) refuse('no name before the dash');
    const colon = rest.indexOf(':');
    if (colon < 0 || foldLabel(rest.slice(0, colon)) !== foldLabel(cards.spec.label)) refuse('no count after the dash');
    const uses = parseNumber(rest.slice(colon + 1), { kind: 'whole', units: [cards.spec.unitWord] });
    if (!uses.ok) return refuse(uses.reason);
    if (lines.length > 2) refuse('more lines than a name and a unit');
    const key = `${nameKey(name)}|${nameKey(unit)}`.slice(0, 300);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    rows.push({
      key: `${key}|${times}`,
      cells: {
        name: { value: name, raw, where },
        uses: { value: uses.value, raw, where },
        unit: { value: unit === '' ? null : unit, raw, where },
      },
    });
  });
  const around = readSurroundings(cards.element, others, page, cards.items);
  const paged = around.pager !== null;
  const alone = around.pager?.hasNext !== true && around.pager?.hasPrevious !== true;
  return {
    secretRows,
    table: {
      kind: cards.spec.kind,
      listId,
      headers: [],
      rows,
      complete: !paged || alone,
      total: null,
      page: paged
        ? {
            from: null,
            to: null,
            rowsOnPage: rows.length + secretRows,
            hasNext: around.pager?.hasNext ?? null,
            atEnd: alone,
          }
        : null,
    },
  };
}
