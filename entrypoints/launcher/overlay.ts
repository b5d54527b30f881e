/** The overlay's only trace in the page: one nameless element with a closed shadow root and our frame in it; geometry, never text. */
import type { PanelPlacement } from '@/lib/protocol';
import { boxFor, type Box } from './place';

const CONTROLS =
  'a[href],button,input,select,textarea,label,summary,[role=button],[role=link],[role=menuitem],[role=tab],[role=radio],[role=checkbox],[role=combobox],[tabindex]';
const FOLDED = { width: 48, height: 48 };
/** Points of the folded panel, 12 px apart, where a control could stand; one smaller than that is hardly one. */
const SAMPLES = [0, 0.25, 0.5, 0.75, 1];
const OPEN = { width: 340, height: 420 };

export interface Overlay {
  place(placement: PanelPlacement): void;
  resize(width: number, height: number): void;
  /** Gives way when the page has put a control of its own under the folded panel. */
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
  let wish: { width: number; height: number } | null = null;
  let timer = 0;

  const isTaken = (box: Box): boolean => {
    for (const x of SAMPLES) {
      for (const y of SAMPLES) {
        const below = document.elementsFromPoint(box.left + (box.width - 1) * x, box.top + (box.height - 1) * y);
        if (below.find((element) => element !== host)?.closest(CONTROLS)) return true;
      }
    }
    return false;
  };
  let box: Box = { left: 0, top: 0, width: 0, height: 0 };
  const draw = () => {
    const view = { width: document.documentElement.clientWidth, height: innerHeight };
    box = boxFor(placement, wish ?? (placement.collapsed ? FOLDED : OPEN), view, isTaken);
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
      if (next.collapsed !== placement.collapsed) wish = null;
      placement = next;
      draw();
    },
    resize(width, height) {
      wish = { width, height };
      draw();
    },
    giveWay() {
      if (placement.collapsed && (box.width === 0 || isTaken(box))) draw();
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
