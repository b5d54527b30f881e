/** A meeting as an iCalendar file (RFC 5545) in Vietnam's time zone: title, place and time, nothing about any person. */
import type { Meeting } from '../model/meeting';
import { clockInVietnam } from '../vi/clock';
import { dayInVietnam } from '../vi/dates';
import { minimumOf } from './clock';

const LINE_BYTES = 75;
const ZONE = 'Asia/Ho_Chi_Minh';
// Standard time since 13 June 1975 at the latest; no summer time.
const ZONE_LINES = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19750613T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
];

export interface CalendarOptions {
  /** When the file is made. */
  now: Date;
  /** When the plan was made and last changed: later changes get a higher SEQUENCE, so that a calendar takes them over. */
  createdAt: string;
  changedAt: string;
}

/** The text of an `.ics` file, CRLF at each line's end. The same meeting keeps its UID in every version. */
export function toCalendarFile(meeting: Meeting, { now, createdAt, changedAt }: CalendarOptions): string {
  const start = new Date(meeting.plannedStart);
  const end =
    meeting.plannedEnd === null
      ? new Date(start.getTime() + (minimumOf(meeting) ?? 60) * 60_000)
      : new Date(meeting.plannedEnd);
  const sequence = Math.max(0, Math.floor((Date.parse(changedAt) - Date.parse(createdAt)) / 1000));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//so-tay-dong-hanh//lich//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...ZONE_LINES,
    'BEGIN:VEVENT',
    `UID:${escapeText(meeting.id)}@so-tay-dong-hanh`,
    `DTSTAMP:${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`,
    `SEQUENCE:${sequence}`,
    `DTSTART;TZID=${ZONE}:${local(start)}`,
    `DTEND;TZID=${ZONE}:${local(end)}`,
    `SUMMARY:${escapeText(meeting.title)}`,
    ...(meeting.place === '' ? [] : [`LOCATION:${escapeText(meeting.place)}`]),
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function local(instant: Date): string {
  return `${dayInVietnam(instant).replaceAll('-', '')}T${clockInVietnam(instant).replace(':', '')}00`;
}

/** RFC 5545 §3.3.11; control characters have no place in a calendar. */
function escapeText(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/;/g, '\\;')
    .replace(/,/g, '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\u0000-\u001f\u007f]/g, '');
}

/** No line longer than 75 bytes of UTF-8, never cut inside a character (RFC 5545 §3.1). */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let out = '';
  let bytes = 0;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (bytes + size > LINE_BYTES) {
      out += '\r\n ';
      bytes = 1;
    }
    out += char;
    bytes += size;
  }
  return out;
}
