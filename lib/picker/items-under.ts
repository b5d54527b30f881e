/** A list without headers (cards, plain lines): the items around what was pointed at, how to find them again, and their columns. */
import type { FieldName } from '../model/glossary';
import type { TableKind } from '../model/observation';
import type { Anchor, TaughtColumn, TaughtList, TaughtPlace } from '../model/taught';
import { wordsIn } from '../reader/anchors';
import { findItems, votesFor } from '../reader/items';
import { isLayered } from '../reader/layers';
import type { Page } from '../reader/page';
import { readCell } from '../reader/parsers';
import { Refusal } from '../reader/problem';
import { textOf } from '../reader/text';
import { cleanText, foldLabel } from '../vi/text';
import { proposeAnchors } from './part-anchors';
import { pathTo } from './paths';
import { columnsOf, guessKind, proposeColumns, requiredFields, type RawColumn } from './propose';
import { ANCHOR_ATTRIBUTES, isStableValue, stableClasses } from './stable';
import type { ColumnChoice, DeriveProblem, ProposedColumn } from './types';
import { isLabelLike } from './words';

const NUMERIC: readonly TaughtColumn['parse'][] = ['wholeNumber', 'decimal'];

export interface DerivedItems {
  list: TaughtList;
  columns: ProposedColumn[];
  unsure: boolean;
  element: Element;
  rows: Element[];
}

/** @throws OverBudget */
export function deriveItems(
  page: Page,
  elements: readonly Element[],
  wanted: TableKind | null,
  choices: readonly ColumnChoice[],
  place: TaughtPlace,
): DerivedItems | DeriveProblem {
  const items = itemsAround(page, elements);
  const [first] = items;
  if (first === undefined) return 'noList';
  const slots = slotsOf(page, items);
  const raw = slots.map((slot): RawColumn => ({
    column: slot.index,
    header: slot.label,
    texts: slot.texts,
    radios: false,
  }));
  const guessed = wanted === null ? guessKind(raw) : { kind: wanted, unsure: false };
  if (guessed === null) return 'noColumns';
  const kind = guessed.kind;
  const proposed = proposeColumns(kind, raw, choices);
  const taught: TaughtColumn[] = [];
  const columns = proposed.map((proposal, at): ProposedColumn => {
    const slot = slots[at];
    if (proposal.field === null || proposal.parse === null || slot === undefined) return proposal;
    const column = columnFor(page, items, slot, kind, proposal.field, proposal.parse);
    if (column === null) return { ...proposal, field: null, parse: null, state: 'unknown' };
    taught.push(column);
    return proposal;
  });
  const missing = requiredFields(kind).filter((field) => !taught.some((column) => column.field === field));
  if (taught.length === 0) return 'noColumns';
  if (missing.length > 0) return 'missingColumn';
  const found = waysToItems(page, items, kind, taught, place);
  if (found.length < 2) return 'tooVague';
  const list: TaughtList = { kind, headers: [], columns: taught, items: found, paging: 'pager', place };
  return { list, columns, unsure: guessed.unsure, element: first.parentElement ?? first, rows: items };
}

/** The smallest thing around what was pointed at that has neighbours of its make and holds at least two texts. */
function itemsAround(page: Page, elements: readonly Element[]): Element[] {
  const [pointed] = elements;
  for (let at = pointed ?? null; at !== null && at.localName !== 'body'; at = at.parentElement) {
    const item = at;
    if (!elements.every((element) => item.contains(element)) || item.parentElement === null) continue;
    const alike = [...item.parentElement.children].filter(
      (other) => isAlike(item, other) && textOf(other, page) !== '',
    );
    if (alike.length >= 2 && wordsIn({ page, within: [item], grids: [] }).length >= 2) return alike;
  }
  return [];
}

function isAlike(item: Element, other: Element): boolean {
  if (
    other.localName !== item.localName ||
    other.getAttribute('role') !== item.getAttribute('role') ||
    isLayered(other)
  )
    return false;
  const [a, b] = [stableClasses(item), stableClasses(other)];
  return a.length === 0 || a.some((name) => b.includes(name));
}

/** One text of an item, as it stands in all of them. */
interface Slot {
  /** Place among the item's texts, from 1. */
  index: number;
  label: string;
  texts: string[];
  element: Element;
}

/** Texts of the first item that are no labels, with their label and their fellows in items of as many texts. */
function slotsOf(page: Page, items: readonly Element[]): Slot[] {
  const all = items.map((item) => wordsIn({ page, within: [item], grids: [] }));
  const [model] = all;
  if (model === undefined) return [];
  const alike = all.filter((words) => words.length === model.length);
  const isSame = model.map((word, at) => alike.length > 1 && alike.every((words) => words[at]?.folded === word.folded));
  // Where an item ends in a label, labels stand behind their values.
  const captionsFollow = isSame.at(-1) === true;
  const slots: Slot[] = [];
  model.forEach((word, at) => {
    const element = word.node.parentElement;
    if (element === null || (isSame[at] === true && isLabelLike(cleanText(word.node.nodeValue ?? ''), element))) return;
    const texts = alike.map((words) => cleanText(words[at]?.node.nodeValue ?? ''));
    const { label, values } = splitLabel(texts);
    const before = isSame[at - 1] === true ? cleanText(model[at - 1]?.node.nodeValue ?? '') : '';
    const after = captionsFollow && isSame[at + 1] === true ? cleanText(model[at + 1]?.node.nodeValue ?? '') : '';
    slots.push({ index: at + 1, label: trimColon(label || before || after), texts: values, element });
  });
  return slots;
}

