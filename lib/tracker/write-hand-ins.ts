/** Taking over what members handed in: readings, desk records and consents in one transaction, and back as one. */
import type { ActionResults } from '../model/actions';
import type { AnyDeskEntry } from '../model/desk';
import type { MemberConsentDraft } from '../model/member-consent';
import type { NewReading } from '../model/new-reading';
import type { Reply } from '../protocol';
import { dayInVietnam } from '../vi/dates';
import type { TrackerDb } from './db';
import { idSupply, newId } from './ids';
import { changeReading, placeReadings, subjectTables } from './subject-pages';
import { Refused, write } from './write';
import { keepRecords } from './write-desk';
import { fromUser } from './write-readings';

export interface HandInRecords {
  readings: readonly NewReading[];
  /** What was taken, senders' keys and activity, each onto the version seen. */
  records: readonly AnyDeskEntry[];
  consents: readonly MemberConsentDraft[];
}

/** Keeps all of it or nothing. Refused when a record changed meanwhile (`conflict`) or a member is not there (`notFound`). */
export function takeHandIns(
  db: TrackerDb,
  { readings, records, consents }: HandInRecords,
  now: Date,
): Promise<Reply<ActionResults['takeHandIns']>> {
  const nextId = idSupply();
  const prepared = readings.map((reading) => fromUser(reading, nextId(), now));
  const kept = consents.map((draft) => ({ ...draft, id: nextId(), withdrawnOn: null, erasedOn: null }));
  const fresh = newId().slice(0, 8);
  const journal = { action: 'takeHandIns', detail: { count: records.length, readings: readings.length } };
  const tables = [...subjectTables(db), db.desk, db.memberConsents, db.members];
  return write(db, { tables, now, journal }, async () => {
    const today = dayInVietnam(now);
    if (readings.some(({ day }) => day > today)) throw new Refused('invalid', 'a reading is in the future');
    const members = [...new Set(readings.map(({ subject }) => subject))];
    if ((await db.members.bulkGet(members)).includes(undefined)) throw new Refused('notFound', 'no such member');
    const placings = await placeReadings(db, prepared, nextId);
    const changedAt = await keepRecords(db, records, { fresh, now });
    await db.memberConsents.bulkAdd(kept);
    const added = prepared.filter((_, index) => placings[index] === 'added');
    return {
      readings: added.map(({ subject, id }) => ({ subject, id })),
      changedAt,
      consents: kept.map(({ id }) => id),
    };
  });
}

/** Puts back what was there: readings are withdrawn with the reason, records as told, the notes of consent taken out. */
export function undoHandIns(
  db: TrackerDb,
  undo: {
    readings: readonly { subject: string; id: string }[];
    records: readonly AnyDeskEntry[];
    consents: readonly string[];
    reason: string;
  },
  now: Date,
): Promise<Reply> {
  const fresh = newId().slice(0, 8);
  const withdrawn = { at: now.toISOString(), reason: undo.reason };
  const journal = { action: 'undoHandIns', detail: { count: undo.records.length, readings: undo.readings.length } };
  return write(db, { tables: [...subjectTables(db), db.desk, db.memberConsents], now, journal }, async () => {
    await keepRecords(db, undo.records, { fresh, now });
    for (const { subject, id } of undo.readings) {
      const found = await changeReading(db, subject, id, (reading) =>
        reading.withdrawn === null ? { ...reading, withdrawn } : reading,
      );
      if (!found) throw new Refused('notFound', 'no such reading');
    }
    await db.memberConsents.bulkDelete([...undo.consents]);
    return null;
  });
}
