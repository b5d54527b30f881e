/** Who came: counts with the denominators of the rules, who spoke, and excused absences in a row; all recomputed from the rows. */
import type { AttendanceRow, Meeting } from '../model/meeting';
import { CELL_KINDS, MEETING_RULES } from '../rules/meetings';
import { dayOf, inOrder, isHeld } from './moments';
import { type Share, shareOf } from './share';

export interface AttendanceCounts {
  /** All rows. */
  members: number;
  present: number;
  excused: number;
  unexcused: number;
  exempt: number;
  /** Absent on special duty; they are in none of the other absences. */
  specialDuty: number;
  /** Not called yet. */
  unmarked: number;
}

export interface Attendance {
  all: AttendanceCounts;
  /** Đảng viên chính thức, and those whose status is not stated. */
  official: AttendanceCounts;
  /** Đảng viên dự bị, counted apart. */
  probationary: AttendanceCounts;
  /** Rule R1: present / (members − exempt − absent on special duty). */
  rate: Share;
  /** Speakers among those present. */
  speakers: Share;
  /** Every member was called. */
  complete: boolean;
}

/** Counts the rows of one meeting (HD 42-HD/BTCTW; rule R1). */
export function countAttendance(rows: readonly AttendanceRow[]): Attendance {
  const all = countRows(rows);
  const expected = all.members - all.exempt - all.specialDuty;
  const spoke = rows.filter((row) => row.state === 'CO_MAT' && row.spoke).length;
  return {
    all,
    official: countRows(rows.filter((row) => row.status !== 'DU_BI')),
    probationary: countRows(rows.filter((row) => row.status === 'DU_BI')),
    rate: shareOf(all.present, expected),
    speakers: shareOf(spoke, all.present),
    complete: all.unmarked === 0 && all.members > 0,
  };
}

function countRows(rows: readonly AttendanceRow[]): AttendanceCounts {
  const counts = { members: rows.length, present: 0, excused: 0, unexcused: 0, exempt: 0, specialDuty: 0, unmarked: 0 };
  for (const row of rows) {
    // Whoever came is present, on special duty or not; exemption outweighs duty.
    if (row.state === 'CO_MAT') counts.present++;
    else if (row.state === 'MIEN') counts.exempt++;
    else if (row.specialDuty) counts.specialDuty++;
    else if (row.state === 'VANG_CO_LY_DO') counts.excused++;
    else if (row.state === 'VANG_KHONG_LY_DO') counts.unexcused++;
    else counts.unmarked++;
  }
  return counts;
}

export interface Streak {
  memberId: string;
  name: string;
  /** Excused absences in a row up to the last meeting counted. */
  now: number;
  /** The longest row in the year. */
  longest: number;
  /** More in a row than the rules let pass (rule R5). */
  tooMany: boolean;
}

/**
 * Excused absences in a row per member over the meetings of the cell held in `year` (rule R5: more than 3 in a row calls for
 * a word). Meetings at which a member was exempt, on special duty or not called are left out.
 */
export function excusedStreaks(meetings: readonly Meeting[], year: string, rules = MEETING_RULES): Streak[] {
  const streaks = new Map<string, Streak>();
  const held = inOrder(meetings).filter((meeting) => isHeld(meeting) && CELL_KINDS.includes(meeting.kind));
  for (const meeting of held) {
    if (!dayOf(meeting).startsWith(year)) continue;
    for (const row of meeting.attendance) {
      if (row.memberId === null || row.state === null || row.state === 'MIEN') continue;
      if (row.specialDuty && row.state !== 'CO_MAT') continue;
      const streak = streaks.get(row.memberId) ?? blank(row.memberId);
      streak.name = row.name;
      streak.now = row.state === 'VANG_CO_LY_DO' ? streak.now + 1 : 0;
      streak.longest = Math.max(streak.longest, streak.now);
      streak.tooMany = streak.longest > rules.excusedInARow;
      streaks.set(row.memberId, streak);
    }
  }
  return [...streaks.values()];
}

const blank = (memberId: string): Streak => ({ memberId, name: '', now: 0, longest: 0, tooMany: false });
