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
