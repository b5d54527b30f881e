/** The tracker under clocks that jump, zones that differ, summer time, leap days and year ends: nothing lost, re-dated or out of order. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { getPending, listReadings, openTracker } from '../../lib/tracker';
import type { PointReading } from '../../lib/model/point-reading';
import { giveConsent } from '../../lib/tracker/write-preferences';
import { confirmPending, takePagePoints } from '../../lib/tracker/write-page-reading';
import { addDays, dayInVietnam, daysBetween } from '../../lib/vi/dates';
import { type Row, atLeast, none } from './rows';

const ZONES = [
  'Asia/Ho_Chi_Minh',
  'UTC',
  'America/New_York',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Marquesas',
  'Africa/Casablanca',
];
const SECOND = 1_000;
const DAY = 86_400_000;
const YEAR = 365.25 * DAY;
/** Moments at which days, months, years and summer time turn, in Vietnam or elsewhere. */
const EDGES = [
  '2026-12-31T16:59:59.999Z',
  '2026-12-31T17:00:00.000Z',
  '2028-02-28T17:00:00.000Z',
  '2028-02-29T16:59:59.500Z',
  '2027-02-28T17:00:00.000Z',
  '2026-03-08T07:00:00.000Z',
  '2026-11-01T06:00:00.000Z',
  '2026-03-29T01:00:00.000Z',
  '2026-10-25T01:00:00.000Z',
  '2026-04-04T15:00:00.000Z',
  '2026-06-30T17:00:00.000Z',
  '2026-09-30T16:59:59.000Z',
  '2099-12-31T17:00:00.000Z',
];
const JUMPS = [SECOND, 61 * SECOND, 3_600_000, 7 * 3_600_000, DAY, 31 * DAY, YEAR, 10 * YEAR];

const step = fc.record({
  jump: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 3 * DAY }) },
    { weight: 4, arbitrary: fc.constantFrom(...JUMPS, ...JUMPS.map((ms) => -ms)) },
  ),
  edge: fc.option(fc.constantFrom(...EDGES), { freq: 5 }),
  rise: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 90 }) },
    { weight: 1, arbitrary: fc.integer({ min: -50, max: -1 }) },
  ),
  zone: fc.constantFrom(...ZONES),
});
const STEPS = 20;

/** The day as a calendar program tells it, quite apart from our own arithmetic. */
const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

interface Found {
  days: string[];
  lost: string[];
  redated: string[];
  order: string[];
  refused: string[];
}

