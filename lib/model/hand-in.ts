/** What a member hands in to the secretary (`sotay-hand-in`, version 1): a period's figures, each with where it came from. */
import * as z from 'zod';
import { looksDenied } from '../privacy/deny-list';
import { findSecrecyMark } from '../privacy/secrecy';
import { dayInVietnam, isDay } from '../vi/dates';
import { cleanText } from '../vi/text';
import { periodSchema } from './period';
import { READING_SOURCES } from './point-reading';

/** RFC 7638 thumbprint of an Ed25519 key, or a SHA-256 digest: 43 letters of base64url. */
export const keyIdSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'expected a thumbprint');

/** Where a figure came from: as a reading does, or worked out from the readings. */
export const FIGURE_SOURCES = [...READING_SOURCES, 'computed'] as const;
export type FigureSource = (typeof FIGURE_SOURCES)[number];

/** Readings one document may hold: one a day for a year and a leap day. */
export const MOST_READINGS = 366;
/** Revisions of one period; far more than anybody makes. */
export const MOST_REVISIONS = 9_999;

const day = z.string().refine(isDay, 'expected YYYY-MM-DD');
const source = z.enum(FIGURE_SOURCES);
const total = z.number().int().nonnegative().max(1e12);
const count = z.number().int().nonnegative().max(100_000);

/** A line of text as a person reads it: nothing hidden in it, nothing that must not be kept. */
export const shownText = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => text === cleanText(text) && !/\p{C}/u.test(text), 'expected clean text on one line')
    .refine((text) => !looksDenied(text), 'an identifier of a person is not kept')
    .refine((text) => findSecrecyMark(text) === null, 'carries a secrecy mark');

export const datedFigureSchema = z.strictObject({ day, total, source });
export type DatedFigure = z.infer<typeof datedFigureSchema>;

const counted = z.strictObject({ count, source });

/** The figures of the period by the rule of the tally (docs/hand-in-format.md). */
const totals = z
  .strictObject({
    opening: datedFigureSchema,
    closing: datedFigureSchema,
    points: z.strictObject({ value: total, source }),
    /** The opening is the first reading inside the period, since there is none before it. */
    openingInPeriod: z.boolean(),
    /** The total fell, or a new count began, in between. */
    reset: z.boolean(),
  })
  .refine(({ opening, closing }) => opening.day <= closing.day, 'the opening is after the closing')
  .refine(
    ({ opening, closing, points, reset }) => reset || points.value === closing.total - opening.total,
    'the points are not what rose between opening and closing',
  );
export type HandInTotals = z.infer<typeof totals>;

const readings = z
  .array(datedFigureSchema)
  .min(1)
  .max(MOST_READINGS)
  .refine((list) => list.every((one, at) => at === 0 || (list[at - 1]?.day ?? '') < one.day), 'not in order of days');

/** Only what the member chose is there; an absent part was not handed in. */
export const handInPartsSchema = z.strictObject({
  totals: totals.optional(),
  /** Last reading of each day of the period. */
  readings: readings.optional(),
  /** Documents studied in the period. */
  study: counted.optional(),
  /** Opinions given in the period. */
  opinions: counted.optional(),
  /** Quizzes taken in the period, and answers right of all asked where known. */
  quiz: counted.extend({ right: count.nullable(), asked: count.nullable() }).optional(),
});
export type HandInParts = z.infer<typeof handInPartsSchema>;

export const HAND_IN_PARTS = ['totals', 'readings', 'study', 'opinions', 'quiz'] as const;
export type HandInPart = (typeof HAND_IN_PARTS)[number];

export const handInSchema = z
  .strictObject({
    format: z.literal('sotay-hand-in'),
    version: z.literal(1),
    /** Pseudonymous sender: thumbprint of the key it is signed with. */
    from: keyIdSchema,
    /** Fingerprint of the recipient card it was sealed to: nobody can pass it on as sent to somebody else. */
    to: keyIdSchema,
    /** As the member chose to be called. */
    name: shownText(200),
    period: periodSchema,
    /** 1 for the first hand-in of a period, then one more each time. */
    revision: z.number().int().min(1).max(MOST_REVISIONS),
    createdAt: z.iso.datetime(),
    parts: handInPartsSchema,
  })
  .superRefine((one, context) => {
    const madeAt = new Date(one.createdAt);
    // Refused by its own check already, which does not keep this one from running.
    if (Number.isNaN(madeAt.getTime())) return;
    const days = daysOf(one.parts);
    const made = dayInVietnam(madeAt);
    const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['parts'], message });
    if (Object.values(one.parts).every((part) => part === undefined)) wrong('nothing is handed in');
    if (days.some((one) => one > made)) wrong('a reading is dated after the document');
    if (days.some((day) => day > one.period.to)) wrong('a reading is dated after the period');
    if (one.parts.readings?.some((reading) => reading.day < one.period.from)) wrong('a reading is before the period');
    const quiz = one.parts.quiz;
    if (quiz && quiz.right !== null && (quiz.asked === null || quiz.right > quiz.asked)) wrong('more right than asked');
    const { totals, readings } = one.parts;
    const last = readings?.at(-1);
    if (totals && last && (last.day !== totals.closing.day || last.total !== totals.closing.total))
      wrong('the last reading is not the closing');
    if (totals && totals.openingInPeriod !== totals.opening.day >= one.period.from)
      wrong('openingInPeriod does not fit the day of the opening');
  });
