/** Writing hosts: added, taught, switched between shipped and own definitions, taken away. */
import type { HostSite } from '../model/host-site';
import { SELF } from '../model/point-reading';
import { type Site, SiteError, parseSite } from '../model/site';
import type { Reply } from '../protocol';
import type { TrackerDb } from './db';
import { keepReadings, subjectTables } from './subject-pages';
import { Refused, write } from './write';
import { noteDeletion } from './write-deletions';

/** The person says that this host is their handbook. One that is there stays as it is. */
export function addHost(db: TrackerDb, host: string, now: Date): Promise<Reply> {
  return write(db, { tables: [db.hostSites], now, journal: { action: 'addHost' } }, async () => {
    if ((await db.hostSites.get(host)) === undefined) await db.hostSites.put(blank(host, now));
    return null;
  });
}

/** Keeps a definition for exactly this host; it takes the place of the one before. */
export function saveHostSite(
  db: TrackerDb,
  { host, site, from }: { host: string; site: Site; from: 'taught' | 'imported' },
  now: Date,
): Promise<Reply> {
  const { parts, lists } = site.taught ?? { parts: [], lists: [] };
  const journal = { action: 'saveHostSite', detail: { from, parts: parts.length, lists: lists.length } };
  return write(db, { tables: [db.hostSites, db.siteHealth], now, journal }, async () => {
    if (!(site.hosts.length === 1 && site.hosts[0] === host))
      throw new Refused('invalid', 'the definition is for another host');
    const before = (await db.hostSites.get(host)) ?? blank(host, now);
    await db.hostSites.put({ ...before, changedAt: now.toISOString(), site, from });
    // What was missing was missing by the old definition.
    await db.siteHealth.delete(host);
    return null;
  });
}

/** The same from the text of a `sotay-site` document; one that is no site, or for another host, is refused (`invalid`). */
export function saveSiteText(
  db: TrackerDb,
  { host, text, from }: { host: string; text: string; from: 'taught' | 'imported' },
  now: Date,
): Promise<Reply> {
  let site: Site;
  try {
    site = parseSite(text);
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    return Promise.resolve({ ok: false, code: 'invalid', detail: error.message });
  }
  return saveHostSite(db, { host, site, from }, now);
}

/** Forgets what was taught or imported for a host; the host stays. */
export function dropHostSite(db: TrackerDb, host: string, now: Date): Promise<Reply> {
  return write(db, { tables: [db.hostSites], now, journal: { action: 'dropHostSite' } }, async () => {
    const row = await db.hostSites.get(host);
    if (row === undefined) throw new Refused('notFound', 'this host was not added');
    await db.hostSites.put({ ...row, changedAt: now.toISOString(), site: null, from: null, shipped: true });
    return null;
  });
}

/** Whether shipped definitions may be tried on a host. A shipped host gets a row of its own by it. */
export function useShipped(db: TrackerDb, host: string, on: boolean, now: Date): Promise<Reply> {
  const tables = [db.hostSites];
  return write(db, { tables, now, journal: { action: 'useShipped', detail: { on } } }, async () => {
    const row = (await db.hostSites.get(host)) ?? blank(host, now);
    await db.hostSites.put({ ...row, changedAt: now.toISOString(), shipped: on });
    return null;
  });
}

/**
 * Takes a host away with all that was taught for it. With its readings too, the user's own readings seen there and lists read
 * there and not adopted go; the result says how many.
 */
export function removeHost(
  db: TrackerDb,
  host: string,
  { withReadings }: { withReadings: boolean },
  now: Date,
): Promise<Reply<{ readings: number; captures: number }>> {
  const tables = [db.hostSites, db.siteHealth, db.pending, db.captures, db.deletions];
  const journal = { action: 'removeHost', detail: { withReadings } };
  return write(db, { tables: [...tables, ...subjectTables(db)], now, journal }, async () => {
    await db.hostSites.delete(host);
    await db.siteHealth.delete(host);
    if ((await db.pending.get('me'))?.reading?.host === host) await db.pending.delete('me');
    if (!withReadings) return { readings: 0, captures: 0 };
    const read = (await db.captures.toArray()).filter((capture) => capture.host === host);
    await db.captures.bulkDelete(read.map(({ id }) => id));
    const gone = await keepReadings(db, SELF, (mine) => mine.filter((reading) => reading.host !== host));
    await noteDeletion(db, { cause: 'hostRemoved', what: 'ownReadings', count: gone, upTo: null }, now);
    await noteDeletion(db, { cause: 'hostRemoved', what: 'captures', count: read.length, upTo: null }, now);
    return { readings: gone, captures: read.length };
  });
}

function blank(host: string, now: Date): HostSite {
  const at = now.toISOString();
  return { id: host, addedAt: at, changedAt: at, shipped: true, site: null, from: null };
}
