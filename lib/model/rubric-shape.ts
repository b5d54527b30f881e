/** Small questions about the parts of a rubric, free of its schema. */

interface Ends {
  from: number | { ofRequired: number } | null;
  fromOpen: boolean;
  to: number | { ofRequired: number } | null;
  toOpen: boolean;
}

/** False where a range of plain figures holds no value at all. */
export function isOrdered(range: Ends): boolean {
  const { from, to } = range;
  if (typeof from !== 'number' || typeof to !== 'number') return true;
  return from < to || (from === to && !range.fromOpen && !range.toOpen);
}

/** Every item with its place in the document. */
export function itemsOf<Item>(rubric: { groups: readonly { items: readonly Item[] }[] }) {
  return rubric.groups.flatMap((group, groupIndex) =>
    group.items.map((item, index) => ({ item, where: [groupIndex, 'items', index] as (string | number)[] })),
  );
}

/** Ids used twice, as sentences; empty when fine. */
export function findDoubles(rubric: {
  groups: readonly { id: string; items: readonly { id: string; bands?: readonly { id: string }[] }[] }[];
  grades: readonly { code: string }[];
  scorers: readonly { role: string }[];
}): string[] {
  const items = rubric.groups.flatMap((group) => group.items);
  return [
    ...doubles(
      'group',
      rubric.groups.map((group) => group.id),
    ),
    ...doubles(
      'item',
      items.map((item) => item.id),
    ),
    ...doubles(
      'grade',
      rubric.grades.map((grade) => grade.code),
    ),
    ...doubles(
      'scorer',
      rubric.scorers.map((scorer) => scorer.role),
    ),
    ...items.flatMap((item) =>
      doubles(
        `band of ${item.id}`,
        (item.bands ?? []).map((band) => band.id),
      ),
    ),
  ];
}

function doubles(what: string, ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `${what} "${id}" twice`);
}
