/** Which findings are defects of a form, and which are only worth knowing. */
import { describe, expect, it } from 'vitest';
import { checkRubric } from '../../../lib/rubric';
import { severityOf } from '../../../lib/rubric/findings';
import { RUBRICS } from '../../../lib/rubrics';

describe('severityOf', () => {
  it('calls only missing scales, own readings and settled exceptions notes', () => {
    const notes = RUBRICS.flatMap(checkRubric).filter((finding) => severityOf(finding) === 'note');
    expect([...new Set(notes.map((finding) => finding.is))].sort()).toEqual(['ASSUMPTION', 'NOT_ALWAYS', 'NO_SCALE']);
  });
});
