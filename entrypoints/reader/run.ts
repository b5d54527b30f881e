/** The reader at work: reads the page as it stands, tells the background what is new, and what it cost. */
import { browser, type Browser } from 'wxt/browser';
import { type Change, type Reading, type TaughtReader, findSite, readTraced, rereadRows } from '@/lib/reader';
import type { BackgroundToContent, ContentToBackground, ListCount, ReadOrders, Reply } from '@/lib/protocol';
import { spentOn, timed } from '@/lib/page-time';
import type { PageRead, TableKind } from '@/lib/model/observation';
import type { Site } from '@/lib/model/site';
import { createMeter } from './cost';
import { createLists } from './lists';
import { type Look, createWatch } from './watch';

/** Sent again after this long although nothing changed: the same total seen later is a later sighting. */
const SIGHTING_EVERY_MS = 10 * 60_000;
const COST_EVERY_MS = 30_000;
/** A page that looks broken or unknown is given this many looks, each later than the one before, until it is called changed. */
const LOOKS_BEFORE_CHANGED = 4;
const LOOK_AGAIN_MS = 500;
/** A page of an address that is known to show no more lists than it shows by then. */
const SETTLED_MS = 3_000;
/** How long changes away from all that was read may wait on a busy page: while it reads well, is not ready, cannot be read. */
const PATIENCE_MS = { ok: 20_000, notReady: 2_000, other: 10_000 };
const DOUBTFUL = new Set<PageRead['status']>(['notReady', 'changed', 'unknownSite']);
/** Rows already gone from the page cannot be sent again: trying is limited. */
const MOST_RESENDS = 3;

/** Kept between injections into one page: an isolated world of our own, unseen by the page. */
const HERE = globalThis as { sotayReader?: { stop: () => void } };

const clock = (): number => performance.now();

/** Starts reading this page, in place of a reader that ran here before; `taught` where a person taught this host. */
export function runReader(begun: number, taught?: TaughtReader): void {
  timed(HERE, clock, () => start(taught), begun);
}

function start(taught: TaughtReader | undefined): void {
  HERE.sotayReader?.stop();
  const meter = createMeter(clock());
  const lists = createLists();
  let sites: readonly Site[] = [];
  let wanted: readonly TableKind[] = [];
  let sentSignature = '';
  let sentAt = 0;
  let sentCost = 0;
  let looks = 0;
  let resends = 0;
  let sending = false;
  let reading: Reading | null = null;
  let readAddress = '';
  let addressSince = 0;

  const stop = () => {
    clearInterval(telling);
    watch.stop();
    browser.runtime?.onMessage?.removeListener(onMessage);
    delete HERE.sotayReader;
  };
  const pass = (changes: readonly Change[] | null): Look | null => {
    if (browser.runtime?.id === undefined) stop();
    if (sites.length === 0 || browser.runtime?.id === undefined) return null;
    if (sending) {
      watch.soon();
      return null;
    }
    const start = clock();
    reading = readHere(changes);
    const read = { ...reading.read };
    read.tables = lists.narrow(read.tables);
    const counts = lists.add(read.tables);
    const parts = lists.parts(read.tables, wanted);
    const spent = clock() - start;
    const steppedDown = meter.spent(spent, clock());
    if (read.status !== 'ok' ? DOUBTFUL.has(read.status) : lacksPoints(read, sites)) {
      // Too large now is too large in a moment.
      looks = read.problems.some(({ code }) => code === 'tooLarge') ? LOOKS_BEFORE_CHANGED : looks + 1;
      if (looks < LOOKS_BEFORE_CHANGED && !steppedDown) {
        watch.soon(LOOK_AGAIN_MS * looks);
        // Half-drawn pages look changed, or like no site at all: not worth a word yet.
        if (sentSignature !== '' || read.status === 'ok')
          return { near: null, news: true, patience: PATIENCE_MS.notReady };
        read.status = 'notReady';
      }
    } else looks = 0;
    watch.only(read.status === 'sessionEnded' ? 'address' : 'content');
    if (steppedDown) watch.stop();
    const news = send(read, counts, parts, steppedDown);
    return { near: nearOf(reading), news, patience: patienceOf(read) };
  };
  const readHere = (changes: readonly Change[] | null): Reading => {
    const now = new Date();
    const url = location.href;
    const options = { clock, ...(taught ? { taught } : {}) };
    if (url !== readAddress) addressSince = clock();
    else if (changes !== null && reading !== null) {
      const next = rereadRows(reading, changes, sites, now, options);
      if (next !== null) return next;
    }
    readAddress = url;
    const site = findSite(document, url, sites);
    if (site === null) return { read: unknownSite(now), trace: null };
    return readTraced(document, url, site, now, options);
  };
  /** Lists may still come while a page is young; afterwards only where something was read changes count at once. */
  const nearOf = ({ read, trace }: Reading): readonly Element[] | null => {
    if (read.status === 'ok' && trace !== null) {
      const young = clock() - addressSince < SETTLED_MS;
      return young && read.tables.length === 0 ? null : [...trace.page.memory.anchors];
    }
    return looks < LOOKS_BEFORE_CHANGED ? null : [];
  };
  /** True when there was something new to send. */
  const send = (read: PageRead, counts: ListCount[], parts: PageRead['tables'][], always: boolean): boolean => {
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
    const due = Date.now() - sentAt > SIGHTING_EVERY_MS || costsMore();
    const news = rows || signature !== sentSignature;
    if (always || news || due) void deliver(read, counts, parts, signature);
    return news;
  };
  const deliver = async (read: PageRead, counts: ListCount[], parts: PageRead['tables'][], signature: string) => {
    const cost = meter.cost(spentOn(HERE, clock));
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
  const costsMore = () => spentOn(HERE, clock) > sentCost * 1.5;
  const onMessage = (message: BackgroundToContent, sender: Browser.runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id) return;
    if (message.type === 'stopReading') stop();
    if (message.type === 'readAgain') {
      lists.forgetSent();
      meter.reset();
      reading = null;
      sentSignature = '';
      resends = 0;
      watch.soon(0);
    }
  };
  const watch = createWatch(
    pass,
    () => meter.waitMs(clock()),
    (work) => timed(HERE, clock, work),
  );
  // A page that stands still costs a little too, and the panel says so.
  const telling = setInterval(() => {
    if (!document.hidden && costsMore()) watch.soon();
  }, COST_EVERY_MS);
  browser.runtime.onMessage.addListener(onMessage);
  HERE.sotayReader = { stop };
  // Definitions are data: they come by message, so that this script stays small.
  browser.runtime.sendMessage<ContentToBackground, Reply<Site[]>>({ type: 'readerStarted' }).then((reply) => {
    if (!reply?.ok) return stop();
    sites = reply.value;
    watch.soon(0);
  }, stop);
}

/** A role without points looks like a bar whose points are still to come. */
function lacksPoints(read: PageRead, sites: readonly Site[]): boolean {
  return read.points === null && sites.find((site) => site.id === read.site)?.points?.required === true;
}

function patienceOf({ status }: PageRead): number {
  return status === 'ok' || status === 'notReady' ? PATIENCE_MS[status] : PATIENCE_MS.other;
}

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
