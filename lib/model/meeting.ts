/** One meeting of a cell or its committee, from plan to minutes; everything derived (rates, deadlines, length) is computed from it. */
import * as z from 'zod';
import { isDay } from '../vi/dates';
import { MEMBER_STATUSES } from './member';
import { someWords, words } from './safe-words';

/** Regular, thematic, both combined, committee, study, review, congress (party-work.md §10, with HOC_TAP for study of resolutions). */
export const MEETING_KINDS = [
  'THUONG_KY',
  'CHUYEN_DE',
  'KET_HOP',
  'CHI_UY',
  'HOC_TAP',
  'KIEM_DIEM',
  'DAI_HOI',
] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const ATTENDANCE_STATES = ['CO_MAT', 'VANG_CO_LY_DO', 'VANG_KHONG_LY_DO', 'MIEN'] as const;
export type AttendanceState = (typeof ATTENDANCE_STATES)[number];

export const MEETING_STATES = ['PLANNED', 'HELD', 'REPORTED'] as const;

const id = z.string().min(1).max(64);
const day = z.string().refine(isDay, 'expected YYYY-MM-DD');
const instant = z.iso.datetime();
const minutes = z.number().int().min(0).max(600);
const people = z.number().int().min(0).max(5_000);
const person = words(200);

export const agendaItemSchema = z.strictObject({
  id,
  title: words(300),
  presenter: person,
  minutes,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

const paperSchema = z.strictObject({ id, title: words(300), postedAt: instant.nullable() });

export const attendanceRowSchema = z.strictObject({
  /** Null for a name that is on no roster. */
  memberId: id.nullable(),
  /** As it stood on the day: later changes of the roster leave old meetings alone. */
  name: z.string().min(1).max(200),
  status: z.enum(MEMBER_STATUSES).nullable(),
  /** Null: not called yet. */
  state: z.enum(ATTENDANCE_STATES).nullable(),
  /** Armed forces on special duty: left out of the denominator when absent (HD 42-HD/BTCTW). */
  specialDuty: z.boolean(),
  reason: words(300),
  spoke: z.boolean(),
});
export type AttendanceRow = z.infer<typeof attendanceRowSchema>;

export const opinionSchema = z.strictObject({
  id,
  memberId: id.nullable(),
  name: person,
  text: words(5_000),
  at: instant,
});
export type Opinion = z.infer<typeof opinionSchema>;

export const voteSchema = z.strictObject({
  id,
  subject: words(300),
  for: people,
  against: people,
  other: people,
  /** Those entitled to vote who were there. */
  present: people,
});
export type Vote = z.infer<typeof voteSchema>;

/** Titles may still be empty while they are being typed; such ones count for nothing. */
export const isNamed = (one: { title: string }): boolean => one.title.trim() !== '';

/** Sections of the minutes (party-work.md §3.6). */
export const MINUTES_SECTIONS = ['ideology', 'lastMonth', 'nextMonth', 'discussion', 'conclusion'] as const;
export type MinutesSection = (typeof MINUTES_SECTIONS)[number];
const section = words(20_000);
const minutesTextSchema = z.strictObject({
  ideology: section,
  lastMonth: section,
  nextMonth: section,
  discussion: section,
  conclusion: section,
});

/** A score sheet as the rubric engine keeps it; only its size is bounded here. */
const scoreSchema = z
  .json()
  .refine((value) => JSON.stringify(value).length <= 100_000, 'score is larger than 100,000 characters');

/** Entered by hand, or taken over from a list captured on the handbook. */
const originSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('hand') }),
  z.strictObject({
    by: z.literal('captured'),
    site: z.string().max(64),
    host: z.string().max(253),
    listId: z.string().max(400),
    rowKey: z.string().max(400),
  }),
]);

export const meetingSchema = z.strictObject({
  id,
  kind: z.enum(MEETING_KINDS),
  title: words(300),
  plannedStart: instant,
  plannedEnd: instant.nullable(),
  place: words(300),
  chair: person,
  recorder: person,
  /** Supervising member of the higher committee. */
  superior: person,
  guests: z.array(someWords(200)).max(100),
  onlineLink: z.string().max(500),
  invitedAt: instant.nullable(),
  /** A length the competent committee fixed for a small cell, in minutes; null: the general rule. */
  minimumMinutes: z.number().int().min(1).max(600).nullable(),
  agenda: z.array(agendaItemSchema).max(60),
  papers: z.array(paperSchema).max(100),
  papersPostedAt: instant.nullable(),
  resultsPostedAt: instant.nullable(),
  /** Day on which the committee met before this meeting. */
  committeeMetOn: day.nullable(),
  attendance: z.array(attendanceRowSchema).max(1_000),
  opinions: z.array(opinionSchema).max(1_000),
  votes: z.array(voteSchema).max(100),
  minutes: minutesTextSchema,
  feeNotice: words(2_000),
  heldFrom: instant.nullable(),
  heldTo: instant.nullable(),
  state: z.enum(MEETING_STATES),
  score: scoreSchema.nullable(),
  origin: originSchema,
});
/** Only JSON values. */
export type Meeting = z.infer<typeof meetingSchema>;

/** An empty plan. */
export function newMeeting(given: Pick<Meeting, 'id' | 'kind' | 'plannedStart'> & Partial<Meeting>): Meeting {
  return {
    title: '',
    plannedEnd: null,
    place: '',
    chair: '',
    recorder: '',
    superior: '',
    guests: [],
    onlineLink: '',
    invitedAt: null,
    minimumMinutes: null,
    agenda: [],
    papers: [],
    papersPostedAt: null,
    resultsPostedAt: null,
    committeeMetOn: null,
    attendance: [],
    opinions: [],
    votes: [],
    minutes: { ideology: '', lastMonth: '', nextMonth: '', discussion: '', conclusion: '' },
    feeNotice: '',
    heldFrom: null,
    heldTo: null,
    state: 'PLANNED',
    score: null,
    origin: { by: 'hand' },
    ...given,
  };
}
