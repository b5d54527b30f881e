/** Every change a person makes to a meeting, pure: each takes a meeting and gives the changed one. */
import type { AgendaItem, AttendanceRow, AttendanceState, Meeting, Opinion } from '../model/meeting';
import type { Member } from '../model/member';
import { nameWithoutCode } from '../model/names-apart';
import { clockInVietnam, instantAt } from '../vi/clock';
import type { Day } from '../vi/dates';
import { sortByName } from '../vi/names';
import { dayOf, endAt } from './moments';

/** A member as of the day of the meeting. */
export interface Called {
  memberId: string;
  name: string;
  status: Member['status'];
  /** Exempt from work and meetings, or on special duty, on that day. */
  exemption: 'MIEN' | 'NHIEM_VU_DAC_BIET' | null;
}

/**
 * The rows to call: everybody of the roster of that day, in the order of names; rows already marked stay as they are, and
 * those not marked of people no longer there go.
 */
export function callRoll(meeting: Meeting, people: readonly Called[]): Meeting {
  const rows = new Map(meeting.attendance.map((row) => [row.memberId ?? `name:${row.name}`, row]));
  const wanted = new Set(people.map((one) => one.memberId));
  const kept = meeting.attendance.filter((row) =>
    row.memberId === null || !wanted.has(row.memberId) ? isMarked(row) : false,
  );
  const called = people.map(
    (one): AttendanceRow =>
      rows.get(one.memberId) ?? {
        memberId: one.memberId,
        name: one.name,
        status: one.status,
        state: one.exemption === 'MIEN' ? 'MIEN' : null,
        specialDuty: one.exemption === 'NHIEM_VU_DAC_BIET',
        reason: '',
        spoke: false,
      },
  );
  const attendance = sortByName([...called, ...kept], (row) => nameWithoutCode(row.name));
  return sameRows(attendance, meeting.attendance) ? meeting : { ...meeting, attendance };
}

const isMarked = (row: AttendanceRow) => row.state !== null || row.spoke || row.reason !== '' || row.specialDuty;

const sameRows = (a: readonly AttendanceRow[], b: readonly AttendanceRow[]) =>
  a.length === b.length && a.every((row, index) => row === b[index]);

/** Changes the row of one person; somebody who did not come did not speak, and somebody who came needs no reason. */
export function markRow(meeting: Meeting, at: number, change: Partial<AttendanceRow>): Meeting {
  const attendance = meeting.attendance.map((row, index) => {
    if (index !== at) return row;
    const next = { ...row, ...change };
    if (change.spoke === true) next.state = 'CO_MAT';
    if (next.state !== 'CO_MAT') next.spoke = false;
    return next;
  });
  return { ...meeting, attendance };
}

/** "Tất cả có mặt": everybody not called yet is present; what was marked stays. */
export function markAllPresent(meeting: Meeting): Meeting {
  const present: AttendanceState = 'CO_MAT';
  return {
    ...meeting,
    attendance: meeting.attendance.map((row) => (row.state === null ? { ...row, state: present } : row)),
  };
}

/** Notes an opinion; who gave one was there and spoke. */
export function addOpinion(meeting: Meeting, opinion: Opinion): Meeting {
  const at = meeting.attendance.findIndex((row) => row.memberId !== null && row.memberId === opinion.memberId);
  const marked = at < 0 ? meeting : markRow(meeting, at, { spoke: true });
  return { ...marked, opinions: [...marked.opinions, opinion] };
}

/** Moves an agenda item up (−1) or down (+1); at the end it stays. */
export function moveItem(meeting: Meeting, id: string, by: -1 | 1): Meeting {
  const from = meeting.agenda.findIndex((item) => item.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= meeting.agenda.length) return meeting;
  const agenda = [...meeting.agenda];
  agenda.splice(to, 0, ...agenda.splice(from, 1));
  return { ...meeting, agenda };
}

/** Adds a paper to post; a statement that all papers were posted no longer holds. */
export function addPaper(meeting: Meeting, paper: { id: string; title: string }): Meeting {
  const papers = meeting.papers.map((one) => ({ ...one, postedAt: one.postedAt ?? meeting.papersPostedAt }));
  return { ...meeting, papers: [...papers, { ...paper, postedAt: null }], papersPostedAt: null };
}

