/** Whether a page without points shows that this role has none: everything else of their bar is there, and nothing more. */
import { foldLabel } from '../vi/text';
import { isLayered } from './layers';
import type { Page } from './page';
import { findAll } from './roots';
import { ELEMENT, TEXT } from './text';

/** True only when the site names landmarks and all of them stand together with nothing unexplained among them. */
export function showsNoPoints(page: Page): boolean {
  const rule = page.site.points?.absent ?? null;
  if (rule === null) return false;
  const landmarks = rule.landmarks.map((selector) => findAll(page, selector).filter((element) => !isLayered(element)));
  const bar = barOf(landmarks, page);
  if (bar === null) return false;
  const explained = [...landmarks.flat(), ...rule.parts.flatMap((selector) => findAll(page, selector))];
  const texts = new Set(rule.texts.map(foldLabel));
  const isExplained = (node: Node): boolean => {
    page.budget.spend(1);
    if (node.nodeType === TEXT) {
      const text = foldLabel(node.nodeValue ?? '');
      // Words without letters or digits count too: a bare sign may be all that is left of a number.
      return (node.nodeValue ?? '').trim() === '' || (text !== '' && texts.has(text));
    }
    if (node.nodeType !== ELEMENT) return true;
    if (explained.some((part) => part === node)) return true;
    return [...node.childNodes].every(isExplained);
  };
  if (!isExplained(bar)) return false;
  page.memory.anchors.add(bar);
  return true;
}

/** The smallest element that holds every landmark, all of the first one's among them. */
function barOf(landmarks: readonly Element[][], page: Page): Element | null {
  const [first = []] = landmarks;
  let bar: Element | null = first[0] ?? null;
  const holdsAll = (element: Element): boolean =>
    first.every((one) => element.contains(one)) && landmarks.every((all) => all.some((one) => element.contains(one)));
  while (bar !== null && !holdsAll(bar)) bar = page.roots.includes(bar) ? null : bar.parentElement;
  return bar === null || page.roots.includes(bar) ? null : bar;
}
