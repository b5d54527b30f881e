/** Decisions of a person, row by row, into plain records to be saved; what is not decided is not taken. */
import type { Activity } from '../model/activity';
import type { DatedFigure, HandIn, PeerKey, TakenHandIn } from '../model/hand-in';
import type { MemberConsentDraft } from '../model/member-consent';
import type { NewReading } from '../model/new-reading';
import { dayInVietnam, formatDay } from '../vi/dates';
import { compareWith } from './compare';
import type { Known, Review, ReviewRow } from './review';

/** What a person decided on one row. */
export interface HandInDecision {
  rowId: string;
  /** Null leaves the row out. */
  memberId: string | null;
  /** Whose totals stand where they contradict captured ones; null where nothing contradicts. */
  conflicts: 'theirs' | 'ours' | null;
  /** The person saw that this member used another key before and takes the new one. */
  acceptNewKey: boolean;
}

/** What is to be saved, all of it or nothing. */
export interface AppliedHandIns {
  readings: NewReading[];
  activity: Activity[];
  /** Keys to pin, or to tie to another member. */
  pins: PeerKey[];
  /** Ids of keys that no longer stand for their member. */
  retiredKeys: string[];
  taken: TakenHandIn[];
  /** For the ledger, of everybody whose key is new: that they handed in themselves, what and what for (Luật 91/2025/QH15, Art. 9). */
  consents: MemberConsentDraft[];
}

export const DECISION_CODES = [
  'unknownRow',
  'decidedTwice',
  'nothingToTake',
  'unknownMember',
  'newKeyNotAccepted',
  'conflictOpen',
  'twoTexts',
  'twoKeys',
  'rowsDiffer',
] as const;
export type DecisionCode = (typeof DECISION_CODES)[number];

/** Decisions that cannot be carried out; nothing was taken. */
export class DecisionError extends Error {
  override name = 'DecisionError';
  constructor(
    readonly code: DecisionCode,
    readonly rowId: string,
  ) {
    super(`${code}: row ${rowId}`);
  }
}

/** Decisions that take every harmless row as proposed. */
export function decideHarmless({ rows }: Review): HandInDecision[] {
  return rows
    .filter(({ harmless }) => harmless)
    .map(({ id, who }) => ({ rowId: id, memberId: who.memberId, conflicts: null, acceptNewKey: false }));
}

/** Carries the decisions out on plain data; pure. @throws DecisionError, then nothing is taken */
export function applyHandIns(
  review: Review,
  decisions: readonly HandInDecision[],
  known: Known,
  now: Date,
): AppliedHandIns {
  const result: AppliedHandIns = { readings: [], activity: [], pins: [], retiredKeys: [], taken: [], consents: [] };
  const decided = new Map<string, HandInDecision>();
  for (const decision of decisions) {
    if (decided.has(decision.rowId)) throw new DecisionError('decidedTwice', decision.rowId);
    if (!review.rows.some(({ id }) => id === decision.rowId)) throw new DecisionError('unknownRow', decision.rowId);
    decided.set(decision.rowId, decision);
  }
  // In the order of the review, whatever the order of the decisions.
  const chosen = review.rows.flatMap((row) => {
    const decision = decided.get(row.id);
    return decision === undefined || decision.memberId === null ? [] : [{ row, decision, memberId: decision.memberId }];
  });
  for (const { row, decision, memberId } of chosen) takeRow(result, row, decision, memberId, known, now);
  return result;
}

