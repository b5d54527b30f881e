/** The handbook tabs: what a content script says, and what it is told. */
import { browser } from 'wxt/browser';
import type { BackgroundToContent, PageOrders, PanelPlacement, ReadOrders, Reply } from '@/lib/protocol';
import { SITES } from '@/lib/sites';
import { DEFAULT_SETTINGS } from '@/lib/model/settings';
import type { Site } from '@/lib/model/site';
import { getHostSite, getSettings, hasConsent, type TrackerDb } from '@/lib/tracker';
import { injectReader } from './injection';
import type { ContentMessage } from './messages';
import { type TabPage, dropTabPage, getTabPage, listTabs, placementIn, putTabPage } from './tab-pages';
import { takeRead } from './take-read';

/** Narrower windows start with a folded panel. */
const NARROW = 600;

export interface Tabs {
  onMessage(
    tabId: number,
    url: string,
    message: ContentMessage,
    now: Date,
  ): Promise<Reply<PageOrders | ReadOrders | Site[] | null>>;
  /** Folds or unfolds the panel of a tab (null: the other way round). */
  fold(tabId: number, collapsed: boolean | null): Promise<void>;
  place(tabId: number, placement: PanelPlacement): Promise<void>;
  /** After the setting changed: the panels of all tabs move. */
  placeAll(placement: PanelPlacement): Promise<void>;
  /** After consents, settings or data changed: readers start, stop or send again. */
  refresh(change: { erased: boolean }): Promise<void>;
  /** Another definition is used on this host, or none any more: its readers start afresh. */
  refreshHost(host: string): Promise<void>;
  /** Hosts of all open handbook tabs, each once. */
  hostsOpen(): Promise<string[]>;
  /** The host was taken away: readers stop and panels go. */
  leaveHost(host: string): Promise<void>;
  /** The store was locked: readers stop, and what was read is forgotten. */
  stopAll(): Promise<void>;
  forget(tabId: number): Promise<void>;
}

