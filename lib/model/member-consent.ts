/** The ledger of consents other people gave for their data: what, for what, how, until when (Luật 91/2025/QH15, Art. 9). */
import * as z from 'zod';
import { isDay } from '../vi/dates';

const day = z.string().refine(isDay, 'expected YYYY-MM-DD');

export const CONSENT_METHODS = ['VAN_BAN', 'LOI_NOI', 'TIN_NHAN', 'BIEU_QUYET', 'KHAC'] as const;
export const DATA_KINDS = ['HO_TEN', 'DIEM', 'DIEM_DANH', 'Y_KIEN', 'NHIEM_VU'] as const;

export const memberConsentSchema = z.strictObject({
  id: z.string().min(1).max(64),
  /** Roster member, or null for somebody not (or no longer) on it. */
  memberId: z.string().min(1).max(64).nullable(),
  /** Name as it was when the consent was given. */
  person: z.string().min(1).max(200),
  kinds: z.array(z.enum(DATA_KINDS)).min(1).max(DATA_KINDS.length),
  purpose: z.string().min(1).max(500),
  method: z.enum(CONSENT_METHODS),
  givenOn: day,
  /** Last day the data may be kept; null: as long as the purpose lasts. */
  keepUntil: day.nullable(),
  /** The words agreed to. */
  text: z.string().max(4_000),
  withdrawnOn: day.nullable(),
  /** Day on which the person was erased and the name replaced by initials. */
  erasedOn: day.nullable(),
});

/** As entered, before the tracker adds what it keeps itself. */
export const memberConsentDraftSchema = memberConsentSchema.omit({ id: true, withdrawnOn: true, erasedOn: true });
export type MemberConsentDraft = z.infer<typeof memberConsentDraftSchema>;
export type MemberConsent = z.infer<typeof memberConsentSchema>;
