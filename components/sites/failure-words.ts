/** What was missing on a page, in words for people: a problem code and the part it is about. Pure. */
import { PROBLEM_CODES, type TableKind } from '@/lib/model/observation';
import type { Texts } from '@/components/i18n/vi';

type Words = Pick<Texts['sites'], 'problems' | 'parts' | 'placesOf' | 'listNamed' | 'columnNamed' | 'otherPart'>;

export function failureWords(
  failure: { code: string; part: string },
  t: Words,
  kinds: Record<TableKind, string>,
): string {
  const code = PROBLEM_CODES.find((one) => one === failure.code);
  const what = partWords(failure.part, t, kinds);
  return code === undefined ? what : t.problems[code](what);
}

/** Names of parts are those of lib/reader: `points`, `context.name`, `table ranking`, `usage, card 3`, `column "Họ tên"`. */
function partWords(part: string, t: Words, kinds: Record<TableKind, string>): string {
  const quoted = part.startsWith('column "') ? part.slice('column "'.length).split('"')[0] : undefined;
  if (quoted !== undefined && quoted !== '') return t.columnNamed(quoted);
  const name =
    part
      .replace(/^context\./, '')
      .replace(/^table /, '')
      .split(',')[0] ?? '';
  if (Object.hasOwn(t.parts, name)) return t.parts[name as keyof typeof t.parts]; // hasOwn says so
  if (Object.hasOwn(kinds, name)) return t.listNamed(kinds[name as TableKind]); // hasOwn says so
  return (Object.hasOwn(t.placesOf, name) ? t.placesOf[name] : undefined) ?? t.otherPart;
}
