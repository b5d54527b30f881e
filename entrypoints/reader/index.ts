/** The reader, injected once the user agreed: reads the page as it stands, tells the background what is new, and what it cost. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { browser, type Browser } from 'wxt/browser';
import { findSite, readPage } from '@/lib/reader';
import type { BackgroundToContent, ContentToBackground, ListCount, ReadOrders, Reply } from '@/lib/protocol';
import type { PageRead, TableKind } from '@/lib/model/observation';
import type { Site } from '@/lib/model/site';
import { createMeter } from './cost';
import { createLists } from './lists';
import { createWatch } from './watch';

/** Sent again after this long although nothing changed: the same total seen later is a later sighting. */
const SIGHTING_EVERY_MS = 10 * 60_000;
/** A page that looks broken or unknown is given this many looks, each later than the one before, until it is called changed. */
const LOOKS_BEFORE_CHANGED = 4;
const LOOK_AGAIN_MS = 500;
/** Rows already gone from the page cannot be sent again: trying is limited. */
const MOST_RESENDS = 3;

/** Kept between injections into one page: an isolated world of our own, unseen by the page. */
const HERE = globalThis as { sotayReader?: { stop: () => void } };

export default defineUnlistedScript(() => {
  HERE.sotayReader?.stop();
  const meter = createMeter(performance.now());
  const lists = createLists();
  let sites: readonly Site[] = [];
  let wanted: readonly TableKind[] = [];
  let sentSignature = '';
  let sentAt = 0;
  let sentCost = 0;
  let looks = 0;
  let resends = 0;
  let sending = false;

  const stop = () => {
    watch.stop();
    browser.runtime?.onMessage?.removeListener(onMessage);
    delete HERE.sotayReader;
  };
  const pass = () => {
    if (browser.runtime?.id === undefined) return stop();
    if (sites.length === 0) return;
    if (sending) return watch.soon();
    const start = performance.now();
    const read = readHere();
    read.tables = lists.narrow(read.tables);
    const counts = lists.add(read.tables);
    const parts = lists.parts(read.tables, wanted);
    const spent = performance.now() - start;
    const steppedDown = meter.spent(spent, performance.now());
    if (read.status === 'notReady' || read.status === 'changed' || read.status === 'unknownSite') {
      looks++;
      if (looks < LOOKS_BEFORE_CHANGED && !steppedDown) {
        watch.soon(LOOK_AGAIN_MS * looks);
        // Half-drawn pages look changed, or like no site at all: not worth a word yet.
        if (sentSignature !== '') return;
        read.status = 'notReady';
      }
    } else looks = 0;
    watch.only(read.status === 'sessionEnded' ? 'address' : 'content');
    if (steppedDown) watch.stop();
    void send(read, counts, parts, steppedDown);
  };
  const readHere = (): PageRead => {
    const now = new Date();
    const url = location.href;
    const site = findSite(document, url, sites);
    if (site === null) return unknownSite(now);
    return readPage(document, url, site, now, { clock: () => performance.now() });
  };
  const send = async (read: PageRead, counts: ListCount[], parts: PageRead['tables'][], always: boolean) => {
    const signature = JSON.stringify([
      read.status,
      read.screen,
      read.context,
      read.points,
      read.problems,
      read.skipped,
      counts,
    ]);
    const rows = parts.some((part) => part.some((table) => table.rows.length > 0));
    const cost = meter.cost();
    const due = Date.now() - sentAt > SIGHTING_EVERY_MS || cost.totalMs > sentCost * 1.5;
    if (!always && !rows && !due && signature === sentSignature) return;
    sending = true;
    let orders: ReadOrders = { wanted: [], held: [] };
    try {
      for (const tables of parts) {
        const message: ContentToBackground = { type: 'pageRead', read: { ...read, tables }, lists: counts, cost };
        const reply = await browser.runtime.sendMessage<ContentToBackground, Reply<ReadOrders>>(message);
        if (!reply?.ok) {
          sentSignature = ''; // not received: the next pass sends it again
          return;
        }
        lists.received(tables);
        orders = reply.value;
      }
      const more = orders.wanted.some(
        (kind) => !wanted.includes(kind) && read.tables.some((table) => table.kind === kind),
      );
      const lost = orders.held.some(({ listId, rows }) =>
        counts.some((list) => list.listId === listId && rows < list.captured),
      );
      wanted = orders.wanted;
      if (more || (lost && resends++ < MOST_RESENDS)) {
        lists.forgetSent();
        watch.soon();
      }
      sentSignature = signature;
      sentAt = Date.now();
      sentCost = cost.totalMs;
    } catch {
      sentSignature = ''; // the extension is being replaced, or its worker did not answer
    } finally {
      sending = false;
    }
  };
  const onMessage = (message: BackgroundToContent, sender: Browser.runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id) return;
    if (message.type === 'stopReading') stop();
    if (message.type === 'readAgain') {
      lists.forgetSent();
      meter.reset();
      sentSignature = '';
      resends = 0;
      watch.soon(0);
    }
  };
  const watch = createWatch(pass, () => meter.waitMs(performance.now()));
  browser.runtime.onMessage.addListener(onMessage);
  HERE.sotayReader = { stop };
  // Definitions are data: they come by message, so that this script stays small.
  browser.runtime.sendMessage<ContentToBackground, Reply<Site[]>>({ type: 'readerStarted' }).then((reply) => {
    if (!reply?.ok) return stop();
    sites = reply.value;
    watch.soon(0);
  }, stop);
});

function unknownSite(now: Date): PageRead {
  return {
    status: 'unknownSite',
    site: null,
    siteVersion: null,
    screen: null,
    address: location.origin + location.pathname.slice(0, 200),
    readAt: now.toISOString(),
    context: { name: null, role: null, unit: null },
    points: null,
    tables: [],
    problems: [],
    skipped: { columns: [], secret: 0 },
  };
}
