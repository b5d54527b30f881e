/** Who is signed in, in which role and unit, as the page shows it. */
import type { PageRead, Seen } from '../model/observation';
import type { TextRule } from '../model/site';
import { foldLabel, stripMarks } from '../vi/text';
import { looksDenied } from '../privacy/deny-list';
import { whereIs } from './labelled';
import type { Page } from './page';
import { eachText, findAll } from './roots';
import { Refusal } from './problem';
import { textOf } from './text';

/** @throws Refusal `ambiguous` when the page shows two different persons, roles or units in the same place */
export function readContext(page: Page): PageRead['context'] {
  const { name, role, unit } = page.site.context;
  return { name: firstOf(page, name, 'name'), role: firstOf(page, role, 'role'), unit: firstOf(page, unit, 'unit') };
}

function firstOf(page: Page, rules: readonly TextRule[], part: string): Seen<string> | null {
  for (const rule of rules) {
    const found = 'select' in rule ? bySelector(page, rule) : byLabel(page, rule.after);
    const [first] = found;
    if (first === undefined) continue;
    const other = found.find((seen) => seen.value !== first.value);
    if (other !== undefined) {
      throw new Refusal('ambiguous', `context.${part}`, 'the page shows two different values in the same place');
    }
    return first;
  }
  return null;
}

function bySelector(page: Page, rule: { select: string; part: 'whole' | 'beforeDash' | 'afterDash' }): Seen<string>[] {
  return findAll(page, rule.select).flatMap((element) => {
    const raw = textOf(element, page);
    const value = partOf(raw, rule.part);
    return value === '' || value.length > 300 || looksDenied(value)
      ? []
      : [{ value, raw: raw.slice(0, 500), where: whereIs(element) }];
  });
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

/** `Bí thư - Chi bộ III - Khối văn phòng`: role before the first dash that a unit follows, unit after it. */
export function partOf(text: string, part: 'whole' | 'beforeDash' | 'afterDash'): string {
  if (part === 'whole') return text;
  if (startsWithUnit(text)) return part === 'afterDash' ? text : '';
  let at = -1;
  for (let from = text.indexOf(' - '); from >= 0; from = text.indexOf(' - ', from + 1)) {
    const rest = foldLabel(text.slice(from + 3));
    if (at < 0 || (UNIT_WORDS.some((word) => rest.startsWith(word)) && !startsWithUnit(text.slice(at + 3)))) at = from;
  }
  if (at < 0) return part === 'beforeDash' ? text : '';
  return part === 'beforeDash' ? text.slice(0, at).trim() : text.slice(at + 3).trim();
}

function startsWithUnit(text: string): boolean {
  const folded = foldLabel(text);
  return (
    UNIT_WORDS.some((word) => folded.startsWith(word)) &&
    !folded.startsWith('dang uy vien') &&
    !folded.startsWith('chi uy vien')
  );
}

function byLabel(page: Page, labels: readonly string[]): Seen<string>[] {
  const wanted = labels.map(foldLabel);
  const found: Seen<string>[] = [];
  for (const root of page.roots) {
    eachText(page, root, (node, folded) => {
      const label = wanted.find(
        (text) => folded === text || folded.startsWith(`${text}:`) || folded.startsWith(`${text} :`),
      );
      const start = node.parentElement;
      if (label === undefined || start === null) return;
      for (
        let scope: Element | null = start, climb = 0;
        scope !== null && climb < 3;
        scope = scope.parentElement, climb++
      ) {
        const text = textOf(scope, page);
        const plain = stripMarks(text).toLowerCase();
        if (plain.length !== text.length || !plain.startsWith(label)) return;
        const rest = text.slice(label.length).trim();
        if (rest === '' || rest === ':') continue;
        if (!rest.startsWith(':') || rest.length > 301) return;
        const value = rest.slice(1).trim();
        if (!looksDenied(value)) found.push({ value, raw: text.slice(0, 500), where: whereIs(scope) });
        return;
      }
    });
  }
  return found;
}
