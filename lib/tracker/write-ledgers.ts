/** Writing the ledgers: consents of members, requests about data, and the holidays their days are counted by. */
import type { DataRequest, DataRequestDraft } from '../model/data-request';
import type { MemberConsent, MemberConsentDraft } from '../model/member-consent';
import type { Reply } from '../protocol';
import { deadlinesFor } from '../rules/deadlines';
import { REQUEST_DEADLINES } from '../rules/request-deadlines';
import { type Day, addDays, dayInVietnam } from '../vi/dates';
import type { TrackerDb } from './db';
import { newId } from './ids';
import { getSettings } from './preferences';
import { Refused, write } from './write';

/** Records a consent somebody gave; a day in the future is refused (`invalid`). */
export function recordMemberConsent(
  db: TrackerDb,
  draft: MemberConsentDraft,
  now: Date,
): Promise<Reply<{ id: string }>> {
  const id = newId();
  const journal = { action: 'recordMemberConsent' };
  return write(db, { tables: [db.memberConsents, db.members], now, journal }, async () => {
    notLater(draft.givenOn, dayInVietnam(now));
    if (draft.keepUntil !== null && draft.keepUntil < draft.givenOn) {
      throw new Refused('invalid', 'the last day to keep it lies before the consent');
    }
    await mustBeOnRoster(db, draft.memberId);
    await db.memberConsents.add({ ...draft, id, withdrawnOn: null, erasedOn: null });
    return { id };
  });
}

/** Notes that a consent was withdrawn; what was kept stays. To erase at once see `erasePerson`. */
export function withdrawMemberConsent(db: TrackerDb, id: string, day: Day, now: Date): Promise<Reply> {
  return changeConsent(db, 'withdrawMemberConsent', id, now, (consent) => {
    notLater(day, dayInVietnam(now));
    notLater(consent.givenOn, day);
    return { ...consent, withdrawnOn: day };
  });
}

/** Takes a withdrawal back (noted by mistake); refused (`conflict`) once the person was erased. */
export function restoreMemberConsent(db: TrackerDb, id: string, now: Date): Promise<Reply> {
  return changeConsent(db, 'restoreMemberConsent', id, now, (consent) => {
    if (consent.erasedOn !== null) throw new Refused('conflict', 'the person was erased');
    return { ...consent, withdrawnOn: null };
  });
}

/** Records a request; its days follow from the rules and the user's holidays. */
export function recordRequest(db: TrackerDb, draft: DataRequestDraft, now: Date): Promise<Reply<{ id: string }>> {
  const id = newId();
  const journal = { action: 'recordRequest', detail: { kind: draft.kind } };
  return write(db, { tables: [db.requests, db.members, db.settings], now, journal }, async () => {
    notLater(draft.receivedOn, dayInVietnam(now));
    await mustBeOnRoster(db, draft.memberId);
    const { holidays } = await getSettings(db);
    const days = deadlinesFor(draft.kind, draft.receivedOn, holidays);
    await db.requests.add({ ...draft, ...days, id, answeredOn: null, doneOn: null, extendedOn: null, erasedOn: null });
    return { id };
  });
}

/** Notes the day a request was answered. */
export function answerRequest(db: TrackerDb, id: string, day: Day, now: Date): Promise<Reply> {
  return changeRequest(db, 'answerRequest', id, now, (request) => {
    between(request.receivedOn, day, now);
    return { ...request, answeredOn: day };
  });
}

/** Notes the day a request was carried out; without an answer noted before, that day counts as answered too. */
export function finishRequest(db: TrackerDb, id: string, day: Day, now: Date): Promise<Reply> {
  return changeRequest(db, 'finishRequest', id, now, (request) => {
    between(request.answeredOn ?? request.receivedOn, day, now);
    return { ...request, answeredOn: request.answeredOn ?? day, doneOn: day };
  });
}

/** Takes the last step back: done first, then answered. */
export function reopenRequest(db: TrackerDb, id: string, now: Date): Promise<Reply> {
  return changeRequest(db, 'reopenRequest', id, now, (request) =>
    request.doneOn !== null ? { ...request, doneOn: null } : { ...request, answeredOn: null },
  );
}

/** Puts off the day to carry it out by what the rules allow, once (`on`), or takes that back; refused (`conflict`) otherwise. */
export function extendRequest(db: TrackerDb, id: string, on: boolean, now: Date): Promise<Reply> {
  return changeRequest(db, 'extendRequest', id, now, (request) => {
    if ((request.extendedOn !== null) === on)
      throw new Refused('conflict', on ? 'put off once already' : 'not put off');
    if (request.doneOn !== null) throw new Refused('conflict', 'it is done');
    return { ...request, ...putOff(request, on), extendedOn: on ? dayInVietnam(now) : null };
  });
}

/** Keeps the holidays and counts the days of unanswered requests again; `moved` tells how many changed. */
export function saveHolidays(db: TrackerDb, holidays: readonly Day[], now: Date): Promise<Reply<{ moved: number }>> {
  const sorted = [...new Set(holidays)].sort();
  const journal = { action: 'saveHolidays', detail: { count: sorted.length } };
  return write(db, { tables: [db.settings, db.requests], now, journal }, async () => {
    await db.settings.put({ key: 'settings', value: { ...(await getSettings(db)), holidays: sorted } });
    const open = await db.requests
      .filter((request) => request.answeredOn === null && request.doneOn === null)
      .toArray();
    const moved = open
      .map((request) => {
        const again = { ...request, ...deadlinesFor(request.kind, request.receivedOn, sorted) };
        return request.extendedOn === null ? again : { ...again, ...putOff(again, true) };
      })
      .filter((after, index) => after.answerBy !== open[index]?.answerBy || after.doneBy !== open[index]?.doneBy);
    await db.requests.bulkPut(moved);
    return { moved: moved.length };
  });
}

function putOff(request: DataRequest, on: boolean): Pick<DataRequest, 'doneBy'> {
  const { days } = REQUEST_DEADLINES.extension;
  return { doneBy: addDays(request.doneBy, on ? days : -days) };
}

function notLater(day: Day, last: Day): void {
  if (day > last) throw new Refused('invalid', `the day ${day} is after ${last}`);
}

function between(first: Day, day: Day, now: Date): void {
  notLater(first, day);
  notLater(day, dayInVietnam(now));
}

async function mustBeOnRoster(db: TrackerDb, memberId: string | null): Promise<void> {
  if (memberId !== null && (await db.members.get(memberId)) === undefined) {
    throw new Refused('notFound', 'no such member');
  }
}

function changeConsent(
  db: TrackerDb,
  action: string,
  id: string,
  now: Date,
  apply: (consent: MemberConsent) => MemberConsent,
): Promise<Reply> {
  return write(db, { tables: [db.memberConsents], now, journal: { action } }, async () => {
    const consent = await db.memberConsents.get(id);
    if (consent === undefined) throw new Refused('notFound', 'no such consent');
    await db.memberConsents.put(apply(consent));
    return null;
  });
}

function changeRequest(
  db: TrackerDb,
  action: string,
  id: string,
  now: Date,
  apply: (request: DataRequest) => DataRequest,
): Promise<Reply> {
  return write(db, { tables: [db.requests], now, journal: { action } }, async () => {
    const request = await db.requests.get(id);
    if (request === undefined) throw new Refused('notFound', 'no such request');
    await db.requests.put(apply(request));
    return null;
  });
}
