/** The overlay's only trace in the page: one nameless element with a closed shadow root and our frame in it; geometry, never text. */
import type { PanelPlacement } from '@/lib/protocol';
import { boxFor, type Box, type Wish } from './place';

const CONTROLS =
  'a[href],button,input,select,textarea,label,summary,[role=button],[role=link],[role=menuitem],[role=tab],[role=radio],[role=checkbox],[role=combobox],[tabindex]';
/** Where the frame stands until it tells its size: as its small card, out of the way. */
const AT_FIRST: Wish = { width: 260, height: 170, yields: true };
/** Points looked at lie this far apart at most; a control smaller than that is hardly one. */
const SAMPLE_PX = 16;
/** A place refused for want of room is looked for again after so many rounds. */
const RETRY_ROUNDS = 5;

export interface Overlay {
  place(placement: PanelPlacement): void;
  resize(wish: Wish): void;
  /** Gives way when the page has put a control of its own under a panel that yields. */
  giveWay(): void;
  destroy(): void;
}

/** Shows the panel; `destroy` leaves the document as it was. */
export function createOverlay(address: string, placement: PanelPlacement): Overlay {
  const host = document.createElement('div');
  host.style.cssText =
    'all:initial!important;position:fixed!important;inset:0 auto auto 0!important;width:0!important;height:0!important;z-index:2147483647!important;pointer-events:none!important';
  const frame = document.createElement('iframe');
  frame.src = address;
  host.attachShadow({ mode: 'closed' }).append(frame);
  let wish = AT_FIRST;
  let timer = 0;
  let rounds = 0;

  const isTaken = (box: Box): boolean => {
    const columns = Math.ceil((box.width - 1) / SAMPLE_PX);
    const rows = Math.ceil((box.height - 1) / SAMPLE_PX);
    for (let row = 0; row <= rows; row++) {
      for (let column = 0; column <= columns; column++) {
        const x = box.left + ((box.width - 1) * column) / columns;
        const y = box.top + ((box.height - 1) * row) / rows;
        const below = document.elementsFromPoint(x, y).find((element) => element !== host);
        if (below?.closest(CONTROLS)) return true;
      }
    }
    return false;
  };
  let box: Box = { left: 0, top: 0, width: 0, height: 0 };
  const draw = () => {
    const view = { width: document.documentElement.clientWidth, height: innerHeight };
    box = boxFor(placement, wish, view, isTaken);
    frame.style.cssText = `all:initial;position:fixed;border:0;color-scheme:normal;pointer-events:auto;left:${box.left}px;top:${box.top}px;width:${box.width}px;height:${box.height}px`;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(draw, 250);
  };
  const attach = () => {
    if (!host.isConnected && document.documentElement) document.documentElement.append(host);
  };
  // A page that draws itself anew takes the element away: it comes back, and the frame with it.
  const watcher = new MutationObserver(attach);
  watcher.observe(document, { childList: true });
  watcher.observe(document.documentElement, { childList: true });
  addEventListener('resize', soon);
  addEventListener('scrollend', soon, true);
  attach();
  draw();
  return {
    place(next) {
      placement = next;
      draw();
    },
    resize(next) {
      wish = next;
      draw();
    },
    giveWay() {
      if (!wish.yields) return;
      rounds = (rounds + 1) % RETRY_ROUNDS;
      const cramped = box.width < wish.width && rounds === 0;
      if (cramped || (box.width > 0 && isTaken(box))) draw();
    },
    destroy() {
      watcher.disconnect();
      clearTimeout(timer);
      removeEventListener('resize', soon);
      removeEventListener('scrollend', soon, true);
      host.remove();
    },
  };
}
