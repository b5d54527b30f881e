/** Where something that broke most likely stands now, so that showing it again starts from there. */
import type { Anchor, TaughtList, TaughtPart } from '../model/taught';
import { type Finding, findAnchor } from '../reader/anchors';
import { OverBudget } from '../reader/budget';
import { headerSet, headersOf, findGrids } from '../reader/taught-list';
import { isNumeric, labelsInside, valueOf } from '../reader/taught-part';
import { openForPointing } from './open';
import type { Guess } from './types';

/** The place most surviving anchors point at, one that reads like the part before one that does not. */
export function guessPart(doc: Document, part: TaughtPart): Guess | null {
  return quietly(() => {
    const page = openForPointing(doc, '');
    const grids = findGrids(page, []);
    const scope = { page, within: page.roots, grids, numeric: isNumeric(part.what), labels: labelsInside(part) };
    const found = part.anchors.flatMap((anchor) =>
      findAnchor(anchor, { ...scope, grids: anchor.by === 'header' ? grids : [] }).map((finding) => ({
        by: anchor.by,
        finding,
      })),
    );
    const places = new Map<Element, { survivors: Anchor['by'][]; fits: boolean }>();
    for (const { by, finding } of found) {
      const place = places.get(finding.element) ?? { survivors: [], fits: fitsPart(finding, part) };
      place.survivors.push(by);
      places.set(finding.element, place);
    }
    const [best] = [...places].sort(
      ([, a], [, b]) => Number(b.fits) - Number(a.fits) || b.survivors.length - a.survivors.length,
    );
    return best === undefined
      ? null
      : { element: best[0], anchors: best[1].survivors.length, survivors: best[1].survivors };
  });
}

function fitsPart(finding: Finding, part: TaughtPart): boolean {
  return valueOf(finding.text, part) !== null;
}

/** The table that shares most headers with the list; of a list without headers, what its items' anchors still find. */
export function guessList(doc: Document, list: TaughtList): Guess | null {
  return quietly(() => {
    const page = openForPointing(doc, '');
    if (list.headers.length > 0) {
      const wanted = headerSet(list.headers);
      const grids = findGrids(page, [list.headers]);
      const scored = grids.map((grid) => ({
        grid,
        shared: headerSet(headersOf(grid)).filter((text) => wanted.includes(text)).length,
      }));
      const [best] = scored.filter(({ shared }) => shared > 0).sort((a, b) => b.shared - a.shared);
      return best === undefined ? null : { element: best.grid.element, anchors: best.shared, survivors: ['header'] };
    }
    const scope = { page, within: page.roots, grids: [], numeric: false, labels: [] };
    for (const anchor of list.items) {
      const [finding] =
        anchor.by === 'path' || anchor.by === 'attribute' || anchor.by === 'label' ? findAnchor(anchor, scope) : [];
      if (finding !== undefined) return { element: finding.element, anchors: 1, survivors: [anchor.by] };
    }
    return null;
  });
}

function quietly(look: () => Guess | null): Guess | null {
  try {
    return look();
  } catch (error) {
    if (error instanceof OverBudget) return null;
    throw error;
  }
}
