/** Ways of a page to lend the overlay's buttons another meaning, and ordinary pages that must not be taken for one. */

/** Code for the page; `host` is the overlay's element, `html` and `body` the page's, `cover(css)` lays an element over everything. */
export interface Trick {
  name: string;
  code: string;
}

const COVER = 'position:fixed;inset:0;z-index:2147483647;background:#fff;pointer-events:none';
const style = (element: string, property: string, value: string): Trick => ({
  name: `${element}: ${property} ${value}`,
  code: `${element}.style.setProperty('${property}', '${value}', 'important')`,
});
const cover = (name: string, css: string, more = ''): Trick => ({
  name: `cover: ${name}`,
  code: `const it = cover(${JSON.stringify(css)}); ${more}`,
});
/** Puts the overlay into an element of the page's own without its frame being loaded anew. */
const inside = (css: string): Trick => ({
  name: `wrapped in ${css}`,
  code: `const box = document.createElement('div'); box.dataset.trick = ''; box.style.cssText = ${JSON.stringify(css)};
    html.append(box); box.moveBefore(host, null);`,
});

/** The frame is not, or not rightly, seen while these stand: no press may count. */
export const HIDING: readonly Trick[] = [
  style('host', 'opacity', '0.01'),
  style('host', 'opacity', '0.5'),
  style('html', 'opacity', '0.01'),
  style('html', 'filter', 'opacity(0.02)'),
  style('host', 'filter', 'blur(12px)'),
  style('host', 'filter', 'brightness(0)'),
  style('host', 'filter', 'contrast(0)'),
  style('html', 'filter', 'invert(1)'),
  style('host', 'clip-path', 'inset(49%)'),
  style('host', 'clip-path', 'circle(20px at 200px 20px)'),
  style('host', 'mask-image', 'linear-gradient(transparent, transparent)'),
  style('host', 'transform', 'scale(0.05)'),
  style('host', 'transform', 'rotate(180deg)'),
  style('host', 'transform', 'skewX(60deg)'),
  style('host', 'transform', 'perspective(200px) rotateY(80deg)'),
  style('html', 'transform', 'scale(0.2)'),
  style('host', 'mix-blend-mode', 'difference'),
  style('html', 'mix-blend-mode', 'multiply'),
  inside('opacity:0.02'),
  inside('filter:blur(9px)'),
  inside('transform:scale(0.1)'),
  inside('clip-path:inset(0 0 95% 0)'),
  inside('mix-blend-mode:screen'),
  { name: 'in a body that is faded', code: `body.style.opacity = '0.02'; body.moveBefore(host, null);` },
  {
    name: 'cropped to a strip of the frame',
    code: `host.style.cssText = 'position:fixed;left:0;top:0;width:300px;height:40px;overflow:hidden;transform:translate(900px,500px);z-index:2147483647';`,
  },
  cover('opaque', COVER),
  cover('half transparent', COVER.replace('#fff', 'rgb(255 255 255 / 55%)')),
  cover(
    'transparent, with words',
    COVER.replace('#fff', 'transparent'),
    `it.textContent = 'Bấm để nhận quà '.repeat(900);`,
  ),
  cover('blurring what is below', COVER.replace('background:#fff', 'backdrop-filter:blur(14px)')),
  cover('blending', `${COVER};mix-blend-mode:difference`),
  cover('over the number only', COVER, `over(it, 0.2, 0.45)`),
  cover('over the answers only', COVER, `over(it, 0.6, 0.95)`),
  cover('over the head only', COVER, `over(it, 0, 0.09)`),
  cover(
    'popover in the top layer',
    COVER,
    `it.popover = 'manual'; it.showPopover(); it.style.width = '100vw'; it.style.height = '100vh';`,
  ),
  {
    name: 'cover: dialog over everything',
    code: `const it = document.createElement('dialog'); it.dataset.trick = '';
      it.style.cssText = '${COVER};width:100vw;height:100vh;max-width:none;max-height:none;margin:0'; body.append(it); it.showModal();`,
  },
  {
    name: 'cover: dialog without its modal state',
    code: `const it = document.createElement('dialog'); it.dataset.trick = '';
      it.style.cssText = '${COVER};width:100vw;height:100vh;max-width:none;max-height:none;margin:0'; html.append(it); it.show();`,
  },
  {
    name: 'cover: canvas',
    code: `const it = document.createElement('canvas'); it.dataset.trick = ''; it.width = innerWidth; it.height = innerHeight;
      it.style.cssText = '${COVER}'; html.append(it); it.getContext('2d').fillRect(0, 0, it.width, it.height);`,
  },
  {
    name: 'cover: frame of the page’s own',
    code: `const it = document.createElement('iframe'); it.dataset.trick = ''; it.srcdoc = '<body style="background:#fff">quà';
      it.style.cssText = '${COVER};width:100vw;height:100vh;border:0'; html.append(it);`,
  },
  {
    name: 'cover: generated content of html',
    code: `sheet('html::after { content: ""; ${COVER} }')`,
  },
  {
    name: 'cover: drawn in SVG',
    code: `const it = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); it.dataset.trick = '';
      it.setAttribute('viewBox', '0 0 10 10'); it.setAttribute('preserveAspectRatio', 'none');
      const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect'); rect.setAttribute('width', '10'); rect.setAttribute('height', '10'); it.append(rect);
      it.style.cssText = '${COVER};width:100vw;height:100vh'; html.append(it);`,
  },
  {
    name: 'fading in and out, seen a twentieth of the time',
    code: `let n = 0; every(16, () => host.style.setProperty('opacity', n++ % 20 === 0 ? '1' : '0.02', 'important'));`,
  },
  ...(
    [
      ['fades', '[{ opacity: 0.02 }, { opacity: 0.02, offset: 0.9 }, { opacity: 1 }]'],
      ['stays faded', '[{ opacity: 0.02 }, { opacity: 0.03 }]'],
      ['is blurred', '[{ filter: "blur(20px)" }, { filter: "blur(21px)" }]'],
      ['is carried off', '[{ transform: "translateX(0)" }, { transform: "translateX(-700px)" }]'],
      ['is shrunk', '[{ transform: "scale(0.1)" }, { transform: "scale(0.12)" }]'],
    ] as const
  ).flatMap(([name, frames]): Trick[] => [
    {
      name: `animation of html that ${name}`,
      code: `html.animate(${frames}, { duration: 300, iterations: Infinity, direction: 'alternate' });`,
    },
    {
      // Important styles beat animations: the page takes ours away first.
      name: `animation of the overlay that ${name}`,
      code: `host.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:2147483647;pointer-events:none';
        host.animate(${frames}, { duration: 300, iterations: Infinity, direction: 'alternate' });`,
    },
  ]),
  {
    name: 'shaken all the time',
    code: `let n = 0; every(16, () => html.style.setProperty('transform', 'translate(0,' + (n++ % 2 ? 0 : 70) + 'px) rotate(' + (n % 3) + 'deg)', 'important'));`,
  },
];