export type HandIn = z.infer<typeof handInSchema>;

function daysOf(parts: HandInParts): string[] {
  const { totals, readings = [] } = parts;
  return [...(totals ? [totals.opening.day, totals.closing.day] : []), ...readings.map((reading) => reading.day)];
}

/** Idempotency key of a hand-in: `from:period:revision`. */
export function handInKey({ from, period, revision }: Pick<HandIn, 'from' | 'period' | 'revision'>): string {
  return `${from}:${period.from}..${period.to}:${revision}`;
}

export const RECIPIENT_ROLES = ['secretary', 'deputy'] as const;
export type RecipientRole = (typeof RECIPIENT_ROLES)[number];

/** The card a secretary gives to members (`sotay-recipient`, version 1): for whom a hand-in is sealed. */
export const recipientCardSchema = z
  .strictObject({
    format: z.literal('sotay-recipient'),
    version: z.literal(1),
    /** Name of the cell, as members know it. */
    cell: shownText(300),
    /** The secretary first; a deputy, so that a lost key loses no file. */
    recipients: z
      .array(
        z.strictObject({
          role: z.enum(RECIPIENT_ROLES),
          /** age X25519 recipient. */
          key: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/, 'expected an age recipient (age1…)'),
        }),
      )
      .min(1)
      .max(4),
    /** SHA-256 over cell and keys; shown as words. */
    fingerprint: keyIdSchema,
  })
  .refine(({ recipients }) => recipients[0]?.role === 'secretary', 'the secretary stands first')
  .refine(({ recipients }) => recipients.slice(1).every(({ role }) => role === 'deputy'), 'one secretary only')
  .refine(
    ({ recipients }) => new Set(recipients.map(({ key }) => key)).size === recipients.length,
    'one key stands there twice',
  );
export type RecipientCard = z.infer<typeof recipientCardSchema>;

/** A sender's key as first seen, tied to a member. */
export const peerKeySchema = z.strictObject({
  keyId: keyIdSchema,
  memberId: z.string().min(1).max(64),
  firstSeen: z.iso.datetime(),
  /** Day on which words or QR were compared face to face or by voice; null = not yet. */
  verifiedOn: day.nullable(),
  /** Name the sender used then. */
  name: z.string().min(1).max(200),
});
export type PeerKey = z.infer<typeof peerKeySchema>;

const base64url = (length: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${length}}$`));

/** Public half of a signing key. */
export const publicKeySchema = z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: base64url(43) });
export type PublicKey = z.infer<typeof publicKeySchema>;

/** One's own keys: the member's signing key, or the identity with which hand-ins are opened. Never leaves but in backups. */
export const ownKeySchema = z.discriminatedUnion('use', [
  z.strictObject({ use: z.literal('sign'), keyId: keyIdSchema, jwk: publicKeySchema.extend({ d: base64url(43) }) }),
  z.strictObject({
    use: z.literal('open'),
    recipient: recipientCardSchema.shape.recipients.element.shape.key,
    identity: z.string().regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/),
  }),
]);
export type OwnKey = z.infer<typeof ownKeySchema>;
export type SigningKey = Extract<OwnKey, { use: 'sign' }>;
export type OpeningKey = Extract<OwnKey, { use: 'open' }>;

/**
 * What is remembered of a hand-in: one that was taken over, so that an older one or a second copy is known again, and one's
 * own (`memberId` is `me`), from which the next revision of a period follows.
 */
export const takenHandInSchema = z.strictObject({
  from: keyIdSchema,
  period: periodSchema,
  revision: z.number().int().min(1).max(MOST_REVISIONS),
  /** SHA-256 of the signed document. */
  digest: keyIdSchema,
  memberId: z.string().min(1).max(64),
  takenAt: z.iso.datetime(),
});
export type TakenHandIn = z.infer<typeof takenHandInSchema>;
