/** Rubrics and score sheets as JSON files: read with a reason when refused, written so that one document always gives the same bytes. */
import type * as z from 'zod';
import { RUBRIC_LIMITS, type Rubric, rubricSchema } from './rubric';
import { type ScoreSheet, scoreSheetSchema } from './score-sheet';

export type RubricRefusal = 'TOO_LARGE' | 'NOT_JSON' | 'OTHER_FORMAT' | 'NEWER_VERSION' | 'INVALID';

/** A file that is no rubric or no sheet; `code` for translation, `message` in English with what is wrong (ten at most). */
export class RubricError extends Error {
  override name = 'RubricError';
  constructor(
    readonly code: RubricRefusal,
    message: string,
    /** Places in the document and what is wrong there. */
    readonly problems: readonly { path: string; message: string }[] = [],
  ) {
    super(message);
  }
}

/** Reads a rubric from JSON text. @throws RubricError */
export function parseRubric(text: string): Rubric {
  return readRubric(parseText(text));
}

/** Checks a value that should be a rubric. @throws RubricError */
export function readRubric(data: unknown): Rubric {
  return read(data, 'sotay-rubric', rubricSchema);
}

/** Reads a score sheet from JSON text. @throws RubricError */
export function parseScoreSheet(text: string): ScoreSheet {
  return read(parseText(text), 'sotay-score-sheet', scoreSheetSchema);
}

/** Canonical JSON: keys in the order of the schema, defaults written out, two blanks, one line end. */
export function exportRubric(rubric: Rubric): string {
  return `${JSON.stringify(rubricSchema.parse(rubric), null, 2)}\n`;
}

function parseText(text: string): unknown {
  if (text.length > RUBRIC_LIMITS.bytes || new TextEncoder().encode(text).length > RUBRIC_LIMITS.bytes)
    throw new RubricError('TOO_LARGE', `larger than ${RUBRIC_LIMITS.bytes / 1024} KB`);
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    throw new RubricError('NOT_JSON', 'not JSON');
  }
}

function read<T>(data: unknown, wanted: string, schema: z.ZodType<T>): T {
  const head = typeof data === 'object' && data !== null ? data : {};
  const format = 'format' in head ? head.format : undefined;
  const version = 'version' in head ? head.version : undefined;
  if (format !== wanted) throw new RubricError('OTHER_FORMAT', `"format" is not "${wanted}"`);
  if (typeof version === 'number' && version > 1)
    throw new RubricError('NEWER_VERSION', `version ${version} is newer than this program, which knows version 1`);
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const problems = result.error.issues
    .slice(0, 10)
    .map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
  const words = problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  throw new RubricError('INVALID', words.join('; '), problems);
}
