/** One person of a cell's roster: display name, optional local code, status, role and adoption of the handbook; nothing else about them. */
import * as z from 'zod';

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
  /** One of the standard codes, or free text. */
  reason: z.string().max(500).nullable(),
  /** True for the user of this browser. */
  isSelf: z.boolean(),
  createdAt: z.iso.datetime(),
  removedAt: z.iso.datetime().nullable(),
});
export type Member = z.infer<typeof memberSchema>;
