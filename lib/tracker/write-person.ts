/** Erasing one person in one strict transaction: nothing of it, or all of it with its lines in the deletion log. */
import type { EraseScope, ErasedCounts, PersonRef } from '../model/person';
import type { Reply } from '../protocol';
import { dayInVietnam } from '../vi/dates';
import { initialsOf, nameKey } from '../vi/names';
import type { TrackerDb } from './db';
import { type AboutPerson, aboutPerson, namesPerson } from './person';
import { withoutPerson } from './desk-person';
import { withoutName } from './redact';
import { dropSubject, subjectTables } from './subject-pages';
import { Refused, write } from './write';
import { noteDeletion } from './write-deletions';

export interface EraseOrder {
  person: PersonRef;
  scope: EraseScope;
  /** The consent whose withdrawal asks for it: noted as withdrawn today. Null when a request asks. */
  consentId: string | null;
}

/**
 * Erases a person. `points`: their readings and the captured rows naming them. `all`: the roster entry too; of consents
 * and requests only the proof stays, with initials for the name and no free words of a request. Readings of the user of
 * this browser (`me`) are never touched here.
 */
export function erasePerson(db: TrackerDb, order: EraseOrder, now: Date): Promise<Reply<ErasedCounts>> {
  const { person, scope, consentId } = order;
  const today = dayInVietnam(now);
  const cause = consentId === null ? 'request' : 'withdrawal';
  const tables = [
    ...subjectTables(db),
    db.members,
    db.captures,
    db.memberConsents,
    db.requests,
    db.deletions,
    db.settings,
    db.desk,
    db.drafts,
    db.steps,
  ];
  const journal = { action: 'erasePerson', detail: { cause, scope } };
  return write(db, { tables, now, journal }, async () => {
    const about = await aboutPerson(db, person);
    if (about === null) throw new Refused('notFound', 'no such member');
    if (consentId !== null) await withdraw(db, consentId, today);
    const counts: ErasedCounts = { readings: 0, members: 0, captureRows: 0, deskRecords: 0, consents: 0, requests: 0 };
    if (about.member !== null) counts.readings = await dropSubject(db, about.member.id);
    counts.captureRows = await dropRows(db, about);
    // What could be taken back would bring the erased back with it.
    await db.steps.clear();
    await dropDrafts(db, about);
    if (scope === 'all') {
      if (about.member !== null) {
        await db.members.delete(about.member.id);
        counts.members = 1;
      }
      counts.deskRecords = await reduceDesk(db, about, today);
      counts.consents = await reduceConsents(db, about, today);
      counts.requests = await reduceRequests(db, about, today);
    }
    for (const what of ['readings', 'members', 'captureRows', 'deskRecords'] as const) {
      await noteDeletion(db, { cause, what, count: counts[what], upTo: null }, now);
    }
    return counts;
  });
}

async function withdraw(db: TrackerDb, id: string, today: string): Promise<void> {
  const consent = await db.memberConsents.get(id);
  if (consent === undefined) throw new Refused('notFound', 'no such consent');
  await db.memberConsents.put({ ...consent, withdrawnOn: consent.withdrawnOn ?? today });
}

async function dropRows(db: TrackerDb, about: AboutPerson): Promise<number> {
  const keys = new Set(about.spellings.map(nameKey));
  let gone = 0;
  for (const capture of await db.captures.toArray()) {
    const rows = capture.rows.filter((row) => !namesPerson(row, keys, about.member));
    if (rows.length === capture.rows.length) continue;
    gone += capture.rows.length - rows.length;
    if (rows.length === 0) await db.captures.delete(capture.id);
    // A list with a row taken out is no longer the whole list.
    else await db.captures.put({ ...capture, rows, complete: false });
  }
  return gone;
}

/** A draft that names the person goes as a whole: half of a form is of no use. */
async function dropDrafts(db: TrackerDb, { member, spellings }: AboutPerson): Promise<void> {
  const names = (part: unknown): boolean => {
    if (typeof part === 'string') return part === member?.id || withoutName(part, spellings, '') !== part;
    if (typeof part !== 'object' || part === null) return false;
    return Object.entries(part).some(([key, inner]) => key === member?.id || names(inner));
  };
  const theirs = (await db.drafts.toArray()).filter(
    ({ memberId, text }) => (member !== null && memberId === member.id) || names(JSON.parse(text)),
  );
  await db.drafts.bulkDelete(theirs.map(({ key }) => key));
}

async function reduceDesk(db: TrackerDb, about: AboutPerson, today: string): Promise<number> {
  const initials = initialsOf(about.person);
  // Of namesakes only what names the member by id is surely theirs.
  const person = { memberId: about.member?.id ?? null, spellings: about.hasNamesake ? [] : about.spellings };
  let gone = 0;
  for (const record of await db.desk.toArray()) {
    const reduced = withoutPerson(record, person, initials, today);
    if (reduced === record) continue;
    if (reduced === null) {
      gone += 1;
      await db.desk.delete(record.id);
    } else await db.desk.put(reduced);
  }
  return gone;
}

async function reduceConsents(db: TrackerDb, about: AboutPerson, today: string): Promise<number> {
  const initials = initialsOf(about.person);
  const bare = (text: string) => withoutName(text, about.spellings, initials);
  // Read again: the one withdrawn above has changed since.
  const consents = await db.memberConsents.bulkGet(about.consents.map(({ id }) => id));
  const reduced = consents.flatMap((consent) =>
    consent === undefined
      ? []
      : [
          {
            ...consent,
            memberId: null,
            person: initials,
            purpose: bare(consent.purpose),
            text: bare(consent.text),
            erasedOn: today,
          },
        ],
  );
  await db.memberConsents.bulkPut(reduced);
  return reduced.length;
}

async function reduceRequests(db: TrackerDb, about: AboutPerson, today: string): Promise<number> {
  const initials = initialsOf(about.person);
  const reduced = about.requests.map((request) => ({
    ...request,
    memberId: null,
    person: initials,
    note: '',
    erasedOn: today,
  }));
  await db.requests.bulkPut(reduced);
  return reduced.length;
}
