/** Writing captured lists: merged while they are read, then adopted into the roster and its readings, or dropped. */
import type { CheckedDecision } from '../model/actions';
import { type Capture, consentForList, KEPT_FIELDS } from '../model/capture';
import type { Member } from '../model/member';
import type { RowRead, TableRead } from '../model/observation';
import type { PointReading } from '../model/point-reading';
import type { MemberChange, PlacedReadings, StepRef } from '../model/step';
import type { Reply } from '../protocol';
import { reconcileRanking } from '../tally/reconcile';
import { dayInVietnam } from '../vi/dates';
import { nameKey } from '../vi/names';
import type { TrackerDb } from './db';
import { idSupply, newId } from './ids';
import { memberChange, noteStep } from './note-step';
import { hasConsent } from './preferences';
import { placeReadings, subjectTables } from './subject-pages';
import { Refused, write } from './write';
import { memberFrom } from './write-roster';

/** A list not read on for this long is finished; reading it again later starts a new capture. */
const STALE_MS = 6 * 3_600_000;

/** A list as one pass read it, with where it stood. */
export interface ListSighting {
  table: TableRead;
  site: string;
  siteVersion: number;
  host: string;
  screen: string | null;
  unit: string | null;
  role: string | null;
  readAt: string;
}

/** Joins stored rows with new ones (the collector of lib/reader): `restarted` when the list turned out to be another one. */
export type MergeLists = (
  stored: Pick<Capture, 'kind' | 'listId' | 'headers' | 'rows' | 'total' | 'complete'> | null,
  table: TableRead,
) => { rows: RowRead[]; total: number | null; complete: boolean; restarted: boolean };

/** Adds what one pass read to the capture of its list. Kinds that are not kept, and any list without consent, are refused. */
export async function takeList(
  db: TrackerDb,
  sighting: ListSighting,
  merge: MergeLists,
  now: Date,
): Promise<Reply<Capture>> {
  const { table: read, ...place } = sighting;
  const table = { ...read, rows: keptRows(read) };
  const consent = consentForList(table.kind);
  if (consent === null) {
    return { ok: false, code: 'notAllowed', detail: `lists of kind ${table.kind} are not kept` };
  }
  const freshId = newId();
  return write(db, { tables: [db.captures, db.consents], now, journal: null }, async () => {
    if (!(await hasConsent(db, consent))) throw new Refused('noConsent', 'no consent to keep lists');
    const open = (await db.captures.toArray()).find(
      (capture) =>
        capture.listId === table.listId &&
        capture.kind === table.kind &&
        capture.site === place.site &&
        capture.host === place.host &&
        capture.adoptedAt === null &&
        now.getTime() - Date.parse(capture.updatedAt) < STALE_MS,
    );
    const merged = merge(open ?? null, table);
    // A list that turned out to be another one keeps its place: the older rows would be mixed otherwise.
    const base = open ?? null;
    const capture: Capture = {
      id: base?.id ?? freshId,
      kind: table.kind,
      listId: table.listId,
      site: place.site,
      siteVersion: place.siteVersion,
      host: place.host,
      screen: place.screen,
      unit: place.unit,
      role: place.role,
      headers: table.headers,
      rows: merged.rows,
      complete: merged.complete,
      total: merged.total,
      firstSeenAt: base === null || merged.restarted ? place.readAt : base.firstSeenAt,
      updatedAt: place.readAt,
      adoptedAt: null,
    };
    await db.captures.put(capture);
    return capture;
  });
}

function keptRows({ kind, rows }: TableRead): RowRead[] {
  const fields = KEPT_FIELDS[kind];
  if (fields === undefined) return rows;
  return rows.map(({ key, cells }) => ({
    key,
    cells: Object.fromEntries(Object.entries(cells).filter(([field]) => fields.includes(field))),
  }));
}

/** Takes a captured list up again that was dropped a moment ago. */
export function keepCapture(db: TrackerDb, capture: Capture, now: Date): Promise<Reply> {
  const consent = consentForList(capture.kind);
  return write(db, { tables: [db.captures, db.consents], now, journal: { action: 'keepCapture' } }, async () => {
    if (consent === null || !(await hasConsent(db, consent)))
      throw new Refused('noConsent', 'no consent to keep lists');
    if ((await db.captures.get(capture.id)) !== undefined) throw new Refused('conflict', 'the list is there');
    await db.captures.add(capture);
    return null;
  });
}

/** Deletes a capture; what was adopted from it stays. */
export function dropCapture(db: TrackerDb, captureId: string, now: Date): Promise<Reply> {
  return write(db, { tables: [db.captures], now, journal: { action: 'dropCapture' } }, async () => {
    await db.captures.delete(captureId);
    return null;
  });
}

/**
 * Takes a capture's rows over as decided: rows of a ranking become readings of members, rows of a member list become or
 * update members. A ranking whose points do not follow its ranks is refused (`invalid`): its columns are in doubt.
 */
