/** Versions of rubrics: an edit makes a new one and the old one stays as it was (R17); a copy starts its own count. */
import { type Rubric, rubricSchema } from '../model/rubric';
import { exportRubric } from '../model/rubric-file';
import type { ScoreSheet } from '../model/score-sheet';

/** The edited rubric under the next number; `before` itself where nothing was changed. @throws ZodError when the edit is not valid */
export function nextVersion(before: Rubric, edited: Rubric): Rubric {
  const after = { ...edited, id: before.id, rubricVersion: before.rubricVersion, copiedFrom: before.copiedFrom };
  if (sameRubric(before, after)) return before;
  return rubricSchema.parse({ ...after, rubricVersion: before.rubricVersion + 1 });
}

/** A copy to edit: own id, version 1, the user's own certainty, and where it comes from. */
export function copyRubric(rubric: Rubric, as: { id: string; title: string; issuer: string }): Rubric {
  const { id, rubricVersion } = rubric;
  return rubricSchema.parse({
    ...rubric,
    ...as,
    rubricVersion: 1,
    copiedFrom: { id, rubricVersion },
    basis: { ...rubric.basis, certainty: 'own' },
  });
}

/** True where both would be written as the same bytes. */
export function sameRubric(a: Rubric, b: Rubric): boolean {
  return exportRubric(a) === exportRubric(b);
}

/** The very version a sheet was scored with, or null. */
export function rubricOf(sheet: Pick<ScoreSheet, 'rubric'>, rubrics: readonly Rubric[]): Rubric | null {
  const { id, rubricVersion } = sheet.rubric;
  return rubrics.find((rubric) => rubric.id === id && rubric.rubricVersion === rubricVersion) ?? null;
}
