/** A document profile: how party documents look (paper, fonts, header, numbers, dates, signature), as versioned data that people may edit. */
import * as z from 'zod';
import { isDay } from '../vi/dates';

/** How sure a figure is: the text itself, a transcription of it, taken over from another instrument, or our choice where nothing is known. */
export const PROFILE_CERTAINTIES = ['text', 'transcribed', 'takenOver', 'choice'] as const;
export const SPELLINGS = ['ủy', 'uỷ'] as const;

const bilingual = z.strictObject({ vi: z.string().min(1).max(600), en: z.string().min(1).max(600) });
const word = z.string().min(1).max(60);
const margin = z.number().min(5).max(60);
const points = z.number().min(6).max(40);
const month = z.number().int().min(1).max(12);

export const docProfileSchema = z.strictObject({
  format: z.literal('sotay-doc-profile'),
  version: z.literal(1),
  id: z
    .string()
    .max(64)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected lower-case letters, digits and hyphens'),
  /** Grows with every edit; a document names the profile it was made with. */
  profileVersion: z.number().int().positive(),
  label: bilingual,
  /** The instrument the layout follows; null for a layout of the person's own. */
  source: z
    .strictObject({
      /** Issuer, number and date together name an instrument: numbers restart each term. */
      number: z.string().min(1).max(100),
      issued: z.string().refine(isDay, 'expected YYYY-MM-DD'),
      found: bilingual,
    })
    .nullable(),
  /** How sure the values are; `fields` are paths such as `body.size`, the rest is as `overall` says. */
  certainty: z.strictObject({
    overall: z.enum(PROFILE_CERTAINTIES),
    parts: z
      .array(
        z.strictObject({
          fields: z.array(z.string().min(1).max(80)).min(1).max(30),
          certainty: z.enum(PROFILE_CERTAINTIES),
          why: bilingual,
        }),
      )
      .max(30),
  }),
  page: z.strictObject({
    size: z.literal('A4'),
    /** Millimetres. */
    margins: z.strictObject({ top: margin, bottom: margin, left: margin, right: margin }),
  }),
  /** Points. */
  fonts: z.strictObject({
    family: z
      .string()
      .min(1)
      .max(60)
      .regex(/^[\p{L}\p{N} -]+$/u, 'expected the name of a font'),
    party: points,
    organisation: points,
    number: points,
    placeDate: points,
    type: points,
    abstract: points,
    body: points,
    table: points,
    recipients: points,
    signature: points,
    pageNumber: points,
  }),
  header: z.strictObject({
    party: word,
    /** A rule under the Party's name. */
    rule: z.boolean(),
    /** Stands under the issuing body; empty leaves it out. */
    mark: z.string().max(10),
  }),
  number: z.strictObject({
    /** `Số`. */
    word,
    colon: z.boolean(),
    /** Digits a number is filled up to with zeros: 2 gives 01–09. */
    pad: z.number().int().min(1).max(4),
    /** Symbols of the issuing bodies after the slash. */
    cell: word,
    committee: word,
  }),
  placeDate: z.strictObject({
    /** Days below it get a zero; 0 pads none. */
    padDaysBelow: z.number().int().min(0).max(10),
    /** Months that get a zero. */
    padMonths: z.array(month).max(12),
  }),
  title: z.strictObject({ dashes: z.string().max(20) }),
  body: z.strictObject({
    /** Millimetres. */
    firstLineIndent: z.number().min(0).max(30),
    /** Points from line to line. */
    lineSpacing: z.number().min(10).max(40),
    /** Points after a paragraph. */
    spaceAfter: z.number().min(0).max(24),
  }),
  headings: z.strictObject({
    /** What follows the Roman numeral of the first level: `I-` or `I.`. */
    afterRoman: z.enum(['-', '.']),
    /** Letters of the third level, in order. */
    letters: z.array(z.string().min(1).max(2)).min(5).max(30),
  }),
  /** Last mark of the text: `.`, or `./.` as administrative documents have it. */
  endMark: z.enum(['.', './.']),
  recipients: z.strictObject({
    title: word,
    underline: z.boolean(),
    /** Last item for a cell and for a committee. */
    lastCell: word,
    lastCommittee: word,
  }),
  signature: z.strictObject({ cell: word, committee: word, titles: z.array(word).min(1).max(10) }),
  pageNumber: z.strictObject({ place: z.enum(['headerCentre', 'none']), onFirst: z.boolean() }),
  /** How our own fixed texts write "ủy"; names are never respelled. */
  spelling: z.enum(SPELLINGS),
  /** Numbers run on per document type within a term, or within a year. */
  numbering: z.enum(['typeAndTerm', 'typeAndYear']),
});
export type DocProfile = z.infer<typeof docProfileSchema>;

/** A profile that is refused; `issues` name each place and what is wrong there. */
export class DocProfileError extends Error {
  override name = 'DocProfileError';
  constructor(readonly issues: readonly string[]) {
    super(issues.join('\n'));
  }
}

const MAX_BYTES = 64 * 1024;

/** Reads a profile from JSON text. @throws DocProfileError naming everything that is wrong */
export function parseDocProfile(text: string): DocProfile {
  if (text.length > MAX_BYTES) throw new DocProfileError([`larger than ${MAX_BYTES / 1024} KB`]);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new DocProfileError(['not JSON']);
  }
  return checkDocProfile(data);
}

/** The same from a value already read. @throws DocProfileError */
export function checkDocProfile(data: unknown): DocProfile {
  const result = docProfileSchema.safeParse(data);
  if (result.success) {
    const { left, right } = result.data.page.margins;
    // Header and tables need room; less than this no line of a letterhead fits.
    if (210 - left - right < 120) throw new DocProfileError(['page.margins: less than 120 mm left for the text']);
    return result.data;
  }
  throw new DocProfileError(
    result.error.issues.map(
      (issue) => `${issue.path.length === 0 ? 'profile' : issue.path.join('.')}: ${issue.message}`,
    ),
  );
}

/** The profile as JSON, readable again with `parseDocProfile`. */
export function writeDocProfile(profile: DocProfile): string {
  return `${JSON.stringify(profile, null, 2)}\n`;
}

/** An editable copy under an id of its own, version 1. */
export function copyDocProfile(profile: DocProfile, id: string, label: DocProfile['label']): DocProfile {
  return { ...structuredClone(profile), id, label, profileVersion: 1 };
}