/** All papers were posted at `at`; those posted before keep their time. Null takes the statement back. */
export function postPapers(meeting: Meeting, at: string | null): Meeting {
  const papers = meeting.papers.map((paper) => ({ ...paper, postedAt: at === null ? null : (paper.postedAt ?? at) }));
  return { ...meeting, papers, papersPostedAt: at };
}

/** When one paper was posted (null: not yet); the others keep the time that was stated for all. */
export function postPaper(meeting: Meeting, id: string, at: string | null): Meeting {
  const papers = meeting.papers.map((paper) => ({
    ...paper,
    postedAt: paper.id === id ? at : (paper.postedAt ?? meeting.papersPostedAt),
  }));
  return { ...meeting, papers, papersPostedAt: null };
}

/** Puts the time right at which all papers were posted; papers posted before keep theirs. */
export function movePosting(meeting: Meeting, at: string): Meeting {
  const papers = meeting.papers.map((paper) =>
    paper.postedAt === meeting.papersPostedAt ? { ...paper, postedAt: at } : paper,
  );
  return { ...meeting, papers, papersPostedAt: at };
}

/** Puts begin and end right afterwards: to another day with their clock times, or to another clock time; an end after midnight is the next day's. */
export function moveHeld(meeting: Meeting, { day, from, to }: { day?: Day; from?: string; to?: string }): Meeting {
  const on = day ?? dayOf(meeting);
  const begin = from ?? clockOf(meeting.heldFrom);
  const heldFrom = begin === null ? null : sameMinute(instantAt(on, begin), meeting.heldFrom);
  const end = to ?? clockOf(meeting.heldTo);
  // An end that no beginning is known of lies on the day itself; one that fits no longer stays, and the page says so.
  const at = end === null ? null : heldFrom === null ? instantAt(on, end) : endAt(heldFrom, end);
  return { ...meeting, heldFrom, heldTo: sameMinute(at, meeting.heldTo) };
}

const clockOf = (instant: string | null) => (instant === null ? null : clockInVietnam(new Date(instant)));

/** What was noted by a press has seconds that no clock time tells. */
function sameMinute(next: string | null, before: string | null): string | null {
  return next === null || next.slice(0, 16) === before?.slice(0, 16) ? before : next;
}

/** Opens the meeting. */
export function startMeeting(meeting: Meeting, now: string): Meeting {
  return meeting.heldFrom === null ? { ...meeting, heldFrom: now } : meeting;
}

/** Begins one agenda item and ends the one under way. */
export function startItem(meeting: Meeting, id: string, now: string): Meeting {
  const agenda = meeting.agenda.map((item): AgendaItem => {
    if (item.id === id) return { ...item, startedAt: item.startedAt ?? now, endedAt: null };
    return item.startedAt !== null && item.endedAt === null ? { ...item, endedAt: now } : item;
  });
  return { ...startMeeting(meeting, now), agenda };
}

/** Ends one agenda item. */
export function endItem(meeting: Meeting, id: string, now: string): Meeting {
  const agenda = meeting.agenda.map((item) =>
    item.id === id && item.startedAt !== null ? { ...item, endedAt: item.endedAt ?? now } : item,
  );
  return { ...meeting, agenda };
}

/** Closes the meeting: what is under way ends, and it counts as held. */
export function endMeeting(meeting: Meeting, now: string): Meeting {
  const agenda = meeting.agenda.map((item) =>
    item.startedAt !== null && item.endedAt === null ? { ...item, endedAt: now } : item,
  );
  return { ...startMeeting(meeting, now), agenda, heldTo: now, state: 'HELD' };
}

/** Takes the closing back: the clock runs again. */
export function reopenMeeting(meeting: Meeting): Meeting {
  return { ...meeting, heldTo: null, state: 'PLANNED', resultsPostedAt: null };
}

/** Results were posted at `at` (null: not yet). */
export function postResults(meeting: Meeting, at: string | null): Meeting {
  if (meeting.heldTo === null) return meeting;
  return { ...meeting, resultsPostedAt: at, state: at === null ? 'HELD' : 'REPORTED' };
}
