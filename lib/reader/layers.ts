/** Things laid over a page or put away beside it: dialogs, drawers, tooltips, menus, hidden tabs. What they hold is not the page's own. */
import { tagOf } from './text';

const LAYERS = [
  '[role="dialog"]',
  '[role="alertdialog"]',
  '[role="tooltip"]',
  '[role="menu"]',
  '[role="listbox"]',
  '[aria-modal="true"]',
  '[hidden]',
  '.rs-modal',
  '.rs-drawer',
  '.rs-popover',
  '.rs-tooltip',
  '.rs-picker-menu',
  '.rs-notification',
  '.rs-message',
  '.rs-calendar',
  '.MuiModal-root',
  '.MuiDialog-root',
  '.MuiPopover-root',
  '.MuiTooltip-popper',
  '.MuiSnackbar-root',
  '.ant-modal-root',
  '.ant-drawer',
  '.ant-popover',
  '.ant-notification',
].join(',');

const HIDING = ['display:none', 'visibility:hidden'];

/** True inside a layer. `aria-hidden` says nothing: libraries set it on the whole page while a dialog is open. */
export function isLayered(element: Element): boolean {
  return element.closest(LAYERS) !== null || isPutAway(element);
}

/** Hidden by its own or an ancestor's style attribute; what style sheets hide is still the page's (narrow screens). */
function isPutAway(element: Element): boolean {
  for (let at: Element | null = element; at !== null && tagOf(at) !== 'body'; at = at.parentElement) {
    // By whole declarations: `backface-visibility: hidden` is on every row of some libraries.
    const declarations = (at.getAttribute('style') ?? '').replaceAll(' ', '').toLowerCase().split(';');
    if (declarations.some((one) => HIDING.includes(one.replace('!important', '')))) return true;
  }
  return false;
}
