/** Questions about the ledgers: consents of members, and requests about data with how they stand against their days. */
import type { DataRequest } from '../model/data-request';
import type { MemberConsent } from '../model/member-consent';
import type { Day } from '../vi/dates';
import type { TrackerDb } from './db';

/** Consents of members, standing ones first, then newest first. */
export async function listMemberConsents(db: TrackerDb): Promise<MemberConsent[]> {
  const rank = (consent: MemberConsent) => `${consent.withdrawnOn === null ? '1' : '0'}${consent.givenOn}`;
  return (await db.memberConsents.toArray()).sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0));
}

/** `answer`/`do`: what comes next; `late` when its day has passed. */
export interface RequestState {
  next: 'answer' | 'do' | null;
  due: Day | null;
  late: boolean;
}

/** Where a request stands on a day. */
export function requestState(request: DataRequest, today: Day): RequestState {
  if (request.doneOn !== null) return { next: null, due: null, late: false };
  const next = request.answeredOn === null ? 'answer' : 'do';
  // The day to carry it out may come before the answer's when holidays stand between.
  const due = next === 'answer' && request.answerBy < request.doneBy ? request.answerBy : request.doneBy;
  return { next, due, late: due < today };
}

/** Requests, open ones first by the day that comes next, then the finished ones, newest first. */
export async function listRequests(db: TrackerDb): Promise<DataRequest[]> {
  const requests = await db.requests.toArray();
  const due = (request: DataRequest) => requestState(request, '').due;
  return requests.sort((a, b) => {
    const [left, right] = [due(a), due(b)];
    if (left !== null && right !== null) return left < right ? -1 : left > right ? 1 : 0;
    if (left !== null || right !== null) return left !== null ? -1 : 1;
    return (a.doneOn ?? '') < (b.doneOn ?? '') ? 1 : -1;
  });
}

export async function getRequest(db: TrackerDb, id: string): Promise<DataRequest | null> {
  return (await db.requests.get(id)) ?? null;
}
