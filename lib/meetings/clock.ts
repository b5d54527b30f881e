/** The running clock of a meeting and its length against the rule; the present moment is a parameter. */
import type { AgendaItem, Meeting } from '../model/meeting';
import { MEETING_RULES } from '../rules/meetings';

const MINUTE = 60_000;

/** Shortest length in minutes: what the committee fixed, else the rule for the kind (90, combined 120), else null. */
export function minimumOf(meeting: Pick<Meeting, 'kind' | 'minimumMinutes'>, rules = MEETING_RULES): number | null {
  return meeting.minimumMinutes ?? rules.minimumMinutes[meeting.kind] ?? null;
}

export interface Length {
  /** Minutes from beginning to end, not rounded; null unless both are known. */
  minutes: number | null;
  minimum: number | null;
  /** Minutes missing to the minimum, 0 when long enough, null when either is unknown. */
  short: number | null;
}

/** How long the meeting was, against its minimum (rule R2). */
export function lengthOf(
  meeting: Pick<Meeting, 'kind' | 'minimumMinutes' | 'heldFrom' | 'heldTo'>,
  rules = MEETING_RULES,
): Length {
  const minimum = minimumOf(meeting, rules);
  const { heldFrom, heldTo } = meeting;
  if (heldFrom === null || heldTo === null) return { minutes: null, minimum, short: null };
  const minutes = Math.max(0, Date.parse(heldTo) - Date.parse(heldFrom)) / MINUTE;
  return { minutes, minimum, short: minimum === null ? null : Math.max(0, minimum - minutes) };
}

export interface ItemTime {
  id: string;
  state: 'waiting' | 'running' | 'done';
  /** Minutes it took or has taken so far; 0 while waiting. */
  used: number;
  planned: number;
  /** `used − planned`: above 0 it runs over. 0 when no time was planned. */
  over: number;
}

export interface MeetingClock {
  state: 'before' | 'running' | 'ended';
  /** Minutes since the beginning, not rounded; 0 before. */
  elapsed: number;
  minimum: number | null;
  /** Minutes to the minimum; 0 once reached; null without a minimum. */
  toMinimum: number | null;
  items: ItemTime[];
  /** The item under way. */
  current: ItemTime | null;
  /** Minutes still planned for what has not ended, time already used by the current item taken off. */
  plannedLeft: number;
}

/** Where the meeting stands at `now`. */
export function readClock(
  meeting: Pick<Meeting, 'kind' | 'minimumMinutes' | 'heldFrom' | 'heldTo' | 'agenda'>,
  now: Date,
  rules = MEETING_RULES,
): MeetingClock {
  const minimum = minimumOf(meeting, rules);
  const from = meeting.heldFrom === null ? null : Date.parse(meeting.heldFrom);
  const until = meeting.heldTo === null ? now.getTime() : Date.parse(meeting.heldTo);
  const elapsed = from === null ? 0 : Math.max(0, until - from) / MINUTE;
  const items = meeting.agenda.map((item) => itemTime(item, until));
  return {
    state: from === null ? 'before' : meeting.heldTo === null ? 'running' : 'ended',
    elapsed,
    minimum,
    toMinimum: minimum === null ? null : Math.max(0, minimum - elapsed),
    items,
    current: items.find((item) => item.state === 'running') ?? null,
    plannedLeft: items
      .filter((item) => item.state !== 'done')
      .reduce((sum, item) => sum + Math.max(0, item.planned - item.used), 0),
  };
}

function itemTime(item: AgendaItem, until: number): ItemTime {
  if (item.startedAt === null) return { id: item.id, state: 'waiting', used: 0, planned: item.minutes, over: 0 };
  const end = item.endedAt === null ? until : Date.parse(item.endedAt);
  const used = Math.max(0, end - Date.parse(item.startedAt)) / MINUTE;
  return {
    id: item.id,
    state: item.endedAt === null ? 'running' : 'done',
    used,
    planned: item.minutes,
    over: item.minutes === 0 ? 0 : used - item.minutes,
  };
}

/** Minutes the agenda plans in all. */
export function agendaMinutes(agenda: readonly Pick<AgendaItem, 'minutes'>[]): number {
  return agenda.reduce((sum, item) => sum + item.minutes, 0);
}