/** `Điểm: 120`, `Điểm: 95` share a label. */
function splitLabel(texts: readonly string[]): { label: string; values: string[] } {
  const labels = texts.map((text) => (text.includes(':') ? text.slice(0, text.indexOf(':')) : ''));
  const [label = ''] = labels;
  const one =
    label !== '' && labels.every((other) => foldLabel(other) === foldLabel(label)) && isLabelLike(label, null);
  return one
    ? { label, values: texts.map((text) => text.slice(text.indexOf(':') + 1).trim()) }
    : { label: '', values: [...texts] };
}

function trimColon(text: string): string {
  return text.endsWith(':') ? text.slice(0, -1).trim() : text;
}

/** A column with at least two anchors that hold in every item, or null. */
function columnFor(
  page: Page,
  items: readonly Element[],
  slot: Slot,
  kind: TableKind,
  field: FieldName,
  parse: TaughtColumn['parse'],
): TaughtColumn | null {
  const [model] = items;
  if (model === undefined) return null;
  const entry = columnsOf(kind).find((one) => one.field === field && one.parse === parse);
  const [text = ''] = slot.texts;
  const proposals = proposeAnchors({
    page,
    element: slot.element,
    text,
    grids: [],
    numeric: NUMERIC.includes(parse),
    within: [model],
  });
  const anchors: Anchor[] = [...proposals, { by: 'only' }, { by: 'place', index: slot.index }];
  const base: TaughtColumn = {
    field,
    labels: [slot.label === '' ? field : slot.label],
    parse,
    required: entry?.required ?? false,
    filled: entry?.filled ?? false,
    ...(entry?.choices === undefined ? {} : { choices: [...entry.choices] }),
    anchors,
  };
  const cast = items.map((item) => votesFor(page, item, base));
  const [first] = cast;
  const truths = cast.map((votes) => majority(votes.map((vote) => vote.found[0]?.value ?? null)));
  const kept = anchors.filter(
    (_, at) =>
      first?.[at]?.found[0]?.value === text &&
      cast.every((votes, item) => (votes[at]?.found ?? []).every((finding) => finding.value === truths[item])),
  );
  const strong = kept.filter((anchor) => anchor.by !== 'place');
  if (kept.length < 2 || strong.length === 0) return null;
  // A bare number is only this one when its label or a lasting name says so, or no other number stands beside it.
  if (
    NUMERIC.includes(parse) &&
    !strong.some(({ by }) => by === 'label' || by === 'attribute' || by === 'only' || by === 'path')
  )
    return null;
  const column = { ...base, anchors: kept.slice(0, 6) };
  return readCell(slot.element, column, page).ok || slot.label !== '' ? column : null;
}

function majority(values: readonly (string | null)[]): string | null {
  const said = values.filter((value) => value !== null);
  const counts = new Map<string, number>();
  for (const value of said) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Every way that finds exactly these items. */
function waysToItems(
  page: Page,
  items: readonly Element[],
  kind: TableKind,
  columns: TaughtColumn[],
  place: TaughtPlace,
): Anchor[] {
  const [first] = items;
  if (first === undefined) return [];
  const ways: Anchor[] = [];
  const select = pathTo(items, page, page.roots);
  if (select !== null) ways.push({ by: 'path', select });
  for (const name of ANCHOR_ATTRIBUTES) {
    const value = first.getAttribute(name);
    if (value !== null && isStableValue(value) && items.every((item) => item.getAttribute(name) === value))
      ways.push({ by: 'attribute', name, value });
  }
  for (const column of columns) {
    const label = column.anchors.find((anchor) => anchor.by === 'label');
    if (label?.by === 'label') ways.push({ by: 'label', text: label.text, side: 'inside', distance: 0 });
  }
  const heading = headingBefore(page, first);
  if (heading !== null) ways.push({ by: 'label', text: heading, side: 'above', distance: 0 });
  const base: TaughtList = { kind, headers: [], columns, items: [], paging: 'pager', place };
  return ways
    .filter((way) => {
      try {
        const found = findItems(page, { ...base, items: [way, way] }, []);
        return (
          found !== null &&
          found.length === items.length &&
          found.every(
            (item, at) => item === items[at] || item.contains(items[at] ?? null) || items[at]?.contains(item) === true,
          )
        );
      } catch (error) {
        if (error instanceof Refusal) return false;
        throw error;
      }
    })
    .slice(0, 5);
}

/** The last label-like text before the list. */
function headingBefore(page: Page, first: Element): string | null {
  const words = wordsIn({ page, within: page.roots, grids: [] });
  const start = words.findIndex((word) => first.contains(word.node));
  for (let at = start - 1; at >= Math.max(0, start - 4); at--) {
    const word = words[at];
    const text = cleanText(word?.node.nodeValue ?? '');
    if (
      word !== undefined &&
      isLabelLike(text, word.node.parentElement) &&
      words.filter((other) => other.folded === word.folded).length === 1
    )
      return text.slice(0, 120);
  }
  return null;
}
