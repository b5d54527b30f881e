/** Finds an exact number written after a label (`Điểm tích lũy: 1286`, `Tổng số:` beside `34`), refusing whatever is glued to it. */
import { looksDenied } from '../privacy/deny-list';
import { foldLabel, stripMarks } from '../vi/text';
import { parseNumber } from '../vi/numbers';
import type { Page } from './page';
import { eachText } from './roots';
import { Refusal } from './problem';
import { ELEMENT, TEXT, isSilent, linesOf, rawText, tagOf } from './text';

export interface Labelled {
  found: LabelledNumber[];
  /** Places where the label and its colon stand and the number is not there yet. */
  empty: number;
}

export interface LabelledNumber {
  value: number;
  raw: string;
  where: string;
}

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'legend', 'option']);
const MAX_CLIMB = 4;
const INLINE = new Set(['span', 'b', 'strong', 'i', 'em', 'u', 'sup', 'sub', 'small', 'mark', 'font', 'a']);

/**
 * Every place where one of `labels` stands with a number after it. Same label elsewhere without a number (menu, heading, column) is no finding.
 * @throws Refusal `refusedValue` when a label is followed by something that is not an exact whole number
 */
export function findLabelled(
  page: Page,
  roots: readonly Element[],
  labels: readonly string[],
  part: string,
  options: {
    units?: readonly string[];
    /** Whether digits after a blank in the same line make the number doubtful too: `28 534` may be one number or two. */
    alone?: boolean;
    skip: (element: Element) => boolean;
  },
): Labelled {
  const wanted = labels.map(foldLabel);
  let empty = 0;
  const found: LabelledNumber[] = [];
  for (const root of roots) {
    const labelIn = (folded: string) => wanted.find((text) => folded.startsWith(text));
    eachText(
      page,
      root,
      (folded) => labelIn(folded) !== undefined,
      (node, folded) => {
        const label = labelIn(folded);
        if (label === undefined) return;
        const parent = node.parentElement;
        if (parent === null || options.skip(parent)) return;
        const hit = readAt(page, parent, label, part, options);
        if (hit === 'empty') empty++;
        else if (hit !== null) found.push(hit);
      },
    );
  }
  return { found, empty };
}

function readAt(
  page: Page,
  start: Element,
  label: string,
  part: string,
  { units = [], alone = false }: { units?: readonly string[]; alone?: boolean },
): LabelledNumber | 'empty' | null {
  let scope: Element | null = start;
  let colon = false;
  for (let climb = 0; scope !== null && climb <= MAX_CLIMB; climb++, scope = scope.parentElement) {
    // Beside the label's own element the number is the next line: cards carry captions below it.
    const lines = linesOf(scope, page, climb === 0 ? undefined : isApart);
    const joined = climb === 0 || lines.length < 2 ? lines.join(' ') : lines.slice(0, 2).join(' ');
    const rest = restAfter(joined, label);
    if (rest === null) return colon ? 'empty' : null;
    if (rest.text === '') {
      colon ||= rest.separated;
      // The label stands alone here: a heading or a menu entry, or its number is beside it.
      if (HEADINGS.has(tagOf(scope)) || tagOf(scope) === 'button') return null;
      continue;
    }
    if (!rest.separated && !isDigit(rest.text[0])) return colon ? 'empty' : null;
    if (climb > 0 && !isDigit(rest.text[0]) && !rest.separated) return null;
    const number = parseNumber(rest.text, { kind: 'whole', units });
    if (!number.ok) {
      throw new Refusal(
        'refusedValue',
        part,
        `"${rest.text.slice(0, 60)}" is not an exact whole number (${number.reason})`,
      );
    }
    if (looksDenied(rest.text)) throw new Refusal('refusedValue', part, 'looks like an identifier that is never read');
    if (number.value < 0) throw new Refusal('refusedValue', part, 'negative');
    page.memory.anchors.add(scope);
    if (isGlued(scope, page, alone))
      throw new Refusal('refusedValue', part, `something is glued to "${rest.text.slice(0, 60)}"`);
    return {
      value: number.value,
      raw: rawText(scope, page).replaceAll('\n', ' ').slice(0, 500),
      where: whereIs(scope),
    };
  }
  return colon ? 'empty' : null;
}

/** Buttons and badges beside a label carry numbers of their own (unread notices). */
function isApart(element: Element): boolean {
  if (tagOf(element) === 'button' || tagOf(element) === 'a' || element.getAttribute('role') === 'button') return true;
  return (element.getAttribute('class') ?? '').toLowerCase().includes('badge');
}

/** What follows the label in a text that starts with it; null when the text does not, or the label goes on as another word. */
export function restAfter(text: string, label: string): { text: string; separated: boolean } | null {
  const plain = stripMarks(text).toLowerCase();
  // Stripping marks keeps one letter per letter of NFC text, so places agree.
  const at = plain.indexOf(label);
  if (at < 0 || plain.length !== text.length || foldLabel(text.slice(0, at)) !== '') return null;
  const rest = text.slice(at + label.length);
  if (rest !== '' && !' :：-–('.includes(rest[0] ?? ''))
    return isDigit(rest[0]) ? { text: rest, separated: false } : null;
  const trimmed = rest.trimStart();
  const separated = trimmed.startsWith(':') || trimmed.startsWith('：');
  return { text: separated ? trimmed.slice(1).trim() : trimmed, separated };
}

/** True when an inline neighbour without a blank between continues the number; with `alone` also after blanks. */
export function isGlued(scope: Element, page: Page, alone: boolean): boolean {
  let node: Node | null = scope;
  if (!INLINE.has(tagOf(scope))) return false;
  while (node !== null && node.nextSibling === null) {
    const parent: Element | null = node.parentElement;
    if (parent === null || !INLINE.has(tagOf(parent))) return false;
    node = parent;
  }
  let blank = false;
  for (let next = node?.nextSibling ?? null; next !== null; next = next.nextSibling) {
    if (next.nodeType !== TEXT && next.nodeType !== ELEMENT) continue;
    const element = next.nodeType === ELEMENT ? (next as Element) : null; // nodeType says so
    if (element !== null && isSilent(element, page)) continue;
    if (element !== null && !INLINE.has(tagOf(element))) return false;
    const text = element === null ? (next.nodeValue ?? '') : rawText(element, page);
    if (text === '') continue;
    blank ||= text.trimStart() !== text;
    if (text.trim() === '') continue;
    if (blank) return alone && (element === null || !isApart(element)) && continuesNumber(text.trimStart());
    return continuesNumber(text) || (element === null && foldLabel(text[0] ?? '') !== '');
  }
  return false;
}

function continuesNumber(text: string): boolean {
  const first = text[0] ?? '';
  return isDigit(first) || ((first === '.' || first === ',') && isDigit(text[1]));
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

/** Short path of tags and stable classes, for a developer. */
export function whereIs(element: Element): string {
  const parts: string[] = [];
  for (let at: Element | null = element; at !== null && parts.length < 4; at = at.parentElement) {
    const stable = (at.getAttribute('class') ?? '').split(' ').find((name) => name !== '' && !name.startsWith('css-'));
    parts.unshift(stable === undefined ? tagOf(at) : `${tagOf(at)}.${stable}`);
  }
  return parts.join(' > ').slice(0, 400);
}
