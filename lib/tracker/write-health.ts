/** Notes how reading goes on each host: counts and codes, seldom enough to cost nothing. */
import type { SiteHealth } from '../model/host-site';
import type { ProblemCode } from '../model/observation';
import type { Reply } from '../protocol';
import type { TrackerDb } from './db';
import { write } from './write';

/** Failures kept for one host. */
const MOST_FAILURES = 20;
/** A look that came to the same as the last one is noted again after this long, in ms. */
const NOTE_EVERY = 10 * 60_000;

/** What one look at a page came to, as far as its health goes. */
export interface Look {
  host: string;
  site: string | null;
  siteVersion: number | null;
  status: 'good' | 'bad';
  problems: readonly { code: ProblemCode; part: string }[];
}

/** Notes a look at a page; one that goes on as the last did is noted every ten minutes only. Null: nothing was written. */
export async function noteLook(db: TrackerDb, look: Look, now: Date): Promise<Reply | null> {
  const before = await db.siteHealth.get(look.host);
  const next = healthAfter(before ?? null, look, now);
  if (next === null) return null;
  return write(db, { tables: [db.siteHealth], now, journal: null }, async () => {
    await db.siteHealth.put(next);
    return null;
  });
}

/** The health after a look; null when the look is the last one going on. Pure. */
export function healthAfter(before: SiteHealth | null, look: Look, now: Date): SiteHealth | null {
  const { host, site, siteVersion, status } = look;
  const at = now.toISOString();
  const same = before !== null && before.site === site && before.siteVersion === siteVersion;
  const old: SiteHealth = same
    ? before
    : { id: host, site, siteVersion, good: 0, bad: 0, lastGoodAt: null, lastBadAt: null, failures: [] };
  const lastAt = status === 'good' ? old.lastGoodAt : old.lastBadAt;
  const otherAt = status === 'good' ? old.lastBadAt : old.lastGoodAt;
  const goesOn = lastAt !== null && (otherAt === null || otherAt < lastAt);
  const first = old.failures[0];
  const known =
    status === 'good' ||
    look.problems.every(({ code, part }) => first?.code === code && first.part === part.slice(0, 100));
  if (goesOn && known && now.getTime() - Date.parse(lastAt) < NOTE_EVERY) return null;
  if (status === 'good') return { ...old, good: old.good + 1, lastGoodAt: at };
  const failures = [...old.failures];
  for (const { code, part } of look.problems) {
    const name = part.slice(0, 100);
    const found = failures.findIndex((one) => one.code === code && one.part === name);
    const times = found < 0 ? 1 : (failures[found]?.times ?? 0) + 1;
    if (found >= 0) failures.splice(found, 1);
    failures.unshift({ code, part: name, times, lastAt: at });
  }
  return { ...old, bad: old.bad + 1, lastBadAt: at, failures: failures.slice(0, MOST_FAILURES) };
}
