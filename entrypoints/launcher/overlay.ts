/** The overlay's only trace in the page: one nameless element with a closed shadow root and our frame in it; geometry, never text. */
import type { PanelPlacement } from '@/lib/protocol';
import { boxFor, overlaps, type Box, type Wish } from './place';

const CONTROLS =
  'a[href],button,input,select,textarea,label,summary,[role=button],[role=link],[role=menuitem],[role=tab],[role=radio],[role=checkbox],[role=combobox],[tabindex]';
/** Where the frame stands until it tells its size: as its small card, out of the way. */
const AT_FIRST: Wish = { width: 260, height: 170, yields: true };
/** A place refused for want of room is looked for again after so many rounds. */
const RETRY_ROUNDS = 5;
/** A page with more controls than this is looked over less often, as is one that has stood still for so many rounds. */
const MANY = 500;
const CALM_ROUNDS = 10;

export interface Overlay {
  place(placement: PanelPlacement): void;
  resize(wish: Wish): void;
  /** Gives way when the page has put a control of its own under a panel that yields. */
  giveWay(): void;
  destroy(): void;
}

/** Shows the panel; `destroy` leaves the document as it was. `timed` notes how long work took that nobody called for. */
export function createOverlay(address: string, placement: PanelPlacement, timed: (work: () => void) => void): Overlay {
  const host = document.createElement('div');
  host.style.cssText =
    'all:initial!important;position:fixed!important;inset:0 auto auto 0!important;width:0!important;height:0!important;z-index:2147483647!important;pointer-events:none!important';
  const frame = document.createElement('iframe');
  frame.src = address;
  host.attachShadow({ mode: 'closed' }).append(frame);
  let wish = AT_FIRST;
  let timer = 0;
  let rounds = 0;
  let many = false;
  let calm = 0;

  /** The site's own controls in the window, as they stand now. */
  const controls = (): Box[] =>
    [...document.querySelectorAll(CONTROLS)].flatMap((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const seen =
        width > 0 && height > 0 && left < innerWidth && left + width > 0 && top < innerHeight && top + height > 0;
      return seen && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        ? [{ left, top, width, height }]
        : [];
    });
  let box: Box = { left: 0, top: 0, width: 0, height: 0 };
  const draw = () => {
    calm = 0;
    const view = { width: document.documentElement.clientWidth, height: innerHeight };
    const taken = wish.yields ? controls() : [];
    box = boxFor(placement, wish, view, (one) => taken.some((control) => overlaps(one, control)));
    frame.style.cssText = `all:initial;position:fixed;border:0;color-scheme:normal;pointer-events:auto;left:${box.left}px;top:${box.top}px;width:${box.width}px;height:${box.height}px`;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => timed(draw), 250);
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
      rounds = (rounds + 1) % RETRY_ROUNDS;
      calm++;
      if (!wish.yields || ((many || calm > CALM_ROUNDS) && rounds > 0)) return;
      const taken = controls();
      many = taken.length > MANY;
      const cramped = box.width < wish.width && rounds === 0;
      if (cramped || taken.some((control) => overlaps(box, control))) draw();
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
