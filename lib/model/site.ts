/** A site definition: how one family of handbooks is recognised and read. Pure data in a closed grammar: no code, no regex, no expressions. */
import * as z from 'zod';
import { TABLE_KINDS } from './observation';
import { deniedKind } from '../privacy/deny-list';
import { isHost, isHostName, isLabel } from './host';
import { CELL_PARSERS, fieldName, label, labels, path, selector, textPart } from './site-grammar';
import { SITE_LIMITS, checkSiteData } from './site-limits';
import { type Anchor, type Taught, taughtSchema } from './taught';

export type { TextPart } from './site-grammar';

export const CONFIDENCES = ['realPages', 'rebuilt', 'assumed', 'taught'] as const;
export const TABLE_SHAPES = ['grid', 'antd', 'table', 'odoo'] as const;

const id = z.string().max(64).refine(isLabel, 'expected lower-case letters, digits and hyphens');
const bilingual = z.strictObject({ vi: z.string().min(1).max(600), en: z.string().min(1).max(600) });
/** One thing that must stand on the page: an element, or an element's own text (`text` whole, `starts` its beginning), compared without accents. */
const mark = z.union([
  z.strictObject({ select: selector }),
  z.strictObject({ text: label }),
  z.strictObject({ starts: label }),
  z.strictObject({ path }),
]);
export type Mark = z.infer<typeof mark>;

/** Where a text of the context stands; the first rule that finds exactly one distinct text wins. */
const textRule = z.union([
  z.strictObject({ select: selector, part: textPart.default('whole') }),
  /** The chosen option of a native list. */
  z.strictObject({ chosen: selector, part: textPart.default('whole') }),
  z.strictObject({ after: labels }),
]);
export type TextRule = z.infer<typeof textRule>;

const column = z.strictObject({
  field: fieldName,
  labels,
  parse: z.enum(CELL_PARSERS),
  /** The column must be there. */
  required: z.boolean().default(false),
  /** Every row must have a value in it. */
  filled: z.boolean().default(false),
  /** Closed list of accepted values (radioChoice, status); others refuse the table. */
  choices: z.array(label).max(30).optional(),
});
export type ColumnSpec = z.infer<typeof column>;

const tableSpec = z.strictObject({
  kind: z.enum(TABLE_KINDS),
  columns: z.array(column).min(1).max(40),
  /** `pager`: a list known to be paged, so without pager and total it is never called complete. */
  paging: z.enum(['pager', 'none', 'either']),
});
export type TableSpec = z.infer<typeof tableSpec>;

const cardSpec = z.strictObject({
  kind: z.literal('usage'),
  /** A line reads `<name> - <label>: <number> <unit word>`; the next line is the unit. */
  label,
  unitWord: label,
  headings: labels,
});
export type CardSpec = z.infer<typeof cardSpec>;

const screen = z.strictObject({
  id,
  headings: z.array(label).max(20).default([]),
  paths: z.array(path).max(20).default([]),
  /** All must be on the page as the whole text of an element. */
  marks: z.array(label).max(6).default([]),
  /** Kinds this screen must show (`always`), must show when a table looks like one (`ifTable`) or may show. An empty list allows any. */
  tables: z
    .array(z.strictObject({ kind: z.enum(TABLE_KINDS), need: z.enum(['always', 'ifTable', 'may']) }))
    .max(8)
    .default([]),
  /** No table here is a list of ours: forms with attachments, statistics, people who are no members. */
  closed: z.boolean().default(false),
});
export type ScreenSpec = z.infer<typeof screen>;

