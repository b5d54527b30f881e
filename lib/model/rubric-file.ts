/** Rubrics as JSON files: read with a reason when refused, written so that one rubric always gives the same bytes. */
import { RUBRIC_LIMITS, type Rubric, rubricSchema } from './rubric';

export type RubricRefusal = 'TOO_LARGE' | 'NOT_JSON' | 'OTHER_FORMAT' | 'NEWER_VERSION' | 'INVALID';

/** A file that is no rubric; `code` for translation, `message` in English with all that is wrong (ten at most). */
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
  if (new TextEncoder().encode(text).length > RUBRIC_LIMITS.bytes)
    throw new RubricError('TOO_LARGE', `larger than ${RUBRIC_LIMITS.bytes / 1024} KB`);
  let data: unknown;
  try {
    data = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    throw new RubricError('NOT_JSON', 'not JSON');
  }
  return readRubric(data);
}

/** Checks a value that should be a rubric. @throws RubricError */
export function readRubric(data: unknown): Rubric {
  const head = typeof data === 'object' && data !== null ? data : {};
  const format = 'format' in head ? head.format : undefined;
  const version = 'version' in head ? head.version : undefined;
  if (format !== 'sotay-rubric') throw new RubricError('OTHER_FORMAT', 'no rubric: "format" is not "sotay-rubric"');
  if (typeof version === 'number' && version > 1)
    throw new RubricError('NEWER_VERSION', `version ${version} is newer than this program: only 1 is known`);
  const result = rubricSchema.safeParse(data);
  if (result.success) return result.data;
  const problems = result.error.issues
    .slice(0, 10)
    .map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
  const words = problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  throw new RubricError('INVALID', words.join('; '), problems);
}

/** Canonical JSON: keys in the order of the schema, defaults written out, two blanks, one line end. */
export function exportRubric(rubric: Rubric): string {
  return `${JSON.stringify(rubricSchema.parse(rubric), null, 2)}\n`;
}
