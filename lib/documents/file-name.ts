/** Names of files: kind of paper, number, and the meeting or period it is of; never whose it is, since a name in the downloads folder is read by others too. */
import { type Period, wholeMonths } from '../model/period';

/** `nghi-quyet-05-2026-12-03-1930`: two meetings of one day differ by their beginning. */
export function meetingFile(
  kind: string,
  { number, meeting }: { number: number | null; meeting: { day: string; start: string } },
): string {
  return [...numbered(kind, number), meeting.day, meeting.start.replace(':', '')].join('-');
}

/** `bang-diem-2026-11` of one month, `bang-diem-2026-10-den-2026-12` of several, with days where the months are not whole. */
export function periodFile(kind: string, period: Period): string {
  const months = wholeMonths(period);
  if (months === 1) return `${kind}-${period.from.slice(0, 7)}`;
  const [from, to] = [period.from, period.to].map((day) => (months === null ? day : day.slice(0, 7)));
  return from === to ? `${kind}-${from}` : `${kind}-${from}-den-${to}`;
}

/** `bao-cao-05-2026-11-30`: number and the day it is dated. */
export function datedFile(kind: string, { number, day }: { number: number | null; day: string }): string {
  return [...numbered(kind, number), day].join('-');
}

function numbered(kind: string, number: number | null): string[] {
  return number === null ? [kind] : [kind, String(number).padStart(2, '0')];
}
