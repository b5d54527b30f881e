/** Where a host's taught site is kept and found: the one place that teaching touches the store. */
import type { Site } from '@/lib/model/site';
import type { TrackerDb } from '@/lib/tracker';
import type { Reply } from '@/lib/protocol';

/** The taught site of a host; one in the shipped form counts as none. */
export async function keptSite(_db: TrackerDb, _host: string): Promise<Site | null> {
  return Promise.resolve(null);
}

export async function keepSite(_db: TrackerDb, _host: string, _site: Site, _now: Date): Promise<Reply> {
  return Promise.resolve({ ok: true, value: null });
}
