/** Readings packed into pages, one per subject and month (split when full): what repeats is stored once per page. */
import type { PointReading } from '../model/point-reading';

/** Readings one page holds at most, so that a record stays under 100 KB. */
export const PAGE_LIMIT = 200;
/** Characters of text one page holds at most (two bytes each when stored). */
export const PAGE_TEXT_LIMIT = 40_000;

type Shared = [
  where: string,
  source: PointReading['source'],
  site: string | null,
  siteVersion: number | null,
  host: string | null,
  origin: string,
  name: string | null,
  role: string | null,
  unit: string | null,
];
type Rare = Pick<PointReading, 'alsoSeenAt'> & Partial<Pick<PointReading, 'corrections' | 'withdrawn'>>;
type Packed = [
  id: string,
  day: string,
  takenAt: string,
  /** '' when equal to takenAt. */
  lastSeenAt: string,
  total: number,
  /** null when it is the total's digits. */
  raw: string | null,
  shared: number,
  newRun: PointReading['newRun'],
  rare: Rare | null,
];

export interface PointPage {
  subject: string;
  /** YYYY-MM of every reading in it. */
  month: string;
  /** 0, 1, 2 … in time order when a month fills more than one page. */
  part: number;
  shared: Shared[];
  /** The rows as JSON text: written and read several times faster than nested arrays. */
  rows: string;
  /** How many they are. */
  count: number;
}

type OpenPage = Omit<PointPage, 'rows' | 'count'> & { rows: Packed[] };

/** Packs readings of one subject and one month, in order, into as many pages as needed. */
export function packMonth(subject: string, month: string, readings: readonly PointReading[]): PointPage[] {
  const pages: OpenPage[] = [];
  let page: OpenPage | null = null;
  let text = 0;
  let places = new Map<string, number>();
  for (const reading of readings) {
    const own = sizeOf(reading);
    if (page === null || page.rows.length >= PAGE_LIMIT || text + own > PAGE_TEXT_LIMIT) {
      page = { subject, month, part: pages.length, shared: [], rows: [] };
      pages.push(page);
      text = 0;
      places = new Map();
    }
    text += own;
    page.rows.push(pack(reading, page, places));
  }
  return pages.map(({ rows, ...rest }) => ({ ...rest, rows: JSON.stringify(rows), count: rows.length }));
}

/** The readings of pages, in the order stored. */
export function unpackPages(pages: readonly PointPage[]): PointReading[] {
  return pages.flatMap((page) => {
    // Written by packMonth above.
    const rows = JSON.parse(page.rows) as Packed[];
    return rows.map((row) => unpack(page, row));
  });
}

function pack(reading: PointReading, page: OpenPage, places: Map<string, number>): Packed {
  const { where, source, site, siteVersion, host, origin, name, role, unit } = reading;
  const shared: Shared = [where, source, site, siteVersion, host, origin, name, role, unit];
  const key = shared.join('\u0000');
  let at = places.get(key);
  if (at === undefined) {
    at = page.shared.push(shared) - 1;
    places.set(key, at);
  }
  const rare: Rare | null =
    reading.alsoSeenAt === undefined && reading.corrections.length === 0 && reading.withdrawn === null
      ? null
      : {
          ...(reading.alsoSeenAt === undefined ? {} : { alsoSeenAt: reading.alsoSeenAt }),
          ...(reading.corrections.length === 0 ? {} : { corrections: reading.corrections }),
          ...(reading.withdrawn === null ? {} : { withdrawn: reading.withdrawn }),
        };
  return [
    reading.id,
    reading.day,
    reading.takenAt,
    reading.lastSeenAt === reading.takenAt ? '' : reading.lastSeenAt,
    reading.total,
    reading.raw === String(reading.total) ? null : reading.raw,
    at,
    reading.newRun,
    rare,
  ];
}

function unpack(page: PointPage, row: Packed): PointReading {
  const [id, day, takenAt, lastSeenAt, total, raw, at, newRun, rare] = row;
  const shared = page.shared[at];
  if (shared === undefined) throw new Error(`page ${page.subject} ${page.month} is damaged`);
  const [where, source, site, siteVersion, host, origin, name, role, unit] = shared;
  return {
    id,
    subject: page.subject,
    day,
    takenAt,
    lastSeenAt: lastSeenAt === '' ? takenAt : lastSeenAt,
    ...(rare?.alsoSeenAt === undefined ? {} : { alsoSeenAt: rare.alsoSeenAt }),
    total,
    raw: raw ?? String(total),
    where,
    source,
    site,
    siteVersion,
    host,
    origin,
    name,
    role,
    unit,
    newRun,
    corrections: rare?.corrections ?? [],
    withdrawn: rare?.withdrawn ?? null,
  };
}

function sizeOf(reading: PointReading): number {
  const { where, origin, name, role, unit, raw, alsoSeenAt, corrections } = reading;
  const words = where.length + origin.length + (name?.length ?? 0) + (role?.length ?? 0) + (unit?.length ?? 0);
  return 120 + raw.length + Math.min(words, 120) + (alsoSeenAt?.length ?? 0) * 26 + corrections.length * 560;
}
