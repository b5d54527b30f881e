/** What becomes of one read of a page: own points and wanted lists go to the store, the rest to the tab's memory. */
import { createCollector } from '@/lib/reader';
import type { PageRead, TableKind, TableRead } from '@/lib/model/observation';
import { type Capture, LIST_CONSENTS, ROSTER_LIST_KINDS } from '@/lib/model/capture';
import type { ListCount, PanelView, ReadOrders, Reply } from '@/lib/protocol';
import { reconcile } from '@/lib/tally/reconcile';
import { getSettings, hasConsent, latestReading, type TrackerDb } from '@/lib/tracker';
import { SELF } from '@/lib/model/point-reading';
import { nameKey } from '@/lib/vi/names';
import { type MergeLists, checkRanking, takeList } from '@/lib/tracker/write-captures';
import { noteLook } from '@/lib/tracker/write-health';
import { takePagePoints } from '@/lib/tracker/write-page-reading';
import type { ContentMessage } from './messages';
import type { TabPage } from './tab-pages';

type ReadMessage = Extract<ContentMessage, { type: 'pageRead' }>;

/** Takes one read; returns the tab's new state and what the reader is told. */
export async function takeRead(
  db: TrackerDb,
  message: ReadMessage,
  page: TabPage,
  now: Date,
): Promise<{ page: TabPage; reply: Reply<ReadOrders> }> {
  const { read, lists, cost } = message;
  const next: TabPage = {
    ...page,
    read: { ...read, tables: [] },
    lists,
    cost,
    storageFailed: false,
    reconciliation: [],
  };
  if (!(await hasConsent(db, 'ownPoints'))) {
    return { page: { ...page, read: null, lists: [] }, reply: { ok: false, code: 'noConsent', detail: 'no consent' } };
  }
  const fail = (reply: Extract<Reply<never>, { ok: false }>) => ({
    page: { ...next, storageFailed: reply.code === 'storage' || reply.code === 'readOnly' },
    reply,
  });
  await noteHealth(db, read, page.origin, now);
  const before = await latestReading(db, SELF);
  const points = await takePoints(db, read, page.origin, now);
  if (points !== null && !points.ok) return fail(points);
  next.outcome = settled(points?.value ?? null, page, read);
  const kept = await takeLists(db, read, lists, page.origin, now);
  if (!kept.ok) return fail(kept);
  const { wanted, captures } = kept.value;
  // A list stored over several documents (a site that reloads on each page) holds more than this document has shown.
  next.lists = lists.map((list) => {
    const capture = captures.get(list.listId);
    if (capture === undefined || capture.rows.length <= list.captured) return list;
    return { ...list, captured: capture.rows.length, total: capture.total, complete: capture.complete };
  });
  next.reconciliation = await compare(db, read, next.lists, captures, before);
  const held = [...captures].map(([listId, capture]) => ({ listId, rows: capture.rows.length }));
  return { page: next, reply: { ok: true, value: { wanted, held } } };
}

/** Only what is about the definition: pages that are not ready, signed out or secret say nothing of it. */
async function noteHealth(db: TrackerDb, read: PageRead, origin: string, now: Date): Promise<void> {
  if (read.status !== 'ok' && read.status !== 'changed') return;
  const { site, siteVersion, problems } = read;
  const status = read.status === 'ok' ? 'good' : 'bad';
  await noteLook(db, { host: hostOf(origin), site, siteVersion, status, problems }, now);
}

// One page is read many times: what was kept or confirmed a moment ago stays "read" until another total is seen.
function settled(outcome: TabPage['outcome'], page: TabPage, read: PageRead): TabPage['outcome'] {
  const same = page.read?.points?.value === read.points?.value;
  const fresh = page.outcome === 'kept' || page.outcome === 'pending';
  return (outcome === 'extended' || outcome === 'known') && same && fresh ? 'kept' : outcome;
}

async function takePoints(db: TrackerDb, read: PageRead, origin: string, now: Date) {
  const { points, site, siteVersion, context } = read;
  if (read.status !== 'ok' || points === null || site === null || siteVersion === null) return null;
  return takePagePoints(
    db,
    {
      total: points.value,
      raw: points.raw,
      where: points.where,
      readAt: read.readAt,
      site,
      siteVersion,
      host: hostOf(origin),
      origin: read.screen ?? 'page',
      name: context.name?.value.slice(0, 200) ?? null,
      role: context.role?.value.slice(0, 300) ?? null,
      unit: context.unit?.value.slice(0, 300) ?? null,
    },
    now,
  );
}

