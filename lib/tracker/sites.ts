/** Questions about hosts the person added, what was taught for them, and how reading goes there. */
import type { HostSite, SiteHealth } from '../model/host-site';
import { SELF } from '../model/point-reading';
import type { TrackerDb } from './db';
import { listReadings } from './points';

/** Every host added, in alphabetical order. */
export async function listHostSites(db: TrackerDb): Promise<HostSite[]> {
  return (await db.hostSites.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1));
}

export async function getHostSite(db: TrackerDb, host: string): Promise<HostSite | null> {
  return (await db.hostSites.get(host)) ?? null;
}

/** How reading goes on every host read so far, the ones with the latest trouble first. */
export async function listSiteHealth(db: TrackerDb): Promise<SiteHealth[]> {
  const trouble = ({ lastBadAt }: SiteHealth) => lastBadAt ?? '';
  return (await db.siteHealth.toArray()).sort((a, b) => (trouble(a) > trouble(b) ? -1 : 1));
}

export async function getSiteHealth(db: TrackerDb, host: string): Promise<SiteHealth | null> {
  return (await db.siteHealth.get(host)) ?? null;
}

/** What removing a host with its readings would delete: the user's own readings seen there, and lists read there and not adopted. */
export async function countReadOnHost(db: TrackerDb, host: string): Promise<{ readings: number; captures: number }> {
  const mine = await listReadings(db, { subject: SELF, includeWithdrawn: true });
  const captures = await db.captures.toArray();
  return {
    readings: mine.filter((reading) => reading.host === host).length,
    captures: captures.filter((capture) => capture.host === host).length,
  };
}
