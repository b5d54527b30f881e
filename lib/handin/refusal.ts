/** Why a hand-in, a recipient card or a key is refused: one code for each reason, with the place where there is one. */
import type * as z from 'zod';

/** Stable codes; the interface and the program word them. */
export const HAND_IN_CODES = [
  // the file
  'empty',
  'tooLarge',
  'notAge',
  'cutHeader',
  'damagedHeader',
  'otherRecipient',
  'changedHeader',
  'damagedBody',
  'notPacked',
  'tooMuchInside',
  // who signed it
  'notSigned',
  'badSignature',
  'keyMismatch',
  // what it says
  'notJson',
  'otherFormat',
  'newerFormat',
  'wrongShape',
  'otherCard',
  'fromFuture',
  // against what was taken before
  'olderRevision',
  'sameRevisionChanged',
  // cards and keys
  'notACard',
  'badCard',
  'badKey',
] as const;
export type HandInCode = (typeof HAND_IN_CODES)[number];

/** Thrown when a file, card or key is refused as a whole; nothing of it is used. */
export class HandInRefusal extends Error {
  override name = 'HandInRefusal';
  constructor(
    readonly code: HandInCode,
    /** English reason. */
    readonly reason: string,
    /** Path inside the document, `parts.totals.closing.day`; null when the whole is meant. */
    readonly where: string | null = null,
  ) {
    super(where === null ? reason : `${where}: ${reason}`);
  }
}

/** The first problem of a schema as a refusal. */
export function refusalOf(code: HandInCode, error: z.ZodError): HandInRefusal {
  const [issue] = error.issues;
  const where = (issue?.path ?? []).map(String).join('.').slice(0, 200);
  return new HandInRefusal(code, (issue?.message ?? 'not as expected').slice(0, 200), where === '' ? null : where);
}