export const siteSchema = z
  .strictObject({
    format: z.literal('sotay-site'),
    version: z.literal(1),
    id,
    siteVersion: z.number().int().positive(),
    label: bilingual,
    hosts: z.array(z.string().max(253).refine(isHostPattern, 'expected a host name, or *. and a host name')).max(20),
    /** Where the knowledge comes from and what the definition was run against. */
    provenance: bilingual,
    checkedAgainst: bilingual,
    confidence: z.enum(CONFIDENCES),
    spa: z.enum(['none', 'history', 'hash']),
    /** Any of these groups, each with all of its marks, recognises the site on a page of unknown host. */
    detect: z.array(z.array(mark).min(1).max(6)).min(1).max(8),
    /** Tried after all others: its marks stand on almost any page. */
    lastResort: z.boolean().default(false),
    loginPaths: z.array(path).max(10),
    /** Texts that say the session is over. */
    sessionEnded: z.array(label).max(10),
    /** Elements that are there only while the page loads. */
    loading: z.array(selector).max(20),
    /** Elements whose text is an icon name, not words. */
    icons: z.array(selector).max(20),
    headings: z.array(selector).min(1).max(10),
    context: z.strictObject({
      name: z.array(textRule).max(10),
      role: z.array(textRule).max(10),
      unit: z.array(textRule).max(10),
    }),
    /** null: the site has no points at all. */
    points: z
      .strictObject({
        labels,
        units: z.array(label).max(5).default([]),
        /** The points stand in the same bar as one of these; where one is on the page, the label anywhere else counts for nothing. */
        beside: z.array(selector).max(5).default([]),
        /** A signed-in page without them has changed. */
        required: z.boolean(),
        /**
         * What proves that a role has no points: the bar around the landmarks, each of them there, holds nothing beyond them
         * but these parts and these texts (names of icons too). Null: missing points always mean a changed page.
         */
        absent: z
          .strictObject({
            landmarks: z.array(selector).min(2).max(6),
            parts: z.array(selector).max(6),
            texts: z.array(label).max(10),
          })
          .nullable()
          .default(null),
      })
      .nullable(),
    tables: z.array(tableSpec).max(40),
    cards: z.array(cardSpec).max(4).default([]),
    shapes: z.array(z.enum(TABLE_SHAPES)).min(1),
    totalLabels: z.array(label).max(10),
    pagers: z.array(selector).max(20),
    searchLabels: z.array(label).max(20),
    /** Elements that show a choice that narrows the list below them. */
    filters: z.array(selector).max(10).default([]),
    /** Names in the address's query that narrow the list; only their presence is looked at. */
    filterParams: z.array(label).max(10).default([]),
    /** Tabs over a list, in order; the chosen one by `aria-selected` or an `active` class. */
    tabs: z.array(selector).max(5).default([]),
    /** What a screen is about beyond its heading (one meeting of many): part of a list's identity. */
    subjects: z.array(selector).max(5).default([]),
    emptyTexts: z.array(label).max(20),
    screens: z.array(screen).max(80),
    /** What a person taught by pointing; null for a shipped site. */
    taught: taughtSchema.nullable().default(null),
  })
  .superRefine((site, context) => {
    for (const message of checkSiteData(site)) context.addIssue({ code: 'custom', message });
    if (site.taught !== null && (site.hosts.length !== 1 || site.hosts.some((host) => host.startsWith('*.'))))
      context.addIssue({ code: 'custom', message: 'a taught site names exactly one host' });
    for (const text of labelsRead(site)) {
      if (deniedKind(text) !== null)
        context.addIssue({ code: 'custom', message: `"${text}" names data that is never read` });
    }
  });
/** A validated site definition. Only JSON values. */
export type Site = z.infer<typeof siteSchema>;
/** The same before defaults are filled in, as written by hand. */
export type SiteInput = z.input<typeof siteSchema>;

/** Every label whose value would be read. */
function labelsRead(site: {
  points: { labels: string[] } | null;
  context: Record<'name' | 'role' | 'unit', TextRule[]>;
  tables: { columns: { labels: string[] }[] }[];
  taught: Taught | null;
}): string[] {
  const context = [...site.context.name, ...site.context.role, ...site.context.unit];
  return [
    ...(site.points?.labels ?? []),
    ...context.flatMap((rule) => ('after' in rule ? rule.after : [])),
    ...site.tables.flatMap((table) => table.columns.flatMap((column) => column.labels)),
    ...(site.taught?.lists.flatMap((list) => list.columns.flatMap((column) => column.labels)) ?? []),
    ...(site.taught?.parts ?? []).flatMap((part) => part.anchors.flatMap(wordsOf)),
    ...(site.taught?.lists ?? []).flatMap((list) => list.columns.flatMap((column) => column.anchors.flatMap(wordsOf))),
  ];
}

/** What an anchor calls the thing it finds. */
function wordsOf(anchor: Anchor): string[] {
  if (anchor.by === 'label' || anchor.by === 'header') return [anchor.text];
  if (anchor.by === 'aria') return [anchor.name];
  return anchor.by === 'attribute' ? [anchor.value.replaceAll('-', ' ').replaceAll('_', ' ')] : [];
}

/** Reads a site definition from JSON text. @throws SiteError naming the first thing wrong */
export function parseSite(text: string): Site {
  if (text.length > SITE_LIMITS.bytes || new TextEncoder().encode(text).length > SITE_LIMITS.bytes) {
    throw new SiteError(`larger than ${SITE_LIMITS.bytes / 1024} KB`);
  }
  let data: unknown;
  try {
    data = JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype')
        throw new SiteError(`key "${key}" is not allowed`);
      return value;
    });
  } catch (error) {
    throw error instanceof SiteError ? error : new SiteError('not JSON');
  }
  const [problem] = checkSiteData(data);
  if (problem !== undefined) throw new SiteError(problem);
  const result = siteSchema.safeParse(data);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new SiteError(issue ? `${issue.path.join('.')}: ${issue.message}` : 'not a site definition');
}

/** A site definition that is refused; `message` says why. */
export class SiteError extends Error {
  override name = 'SiteError';
}

/** One host as the person adds it, or `*.` and a host name. */
function isHostPattern(text: string): boolean {
  return isHost(text) || (text.startsWith('*.') && isHostName(text.slice(2)));
}
