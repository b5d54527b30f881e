/** Everything reports are made from, as read from the store at one moment; and who issues them. */
import type { Issuer } from '../documents/inputs';
import type { Activity } from '../model/activity';
import type { Cell } from '../model/cell';
import type { Meeting } from '../model/meeting';
import type { Member } from '../model/member';
import type { Rubric } from '../model/rubric';
import type { Task } from '../model/task';
import type { MeetingRules } from '../rules/meetings';
import { type Day, dayInVietnam } from '../vi/dates';

export interface ReportSource {
  /** What the cell is called in reports. */
  unit: string;
  cell: Cell;
  /** The whole roster with its history; second records of one person and removed members too. */
  members: readonly Member[];
  meetings: readonly Meeting[];
  tasks: readonly Task[];
  activity: readonly Activity[];
  /** Shipped rubrics and every version of the user's own. */
  rubrics: readonly Rubric[];
  rules: MeetingRules;
  now: Date;
}

/** The cell as the one who issues a paper (T/M CHI BỘ; HD 05-HD/VPTW, 27/5/2026). */
export function issuerOf(
  { cell, unit }: Pick<ReportSource, 'cell' | 'unit'>,
  recipients: readonly string[] = [],
): Issuer {
  const deputySigns = cell.secretary === null && cell.deputy !== null;
  return {
    kind: 'cell',
    superior: cell.superior,
    name: cell.name ?? unit,
    place: cell.place,
    signer: {
      title: deputySigns ? 'PHÓ BÍ THƯ' : 'BÍ THƯ',
      name: cell.secretary ?? cell.deputy,
      head: null,
    },
    recipients: [...recipients],
  };
}

/** Head of every document: not numbered yet, dated today unless told otherwise. */
export function frameOf(source: ReportSource, { number = null, day }: { number?: number | null; day?: Day } = {}) {
  return {
    issuer: issuerOf(source, source.cell.superior === null ? [] : [`${source.cell.superior} (báo cáo)`]),
    number,
    day: day ?? dayInVietnam(source.now),
    madeAt: source.now.toISOString(),
  };
}
