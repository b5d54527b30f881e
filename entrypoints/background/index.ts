/** The background: the only writer, and the gate every message passes. Holds no state that its sleep could lose. */
import './setup';
import { defineBackground } from 'wxt/utils/define-background';
import { browser, type Browser } from 'wxt/browser';
import type { DashboardView, Reply } from '@/lib/protocol';
import { hasConsent } from '@/lib/tracker';
import { perform } from '@/lib/tracker/perform';
import { confirmPending, refusePending } from '@/lib/tracker/write-page-reading';
import { saveSettings } from '@/lib/tracker/write-preferences';
import { addressOf } from './address';
import { createHosts } from './added-hosts';
import { grantedHosts, relaunchEverywhere, syncRegistered } from './injection';
import {
  contentMessageSchema,
  isTooLarge,
  ownPageMessageSchema,
  type OwnPageMessage,
  type PanelMessage,
} from './messages';
import { idle } from './idle';
import { createLock, type LockMessage } from './lock';
import { keepLook, keptLook, showLook } from './look';
import { buildView, lockedView } from './panel-view';
import { samplePage } from './page-sample';
import { createPanelAside } from './panel-aside';
import { createPorts } from './ports';
import { createRateLimit } from './rate';
import { createRestore } from './restore';
import { createRetention } from './retention';
import { createSafety } from './safety';
import { type Ours, contentTab, isDashboard, isOwnPage, panelTab } from './senders';
import { getTabPage } from './tab-pages';
import { createStore } from './store';
import { answerStore } from './store-messages';
import { createTabs } from './tabs';
import { createTeaching } from './teaching';
import { type TeachingMessage, isTeachingMessage } from './teaching-messages';
import { tellOwnPages, updates } from './own-pages';

const refuse = (code: 'badMessage' | 'notAllowed' | 'tooLarge', detail: string): Reply<never> => ({
  ok: false,
  code,
  detail,
});

