/** What a role sees on a day under the faults: the one source of every screen and of every expectation. */
import { rolePoints, type AccountRole } from './data/accounts';
import { CELLS, type Member } from './data/cells';
import { DOCUMENTS, SECRET_DOCUMENTS, SECRET_TOPIC, TOPICS, type PartyDocument, type Topic } from './data/office';
import { meetingsOf, type Meeting } from './data/meetings';
import { rankingOf, type RankingRow } from './data/points';
import type { Fault } from './faults';

/** The circumstances a screen is drawn in. */
export interface View {
  role: AccountRole;
  /** Position of the role in the picker, from 0. */
  roleIndex: number;
  /** ISO day */
  today: string;
  faults: ReadonlySet<Fault>;
}

/** What `tut-diem` takes away. */
export const FALL = 500;

function fallen(points: number | null, faults: ReadonlySet<Fault>): number | null {
  return points !== null && faults.has('tut-diem') ? Math.max(0, points - FALL) : points;
}

/** True when this role is shown no points at all. */
export function hidesPoints(view: View): boolean {
  return view.faults.has('an-diem') && view.roleIndex === 1;
}

/** The points of the top bar; null when hidden. */
export function ownPoints(view: View, day = view.today): number | null {
  return hidesPoints(view) ? null : fallen(rolePoints(view.role, day), view.faults);
}

/** The members the role may see, in list order. */
export function membersOf(view: View): readonly Member[] {
  const { members } = view.role;
  const model = members[2];
  if (!view.faults.has('trung-ten') || !model) return members;
  return members.map((member, index) =>
    index === 3 || index === 4 ? { ...member, name: model.name, rawName: model.name } : member,
  );
}

/** One row of the ranking screen. */
export interface ShownRank extends RankingRow {
  unit: string;
}

/** The ranking the role sees; the figures of `month` and `total` are swapped under `doi-cot`. */
export function rankingView(view: View, members = membersOf(view)): ShownRank[] {
  return rankingOf(members, view.today).map((row, index) => {
    const total = hidesPoints(view) ? null : fallen(row.total, view.faults);
    const month = hidesPoints(view) ? null : row.month;
    const unit = view.faults.has('mat') && index === 3 ? `${row.member.unit} [MẬT]` : row.member.unit;
    return view.faults.has('doi-cot') ? { ...row, unit, total: month, month: total } : { ...row, unit, total, month };
  });
}

/** The topics to study. */
export function topicsOf(view: View): readonly Topic[] {
  return view.faults.has('mat') ? [...TOPICS.slice(0, 2), SECRET_TOPIC, ...TOPICS.slice(2)] : TOPICS;
}

/** The documents. */
export function documentsOf(view: View): readonly PartyDocument[] {
  return view.faults.has('mat') ? [...DOCUMENTS.slice(0, 3), ...SECRET_DOCUMENTS, ...DOCUMENTS.slice(3)] : DOCUMENTS;
}

/** The cell whose meetings the role sees. */
export function meetingUnit(view: View): string {
  return view.roleIndex === 0 ? view.role.unit : CELLS[34].unit;
}

/** The meetings. */
export function meetingsView(view: View): Meeting[] {
  const meetings = meetingsOf(meetingUnit(view), view.today);
  if (!view.faults.has('mat')) return meetings;
  return meetings.map((meeting, index) => (index === 4 ? { ...meeting, title: `(MẬT) ${meeting.title}` } : meeting));
}
