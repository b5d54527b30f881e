/** One person of a cell's roster: display name, optional local code, status, role and adoption of the handbook; nothing else about them. */
import * as z from 'zod';
import { isDay } from '../vi/dates';

export const MEMBER_STATUSES = ['CHINH_THUC', 'DU_BI'] as const;
export const ABSENCE_REASONS = [
  'DU_BI',
  'MIEN_SINH_HOAT',
  'KHONG_CO_DIEN_THOAI',
  'QUAN_DOI_CONG_AN',
  'CHUA_CO_TAI_KHOAN',
  'SAI_DU_LIEU',
  'KHAC',
] as const;

/** Exempt from party work and meetings, or of the armed forces on special duty: neither is counted among those who should attend. */
export const EXEMPTIONS = ['MIEN', 'NHIEM_VU_DAC_BIET'] as const;

const day = z.string().refine(isDay, 'expected YYYY-MM-DD');
const span = { from: day.nullable(), to: day.nullable() };
const ordered = ({ from, to }: { from: string | null; to: string | null }) =>
  from === null || to === null || from <= to;

export const memberSchema = z.strictObject({
  id: z.string().min(1).max(64),
  /** As displayed; never rewritten. */
  name: z.string().min(1).max(200),
  /** Every spelling seen, for matching. */
  otherNames: z.array(z.string().max(200)).max(20),
  code: z.string().max(100).nullable(),
  unit: z.string().max(300).nullable(),
  role: z.string().max(300).nullable(),
  status: z.enum(MEMBER_STATUSES).nullable(),
  /** Counts in the eligible denominator; null = not stated. */
  eligible: z.boolean().nullable(),
  installed: z.boolean().nullable(),
  /** Has signed in to the handbook once at least; absent: not stated. */
  loggedIn: z.boolean().nullable().optional(),
  /** One of the standard codes, or free text. */
  reason: z.string().max(500).nullable(),
  /** True for the user of this browser. */
  isSelf: z.boolean(),
  /** When the person belonged to the cell, first and last day included, oldest first; null is open. Absent: all the time. */
  stays: z.array(z.strictObject(span).refine(ordered, 'ends before it begins')).max(20).optional(),
  /** Exempt from meetings, or on special duty; null is open. */
  exemptions: z
    .array(
      z
        .strictObject({ ...span, kind: z.enum(EXEMPTIONS), reason: z.string().max(500) })
        .refine(ordered, 'ends before it begins'),
    )
    .max(20)
    .optional(),
  /** What status and role were before, each up to and with a day, oldest first. */
  past: z
    .array(
      z.strictObject({ until: day, status: z.enum(MEMBER_STATUSES).nullable(), role: z.string().max(300).nullable() }),
    )
    .max(60)
    .optional(),
  /** Another record of the same person: this one's readings count as that one's, and it is not listed. */
  sameAs: z.string().min(1).max(64).nullable().optional(),
  /** Members of the same or a similar name who are somebody else. */
  notSameAs: z.array(z.string().min(1).max(64)).max(50).optional(),
  createdAt: z.iso.datetime(),
  removedAt: z.iso.datetime().nullable(),
});
export type Member = z.infer<typeof memberSchema>;
