/** Where in the page to watch: all its roots, or only the nodes that hold what was read and the way up from them. */
import type { Change } from '@/lib/reader';

const MOST_ROOTS = 60;

export interface Near {
  /** Watched with all that is in them. */
  places: readonly Element[];
  /** What holds the places, up to the document: watched for children that go. */
  way: readonly Node[];
  /** True for a change inside a place, or one that took a place away. */
  holds(change: Change): boolean;
}

/** The narrowest nodes around these elements. */
export function placesOf(elements: readonly Element[]): Near {
  const here = [...new Set(elements)].filter((element) => element.isConnected);
  const places = here.filter((element) => !here.some((other) => other !== element && other.contains(element)));
  const way = new Set<Node>();
  for (const place of places) for (let at = above(place); at !== null && !way.has(at); at = above(at)) way.add(at);
  return {
    places,
    way: [...way],
    holds: ({ target, removedNodes }) =>
      places.some((place) => place.contains(target)) ||
      [...(removedNodes ?? [])].some((node) => places.some((place) => node.contains(place))),
  };
}

/** The page's body, every open shadow root in it and the bodies of its same-origin frames; our own element stands outside body. */
export function rootsOf(doc: Document): Node[] {
  const roots: Node[] = [];
  const add = (root: Document | ShadowRoot) => {
    if (roots.length > MOST_ROOTS) return;
    const top = 'body' in root ? (root.body as HTMLElement | null) : root; // body is null in an empty document
    if (top === null) return;
    roots.push(top);
    for (const element of top.querySelectorAll('*')) {
      if (element.shadowRoot) add(element.shadowRoot);
      if (element.localName === 'iframe') {
        const inner = frameDocument(element);
        if (inner) add(inner);
      }
    }
  };
  add(doc);
  return roots;
}

/** One step up, out of shadow roots and frames too. */
function above(node: Node): Node | null {
  if (node.parentNode !== null) return node.parentNode;
  if ('host' in node) return (node as ShadowRoot).host; // nothing else without a parent has one
  return 'defaultView' in node ? ((node as Document).defaultView?.frameElement ?? null) : null; // a document has
}

function frameDocument(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument; // localName says so
  } catch {
    return null; // another origin: not ours to watch
  }
}
