/** What was typed into a form and not saved yet: kept until it is saved or thrown away, of no use to anything else. */
import * as z from 'zod';

/** Characters of one draft: with the rest of its message it stays under the limit of one megabyte in Vietnamese too. */
export const MOST_IN_DRAFT = 300_000;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export const draftSchema = z.strictObject({
  /** Which form, and of which record: `member <id>`. */
  key: z.string().min(1).max(500),
  /** The member whose form it is: erased with them. */
  memberId: z.string().min(1).max(64).nullable(),
  /** The form's contents as JSON; what they are only the form knows. */
  text: z.string().min(1).max(MOST_IN_DRAFT).refine(isJson, 'expected JSON'),
});
/** A draft as handed in. */
export type DraftEntry = z.infer<typeof draftSchema>;
/** A draft as kept; `at` is the instant of the last keystroke kept. */
export type Draft = DraftEntry & { at: string };
