/** The words every site definition is made of: labels, selectors, paths, field names, parsers, each with its limits. */
import * as z from 'zod';
import { FIELD_TERMS, type FieldName } from './glossary';
import { SITE_LIMITS, isSafeSelector } from './site-limits';

/** The fixed parsers a column can name; see lib/reader/parsers.ts. */
export const CELL_PARSERS = [
  'text',
  'code',
  'name',
  'unit',
  'role',
  'rating',
  'status',
  'gender',
  'wholeNumber',
  'decimal',
  'date',
  'dateTimeRange',
  'radioChoice',
  'yesNo',
] as const;
export type CellParser = (typeof CELL_PARSERS)[number];

export const label = z.string().min(1).max(120);
export const labels = z.array(label).min(1).max(40);
export const selector = z
  .string()
  .min(1)
  .max(SITE_LIMITS.selectorLength)
  .refine(isSafeSelector, 'selector not allowed');
export const path = z
  .string()
  .max(200)
  .refine((text) => text.startsWith('/'), 'a path starts with /');
export const fieldName = z
  .string()
  .refine((name): name is FieldName => Object.hasOwn(FIELD_TERMS, name), 'not a field name of the glossary');
export const textPart = z.enum(['whole', 'beforeDash', 'afterDash', 'beforeParen', 'inParen']);
export type TextPart = z.infer<typeof textPart>;
