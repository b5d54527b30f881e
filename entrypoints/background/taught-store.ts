/** Where a host's taught site is kept and found: the one place that teaching touches the store. */
import type { Site } from '@/lib/model/site';
import { getHostSite, type TrackerDb } from '@/lib/tracker';
import { saveHostSite } from '@/lib/tracker/write-sites';
import type { Reply } from '@/lib/protocol';

/** The taught site of a host; an imported one in the shipped form counts as none, since nothing can be added to it by pointing. */
export async function keptSite(db: TrackerDb, host: string): Promise<Site | null> {
  const site = (await getHostSite(db, host))?.site ?? null;
  return site === null || site.taught === null ? null : site;
}

export function keepSite(db: TrackerDb, host: string, site: Site, now: Date): Promise<Reply> {
  return saveHostSite(db, { host, site, from: 'taught' }, now);
}
