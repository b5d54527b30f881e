/** Who sent a message: a handbook page's content script, one of our own top-level pages, the panel frame, or nobody we listen to. */
import { matchesAny } from './hosts';

/** The parts of a sender that are looked at; given by the browser, not by the sender. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
}

export interface Ours {
  /** Our extension id. */
  id: string;
  /** `chrome-extension://…/` */
  base: string;
  /** Match patterns of hosts granted now. */
  granted: readonly string[];
}

/** The tab whose content script, in its top frame and on a granted host, sent this; else null. */
export function contentTab(sender: Sender, ours: Ours): number | null {
  const { id, url, frameId, tab } = sender;
  if (id !== ours.id || tab?.id === undefined || frameId !== 0 || url === undefined) return null;
  return matchesAny(ours.granted, url) ? tab.id : null;
}

/** True for our own pages shown as a tab, popup or side panel: never a frame in a web page, never the panel. */
export function isOwnPage(sender: Sender, ours: Ours): boolean {
  const { id, url, frameId, tab } = sender;
  if (id !== ours.id || url === undefined || !url.startsWith(ours.base)) return false;
  if (url.slice(ours.base.length).startsWith('panel.html')) return false;
  if (tab === undefined) return frameId === undefined || frameId === 0;
  return frameId === 0 && (tab.url === undefined || tab.url.startsWith(ours.base));
}

/** True for the dashboard in a tab of its own: the only page that may put a backup back. */
export function isDashboard(sender: Sender, ours: Ours): boolean {
  const { url, tab } = sender;
  return (
    isOwnPage(sender, ours) &&
    tab !== undefined &&
    /^dashboard\.html(?:[?#]|$)/.test(url?.slice(ours.base.length) ?? '')
  );
}

/** The tab in which our panel frame stands on a granted host; else null. Its address carries a per-session host. */
export function panelTab(sender: Sender, ours: Ours): number | null {
  const { id, url, frameId, tab } = sender;
  if (id !== ours.id || tab?.id === undefined || frameId === undefined || frameId === 0 || url === undefined)
    return null;
  if (!isPanelAddress(url)) return null;
  const page = tab.url;
  return page !== undefined && matchesAny(ours.granted, page) ? tab.id : null;
}

function isPanelAddress(url: string): boolean {
  try {
    const { protocol, pathname } = new URL(url);
    return protocol === 'chrome-extension:' && pathname === '/panel.html';
  } catch {
    return false;
  }
}
