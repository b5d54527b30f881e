/** Whether the year's plan has what the rules ask for: a regular meeting every month, a thematic one every quarter, the committee first. */
import type { Meeting } from '../model/meeting';
import { MEETING_RULES, REGULAR_KINDS, THEMATIC_KINDS } from '../rules/meetings';
import { type Day, daysBetween } from '../vi/dates';
import { dayOf, inOrder, monthOf } from './moments';

export type Gap =
  /** No regular meeting in the month; `instead` when only a thematic one stands there, which does not replace it. */
  | { what: 'regular'; month: string; instead: boolean; past: boolean }
  | { what: 'thematic'; quarter: number; missing: number; past: boolean }
  | { what: 'committee'; meetingId: string; month: string; past: boolean };

export interface QuarterPlan {
  quarter: 1 | 2 | 3 | 4;
  meetings: Meeting[];
  gaps: Gap[];
}

export interface PlanOptions {
  /** `2026-09`: months before it are not looked at, as when the cell began to use the product. */
  since?: string;
  /** A cell with a secretary only has no committee to meet first. */
  hasCommittee?: boolean;
  rules?: typeof MEETING_RULES;
}

/** The four quarters of `year` with their meetings in order and what is missing; `today` tells past gaps from open ones. */
export function checkYear(
  meetings: readonly Meeting[],
  year: number,
  today: Day,
  { since = `${year}-01`, hasCommittee = true, rules = MEETING_RULES }: PlanOptions = {},
): QuarterPlan[] {
  const ordered = inOrder(meetings);
  const quarters: (1 | 2 | 3 | 4)[] = [1, 2, 3, 4];
  return quarters.map((quarter) => {
    const months = [0, 1, 2].map((offset) => `${year}-${String(quarter * 3 - 2 + offset).padStart(2, '0')}`);
    const inQuarter = ordered.filter((meeting) => months.includes(monthOf(meeting)));
    const looked = months.filter((month) => month >= since);
    const gaps: Gap[] = [];
    for (const month of looked) {
      const ofMonth = inQuarter.filter((meeting) => monthOf(meeting) === month);
      if (ofMonth.some((meeting) => REGULAR_KINDS.includes(meeting.kind))) continue;
      const instead = ofMonth.some((meeting) => meeting.kind === 'CHUYEN_DE');
      gaps.push({ what: 'regular', month, instead, past: month < today.slice(0, 7) });
    }
    const last = months[2] ?? '';
    const thematic = inQuarter.filter((meeting) => THEMATIC_KINDS.includes(meeting.kind)).length;
    if (looked.length > 0 && thematic < rules.thematicPerQuarter) {
      const missing = rules.thematicPerQuarter - thematic;
      gaps.push({ what: 'thematic', quarter, missing, past: last < today.slice(0, 7) });
    }
    if (hasCommittee) {
      for (const meeting of inQuarter) {
        if (!REGULAR_KINDS.includes(meeting.kind) || committeeMetBefore(meeting, ordered) !== null) continue;
        gaps.push({ what: 'committee', meetingId: meeting.id, month: monthOf(meeting), past: dayOf(meeting) < today });
      }
    }
    return { quarter, meetings: inQuarter, gaps };
  });
}

/**
 * The day on which the committee met before this meeting: as noted, or the last committee meeting on record within the 31 days
 * before and after the regular meeting before it. Null when it did not.
 */
export function committeeMetBefore(meeting: Meeting, all: readonly Meeting[]): Day | null {
  if (meeting.committeeMetOn !== null) return meeting.committeeMetOn;
  const day = dayOf(meeting);
  const earlier = inOrder(all).filter((one) => one.id !== meeting.id && dayOf(one) <= day);
  const previous = earlier.findLast((one) => REGULAR_KINDS.includes(one.kind));
  const committee = earlier.findLast((one) => one.kind === 'CHI_UY');
  if (committee === undefined) return null;
  const met = dayOf(committee);
  if (daysBetween(met, day) > 31 || (previous !== undefined && met < dayOf(previous))) return null;
  return met;
}
