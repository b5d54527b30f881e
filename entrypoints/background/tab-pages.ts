/** What is known of the handbook page in each tab, in session memory: it outlives the worker's sleep and never reaches the disk. */
import { browser } from 'wxt/browser';
import type { ListCount, PageCost, PanelPlacement, PanelView } from '@/lib/protocol';
import type { PageRead } from '@/lib/model/observation';
import type { PageOutcome } from '@/lib/tracker/write-page-reading';

export interface TabPage {
  /** Origin of the page: another origin is another page. */
  origin: string;
  narrow: boolean;
  /** Folded or not in this tab, when it differs from the setting. */
  collapsed: boolean | null;
  /** The last read without its rows. */
  read: (Omit<PageRead, 'tables'> & { tables: [] }) | null;
  lists: ListCount[];
  cost: PageCost | null;
  outcome: PageOutcome | null;
  storageFailed: boolean;
  /** Nothing was taught for this host, and shipped definitions are not wanted. */
  nothingToReadBy: boolean;
  reconciliation: PanelView['reconciliation'];
}

const KEY = 'tab:';

export async function getTabPage(tabId: number): Promise<TabPage | null> {
  const key = `${KEY}${tabId}`;
  // Session storage holds only what putTabPage wrote in this session.
  return ((await browser.storage.session.get(key))[key] as TabPage | undefined) ?? null;
}

export async function putTabPage(tabId: number, page: TabPage): Promise<void> {
  await browser.storage.session.set({ [`${KEY}${tabId}`]: page });
}

export async function dropTabPage(tabId: number): Promise<void> {
  await browser.storage.session.remove(`${KEY}${tabId}`);
}

/** Ids of all tabs with a handbook page. */
export async function listTabs(): Promise<number[]> {
  const all = await browser.storage.session.get(null);
  return Object.keys(all)
    .filter((key) => key.startsWith(KEY))
    .map((key) => Number(key.slice(KEY.length)));
}

/** Where the panel stands in a tab: as set, folded first on narrow windows. */
export function placementIn(page: TabPage | null, set: PanelPlacement): PanelPlacement {
  return { ...set, collapsed: page?.collapsed ?? (page?.narrow === true || set.collapsed) };
}
