/**
 * What becomes of the user's own points as read from a page.
 *
 *   read ──no consent──▶ noConsent
 *     │
 *     ├─ same site, name, role, unit as the last one kept, confirmed once, no fall, no leap ──▶ kept / extended
 *     └─ anything else ──▶ pending ──confirm──▶ kept        (a new read replaces what waits)
 *                             └─────refuse───▶ refused      (the same value is not asked again)
 */
import { SELF, type PointReading } from '../model/point-reading';
import type { PendingReading, Reply } from '../protocol';
import { dayInVietnam } from '../vi/dates';
import { nameKey } from '../vi/names';
import type { KnownContext, PendingRow, TrackerDb } from './db';
import { idSupply } from './ids';
import { NOTHING_KNOWN, differs, laterSightings } from './run-rules';
import { getSettings, hasConsent } from './preferences';
import { placeReadings, subjectTables } from './subject-pages';
import { Refused, write } from './write';

/** The user's points as one page showed them. */
export interface PagePoints {
  total: number;
  raw: string;
  where: string;
  /** ISO instant of the read. */
  readAt: string;
  site: string;
  siteVersion: number;
  host: string;
  /** Screen, in words. */
  origin: string;
  name: string | null;
  role: string | null;
  unit: string | null;
}

export type PageOutcome = 'kept' | 'extended' | 'known' | 'pending' | 'refusedBefore';

type Waiting = NonNullable<PendingRow['reading']>;

/** Takes points read from a page: keeps them by themselves, or lets them wait for a person. */
export function takePagePoints(db: TrackerDb, points: PagePoints, now: Date): Promise<Reply<PageOutcome>> {
  const nextId = idSupply();
  const waiting = waitingFrom(points);
  const tables = [...subjectTables(db), db.pending, db.consents, db.settings, db.confirmedSites, db.hostSites];
  return write(db, { tables, now, journal: null }, async () => {
    if (!(await hasConsent(db, 'ownPoints'))) throw new Refused('noConsent', 'no consent to keep own points');
    const reasons = await reasonsToAsk(db, waiting);
    if (reasons.length === 0) {
      // What waited was of another context or value: the page no longer shows it.
      await db.pending.clear();
      const [placing = 'known'] = await placeReadings(db, [complete(waiting, nextId())], nextId);
      return placing === 'added' ? 'kept' : placing;
    }
    const signature = signatureOf(waiting);
    if ((await db.pending.get('refused'))?.signature === signature) {
      await db.pending.delete('me');
      return 'refusedBefore';
    }
    const before = await db.pending.get('me');
    const same = before !== undefined && before.signature === signature;
    const previous = (await db.subjects.get(SELF))?.latest?.total ?? null;
    const { total, raw, where, name, role, unit } = waiting;
    const id = same && before.pending !== null ? before.pending.id : nextId();
    const readAt = same && before.pending !== null ? before.pending.readAt : points.readAt;
    const pending: PendingReading = { id, total, previous, raw, where, name, role, unit, reasons, readAt };
    const reading = same && before.reading !== null ? { ...before.reading, lastSeenAt: waiting.lastSeenAt } : waiting;
    await db.pending.put({ key: 'me', pending, reading, signature });
    return 'pending';
  });
}

/** Keeps the waiting reading, if it still is the one that was shown. Confirms its site, name, role and unit from now on. */
export function confirmPending(
  db: TrackerDb,
  shown: { pendingId: string; total: number },
  now: Date,
): Promise<Reply<{ id: string }>> {
  const nextId = idSupply();
  const tables = [...subjectTables(db), db.pending, db.consents, db.confirmedSites];
  return write(db, { tables, now, journal: { action: 'confirmPending' } }, async () => {
    if (!(await hasConsent(db, 'ownPoints'))) throw new Refused('noConsent', 'no consent to keep own points');
    const { reading } = await waitingRow(db, shown.pendingId);
    if (reading.total !== shown.total) throw new Refused('conflict', 'another value waits now');
    const kept = complete(reading, nextId());
    await placeReadings(db, [kept], nextId);
    await db.confirmedSites.put({ key: contextKey(reading), at: now.toISOString() });
    await db.pending.clear();
    return { id: kept.id };
  });
}

/** Drops the waiting reading; the same value in the same context is not asked for again. */
export function refusePending(db: TrackerDb, pendingId: string, now: Date): Promise<Reply> {
  return write(db, { tables: [db.pending], now, journal: { action: 'refusePending' } }, async () => {
    const { reading } = await waitingRow(db, pendingId);
    await db.pending.put({ key: 'refused', pending: null, reading: null, signature: signatureOf(reading) });
    await db.pending.delete('me');
    return null;
  });
}

async function waitingRow(db: TrackerDb, pendingId: string): Promise<{ reading: Waiting }> {
  const row = await db.pending.get('me');
  if (row === undefined || row.pending === null || row.reading === null) throw new Refused('notFound', 'nothing waits');
  if (row.pending.id !== pendingId) throw new Refused('conflict', 'another reading waits now');
  return { reading: row.reading };
}

async function reasonsToAsk(db: TrackerDb, reading: Waiting): Promise<PendingReading['reasons']> {
  const summary = await db.subjects.get(SELF);
  const known: KnownContext = summary?.known ?? NOTHING_KNOWN;
  const latest = summary?.latest ?? null;
  const reasons: PendingReading['reasons'] = [];
  if (differs(known.site, reading.site) || differs(known.host, reading.host)) reasons.push('site');
  if (differs(known.name, reading.name)) reasons.push('name');
  if (differs(known.role, reading.role)) reasons.push('role');
  if (differs(known.unit, reading.unit)) reasons.push('unit');
  const confirmed = await db.confirmedSites.get(contextKey(reading));
  const own = reading.host === null ? undefined : await db.hostSites.get(reading.host);
  // A definition from a file, taken since then, may read another place of the page; one that was taught showed its value.
  const replaced = own?.from === 'imported' && confirmed !== undefined && own.changedAt > confirmed.at;
  if ((confirmed === undefined || replaced) && reasons.length === 0) reasons.push('first');
  if (latest !== null) {
    if (reading.total < latest.total) reasons.push('fall');
    else if (reading.total - latest.total > (await leapLimitOn(db, reading.host))) reasons.push('leap');
  }
  return reasons;
}

/** The rise that is kept unasked: as taught with this host, else as set. */
async function leapLimitOn(db: TrackerDb, host: string | null): Promise<number> {
  const own = host === null ? undefined : await db.hostSites.get(host);
  return own?.site?.taught?.invariants.leapLimit ?? (await getSettings(db)).leapLimit;
}

function waitingFrom(points: PagePoints): Waiting {
  const { total, raw, where, readAt, site, siteVersion, host, origin, name, role, unit } = points;
  return {
    subject: SELF,
    day: dayInVietnam(new Date(readAt)),
    takenAt: readAt,
    lastSeenAt: readAt,
    total,
    raw,
    where,
    source: 'page',
    site,
    siteVersion,
    host,
    origin,
    name,
    role,
    unit,
  };
}

// A reading that waited over several passes was seen from the first to the last of them.
function complete(reading: Waiting, id: string): PointReading {
  const spans = laterSightings(reading.takenAt, [reading.lastSeenAt]);
  return { ...reading, ...spans, id, newRun: null, corrections: [], withdrawn: null };
}

function contextKey({ host, name, role, unit }: Waiting): string {
  return [host ?? '', ...[name, role, unit].map((text) => (text === null ? '' : nameKey(text)))].join('\u0000');
}

function signatureOf(reading: Waiting): string {
  return `${contextKey(reading)}\u0000${reading.total}`;
}
