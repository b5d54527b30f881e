/** Lists captured on the handbook as proposals: meetings not known yet, and who was there; nothing is taken over unseen. */
import type { Capture } from '../model/capture';
import { type AttendanceState, type Meeting, type MeetingKind, newMeeting } from '../model/meeting';
import type { CellValue } from '../model/observation';
import { findSecrecyMark } from '../privacy/secrecy';
import { instantAt } from '../vi/clock';
import { nameKey } from '../vi/names';
import { cleanText, foldLabel } from '../vi/text';
import { dayOf } from './moments';

type Row = Capture['rows'][number];

export interface ProposedMeeting {
  rowKey: string;
  /** As the page writes it; empty when it carries a secrecy mark. */
  title: string;
  /** Null when the row says no day and time that can be read. */
  meeting: Meeting | null;
  /** A meeting of the same kind on the same day that is known already. */
  known: Meeting | null;
  /** What the page says about it: Sắp diễn ra, Đã diễn ra. */
  status: string | null;
}

/** Which kind of meeting a handbook's screen lists, by its stable id. */
const SCREEN_KINDS: Record<string, MeetingKind> = {
  'sinh-hoat-thuong-ky': 'THUONG_KY',
  'sinh-hoat-chuyen-de': 'CHUYEN_DE',
  'sinh-hoat-cap-uy': 'CHI_UY',
};

/** Meetings of a captured `meetings` list; a row without a clock time is proposed for 19:30 only if `clock` says so. */
export function proposeMeetings(
  capture: Capture,
  known: readonly Meeting[],
  newId: () => string,
  { kind, clock = null }: { kind?: MeetingKind; clock?: string | null } = {},
): ProposedMeeting[] {
  const chosen = kind ?? SCREEN_KINDS[capture.screen ?? ''] ?? 'THUONG_KY';
  return capture.rows.map((row): ProposedMeeting => {
    const title = textOf(row, 'title');
    const start = instantOf(textOf(row, 'start'), clock);
    const status = textOf(row, 'status') || null;
    const marked = ['title', 'place', 'chair'].some((field) => findSecrecyMark(textOf(row, field)) !== null);
    if (start === null || marked) {
      return { rowKey: row.key, title: marked ? '' : title, meeting: null, known: null, status };
    }
    const meeting = newMeeting({
      id: newId(),
      kind: chosen,
      plannedStart: start,
      plannedEnd: instantOf(textOf(row, 'end'), clock),
      title: title.slice(0, 300),
      place: textOf(row, 'place').slice(0, 300),
      chair: textOf(row, 'chair').slice(0, 200),
      // The page gives the times that were planned; when it really began and ended nobody has said.
      state: foldLabel(status ?? '') === 'da dien ra' ? 'HELD' : 'PLANNED',
      origin: { by: 'captured', site: capture.site, host: capture.host, listId: capture.listId, rowKey: row.key },
    });
    const same = known.find((one) => one.kind === chosen && dayOf(one) === dayOf(meeting));
    return { rowKey: row.key, title, meeting, known: same ?? null, status };
  });
}

/** The handbook's words for the four states. */
const STATE_WORDS: Record<string, AttendanceState> = {
  'co mat': 'CO_MAT',
  'vang co phep': 'VANG_CO_LY_DO',
  'vang co ly do': 'VANG_CO_LY_DO',
  'vang khong phep': 'VANG_KHONG_LY_DO',
  'vang khong ly do': 'VANG_KHONG_LY_DO',
  'mien sinh hoat': 'MIEN',
};

export interface ProposedAttendance {
  rowKey: string;
  name: string;
  state: AttendanceState | null;
  reason: string;
  /** Row of the meeting it belongs to; null when no name or more than one is the same. */
  at: number | null;
  /** What stands there differs from what the page says. */
  differs: boolean;
}

/** Who was there by a captured `attendance` list, against the rows of one meeting. */
export function proposeAttendance(capture: Capture, meeting: Meeting): ProposedAttendance[] {
  const rows = new Map<string, number[]>();
  meeting.attendance.forEach((row, at) => {
    const key = nameKey(row.name);
    rows.set(key, [...(rows.get(key) ?? []), at]);
  });
  const seen = new Map<string, number>();
  for (const row of capture.rows) {
    const key = nameKey(textOf(row, 'name'));
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return capture.rows.map((row): ProposedAttendance => {
    const name = textOf(row, 'name');
    const state = STATE_WORDS[foldLabel(textOf(row, 'status'))] ?? null;
    const found = rows.get(nameKey(name)) ?? [];
    const at = found.length === 1 && seen.get(nameKey(name)) === 1 ? (found[0] ?? null) : null;
    const before = at === null ? undefined : meeting.attendance[at]?.state;
    return {
      rowKey: row.key,
      name,
      state,
      reason: textOf(row, 'reason').slice(0, 300),
      at,
      differs: state !== null && before !== null && before !== undefined && before !== state,
    };
  });
}

/** Takes over the rows chosen; only those that belong to exactly one person and say a state. */
export function adoptAttendance(
  meeting: Meeting,
  proposed: readonly ProposedAttendance[],
  chosen: ReadonlySet<string>,
): Meeting {
  const byRow = new Map(
    proposed
      .filter((one) => chosen.has(one.rowKey) && one.at !== null && one.state !== null)
      .map((one) => [one.at, one]),
  );
  const attendance = meeting.attendance.map((row, at) => {
    const one = byRow.get(at);
    if (one === undefined) return row;
    return { ...row, state: one.state, reason: one.reason || row.reason, spoke: row.spoke && one.state === 'CO_MAT' };
  });
  return { ...meeting, attendance };
}

function textOf(row: Row, field: string): string {
  const value: CellValue | undefined = row.cells[field]?.value;
  return value === undefined || value === null ? '' : cleanText(String(value));
}

/** `2026-11-03T19:30`, or a day alone together with `clock`. */
function instantOf(text: string, clock: string | null): string | null {
  const [day = '', time = clock] = text.split('T');
  return time === null ? null : instantAt(day, time);
}