async function takeLists(
  db: TrackerDb,
  read: PageRead,
  lists: readonly ListCount[],
  origin: string,
  now: Date,
): Promise<Reply<{ wanted: TableKind[]; captures: Map<string, Capture> }>> {
  const captures = new Map<string, Capture>();
  const wanted = await wantedLists(db);
  const { site, siteVersion, screen, context, readAt } = read;
  if (read.status === 'ok' && site !== null && siteVersion !== null) {
    for (const table of read.tables) {
      if (!wanted.includes(table.kind)) continue;
      const place = { site, siteVersion, host: hostOf(origin), screen, readAt };
      const who = { unit: context.unit?.value ?? null, role: context.role?.value ?? null };
      const captured = lists.find((list) => list.listId === table.listId)?.captured ?? 0;
      const reply = await takeList(db, { table, ...place, ...who }, mergeWith(captured), now);
      if (!reply.ok) return reply;
      captures.set(table.listId, reply.value);
    }
  }
  return { ok: true, value: { wanted, captures } };
}

/** Kinds of lists the user agreed to have kept. */
async function wantedLists(db: TrackerDb): Promise<TableKind[]> {
  const wanted: TableKind[] = [];
  for (const [kind, consent] of Object.entries(LIST_CONSENTS)) {
    // The keys of the table are kinds.
    if (await hasConsent(db, consent)) wanted.push(kind as TableKind);
  }
  return wanted;
}

/** Merges as the reader's own collector does; a list is complete only when no row the reader saw is missing here. */
function mergeWith(captured: number): MergeLists {
  return (stored, table) => {
    const collector = createCollector();
    if (stored !== null) {
      collector.add({ ...stored, rows: stored.rows, page: null, complete: false });
    }
    const state = collector.add(table);
    const rows = collector.rows();
    return {
      rows,
      total: state.total,
      complete: state.complete && rows.length >= captured,
      restarted: state.restarts > 0,
    };
  };
}

async function compare(
  db: TrackerDb,
  read: PageRead,
  lists: readonly ListCount[],
  captures: ReadonlyMap<string, Capture>,
  before: Awaited<ReturnType<typeof latestReading>>,
): Promise<PanelView['reconciliation']> {
  const found: PanelView['reconciliation'] = [];
  const { leapLimit } = await getSettings(db);
  const kept = (await latestReading(db, SELF)) ?? before;
  if (read.points !== null && kept !== null) {
    const facts = {
      oursAt: kept.lastSeenAt,
      theirsAt: read.readAt,
      newRun: kept.newRun !== null && kept.newRun !== 'first',
      leapLimit,
    };
    found.push(reconcile('myPoints', kept.total, read.points.value, facts));
  }
  for (const list of lists) {
    const own = captures.get(list.listId)?.rows;
    if (list.kind === 'ranking' && own !== undefined) {
      const order = checkRanking(own, list.complete);
      if (order !== null) found.push(order);
      const mine = myRow(own, read.context.name?.value ?? null);
      if (mine !== null && read.points !== null) {
        const line = reconcile('myPoints', read.points.value, mine, { leapLimit, complete: list.complete });
        // Two lines that both say the same figure agrees tell no more than one.
        if (line.verdict === 'differ' || found.every(({ subject }) => subject !== 'myPoints')) found.push(line);
      }
    }
    if (!ROSTER_LIST_KINDS.includes(list.kind)) continue;
    const secretRows = read.skipped.secret;
    // While pages are still being turned a missing row is no difference.
    if (list.total !== null && (list.complete || list.captured >= list.total || secretRows > 0)) {
      found.push(reconcile('memberCount', list.captured, list.total, { complete: list.complete, secretRows }));
    }
  }
  return found;
}

function myRow(rows: TableRead['rows'], name: string | null): number | null {
  if (name === null) return null;
  const mine = rows.filter((row) => {
    const value = row.cells['name']?.value;
    return typeof value === 'string' && nameKey(value) === nameKey(name);
  });
  // Namesakes: no telling which row is mine.
  const total = mine.length === 1 ? mine[0]?.cells['total']?.value : null;
  return typeof total === 'number' ? total : null;
}

function hostOf(origin: string): string {
  return new URL(origin).host;
}
