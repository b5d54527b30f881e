/** One person as far as the store knows them, and what erasing them takes away. */
import * as z from 'zod';

/** A member of the roster, or (null) somebody only named in lists and ledgers. */
export const personRefSchema = z.strictObject({
  memberId: z.string().min(1).max(64).nullable(),
  name: z.string().min(1).max(200),
});
export type PersonRef = z.infer<typeof personRefSchema>;

/** `points`: readings and captured rows. `all`: also the roster entry; ledgers keep initials only. */
export const ERASE_SCOPES = ['points', 'all'] as const;
export type EraseScope = (typeof ERASE_SCOPES)[number];

/** What an erasure took away; consents and requests are kept with initials in place of the name. */
export interface ErasedCounts {
  readings: number;
  members: number;
  captureRows: number;
  /** Records of the desk about them alone; in all others initials stand for the name. */
  deskRecords: number;
  consents: number;
  requests: number;
}
