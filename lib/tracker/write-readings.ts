/** Writing readings handed in by the user, and correcting, withdrawing and restoring any. */
import type { NewReading } from '../model/new-reading';
import type { PointReading } from '../model/point-reading';
import type { ActionResults } from '../model/actions';
import type { PlacedReadings, StepRef } from '../model/step';
import type { Reply } from '../protocol';
import { dayInVietnam } from '../vi/dates';
import type { TrackerDb } from './db';
import { idSupply } from './ids';
import { noteStep } from './note-step';
import { changeReading, placeReadings, subjectTables } from './subject-pages';
import { Refused, write } from './write';

/** Readings one transaction takes: large enough to be fast, small enough not to hold up others. */
const CHUNK = 20_000;

/**
 * Records readings of any subjects. Kept in chunks of whole subjects, each in one strict transaction; a reading that is
 * already there changes nothing, so that the same file may be read twice. A day in the future is refused (`invalid`).
 */
export async function recordReadings(
  db: TrackerDb,
  readings: readonly NewReading[],
  now: Date,
  step: StepRef | null = null,
): Promise<Reply<ActionResults['recordReadings']>> {
  const today = dayInVietnam(now);
  const late = readings.find((reading) => reading.day > today);
  if (late !== undefined) return { ok: false, code: 'invalid', detail: `the day ${late.day} is in the future` };
  const result: ActionResults['recordReadings'] = { added: 0, extended: 0, known: 0, ids: [] };
  for (const chunk of chunksOfSubjects(readings)) {
    const nextId = idSupply();
    const prepared = chunk.map((reading) => fromUser(reading, nextId(), now));
    const journal = { action: 'recordReadings', detail: { count: chunk.length, source: chunk[0]?.source ?? null } };
    const reply = await write(db, { tables: [...subjectTables(db), db.steps], now, journal }, async () => {
      if (step === null) return placeReadings(db, prepared, nextId);
      const placed: PlacedReadings[] = [];
      const placings = await placeReadings(db, prepared, nextId, (one) => placed.push(one));
      await noteStep(db, step, { placed }, now);
      return placings;
    });
    if (!reply.ok) return reply;
    reply.value.forEach((placing, index) => {
      result[placing]++;
      const id = prepared[index]?.id;
      if (placing === 'added' && id !== undefined) result.ids.push(id);
    });
  }
  return { ok: true, value: result };
}

/** A reading as the user hands it in, ready to be placed. */
export function fromUser(reading: NewReading, id: string, now: Date): PointReading {
  const { at, ...plain } = reading;
  const takenAt = at ?? now.toISOString();
  return { ...plain, id, takenAt, lastSeenAt: takenAt, newRun: null, corrections: [], withdrawn: null };
}

function chunksOfSubjects(readings: readonly NewReading[]): NewReading[][] {
  if (readings.length <= CHUNK) return readings.length === 0 ? [] : [[...readings]];
  const bySubject = new Map<string, NewReading[]>();
  for (const reading of readings) {
    const own = bySubject.get(reading.subject);
    if (own) own.push(reading);
    else bySubject.set(reading.subject, [reading]);
  }
  const chunks: NewReading[][] = [];
  let chunk: NewReading[] = [];
  for (const own of bySubject.values()) {
    if (chunk.length > 0 && chunk.length + own.length > CHUNK) {
      chunks.push(chunk);
      chunk = [];
    }
    for (const reading of own) chunk.push(reading);
  }
  chunks.push(chunk);
  return chunks;
}

/** Gives a reading another total or day; what it said before is kept with the reason. */
export function correctReading(
  db: TrackerDb,
  correction: { subject: string; id: string; total: number; day: string; reason: string },
  now: Date,
): Promise<Reply> {
  const { subject, id, total, day, reason } = correction;
  if (day > dayInVietnam(now)) {
    return Promise.resolve({ ok: false, code: 'invalid', detail: `the day ${day} is in the future` });
  }
  return change(db, 'correctReading', subject, id, now, (reading) => {
    if (reading.total === total && reading.day === day) return reading;
    const before = { total: reading.total, day: reading.day, at: now.toISOString(), reason };
    return { ...reading, total, day, corrections: [...reading.corrections, before] };
  });
}

/** Takes a reading out of every figure; it stays in the history. */
export function withdrawReading(
  db: TrackerDb,
  target: { subject: string; id: string; reason: string },
  now: Date,
): Promise<Reply> {
  const withdrawn = { at: now.toISOString(), reason: target.reason };
  return change(db, 'withdrawReading', target.subject, target.id, now, (reading) =>
    reading.withdrawn === null ? { ...reading, withdrawn } : reading,
  );
}

/** Counts a withdrawn reading again. */
export function restoreReading(db: TrackerDb, target: { subject: string; id: string }, now: Date): Promise<Reply> {
  return change(db, 'restoreReading', target.subject, target.id, now, (reading) => ({ ...reading, withdrawn: null }));
}

function change(
  db: TrackerDb,
  action: string,
  subject: string,
  id: string,
  now: Date,
  apply: (reading: PointReading) => PointReading,
): Promise<Reply> {
  return write(db, { tables: subjectTables(db), now, journal: { action } }, async () => {
    if (!(await changeReading(db, subject, id, apply))) throw new Refused('notFound', 'no such reading');
    return null;
  });
}
