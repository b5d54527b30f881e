/** Puts parts and lists together to a site for one host, and replaces what was shown again. */
import type { Site } from '../model/site';
import type { Taught, TaughtList, TaughtPart } from '../model/taught';
import { foldLabel } from '../vi/text';
import { blankSite } from './generic';
import type { SiteParts } from './types';

/** A valid site; the trusted side checks it with `parseSite` all the same. */
export function buildSite({ host, day, parts, lists, leapLimit }: SiteParts): Site {
  const taught: Taught = { day, parts, lists, invariants: { name: bindsName(parts), leapLimit } };
  return { ...blankSite(host, taught), detect: marksOf(taught) };
}

/** The site with its version raised; what means the same is replaced, the rest stays. */
export function reteach(site: Site, again: Pick<SiteParts, 'day' | 'parts' | 'lists'>): Site {
  if (site.taught === null) return site;
  const old = site.taught;
  const parts = [...old.parts.filter((part) => !again.parts.some((other) => other.what === part.what)), ...again.parts];
  const lists = [...old.lists.filter((list) => !again.lists.some((other) => isSameList(list, other))), ...again.lists];
  const taught: Taught = {
    day: again.day,
    parts,
    lists,
    invariants: { ...old.invariants, name: bindsName(parts) },
  };
  return { ...site, siteVersion: site.siteVersion + 1, detect: marksOf(taught), taught };
}

/** Same kind on the same screen, or with the same headers. */
function isSameList(a: TaughtList, b: TaughtList): boolean {
  if (a.kind !== b.kind) return false;
  const key = (list: TaughtList): string => list.headers.map(foldLabel).sort().join('|');
  return (a.place.path === b.place.path && a.place.heading === b.place.heading) || (key(a) !== '' && key(a) === key(b));
}

/** Points taught on a screen that shows the name too are read beside the name only. */
function bindsName(parts: readonly TaughtPart[]): boolean {
  const name = parts.find((part) => part.what === 'name');
  const points = parts.find((part) => part.what === 'points');
  return (
    name !== undefined &&
    points !== undefined &&
    name.place.path === points.place.path &&
    name.place.heading === points.place.heading
  );
}

/** On a page of unknown address the site is known by its own labels and headers. */
function marksOf(taught: Taught): Site['detect'] {
  const labels = taught.parts.flatMap((part) =>
    part.anchors.flatMap((anchor) => (anchor.by === 'label' ? [anchor.text] : [])),
  );
  const groups: Site['detect'] = [];
  for (const text of labels.slice(0, 3)) groups.push([{ starts: text }]);
  for (const list of taught.lists.slice(0, 4)) {
    const marks = list.headers.slice(0, 4).map((text) => ({ text }));
    if (marks.length > 0) groups.push(marks);
  }
  return groups.length > 0 ? groups.slice(0, 8) : [[{ path: '/' }]];
}