function takeRow(
  result: AppliedHandIns,
  row: ReviewRow,
  decision: HandInDecision,
  memberId: string,
  known: Known,
  now: Date,
): void {
  const refuse = (code: DecisionCode) => new DecisionError(code, row.id);
  const { handIn } = row;
  if (row.standing === 'same' || row.standing === 'older') throw refuse('nothingToTake');
  if (!known.roster.some(({ id }) => id === memberId)) throw refuse('unknownMember');
  const { fresh, conflicts, otherKeys } = compareWith(handIn, memberId, known);
  const pinned = known.peers.find(({ keyId }) => keyId === handIn.from);
  const isOther = pinned?.memberId !== memberId;
  if (isOther && otherKeys.length > 0 && !decision.acceptNewKey) throw refuse('newKeyNotAccepted');
  if (conflicts.length > 0 && decision.conflicts === null) throw refuse('conflictOpen');
  for (const other of result.taken) {
    const sameSlot = other.from === handIn.from && isSamePeriod(other.period, handIn.period);
    if (sameSlot) throw refuse('twoTexts');
    if (other.memberId === memberId && other.from !== handIn.from) throw refuse('twoKeys');
  }
  const figures = [...fresh, ...(decision.conflicts === 'theirs' ? conflicts.map(({ theirs }) => theirs) : [])];
  for (const figure of figures.sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const same = result.readings.find(({ subject, day }) => subject === memberId && day === figure.day);
    if (same === undefined) result.readings.push(toReading(figure, memberId, handIn));
    else if (same.total !== figure.total) throw refuse('rowsDiffer');
  }
  const activity = activityOf(handIn, memberId);
  if (activity !== null) result.activity.push(activity);
  const samePin = result.pins.some(({ keyId }) => keyId === handIn.from);
  if (isOther && !samePin) {
    const firstSeen = pinned?.firstSeen ?? now.toISOString();
    result.consents.push(consentOf(handIn, memberId));
    result.pins.push({ keyId: handIn.from, memberId, firstSeen, verifiedOn: null, name: handIn.name });
    result.retiredKeys.push(...otherKeys.map(({ keyId }) => keyId).filter((id) => !result.retiredKeys.includes(id)));
  }
  const { from, period, revision } = handIn;
  result.taken.push({ from, period, revision, digest: row.id, memberId, takenAt: now.toISOString() });
}

function toReading({ day, total, source }: DatedFigure, subject: string, handIn: HandIn): NewReading {
  return {
    subject,
    day,
    at: null,
    total,
    source: 'file',
    origin: `${originOf(handIn)} (${SOURCE_WORDS[source]})`,
    raw: '',
    where: '',
    site: null,
    siteVersion: null,
    host: null,
    name: handIn.name,
    role: null,
    unit: null,
  };
}

function consentOf({ name, parts, createdAt, from }: HandIn, memberId: string): MemberConsentDraft {
  const points = parts.totals !== undefined || parts.readings !== undefined;
  return {
    memberId,
    person: name,
    kinds: ['HO_TEN', ...(points ? ['DIEM' as const] : []), ...(parts.opinions ? ['Y_KIEN' as const] : [])],
    purpose: 'Tổng hợp và báo cáo của chi bộ',
    method: 'KHAC',
    givenOn: dayInVietnam(new Date(createdAt)),
    keepUntil: null,
    text: `Đảng viên tự chọn phần gửi, tự ký và gửi bài nộp (mã người gửi ${from}).`,
  };
}

const SOURCE_WORDS: Record<DatedFigure['source'], string> = {
  page: 'đọc từ trang sổ tay',
  ranking: 'từ bảng xếp hạng',
  file: 'từ tệp',
  paste: 'dán vào',
  manual: 'tự ghi',
  computed: 'tính ra',
};

function originOf({ period, revision }: HandIn): string {
  return `bài nộp ${formatDay(period.from)} – ${formatDay(period.to)}, lần ${revision}`;
}

/** Null when only totals were handed in; each count with where the member has it from. */
function activityOf(handIn: HandIn, memberId: string): Activity | null {
  const { study, opinions, quiz } = handIn.parts;
  const told = [study, quiz, opinions].flatMap((one) => one ?? []);
  if (told.length === 0) return null;
  const sources = [...new Set(told.map(({ source }) => SOURCE_WORDS[source]))].join(', ');
  return {
    memberId,
    period: handIn.period,
    used: null,
    visits: null,
    studied: study?.count ?? null,
    quizzes: quiz?.count ?? null,
    ...(quiz === undefined ? {} : { quizRight: quiz.right, quizAsked: quiz.asked }),
    opinions: opinions?.count ?? null,
    origin: `${originOf(handIn)} (${sources})`,
  };
}

function isSamePeriod(a: HandIn['period'], b: HandIn['period']): boolean {
  return a.from === b.from && a.to === b.to;
}
