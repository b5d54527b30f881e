/** Every text a taught definition took over from the page, so that a person sees all that would leave with the file. Pure. */
import type { Site } from '@/lib/model/site';

type Anchor = NonNullable<Site['taught']>['parts'][number]['anchors'][number];

/** Labels, headers, names of attributes' values, choices and paths, each once, in alphabetical order. */
export function pageWords(site: Site): string[] {
  const { parts, lists } = site.taught ?? { parts: [], lists: [] };
  const words = [
    ...parts.flatMap(({ anchors, place }) => [...anchors.flatMap(wordsOf), place.path]),
    ...lists.flatMap(({ headers, items, columns, place }) => [
      ...headers,
      ...items.flatMap(wordsOf),
      place.path,
      ...columns.flatMap((column) => [...column.labels, ...(column.choices ?? []), ...column.anchors.flatMap(wordsOf)]),
    ]),
  ];
  return [...new Set(words)].filter((word) => word !== '').sort((a, b) => a.localeCompare(b, 'vi'));
}

function wordsOf(anchor: Anchor): string[] {
  switch (anchor.by) {
    case 'label':
    case 'near':
    case 'header':
      return [anchor.text];
    case 'aria':
      return [anchor.name];
    case 'attribute':
      return [anchor.value];
    case 'path':
      return [anchor.select];
    case 'place':
    case 'only':
      return [];
  }
}
