/** When to look again: quiet after changes, an idle moment, a visible tab; never by asking the page to do anything. */

const QUIET_MS = 250;
const LONGEST_MS = 1_200;
const ADDRESS_EVERY_MS = 2_000;

export interface Watch {
  /** A pass is wanted; it comes after the page was quiet, at most `LONGEST_MS` later, in idle time. */
  soon(delay?: number): void;
  /** Content is watched (default), or only the address: after the session ended. */
  only(what: 'content' | 'address'): void;
  stop(): void;
}

/**
 * Watches the page and calls `pass` when it should be read; `wait` gives the milliseconds the budget asks for.
 * Open shadow roots and frames of this origin are watched as they are found.
 */
export function createWatch(pass: () => void, wait: () => number): Watch {
  let timer = 0;
  let idle = 0;
  let wantedAt = 0;
  let mode: 'content' | 'address' = 'content';
  let stopped = false;
  let address = location.href;

  const observer = new MutationObserver(() => soon());
  const observe = () => {
    observer.disconnect();
    if (mode !== 'content' || document.hidden || stopped) return;
    for (const root of rootsOf(document)) {
      observer.observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: ['aria-busy', 'aria-checked', 'aria-rowcount'],
      });
    }
  };
  const run = () => {
    wantedAt = 0;
    if (stopped || document.hidden) return;
    address = location.href;
    pass();
    // A new body, shadow root or frame needs watching too; what our own work changed is nothing.
    observe();
  };
  const soon = (delay = QUIET_MS) => {
    if (stopped || document.hidden) return;
    const now = performance.now();
    wantedAt ||= now;
    const rest = Math.max(0, Math.min(delay, wantedAt + LONGEST_MS - now), wait());
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      cancelIdleCallback(idle);
      idle = requestIdleCallback(run, { timeout: 1_000 });
    }, rest);
  };
  const moved = () => {
    if (location.href === address) return;
    address = location.href;
    if (mode === 'address') only('content');
    soon();
  };
  const only = (what: 'content' | 'address') => {
    if (mode === what) return;
    mode = what;
    observe();
  };
  const turned = () => {
    observe();
    if (document.hidden) {
      clearTimeout(timer);
      cancelIdleCallback(idle);
      wantedAt = 0;
    } else if (mode === 'content') soon();
    else moved();
  };
  // Pages that route by pushState tell nobody; the Navigation API does, where it reaches us, and the address itself always.
  const navigation = (window as { navigation?: EventTarget }).navigation; // not yet in TypeScript's DOM types
  navigation?.addEventListener('navigatesuccess', moved);
  addEventListener('popstate', moved);
  addEventListener('hashchange', moved);
  document.addEventListener('visibilitychange', turned);
  const interval = setInterval(() => {
    if (!document.hidden) moved();
  }, ADDRESS_EVERY_MS);
  observe();
  return {
    soon,
    only,
    stop() {
      stopped = true;
      observer.disconnect();
      clearTimeout(timer);
      cancelIdleCallback(idle);
      clearInterval(interval);
      navigation?.removeEventListener('navigatesuccess', moved);
      removeEventListener('popstate', moved);
      removeEventListener('hashchange', moved);
      document.removeEventListener('visibilitychange', turned);
    },
  };
}

// The page's body, every open shadow root in it and the bodies of its same-origin frames; our own element stands outside body.
function rootsOf(doc: Document): Node[] {
  const roots: Node[] = [];
  const add = (root: Document | ShadowRoot) => {
    if (roots.length > 60) return;
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

function frameDocument(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument; // localName says so
  } catch {
    return null; // another origin: not ours to watch
  }
}
