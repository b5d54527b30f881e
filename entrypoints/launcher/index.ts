/** The launcher: all that stands on a handbook page by itself. Once idle and seen it asks the background, and shows the panel on yes. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { browser, type Browser } from 'wxt/browser';
import type { BackgroundToContent, ContentToBackground, PageOrders, Reply } from '@/lib/protocol';
import { timed } from '@/lib/page-time';
import { type Overlay, createOverlay } from './overlay';

const BEGUN = performance.now();
const ALIVE_EVERY_MS = 1_000;
// WXT declares `getURL` in a generated file only, which the type check does without.
const runtime = browser.runtime as unknown as { getURL(path: string): string };

// Not a content script of WXT: its wrapper announces itself to the page by events, and this page must notice nothing.
const spent = <T>(work: () => T): T => timed(globalThis, () => performance.now(), work);

export default defineUnlistedScript(() => timed(globalThis, () => performance.now(), start, BEGUN));

function start(): void {
  let overlay: Overlay | null = null;
  const alive = () => browser.runtime?.id !== undefined;
  const ask = (message: ContentToBackground) =>
    browser.runtime.sendMessage<ContentToBackground, Reply<PageOrders>>(message);
  const open = () => {
    if (!alive()) return;
    ask({ type: 'pageOpened', width: innerWidth }).then(
      (reply) => {
        if (!reply?.ok || !reply.value.show) return;
        overlay?.destroy();
        const { placement } = reply.value;
        overlay = spent(() => createOverlay(runtime.getURL('/panel.html'), placement, spent));
      },
      () => undefined, // the extension is being replaced
    );
  };
  const onMessage = (message: BackgroundToContent, sender: Browser.runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id) return;
    if (message.type === 'placePanel') spent(() => overlay?.place(message.placement));
    if (message.type === 'resizePanel') spent(() => overlay?.resize(message));
    if (message.type === 'hidePanel') {
      overlay?.destroy();
      overlay = null;
    }
  };
  const onShow = (event: PageTransitionEvent) => {
    if (event.persisted) open();
  };
  const onHide = () => {
    if (alive()) ask({ type: 'pageLeft' }).catch(() => undefined);
  };
  const whenSeen = () => {
    if (document.hidden) return;
    document.removeEventListener('visibilitychange', whenSeen);
    requestIdleCallback(open, { timeout: 2_000 });
  };
  // An updated or removed extension leaves this script behind without its other half: it takes its traces away.
  const watch = setInterval(() => {
    if (alive()) return document.hidden ? undefined : spent(() => overlay?.giveWay());
    clearInterval(watch);
    document.removeEventListener('visibilitychange', whenSeen);
    removeEventListener('pageshow', onShow);
    removeEventListener('pagehide', onHide);
    overlay?.destroy();
  }, ALIVE_EVERY_MS);
  browser.runtime.onMessage.addListener(onMessage);
  addEventListener('pageshow', onShow);
  addEventListener('pagehide', onHide);
  document.addEventListener('visibilitychange', whenSeen);
  whenSeen();
}
