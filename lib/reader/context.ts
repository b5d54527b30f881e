/** Who is signed in, in which role and unit, as the page shows it. */
import type { PageRead, Seen } from '../model/observation';
import type { TextPart, TextRule } from '../model/site';
import { looksDenied } from '../privacy/deny-list';
import { cleanText, foldLabel, stripMarks } from '../vi/text';
import { whereIs } from './labelled';
import type { Page } from './page';
import { Refusal } from './problem';
import { eachText, findAll } from './roots';
import { tagOf, textOf } from './text';

const LONGEST = 300;

/** @throws Refusal `ambiguous` when the page shows two different roles or units in the same place; a doubtful name is no name */
export function readContext(page: Page): PageRead['context'] {
  const { name, role, unit } = page.site.context;
  return { name: nameOf(page, name), role: firstOf(page, role, 'role'), unit: firstOf(page, unit, 'unit') };
}

/** Article and notice texts may hold bold names too: two different ones mean that none can be told to be the user's. */
function nameOf(page: Page, rules: readonly TextRule[]): Seen<string> | null {
  try {
    return firstOf(page, rules, 'name');
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function firstOf(page: Page, rules: readonly TextRule[], part: string): Seen<string> | null {
  for (const rule of rules) {
    const found = 'after' in rule ? byLabel(page, rule.after) : bySelector(page, rule);
    const [first] = found;
    if (first === undefined) continue;
    if (found.some((seen) => seen.value !== first.value)) {
      throw new Refusal('ambiguous', `context.${part}`, 'the page shows two different values in the same place');
    }
    return first;
  }
  return null;
}

function bySelector(page: Page, rule: Exclude<TextRule, { after: string[] }>): Seen<string>[] {
  const elements =
    'chosen' in rule
      ? findAll(page, rule.chosen).flatMap((list) => chosenOption(list, page))
      : findAll(page, rule.select);
  return elements.flatMap((element) => {
    const raw = textOf(element, page);
    page.memory.anchors.add(element);
    return seenAs(partOf(raw, rule.part), raw, element);
  });
}

function seenAs(value: string, raw: string, element: Element): Seen<string>[] {
  if (value === '' || value.length > LONGEST || looksDenied(value)) return [];
  return [{ value, raw: raw.slice(0, 500), where: whereIs(element) }];
}

/** The live choice in a browser; a saved page keeps it as an attribute. */
export function chosenOption(list: Element, page: Page): Element[] {
  const options = [...list.querySelectorAll('option')];
  const index = (list as HTMLSelectElement).selectedIndex as number | undefined; // undefined outside browsers
  if (index !== undefined) page.memory.choices.set(list as HTMLSelectElement, index); // only lists have one
  const live = index === undefined || index < 0 ? undefined : options[index];
  const chosen = live ?? options.find((option) => option.hasAttribute('selected')) ?? options[0];
  return chosen === undefined ? [] : [chosen];
}

const UNIT_WORDS = [
  'chi bo',
  'dang bo',
  'dang uy',
  'chi uy',
  'to dang',
  'ban can su',
  'khoi',
  'van phong',
  'ban to chuc',
  'ban tuyen giao',
];

/** `Bí thư - Chi bộ III - Khối văn phòng`: role before the dash that a unit follows, unit after it. */
export function partOf(text: string, part: TextPart): string {
  if (part === 'whole') return text;
  if (part === 'beforeParen' || part === 'inParen') {
    const open = text.indexOf(' (');
    if (open < 0) return part === 'beforeParen' ? text : '';
    if (part === 'beforeParen') return text.slice(0, open).trim();
    return text.endsWith(')') ? text.slice(open + 2, -1).trim() : '';
  }
  if (startsWithUnit(text)) return part === 'afterDash' ? text : '';
  let at = -1;
  for (let from = text.indexOf(' - '); from >= 0; from = text.indexOf(' - ', from + 1)) {
    const rest = foldLabel(text.slice(from + 3));
    const better = UNIT_WORDS.some((word) => rest.startsWith(word)) && !startsWithUnit(text.slice(at + 3));
    if (at < 0 || better) at = from;
  }
  if (at < 0) return part === 'beforeDash' ? text : '';
  return part === 'beforeDash' ? text.slice(0, at).trim() : text.slice(at + 3).trim();
}

function startsWithUnit(text: string): boolean {
  const folded = foldLabel(text);
  if (folded.startsWith('dang uy vien') || folded.startsWith('chi uy vien')) return false;
  return UNIT_WORDS.some((word) => folded.startsWith(word));
}

const LABEL_TAGS = new Set(['dt', 'th', 'td']);

function byLabel(page: Page, labels: readonly string[]): Seen<string>[] {
  const wanted = labels.map(foldLabel);
  const found: Seen<string>[] = [];
  for (const root of page.roots) {
    const labelIn = (folded: string) => wanted.find((text) => folded === text || startsWithLabel(folded, text));
    eachText(
      page,
      root,
      (folded) => labelIn(folded) !== undefined,
      (node, folded) => {
        const label = labelIn(folded);
        const start = node.parentElement;
        if (label === undefined || start === null || start.closest('[role="grid"], thead') !== null) return;
        const isTerm = LABEL_TAGS.has(tagOf(start)) || start.matches('.ant-descriptions-item-label');
        if (isTerm && folded === label && textOf(start, page) === cleanText(node.nodeValue ?? '')) {
          const beside = start.nextElementSibling;
          page.memory.anchors.add(beside ?? start);
          if (beside !== null) found.push(...seenAs(textOf(beside, page), textOf(beside, page), beside));
          return;
        }
        const after = afterColon(page, start, label);
        if (after.length > 0) page.memory.anchors.add(start.parentElement ?? start);
        found.push(...after);
      },
    );
  }
  return found;
}

function startsWithLabel(folded: string, label: string): boolean {
  return [':', ' :', ','].some((sign) => folded.startsWith(label + sign));
}

function afterColon(page: Page, start: Element, label: string): Seen<string>[] {
  let scope: Element | null = start;
  for (let climb = 0; scope !== null && climb < 3; scope = scope.parentElement, climb++) {
    const text = textOf(scope, page);
    const plain = stripMarks(text).toLowerCase();
    if (plain.length !== text.length || !plain.startsWith(label)) return [];
    const rest = text.slice(label.length).trim();
    if (rest === '' || rest === ':' || rest === ',') continue;
    if (!rest.startsWith(':') && !rest.startsWith(',')) return [];
    return seenAs(rest.slice(1).trim(), text, scope);
  }
  return [];
}
