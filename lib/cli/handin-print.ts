/** A review of hand-ins as an aligned table for a terminal, and what was taken over as a file for `sotay tally`. */
import Papa from 'papaparse';
import { neutralise } from '../formats/safe-text';
import type { Review, ReviewRow } from '../handin';
import type { NewReading } from '../model/new-reading';
import type { RosterEntry } from '../tally';
import { formatDay } from '../vi/dates';
import { formatNumber } from '../vi/numbers';

const HEAD = ['Name', 'Member', 'Period', 'Rev', 'Opening', 'Closing', 'Points', 'Sender', 'State', 'Questions'];

/** One line per document; contradictions with captured readings and refused files follow. */
export function printReview(review: Review, roster: readonly RosterEntry[]): string {
  const rows = review.rows.map((row) => cellsOf(row, roster));
  const widths = HEAD.map((title, at) => Math.max(...[HEAD, ...rows].map((row) => widthOf(row[at] ?? title))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  const conflicts = review.rows.flatMap(({ handIn, comparison }) =>
    (comparison?.conflicts ?? []).map(
      ({ theirs, ours }) =>
        `${handIn.name}: handed in ${formatNumber(theirs.total)} on ${formatDay(theirs.day)} (${theirs.source}), ` +
        `captured ${formatNumber(ours.total)} on ${formatDay(ours.day)} (${ours.source})`,
    ),
  );
  const harmless = review.rows.filter((row) => row.harmless).length;
  return [
    line(HEAD),
    ...rows.map(line),
    '',
    ...conflicts,
    ...review.refused.map(({ name, code, reason }) => `${plain(name)}: REFUSED, ${reason} (${code})`),
    `${review.rows.length} documents, ${harmless} with nothing to ask, ${review.refused.length} files refused`,
    '',
  ].join('\n');
}

function cellsOf({ handIn, who, trust, standing, questions }: ReviewRow, roster: readonly RosterEntry[]): string[] {
  const { totals } = handIn.parts;
  const member = roster.find(({ id }) => id === who.memberId);
  const figure = (value: number | undefined) => (value === undefined ? '' : formatNumber(value));
  return [
    handIn.name,
    member === undefined ? '?' : member.name,
    `${formatDay(handIn.period.from)}-${formatDay(handIn.period.to)}`,
    String(handIn.revision),
    figure(totals?.opening.total),
    figure(totals?.closing.total),
    figure(totals?.points.value),
    trust === 'verified' ? 'verified' : trust === 'seen' ? 'known, not verified' : 'first time',
    standing,
    questions.join(', '),
  ].map(plain);
}

/** Readings by name and code, for `sotay tally`. */
export function readingsCsv(readings: readonly NewReading[], roster: readonly RosterEntry[]): string {
  const members = new Map(roster.map((one) => [one.id, one]));
  const rows = readings.map(({ subject, day, total, origin }) => {
    const member = members.get(subject);
    return [member?.name ?? subject, member?.code ?? '', formatDay(day), String(total), origin].map(neutralise);
  });
  const head = ['Họ và tên', 'Mã', 'Ngày', 'Điểm tích lũy', 'Nguồn'];
  return `\ufeff${Papa.unparse([head, ...rows], { delimiter: ';', newline: '\r\n' })}\r\n`;
}

// A file's name must not move the cursor or colour the terminal.
function plain(text: string): string {
  return text.normalize('NFC').replace(/\p{C}+/gu, ' ');
}

function widthOf(text: string): number {
  return [...text.replace(/\p{M}/gu, '')].length;
}