/** Hidden or elsewhere for long, shown or moved under the pointer just before the press. */
export const SUDDEN: readonly (Trick & { undo: string })[] = [
  { ...style('host', 'opacity', '0'), undo: `host.style.setProperty('opacity', '1', 'important')` },
  { ...style('html', 'opacity', '0'), undo: `html.style.removeProperty('opacity')` },
  { ...cover('taken away at the last moment', COVER), undo: `document.querySelector('[data-trick]').remove()` },
  {
    name: 'moved under the pointer by transform',
    code: `host.style.setProperty('transform', 'translate(-600px, 60px)', 'important')`,
    undo: `host.style.removeProperty('transform')`,
  },
  {
    name: 'moved under the pointer with the whole page',
    code: `html.style.setProperty('transform', 'translate(-500px, 0)', 'important')`,
    undo: `html.style.removeProperty('transform')`,
  },
  {
    name: 'moved under the pointer by margins',
    code: `host.style.setProperty('transform', 'translateZ(0)', 'important'); host.style.setProperty('left', '-400px', 'important')`,
    undo: `host.style.removeProperty('transform'); host.style.removeProperty('left')`,
  },
  {
    name: 'hidden by display',
    code: `host.style.setProperty('display', 'none', 'important')`,
    undo: `host.style.setProperty('display', 'block', 'important')`,
  },
];