export async function playClock(options: {
  cases: number;
  seed?: number;
  report?: (line: string) => void;
}): Promise<Row[]> {
  const found: Found = { days: [], lost: [], redated: [], order: [], refused: [] };
  const before = process.env.TZ;
  let cases = 0;
  let moved = 0;
  try {
    for (let round = 0; cases < options.cases; round++) {
      const [steps = []] = fc.sample(fc.array(step, { minLength: STEPS, maxLength: STEPS }), {
        numRuns: 1,
        seed: (options.seed ?? 20_261_125) + round,
      });
      moved += steps.filter(({ jump }) => jump < 0).length;
      await history(steps, round, found);
      cases += steps.length;
      if (round % 50 === 0) options.report?.(`${cases} cases`);
    }
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
  found.days.push(...calendarDays(Math.min(options.cases, 4_000)));
  return [
    atLeast('sightings under jumping clocks', cases, options.cases),
    none('wrong Vietnamese days', found.days),
    none('sightings lost', found.lost),
    none('readings re-dated or changed afterwards', found.redated),
    none('order inversions', found.order),
    none('sightings refused', found.refused),
    atLeast('control: clocks set back', moved, Math.floor(options.cases / 10)),
  ];
}

async function history(
  steps: { jump: number; edge: string | null; rise: number; zone: string }[],
  round: number,
  found: Found,
): Promise<void> {
  const db = openTracker(`clock-${round}-${Date.now()}`);
  let clock = Date.parse('2026-10-01T03:00:00.000Z');
  let total = 1_000;
  const seen: { at: string; total: number }[] = [];
  let known = new Map<string, PointReading>();
  try {
    await giveConsent(db, { item: 'ownPoints', text: 'Tôi đồng ý', language: 'vi' }, new Date(clock));
    for (const [index, { jump, edge, rise, zone }] of steps.entries()) {
      process.env.TZ = zone;
      clock = edge === null ? clock + jump : Date.parse(edge) + (index % 3) - 1;
      clock = Math.min(Math.max(clock, Date.parse('1990-01-01T00:00:00Z')), Date.parse('2120-01-01T00:00:00Z'));
      total = Math.max(0, total + rise);
      const now = new Date(clock);
      const at = now.toISOString();
      const place = {
        raw: String(total),
        where: 'span',
        site: 'vnpt',
        siteVersion: 1,
        host: 'a.vn',
        origin: 'home',
        name: 'An',
        role: null,
        unit: null,
      };
      const taken = await takePagePoints(db, { total, readAt: at, ...place }, now);
      if (!taken.ok) found.refused.push(`${at} ${taken.code} ${taken.detail}`);
      const pending = await getPending(db);
      if (pending !== null) {
        const kept = await confirmPending(db, { pendingId: pending.id, total: pending.total }, now);
        if (!kept.ok) found.refused.push(`${at} ${kept.code} ${kept.detail}`);
      }
      seen.push({ at, total });
      const readings = await listReadings(db, { subject: 'me' });
      for (const old of known.values()) {
        const same = readings.find(({ id }) => id === old.id);
        if (same === undefined) found.lost.push(`${old.day} ${old.total} is gone after ${at}`);
        else if (same.day !== old.day || same.total !== old.total || same.takenAt !== old.takenAt) {
          found.redated.push(`${old.day} ${old.takenAt} became ${same.day} ${same.takenAt} after ${at}`);
        }
      }
      known = new Map(readings.map((one) => [one.id, one]));
    }
    judge(await listReadings(db, { subject: 'me' }), seen, found);
  } finally {
    db.close();
    await db.delete({ disableAutoOpen: false });
  }
}

function judge(readings: PointReading[], seen: { at: string; total: number }[], found: Found): void {
  for (const { at, total } of seen) {
    const day = calendar.format(new Date(at));
    // Of one day the last sighting of a total is kept: its first moments may go when the span is split later, never the day.
    const covered = readings.some(
      (one) => one.total === total && ((one.takenAt <= at && one.lastSeenAt >= at) || one.day === day),
    );
    if (!covered) found.lost.push(`${total} seen at ${at}`);
  }
  for (const { day, takenAt, id } of readings) {
    if (calendar.format(new Date(takenAt)) !== day) found.days.push(`${id}: ${takenAt} is kept as ${day}`);
  }
  for (let index = 1; index < readings.length; index++) {
    const [left, right] = [readings[index - 1], readings[index]];
    if (left && right && left.takenAt > right.takenAt) found.order.push(`${left.takenAt} before ${right.takenAt}`);
  }
}

/** Our day arithmetic against the calendar program, in every zone. */
function calendarDays(count: number): string[] {
  const wrong: string[] = [];
  for (let index = 0; index < count; index++) {
    process.env.TZ = ZONES[index % ZONES.length];
    const edge = Date.parse(EDGES[index % EDGES.length] ?? '');
    const instant = new Date(
      edge + ((index % 2_001) - 1_000) * (index % 3 === 0 ? 1 : index % 3 === 1 ? SECOND : 3_600_000),
    );
    const day = dayInVietnam(instant);
    if (day !== calendar.format(instant))
      wrong.push(`${instant.toISOString()} is ${calendar.format(instant)}, not ${day}`);
    const span = (index % 900) - 450;
    if (daysBetween(day, addDays(day, span)) !== span) wrong.push(`${day} ${span} days on`);
  }
  return wrong;
}
