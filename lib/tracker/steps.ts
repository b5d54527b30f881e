/** The last step that can be taken back as a whole: what it did, and what stands against taking it back. */
import type { Member } from '../model/member';
import type { PointReading } from '../model/point-reading';
import { isSameData } from '../model/same-data';
import type { StepBlocker, StepRow } from '../model/step';
import type { TrackerDb } from './db';
import { subjectReadings } from './subject-pages';

/** What a step did, for people to see. */
export interface LastStep {
  id: string;
  name: string;
  /** When it began. */
  at: string;
  made: number;
  changed: number;
  readings: number;
}

/** The last step that can be taken back, or null. */
export async function lastStep(db: TrackerDb): Promise<LastStep | null> {
  const head = await db.steps.orderBy('seq').first();
  if (head?.sum === undefined) return null;
  return { id: head.step, name: head.name, at: head.at, ...head.sum };
}

/** What a subject's readings and a member were before, worked out from the rows of a step. */
export interface Restored {
  /** Members as they were; null for one the step made. */
  members: Map<string, Member | null>;
  /** Readings as they were; null where nothing was known of the subject. */
  readings: Map<string, PointReading[] | null>;
}

/** How taking a step back would end: what was there before, or what would be lost by it. Call inside a transaction, or to look. */
export async function unwind(
  db: TrackerDb,
  rows: readonly StepRow[],
): Promise<{ restored: Restored; blockers: StepBlocker[] }> {
  const restored: Restored = { members: new Map(), readings: new Map() };
  const blocked = new Map<string, StepBlocker['why']>();
  const block = (id: string, why: StepBlocker['why']) => {
    if (!blocked.has(id)) blocked.set(id, why);
  };
  const backwards = [...rows].sort((a, b) => (b.seq ?? 0) - (a.seq ?? 0));
  const ids = [...new Set(rows.flatMap(({ made, changed }) => [...made, ...changed].map(({ id }) => id)))];
  const found = await db.members.bulkGet(ids);
  const members = new Map(found.flatMap((member) => (member === undefined ? [] : [[member.id, member] as const])));
  for (const { made, changed } of backwards) {
    for (const change of [...changed].reverse()) {
      const now = restored.members.get(change.id) ?? members.get(change.id);
      // Erased since: nothing is left to put back.
      if (now === undefined) continue;
      if (!holds(now, change.after)) block(change.id, 'changed');
      else restored.members.set(change.id, withFields(now, change));
    }
    for (const member of made) {
      const now = restored.members.get(member.id) ?? members.get(member.id);
      if (now === undefined) continue;
      if (!isSameData(now, member)) block(member.id, 'changed');
      else restored.members.set(member.id, null);
    }
  }
  const placed = backwards.flatMap((row) => [...row.placed].reverse());
  for (const subject of new Set(placed.map((one) => one.subject))) {
    let readings: PointReading[] | null = await subjectReadings(db, subject);
    // Erased since.
    if (readings.length === 0) continue;
    for (const one of placed) {
      if (one.subject !== subject || readings === null) continue;
      const before = withoutPlaced(readings, one);
      if (before === null) {
        block(subject, 'readings');
        break;
      }
      readings = one.fresh && before.length === 0 ? null : before;
    }
    restored.readings.set(subject, readings);
  }
  const gone = new Set([...restored.members].filter(([, member]) => member === null).map(([id]) => id));
  for (const id of gone) {
    const left = restored.readings.has(id) ? restored.readings.get(id) : await subjectReadings(db, id);
    if (left !== undefined && left !== null && left.length > 0) block(id, 'readings');
  }
  for (const id of await namedElsewhere(db, gone)) block(id, 'named');
  const names = new Map([...members].map(([id, { name }]) => [id, name]));
  return {
    restored,
    blockers: [...blocked].map(([memberId, why]) => ({ memberId, why, name: names.get(memberId) ?? '' })),
  };
}

/** What taking the step back would lose; nothing when it can be taken back. */
export async function stepBlockers(db: TrackerDb, id: string): Promise<StepBlocker[]> {
  const { blockers } = await unwind(db, await db.steps.where('step').equals(id).toArray());
  const unnamed = blockers.filter(({ name }) => name === '').map(({ memberId }) => memberId);
  const found = new Map((await db.members.bulkGet(unnamed)).map((member, index) => [unnamed[index], member?.name]));
  return blockers.map((one) => ({ ...one, name: one.name === '' ? (found.get(one.memberId) ?? '') : one.name }));
}

function holds(member: Member, fields: Partial<Member>): boolean {
  return (Object.keys(fields) as (keyof Member)[]).every((field) => isSameData(member[field], fields[field])); // its own keys
}

function withFields(member: Member, { before, after }: { before: Partial<Member>; after: Partial<Member> }): Member {
  const gone = Object.keys(after).filter((field) => !(field in before));
  return Object.fromEntries(
    Object.entries({ ...member, ...before }).filter(([field]) => !gone.includes(field)),
  ) as Member; // a member again: only what a step added is left out
}

/** The readings as they were before they were placed; null when one of them was changed since. */
function withoutPlaced(
  readings: readonly PointReading[],
  { made, changed, rests }: StepRow['placed'][number],
): PointReading[] | null {
  const own = new Set(made);
  const cut = new Map(rests.map((rest) => [rest.id, rest]));
  const moved = new Map(changed.map((one) => [one.after.id, one]));
  const before: PointReading[] = [];
  for (const reading of readings) {
    const rest = cut.get(reading.id);
    const move = moved.get(reading.id);
    if (own.has(reading.id)) {
      if (reading.withdrawn !== null || reading.corrections.length > 0) return null;
      if (reading.lastSeenAt !== reading.takenAt) return null;
    } else if (rest !== undefined) {
      if (!isSameReading(reading, rest)) return null;
    } else if (move !== undefined) {
      if (!isSameReading(reading, move.after)) return null;
      before.push(move.before);
    } else before.push(reading);
  }
  return before;
}

/** Where a run begins follows from the readings around it. */
function isSameReading(a: PointReading, b: PointReading): boolean {
  return isSameData({ ...a, newRun: null }, { ...b, newRun: null });
}

/** Of these members, those that something else kept names by id. */
async function namedElsewhere(db: TrackerDb, ids: ReadonlySet<string>): Promise<Set<string>> {
  const named = new Set<string>();
  if (ids.size === 0) return named;
  const look = (part: unknown): void => {
    if (typeof part === 'string') {
      if (ids.has(part)) named.add(part);
    } else if (Array.isArray(part)) part.forEach(look);
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(look);
  };
  const [desk, consents, requests, members] = await Promise.all([
    db.desk.toArray(),
    db.memberConsents.toArray(),
    db.requests.toArray(),
    db.members.toArray(),
  ]);
  for (const { removedAt, value } of desk) if (removedAt === null) look(value);
  look([...consents, ...requests].map(({ memberId }) => memberId));
  for (const { id, sameAs, notSameAs } of members) if (!ids.has(id)) look([sameAs, notSameAs]);
  return named;
}