const page = (name: string, code: string): Trick => ({ name, code });
const css = (rule: string): Trick => ({ name: rule, code: `sheet(${JSON.stringify(rule)})` });

/** What ordinary sites do: the answers must stay available. */
export const ORDINARY: readonly Trick[] = [
  page('as it is', ''),
  css('body { opacity: 0.6 }'),
  css('body { filter: grayscale(1) }'),
  css('body { transform: translateZ(0) }'),
  css('body { zoom: 1.1 }'),
  css('body { overflow: hidden }'),
  css('html { overflow: hidden }'),
  css('html { font-size: 62.5% }'),
  css('html { font-size: 24px }'),
  css('html { scroll-behavior: smooth }'),
  css('html { background: #111; color: #eee }'),
  css('html { color-scheme: dark }'),
  css('* { transition: all 0.3s !important }'),
  css('* { box-sizing: border-box !important; margin: 0 }'),
  css('div { opacity: 0.9 }'),
  css('div { opacity: 0.9 !important }'),
  css('div { filter: grayscale(0.5) !important }'),
  css('div { transform: rotate(3deg) !important }'),
  css('div { pointer-events: none !important }'),
  css('div { display: flex !important }'),
  css('div { position: relative !important; z-index: 1 !important }'),
  css('div:empty { display: none !important }'),
  css('html > div { display: none !important }'),
  css('iframe { opacity: 0.2 !important; filter: blur(4px) }'),
  css('iframe { display: none !important }'),
  css('* { cursor: wait !important }'),
  css('* { user-select: none !important }'),
  css('* { will-change: transform }'),
  css('@media all { div { visibility: hidden !important } }'),
  css('body { isolation: isolate; z-index: 2147483647; position: relative }'),
  css('body { position: fixed; inset: 0 }'),
  css('body { perspective: 500px }'),
  css('body { mix-blend-mode: multiply }'),
  css('body::after { content: ""; position: fixed; inset: 0; pointer-events: none }'),
  css('body { writing-mode: horizontal-tb; direction: rtl }'),
  css('html { direction: rtl }'),
  css('html { container-type: normal; contain: none }'),
  css('@keyframes turn { to { transform: rotate(1turn) } } body * { animation: turn 2s linear infinite }'),
  page('a header that sticks', `add('position:fixed;top:0;left:0;right:0;height:56px;z-index:9999;background:#fff')`),
  page(
    'a footer that sticks',
    `add('position:fixed;bottom:0;left:0;right:0;height:40px;z-index:99999;background:#fff')`,
  ),
  page(
    'a chat bubble in the other corner',
    `add('position:fixed;bottom:20px;left:20px;width:60px;height:60px;z-index:2147483646')`,
  ),
  page(
    'a notice in the middle',
    `add('position:fixed;top:40%;left:20%;width:300px;height:90px;z-index:2147483647;background:#ffd')`,
  ),
  page('a veil under the overlay', `add('position:fixed;inset:0;z-index:2147483646;background:#0008')`),
  page(
    'a veil in the body',
    `const veil = add('position:fixed;inset:0;z-index:2147483646;background:#0008'); body.append(veil)`,
  ),
  page('a very long page', `const tall = add('height:9000px'); body.append(tall); scrollTo(0, 3000)`),
  page('a very wide page', `const wide = add('width:5000px;height:10px'); body.append(wide); scrollTo(900, 0)`),
  page('a class changed all the time', `let n = 0; every(50, () => (html.className = 'c' + n++))`),
  page(
    'nodes added all the time',
    `every(50, () => { const one = add('height:1px'); body.append(one); if (body.children.length > 60) one.remove(); })`,
  ),
  page('a title that blinks', `let n = 0; every(100, () => (document.title = 'tin mới ' + n++))`),
  page(
    'many frames',
    `for (let n = 0; n < 5; n++) { const one = document.createElement('iframe'); one.dataset.trick = ''; body.append(one); }`,
  ),
  page(
    'an image gallery in the top layer, closed again',
    `const one = add('width:10px;height:10px'); one.popover = 'manual'; one.showPopover(); one.hidePopover();`,
  ),
  page('text selected', `getSelection().selectAllChildren(body)`),
];
