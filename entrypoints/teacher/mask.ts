/** The picker's only trace in the page: one nameless element with a closed shadow root and our frame in it, over the whole window. */

const STYLE =
  'all:initial!important;position:fixed!important;z-index:2147483647!important;pointer-events:auto!important;display:block!important;';
const WHOLE = 'inset:0!important;width:100%!important;height:100%!important;';
/** Rounding on zoomed screens. */
const SAME_PX = 1.5;
/** Places over the window, as parts of its width and height, where the picker must be on top. */
const SPOTS = [0.02, 0.25, 0.5, 0.75, 0.98];
/** Each of these lends what we show another look or place. */
const PLAIN: readonly [property: string, ...values: string[]][] = [
  ['opacity', '1'],
  ['visibility', 'visible'],
  ['filter', 'none'],
  ['backdrop-filter', 'none'],
  ['transform', 'none'],
  ['translate', 'none'],
  ['scale', 'none'],
  ['rotate', 'none'],
  ['perspective', 'none'],
  ['clip-path', 'none'],
  ['mask-image', 'none'],
  ['mix-blend-mode', 'normal'],
  ['zoom', '1'],
  ['pointer-events', 'auto'],
];

export interface Mask {
  /** Nothing of the page lies over the picker, moves it or changes its look. */
  isUndisturbed(): boolean;
  isOurs(element: Element): boolean;
  /** Leaves the page free but for a bar. */
  rest(height: number, side: 'top' | 'bottom'): void;
  resume(): void;
  isResting(): boolean;
  destroy(): void;
}

/** `gone` is called when the page took the element away. */
export function createMask(address: string, gone: () => void): Mask {
  const root = document.documentElement;
  const host = document.createElement('div');
  host.style.cssText = STYLE + WHOLE;
  const frame = document.createElement('iframe');
  frame.src = address;
  // Light like the frame's own canvas, else the browser paints a ground behind it.
  frame.style.cssText = 'all:initial;position:absolute;inset:0;width:100%;height:100%;border:0;color-scheme:light';
  host.attachShadow({ mode: 'closed' }).append(frame);
  let resting = false;
  const watcher = new MutationObserver(() => host.parentNode !== root && gone());
  root.append(host);
  watcher.observe(document, { childList: true });
  watcher.observe(root, { childList: true });
  // Keys go to the picker; the page hears none of them.
  const focus = () => frame.focus({ preventScroll: true });
  focus();
  // On a busy machine the browser now and then gives a press to the frame's element instead of the frame: keys come back at least.
  host.addEventListener('pointerdown', focus);

  const isPlain = (element: Element): boolean => {
    const style = getComputedStyle(element);
    return PLAIN.every(([property, ...values]) => {
      const value = style.getPropertyValue(property);
      return value === '' || values.includes(value);
    });
  };
  const isWhole = (): boolean => {
    const { left, top, right, bottom } = host.getBoundingClientRect();
    const near = (a: number, b: number) => Math.abs(a - b) <= SAME_PX;
    const wide = near(right, innerWidth) || near(right, root.clientWidth);
    const high = near(bottom, innerHeight) || near(bottom, root.clientHeight);
    return near(left, 0) && near(top, 0) && wide && high;
  };
  const isOnTop = (): boolean => {
    const { width, height } = host.getBoundingClientRect();
    return SPOTS.every((x) => SPOTS.every((y) => document.elementFromPoint(x * width, y * height) === host));
  };
  return {
    isUndisturbed: () =>
      host.parentNode === root &&
      document.fullscreenElement === null &&
      isPlain(host) &&
      isPlain(root) &&
      isWhole() &&
      isOnTop(),
    isOurs: (element) => element === host,
    rest(height, side) {
      resting = true;
      const edge = side === 'top' ? 'inset:0 0 auto 0!important;' : 'inset:auto 0 0 0!important;';
      host.style.cssText = `${STYLE}${edge}width:100%!important;height:${height}px!important;`;
    },
    resume() {
      resting = false;
      host.style.cssText = STYLE + WHOLE;
      focus();
    },
    isResting: () => resting,
    destroy() {
      watcher.disconnect();
      host.remove();
    },
  };
}
