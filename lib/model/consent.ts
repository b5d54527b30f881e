/** What the user agreed to: separate consents, each recorded with the words that were shown; a withdrawal keeps the record. */
import * as z from 'zod';

/**
 * `ownPoints`: my own points are read and kept. `cellLists`: lists naming other members (ranking, roster) are kept.
 * `meetingLists`: the calendar of meetings and who was there are kept.
 */
export const CONSENT_ITEMS = ['ownPoints', 'cellLists', 'meetingLists'] as const;
export type ConsentItem = (typeof CONSENT_ITEMS)[number];

export const consentSchema = z.strictObject({
  id: z.string().min(1).max(64),
  item: z.enum(CONSENT_ITEMS),
  /** The text shown when it was given, word for word. */
  text: z.string().min(1).max(4_000),
  language: z.enum(['vi', 'en']),
  givenAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().nullable(),
});
export type Consent = z.infer<typeof consentSchema>;