export async function adoptCapture(
  db: TrackerDb,
  captureId: string,
  decisions: readonly CheckedDecision[],
  now: Date,
  step: StepRef | null = null,
): Promise<Reply<{ members: number; readings: number; skipped: number }>> {
  const nextId = idSupply();
  const tables = [...subjectTables(db), db.members, db.captures, db.consents, db.steps];
  const journal = { action: 'adoptCapture', detail: { rows: decisions.length } };
  return write(db, { tables, now, journal }, async () => {
    if (!(await hasConsent(db, 'cellLists'))) throw new Refused('noConsent', 'no consent to keep lists');
    const capture = await db.captures.get(captureId);
    if (capture === undefined) throw new Refused('notFound', 'no such capture');
    if (capture.adoptedAt !== null) throw new Refused('conflict', 'this capture was adopted already');
    if (capture.kind === 'ranking' && checkRanking(capture.rows, capture.complete)?.verdict === 'differ') {
      throw new Refused('invalid', 'rankingOrder: the points do not follow the ranks');
    }
    const rows = new Map(capture.rows.map((row): [string, RowRead] => [row.key, row]));
    const members: Member[] = [];
    const readings: PointReading[] = [];
    let skipped = 0;
    for (const decision of decisions) {
      const row = rows.get(decision.key);
      if (row === undefined) throw new Refused('notFound', 'a row named is not in the capture');
      const facts = factsOf(row, capture);
      if (decision.skip || facts.name === null) {
        skipped++;
        continue;
      }
      const member = await memberFor(db, decision.memberId, { ...facts, name: facts.name }, nextId, now);
      members.push(member);
      if (facts.total !== null) readings.push(readingFrom(capture, row, facts, member.id, nextId()));
    }
    const before = await db.members.bulkGet(members.map(({ id }) => id));
    await db.members.bulkPut(members);
    const placed: PlacedReadings[] = [];
    const placings = await placeReadings(db, readings, nextId, (one) => placed.push(one));
    const adoptedAt = now.toISOString();
    await db.captures.put({ ...capture, adoptedAt });
    const made = members.filter((_, index) => before[index] === undefined);
    const changed = changesOf(members, before);
    await noteStep(db, step, { made, changed, placed, capture: { id: captureId, adoptedAt } }, now);
    return { members: members.length, readings: placings.filter((placing) => placing !== 'known').length, skipped };
  });
}

/** Two rows may go to one member: the last of them is what was kept. */
function changesOf(members: readonly Member[], before: readonly (Member | undefined)[]): MemberChange[] {
  const last = new Map(members.map((member) => [member.id, member]));
  const first = new Map(before.flatMap((member) => (member === undefined ? [] : [[member.id, member] as const])));
  return [...first].flatMap(([id, member]) => memberChange(member, last.get(id) ?? member));
}

/** The order of a ranking against its points; null when it has no ranks to go by. */
export function checkRanking(rows: readonly RowRead[], complete: boolean): ReturnType<typeof reconcileRanking> | null {
  const ranked = rows.flatMap((row) => {
    const rank = row.cells['rank']?.value ?? row.cells['order']?.value;
    const total = row.cells['total']?.value;
    return typeof rank === 'number' && typeof total === 'number' ? [{ rank, total }] : [];
  });
  return ranked.length < 2 ? null : reconcileRanking(ranked, { complete });
}

interface RowFacts {
  name: string | null;
  code: string | null;
  role: string | null;
  unit: string | null;
  total: number | null;
}

function factsOf(row: RowRead, capture: Capture): RowFacts {
  const text = (field: string) => {
    const value = row.cells[field]?.value;
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const total = row.cells['total']?.value;
  const counts = capture.kind === 'ranking' && typeof total === 'number' && Number.isInteger(total) && total >= 0;
  return {
    name: text('name')?.slice(0, 200) ?? null,
    code: text('code')?.slice(0, 100) ?? null,
    role: text('role')?.slice(0, 300) ?? null,
    unit: (text('unit') ?? capture.unit)?.slice(0, 300) ?? null,
    total: counts ? total : null,
  };
}

async function memberFor(
  db: TrackerDb,
  memberId: string | null,
  facts: RowFacts & { name: string },
  nextId: () => string,
  now: Date,
): Promise<Member> {
  const { name, code, role, unit } = facts;
  if (memberId === null) {
    const unknown = { otherNames: [], status: null, eligible: null, installed: null, reason: null, isSelf: false };
    return memberFrom({ name, code, role, unit, ...unknown }, nextId(), now);
  }
  const member = await db.members.get(memberId);
  if (member === undefined) throw new Refused('notFound', 'a member named is not on the roster');
  const known = [member.name, ...member.otherNames].some((spelling) => nameKey(spelling) === nameKey(name));
  return {
    ...member,
    otherNames: known ? member.otherNames : [...member.otherNames, name].slice(-20),
    code: member.code ?? code,
    role: role ?? member.role,
    unit: member.unit ?? unit,
  };
}

function readingFrom(capture: Capture, row: RowRead, facts: RowFacts, subject: string, id: string): PointReading {
  const seen = row.cells['total'];
  return {
    id,
    subject,
    day: dayInVietnam(new Date(capture.updatedAt)),
    takenAt: capture.updatedAt,
    lastSeenAt: capture.updatedAt,
    total: facts.total ?? 0,
    raw: seen?.raw ?? '',
    where: seen?.where ?? '',
    source: 'ranking',
    site: capture.site,
    siteVersion: capture.siteVersion,
    host: capture.host,
    origin: capture.screen ?? capture.kind,
    name: facts.name,
    role: facts.role,
    unit: facts.unit,
    newRun: null,
    corrections: [],
    withdrawn: null,
  };
}