export function createTabs(
  store: () => Promise<TrackerDb>,
  isLocked: () => Promise<boolean>,
  changed: (tabId: number) => void,
): Tabs {
  const placementSet = async () =>
    (await isLocked()) ? DEFAULT_SETTINGS.placement : (await getSettings(await store())).placement;
  // One step at a time per tab: its state is read, changed and put back.
  const queues = new Map<number, Promise<unknown>>();
  const inTurn = <T>(tabId: number, work: () => Promise<T>): Promise<T> => {
    const next = (queues.get(tabId) ?? Promise.resolve()).then(work, work);
    const settled = next
      .catch(() => undefined)
      .finally(() => {
        if (queues.get(tabId) === settled) queues.delete(tabId);
      });
    queues.set(tabId, settled);
    return next;
  };
  const opened = async (tabId: number, url: string, width: number): Promise<Reply<PageOrders>> => {
    const { origin } = new URL(url);
    const before = await getTabPage(tabId);
    const collapsed = before?.origin === origin ? before.collapsed : null;
    const page: TabPage = { ...blank(origin), narrow: width < NARROW, collapsed };
    await putTabPage(tabId, page);
    const placement = placementIn(page, await placementSet());
    if (!(await isLocked()) && (await hasConsent(await store(), 'ownPoints'))) await read(tabId, page);
    changed(tabId);
    return { ok: true, value: { show: true, placement } };
  };
  const sitesOf = async (origin: string): Promise<{ sites: Site[]; taught: boolean }> => {
    const own = await getHostSite(await store(), new URL(origin).host);
    if (own?.site != null) return { sites: [own.site], taught: own.site.taught !== null };
    return { sites: own?.shipped === false ? [] : [...SITES], taught: false };
  };
  /** Starts the reader of a tab; where there is nothing to read by, the panel says so at once. */
  const read = async (tabId: number, page: TabPage): Promise<void> => {
    const { sites, taught } = await sitesOf(page.origin);
    await putTabPage(tabId, { ...page, nothingToReadBy: sites.length === 0 });
    if (sites.length === 0) await tell(tabId, { type: 'stopReading' });
    else await injectReader(tabId, { taught });
  };
  const ofHost = async (host: string, work: (tabId: number, page: TabPage) => Promise<void>): Promise<void> => {
    for (const tabId of await listTabs()) {
      await inTurn(tabId, async () => {
        const page = await getTabPage(tabId);
        if (page !== null && new URL(page.origin).host === host) await work(tabId, page);
      });
      changed(tabId);
    }
  };
  return {
    onMessage: (tabId, url, message, now) =>
      inTurn(tabId, async () => {
        if (message.type === 'pageOpened') return opened(tabId, url, message.width);
        if (message.type === 'readerStarted') return { ok: true, value: (await sitesOf(new URL(url).origin)).sites };
        if (message.type === 'pageLeft') {
          const page = await getTabPage(tabId);
          // The next page of the same site goes on where this one stood; only what was read of it is over.
          if (page !== null)
            await putTabPage(tabId, { ...page, read: null, lists: [], reconciliation: [], outcome: null });
          return { ok: true, value: null };
        }
        if (await isLocked()) {
          await tell(tabId, { type: 'stopReading' });
          return { ok: false, code: 'locked', detail: 'the store is locked' };
        }
        const page = (await getTabPage(tabId)) ?? blank(new URL(url).origin);
        const taken = await takeRead(await store(), message, page, now);
        await putTabPage(tabId, taken.page);
        changed(tabId);
        return taken.reply;
      }),
    fold: (tabId, collapsed) =>
      inTurn(tabId, async () => {
        const page = await getTabPage(tabId);
        if (page === null) return;
        const placement = await placementSet();
        const next = { ...page, collapsed: collapsed ?? !placementIn(page, placement).collapsed };
        await putTabPage(tabId, next);
        await tell(tabId, { type: 'placePanel', placement: placementIn(next, placement) });
        changed(tabId);
      }),
    place: (tabId, placement) =>
      inTurn(tabId, async () => {
        const page = await getTabPage(tabId);
        if (page !== null) await putTabPage(tabId, { ...page, collapsed: placement.collapsed });
        await tell(tabId, { type: 'placePanel', placement });
        changed(tabId);
      }),
    async placeAll(placement) {
      for (const tabId of await listTabs()) {
        await inTurn(tabId, async () => {
          const page = await getTabPage(tabId);
          if (page === null) return;
          const next = { ...page, collapsed: null };
          await putTabPage(tabId, next);
          await tell(tabId, { type: 'placePanel', placement: placementIn(next, placement) });
        });
      }
    },
    async stopAll() {
      for (const tabId of await listTabs()) {
        await inTurn(tabId, async () => {
          const page = await getTabPage(tabId);
          if (page !== null) await putTabPage(tabId, { ...page, ...unread(), storageFailed: false });
          await tell(tabId, { type: 'stopReading' });
        });
        changed(tabId);
      }
    },
    async refresh({ erased }) {
      if (await isLocked()) return;
      const consented = await hasConsent(await store(), 'ownPoints');
      for (const tabId of await listTabs()) {
        await inTurn(tabId, async () => {
          const page = await getTabPage(tabId);
          if (page === null) return;
          if (!consented || erased) {
            await putTabPage(tabId, { ...page, ...unread(), storageFailed: false });
            await tell(tabId, { type: 'stopReading' });
          } else if (page.read === null) await read(tabId, page);
          else await tell(tabId, { type: 'readAgain' });
        });
        changed(tabId);
      }
    },
    async refreshHost(host) {
      if ((await isLocked()) || !(await hasConsent(await store(), 'ownPoints'))) return;
      await ofHost(host, async (tabId, page) => {
        await tell(tabId, { type: 'stopReading' });
        await read(tabId, { ...page, ...unread(), storageFailed: false });
      });
    },
    async hostsOpen() {
      const pages = await Promise.all((await listTabs()).map(getTabPage));
      return [...new Set(pages.flatMap((page) => (page === null ? [] : [new URL(page.origin).host])))];
    },
    leaveHost: (host) =>
      ofHost(host, async (tabId) => {
        await tell(tabId, { type: 'stopReading' });
        await tell(tabId, { type: 'hidePanel' });
        await dropTabPage(tabId);
      }),
    async forget(tabId) {
      await dropTabPage(tabId);
    },
  };
}

/** Tells the content scripts of a tab something; a tab that went away hears nothing. */
export async function tell(tabId: number, message: BackgroundToContent): Promise<void> {
  try {
    await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  } catch {
    // Nobody listens there any more.
  }
}

function blank(origin: string): TabPage {
  return { origin, narrow: false, collapsed: null, storageFailed: false, nothingToReadBy: false, ...unread() };
}

function unread(): Pick<TabPage, 'read' | 'lists' | 'cost' | 'outcome' | 'reconciliation'> {
  return { read: null, lists: [], cost: null, outcome: null, reconciliation: [] };
}
