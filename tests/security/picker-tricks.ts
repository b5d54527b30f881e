/** Ways of a page to lead a person's pointing astray, beside those that hide the picker; `host` is the picker's element. */
import type { Trick } from './click-tricks';

const page = (name: string, code: string): Trick => ({ name, code });

/** While these stand nothing may be taken. */
export const DISTURBING: readonly Trick[] = [
  page('removed', `host.remove()`),
  page('removed again and again', `every(20, () => host.remove())`),
  page('moved into the body, its frame kept', `body.moveBefore(host, null)`),
  page('moved into the body, its frame loaded anew', `body.append(host)`),
  page('put last again, its frame loaded anew', `html.append(host)`),
  page('replaced by a clone', `const twin = host.cloneNode(true); twin.dataset.trick = ''; host.replaceWith(twin)`),
  page('made half as high', `host.style.setProperty('height', '50%', 'important')`),
  page('made twice as wide', `host.style.setProperty('width', '200%', 'important')`),
  page('pushed aside', `host.style.setProperty('inset', '0 0 0 300px', 'important')`),
  page('no longer fixed', `host.style.setProperty('position', 'static', 'important')`),
  page('let the pointer through', `host.style.setProperty('pointer-events', 'none', 'important')`),
  page('hidden', `host.style.setProperty('visibility', 'hidden', 'important')`),
  page('not displayed', `host.style.setProperty('display', 'none', 'important')`),
  page('zoomed', `host.style.setProperty('zoom', '0.5', 'important')`),
  page('stripped of its style', `host.removeAttribute('style')`),
  page('put under everything', `host.style.setProperty('z-index', '-1', 'important')`),
  page('made inert', `host.inert = true`),
  page(
    'under a false picker that takes the pointer',
    `const it = cover('position:fixed;inset:0;z-index:2147483647;background:rgb(255 178 102 / 20%)');
     it.textContent = 'Chỉ vào tổng điểm của tôi'`,
  ),
  page(
    'under a modal dialog',
    `const it = document.createElement('dialog'); it.dataset.trick = ''; it.textContent = 'Thông báo'; body.append(it); it.showModal()`,
  ),
  page(
    'under a popover over the whole window',
    `const it = cover('position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:transparent'); it.popover = 'manual'; it.showPopover()`,
  ),
];

/** While these stand the picker works, and takes only what it lit and what the view shows. */
export const HARMLESS: readonly Trick[] = [
  // What our own style says stands against the browser's for closed popovers.
  page('made a popover, closed', `host.popover = 'manual'`),
  page(
    'clicks by script on the picker',
    `every(40, () => host.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 500, clientY: 300 })))`,
  ),
  page(
    'pointers and keys by script',
    `every(40, () => { for (const type of ['pointermove', 'pointerdown', 'pointerup']) host.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: 500, clientY: 300 }));
     for (const key of ['Enter', 'Tab', 'ArrowUp']) document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })) })`,
  ),
  page(
    'messages posted to every frame',
    `every(40, () => { for (const type of ['take', 'point', 'picking', 'lit']) { postMessage({ type, seq: 1, x: 500, y: 300 }, '*');
     for (let n = 0; n < frames.length; n++) frames[n].postMessage({ type, seq: 1 }, '*') } })`,
  ),
  page(
    'a false light and a false bar beneath',
    `add('position:fixed;left:300px;top:200px;width:200px;height:40px;border:3px solid #b4560a;z-index:9999').textContent = '99999';
     add('position:fixed;bottom:0;left:0;right:0;height:110px;background:#fff;z-index:9999').textContent = 'Chỉ vào tổng điểm của tôi'`,
  ),
  page(
    'keys listened for',
    `for (const type of ['keydown', 'keyup', 'click', 'pointermove', 'focus']) addEventListener(type, () => (document.title = 'nghe ' + type), true)`,
  ),
  page('numbers added all the time', `every(60, () => { add('').textContent = 'Điểm tích lũy: 777'; })`),
  page('a class changed all the time', `let n = 0; every(50, () => (html.className = 'c' + n++))`),
  page(
    'its own methods replaced',
    `Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 9, 9); document.elementFromPoint = () => body; Element.prototype.attachShadow = () => body`,
  ),
  page('focus taken all the time', `every(60, () => { body.tabIndex = -1; body.focus() })`),
];