export default defineBackground(() => {
  const store = createStore({
    moved: () => {
      tellOwnPages({ type: 'storeMoved' });
      ports.changed();
    },
    changed: () => tellOwnPages({ type: 'storeChanged' }),
  });
  const lock = createLock(store, {
    closing: () => tellOwnPages({ type: 'storeLocked' }),
    closed: async () => {
      await teaching.forgetAll();
      await tabs.stopAll();
      ports.changed();
    },
    opened: async () => {
      await tabs.refresh({ erased: false });
      ports.changed();
    },
  });
  const limit = createRateLimit();
  const viewOf = async (tabId: number | null) => {
    const page = tabId === null ? null : await getTabPage(tabId);
    if (await lock.isLocked()) return lockedView(page, await keptLook());
    return buildView(await store.db(), page, new Date(), store.doubt);
  };
  const ports = createPorts({ view: viewOf, onPanel: (tabId, message) => fromPanel(tabId, message) });
  const tabs = createTabs(store.db, lock.isLocked, (tabId) => {
    ports.changed(tabId);
    teaching.pageChanged(tabId);
  });
  const panelAside = createPanelAside();
  const teaching = createTeaching({
    store: store.db,
    isLocked: lock.isLocked,
    panelAside: panelAside.set,
    kept: (host) => tabs.refreshHost(host),
  });

  const hosts = createHosts({ store: store.db, isLocked: lock.isLocked, tabs, changed: () => ports.changed() });
  const retention = createRetention(store.db);
  void retention.check(new Date());
  setInterval(() => void retention.check(new Date()), 3_600_000);

  const restore = createRestore({
    store: store.db,
    safety: createSafety(store),
    now: () => new Date(),
    onReplaced: async () => {
      await tabs.refresh({ erased: false });
      ports.changed();
    },
  });

  const ours = async (): Promise<Ours> => ({
    id: browser.runtime.id,
    base: addressOf('/'),
    granted: await grantedHosts(),
  });

  const onMessage = async (message: unknown, sender: Browser.runtime.MessageSender): Promise<Reply<unknown>> => {
    const us = await ours();
    const tabId = contentTab(sender, us);
    if (tabId === null && !isOwnPage(sender, us)) return refuse('notAllowed', 'unknown sender');
    if (isTooLarge(message)) return refuse('tooLarge', 'message over 1 MB');
    if (tabId !== null) {
      if (!limit.take(tabId, Date.now())) return refuse('notAllowed', 'too many messages');
      const { data } = contentMessageSchema.safeParse(message);
      if (data === undefined || sender.url === undefined)
        return refuse('badMessage', 'not a message of a content script');
      void idle.stillHere();
      return tabs.onMessage(tabId, sender.url, data, new Date());
    }
    const { data } = ownPageMessageSchema.safeParse(message);
    if (data === undefined) return refuse('badMessage', 'not a message of one of our pages');
    return isTeachingMessage(data) ? teaching.onMessage(data, sender.tab?.id ?? null) : fromOwnPage(data);
  };

  /** Drafts, records with their copies, and the look kept beside them. */
  const eraseAll = async () => {
    await teaching.forgetAll();
    await store.erase();
    await keepLook(null);
  };

  const fromOwnPage = async (message: Exclude<OwnPageMessage, TeachingMessage>): Promise<Reply<unknown>> => {
    if (message.type === 'getView') return { ok: true, value: await viewOf(message.tabId) };
    if (message.type === 'showPanel') {
      await tabs.fold(message.tabId, false);
      return { ok: true, value: null };
    }
    if (isLockMessage(message)) {
      try {
        return await lock.onMessage(message);
      } catch (error) {
        return { ok: false, code: 'storage', detail: error instanceof Error ? error.message : 'unknown' };
      }
    }
    if (message.type === 'scrubPage') return fromScrub(message.tabId);
    if (message.type !== 'act') return answerStore(store, message);
    const { action } = message;
    if (await lock.isLocked()) {
      if (action.type !== 'eraseEverything') return { ok: false, code: 'locked', detail: 'the store is locked' };
      // Everything may be erased without the key: nothing is told by it.
      await eraseAll();
      await tabs.refresh({ erased: true });
      return { ok: true, value: null };
    }
    const reply = await perform(await store.db(), action, new Date());
    if (reply.ok) {
      if (action.type === 'eraseEverything') await eraseAll();
      if (action.type === 'saveSettings') await lock.follow();
      const touchesReading =
        action.type === 'giveConsent' || action.type === 'withdrawConsent' || action.type === 'eraseEverything';
      await hosts.follow(action);
      if (action.type === 'withdrawConsent') await teaching.forgetAll();
      if (touchesReading) await tabs.refresh({ erased: action.type === 'eraseEverything' });
      if (action.type === 'saveSettings' && action.patch.placement) await tabs.placeAll(action.patch.placement);
      ports.changed();
    } else if (reply.code === 'storage') store.doubt();
    return reply;
  };

  const fromScrub = async (tabId: number): Promise<Reply<string>> => {
    if (await lock.isLocked()) return { ok: false, code: 'locked', detail: 'the store is locked' };
    if (!(await hasConsent(await store.db(), 'ownPoints')))
      return { ok: false, code: 'noConsent', detail: 'no consent to read pages' };
    return samplePage(tabId);
  };

  const fromPanel = async (tabId: number, message: Exclude<PanelMessage, { type: 'watchPage' }>): Promise<Reply> => {
    const now = new Date();
    const harmless = ['openDashboard', 'openTeachPage', 'resizePanel'].includes(message.type);
    if (!harmless && message.type !== 'placePanel' && (await lock.isLocked()))
      return { ok: false, code: 'locked', detail: 'the store is locked' };
    switch (message.type) {
      case 'confirmPending': {
        const reply = await confirmPending(await store.db(), message, now);
        ports.changed();
        return reply.ok ? { ok: true, value: null } : reply;
      }
      case 'refusePending': {
        const reply = await refusePending(await store.db(), message.pendingId, now);
        ports.changed();
        return reply;
      }
      case 'openDashboard':
        await openDashboard(message.view);
        return { ok: true, value: null };
      case 'openTeachPage':
        await openDashboard(`teach/${tabId}`);
        return { ok: true, value: null };
      case 'placePanel': {
        if (await lock.isLocked()) {
          await tabs.place(tabId, message.placement);
          return { ok: true, value: null };
        }
        const page = await getTabPage(tabId);
        const { collapsed, ...where } = message.placement;
        // On a narrow window the panel is folded for want of room: that is no wish for other windows.
        const kept = page?.narrow === true ? { ...where, collapsed: false } : { ...where, collapsed };
        const reply = await saveSettings(await store.db(), { placement: kept }, now);
        await tabs.place(tabId, message.placement);
        return reply;
      }
      case 'hideNumbers': {
        const reply = await saveSettings(await store.db(), { hideNumbers: true }, now);
        ports.changed();
        return reply;
      }
      case 'resizePanel':
        await panelAside.wish(tabId, { width: message.width, height: message.height, yields: message.yields });
        return { ok: true, value: null };
    }
  };

  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    onMessage(message, sender).then(respond, () => respond(refuse('badMessage', 'the message could not be handled')));
    return true; // answered later
  });
  browser.runtime.onConnect.addListener((port) => {
    // Listeners first, checks after: what a page says right after connecting must not be lost.
    const us = ours();
    const { sender } = port;
    if (port.name === 'panel' && sender) {
      const tabId = us.then((checked) => panelTab(sender, checked));
      ports.addPanel(port, tabId);
      void tabId.then((tab) => tab === null && port.disconnect());
    } else if (port.name === 'picker' && sender) {
      teaching.addPort(
        port,
        us.then((checked) => panelTab(sender, checked)),
      );
    } else if (port.name === 'glance' && sender) {
      const allowed = us.then((checked) => isOwnPage(sender, checked));
      ports.addGlance(port, allowed);
      void allowed.then((yes) => yes || port.disconnect());
    } else if (port.name === 'restore' && sender) {
      const allowed = us.then((checked) => isDashboard(sender, checked));
      restore.addPort(port, allowed);
      void allowed.then((yes) => yes || port.disconnect());
    } else port.disconnect();
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'lock-now') void lock.close();
    if (command === 'toggle-panel' && tab?.id !== undefined) void tabs.fold(tab.id, null);
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    limit.forget(tabId);
    panelAside.forget(tabId);
    void teaching.forget(tabId);
    void tabs.forget(tabId);
  });
  idle.listen(() => void lock.close());
  browser.permissions.onAdded.addListener(({ permissions, origins }) => {
    if (permissions?.includes('idle')) {
      idle.listen(() => void lock.close());
      void lock.follow();
    }
    void hosts.granted(origins ?? []);
  });
  browser.permissions.onRemoved.addListener(({ origins }) => void hosts.withdrawn(origins ?? []));
  updates.listen();
  browser.runtime.onStartup.addListener(() => void syncRegistered());
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void syncRegistered();
    if (reason === 'install') void openDashboard('welcome');
    if (reason === 'update') void relaunchEverywhere();
  });
  void keptLook()
    .then(showLook)
    .then(() => lock.follow())
    .catch(() => {});
  // Content scripts never need our storage: only our own pages see it.
  void browser.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  void browser.storage.session.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
});

const LOCK_MESSAGES: readonly string[] = ['getLock', 'unlock', 'lockNow', 'switchLock', 'rewrapLock', 'stillHere'];

function isLockMessage(message: OwnPageMessage): message is Extract<OwnPageMessage, LockMessage> {
  return LOCK_MESSAGES.includes(message.type);
}

/** Shows a view of the dashboard in its tab, or in a new one. */
async function openDashboard(view: DashboardView | `teach/${number}`): Promise<void> {
  const address = addressOf('/dashboard.html');
  const open = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  const tabId = open.find((context) => context.documentUrl?.startsWith(address))?.tabId;
  if (tabId === undefined) await browser.tabs.create({ url: `${address}#/${view}` });
  else await browser.tabs.update(tabId, { url: `${address}#/${view}`, active: true });
}
