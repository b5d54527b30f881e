/** What every document is filled from: who issues it, when, and the parts that several documents share. */
import * as z from 'zod';
import { isDay } from '../vi/dates';

export const line = z.string().max(300);
export const text = z.string().max(10_000);
export const paragraphs = z.array(text).max(200);
export const count = z.number().int().nonnegative().max(10_000_000);
export const day = z.string().refine(isDay, 'expected YYYY-MM-DD');
export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'expected YYYY-MM');
export const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'expected HH:MM');
export const instant = z.iso.datetime();

export const issuerSchema = z.strictObject({
  /** A cell signs T/M CHI BỘ and has no seal; a committee signs T/M ĐẢNG ỦY. */
  kind: z.enum(['cell', 'committee']),
  /** Body above, as its own name (`Đảng bộ xã Đông Trà`). */
  superior: line.nullable(),
  name: line.min(1),
  place: line.nullable(),
  signer: z.strictObject({
    title: line,
    name: line.nullable(),
    /** Instead of the profile's line above the title; leads to a warning. */
    head: line.nullable(),
  }),
  /** Under "Nơi nhận:", without the last line, which the profile gives. */
  recipients: z.array(line).max(30),
});
export type Issuer = z.infer<typeof issuerSchema>;

/** Fields of every document. */
export const frame = {
  issuer: issuerSchema,
  number: z.number().int().positive().max(99_999).nullable(),
  /** Day of the date line. */
  day,
  madeAt: instant,
};
export interface Frame {
  issuer: Issuer;
  number: number | null;
  day: string;
  madeAt: string;
}

export const MEETING_KINDS = ['THUONG_KY', 'CHUYEN_DE', 'KET_HOP', 'CHI_UY', 'KIEM_DIEM', 'DAI_HOI'] as const;

/** Counts of a meeting. Due to attend are all members but the exempt and those on special duty (R1). */
export const attendanceCounts = z.strictObject({
  official: count,
  probationary: count,
  exempt: count,
  specialDuty: count,
  present: count,
  excused: count,
  unexcused: count,
});
export type AttendanceCounts = z.infer<typeof attendanceCounts>;

export const taskSchema = z.strictObject({
  text: text.min(1),
  person: line.nullable(),
  deadline: day.nullable(),
  note: line.nullable(),
});
export type Task = z.infer<typeof taskSchema>;

export const voteSchema = z.strictObject({
  matter: text.min(1),
  for: count,
  against: count,
  other: count,
  /** Present with the right to vote; absent: all present. */
  voters: count.optional(),
});
export type Vote = z.infer<typeof voteSchema>;

export const meetingSchema = z.strictObject({
  kind: z.enum(MEETING_KINDS),
  month,
  topic: line.nullable(),
  day,
  start: clock,
  end: clock.nullable(),
  place: line,
  chair: z.strictObject({ name: line, title: line.nullable() }),
  secretary: line.nullable(),
  /** Guests and the supervising committee member. */
  guests: z.array(z.strictObject({ name: line, title: line.nullable() })).max(50),
  counts: attendanceCounts,
  /** When the papers and the results stood on the handbook; null when not known. */
  papersPostedAt: instant.nullable(),
  resultsPostedAt: instant.nullable(),
});
export type Meeting = z.infer<typeof meetingSchema>;
