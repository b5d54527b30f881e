/** Puts a skin on the page: plainly, in an iframe, in an open shadow root, or drawn anew again and again. */
import type { Session } from './session';

/** Where a skin is drawn. */
export interface Place {
  container: HTMLElement;
  /** Where styles belong. */
  styles: Node;
  nonce: string | undefined;
}

/** Draws a skin; `draw` returns what removes it again. */
export function mount(session: Session, draw: (place: Place) => () => void): void {
  if (session.faults.has('iframe') && window.top === window) {
    const frame = document.createElement('iframe');
    frame.src = location.href;
    frame.title = document.title;
    frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0';
    document.body.append(frame);
    return;
  }
  let remove = draw(prepare(session));
  if (!session.faults.has('ve-lai')) return;
  setInterval(() => {
    remove();
    for (const node of [...document.body.children]) node.remove();
    const root = document.createElement('div');
    root.id = 'root';
    document.body.append(root);
    remove = draw(prepare(session));
  }, 2500);
}

function prepare(session: Session): Place {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? undefined;
  if (!session.faults.has('bong-mo')) return { container: root, styles: document.head, nonce };
  const shadow = root.attachShadow({ mode: 'open' });
  for (const link of document.querySelectorAll('link[rel="stylesheet"]')) shadow.append(link.cloneNode());
  const container = document.createElement('div');
  shadow.append(container);
  return { container, styles: shadow, nonce };
}

/** How long a step takes: eight times as long under `cham`. */
export function duration(session: Session, milliseconds: number): number {
  return session.faults.has('cham') ? milliseconds * 8 : milliseconds;
}
