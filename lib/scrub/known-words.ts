/** The texts that may stay in a scrubbed page: labels every handbook shows, none of which is about a person. */
import { SITES } from '../sites';
import { foldLabel } from '../vi/text';
import { isDeniedValue } from './scrub-text';

const CHOICES = [
  'Có mặt',
  'Vắng có phép',
  'Vắng không phép',
  'Miễn sinh hoạt',
  'Sắp diễn ra',
  'Đang diễn ra',
  'Đã diễn ra',
  'Chưa đánh giá',
  'Nam',
  'Nữ',
  'Trang sau',
  'Trang trước',
  'Next page',
  'Previous page',
  'Số điện thoại',
  'Ngày sinh',
  'Quê quán',
  'Số thẻ đảng',
  'Email',
  'Thao tác',
];

let known: ReadonlySet<string> | null = null;

/** Folded labels, headings and headers of the dictionary and of all shipped sites. */
export function knownWords(): ReadonlySet<string> {
  if (known !== null) return known;
  const labels = SITES.flatMap((site) => [
    ...(site.points?.labels ?? []),
    ...(site.points?.units ?? []),
    ...site.tables.flatMap((table) => table.columns.flatMap((column) => [...column.labels, ...(column.choices ?? [])])),
    ...site.cards.flatMap((card) => [card.label, card.unitWord, ...card.headings]),
    ...site.screens.flatMap((screen) => [...screen.headings, ...screen.marks]),
    ...site.totalLabels,
    ...site.searchLabels,
    ...site.emptyTexts,
    ...site.sessionEnded,
    ...[...site.context.name, ...site.context.role, ...site.context.unit].flatMap((rule) =>
      'after' in rule ? rule.after : [],
    ),
  ]);
  known = new Set(
    [...labels, ...CHOICES]
      .filter((label) => !isDeniedValue(label))
      .map(foldLabel)
      .filter((text) => text !== ''),
  );
  return known;
}

let joined: ReadonlyMap<string, readonly string[]> | null = null;

/** The letters alone of all known labels, by their first letter, so that labels that grew together can be told. */
export function knownLetters(): ReadonlyMap<string, readonly string[]> {
  if (joined !== null) return joined;
  const byFirst = new Map<string, string[]>();
  for (const label of knownWords()) {
    const letters = lettersOf(label);
    byFirst.set(letters.charAt(0), [...(byFirst.get(letters.charAt(0)) ?? []), letters]);
  }
  return (joined = byFirst);
}

/** Folded, and without anything that is no letter. */
export function lettersOf(text: string): string {
  return foldLabel(text).replace(/[^\p{L}]/gu, '');
}
