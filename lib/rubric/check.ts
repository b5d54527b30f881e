/** What is wrong with a rubric, or left open by it: bands, sums, grades, items that are not always applicable. */
import type { Rubric, RubricItem } from '../model/rubric';
import { checkBands, showSpan } from './check-bands';
import { exact, figureOf, sum } from './exact';
import type { RubricFinding } from './findings';
import { findUneven, spanOf } from './partition';
import { findDisagreements } from './required-minutes';

/** Every finding in the order of the form; sums and ranges are compared exactly. */
export function checkRubric(rubric: Rubric): RubricFinding[] {
  const items = rubric.groups.flatMap((group) => group.items);
  return [
    ...findDisagreements(rubric.requiredMinutes).map((one): RubricFinding => ({ is: 'THRESHOLDS_DISAGREE', ...one })),
    ...items.flatMap((item) => checkItem(item, rubric)),
    ...checkSums(rubric),
    ...checkGrades(rubric),
  ];
}

/** Points an item can give at most; null for an item without points. */
export function maxOf(item: RubricItem): number | null {
  return item.mode === 'PASS_FAIL' ? null : item.max;
}

function checkItem(item: RubricItem, rubric: Rubric): RubricFinding[] {
  const about = { item: item.id, code: item.code, text: item.text };
  const found: RubricFinding[] = item.mode === 'BAND' ? checkBands(item, rubric) : [];
  if (item.mode === 'BAND' && item.measure === 'minutesShort' && rubric.requiredMinutes.length === 0)
    found.push({ is: 'LENGTH_MISSING', ...about });
  if (item.onlyKinds.length > 0 || item.appliesWhen.length > 0) {
    const where = {
      max: maxOf(item),
      kinds: [...item.onlyKinds],
      conditions: item.appliesWhen.map((one) => one.measure),
    };
    const policy = item.naPolicy;
    found.push(
      policy === null
        ? { is: 'NA_POLICY_MISSING', ...where, ...about }
        : { is: 'NOT_ALWAYS', policy, ...where, ...about },
    );
  }
  if (item.mode === 'NUMERIC') found.push({ is: 'NO_SCALE', max: item.max, ...about });
  return [...found, ...item.assumptions.map((words): RubricFinding => ({ is: 'ASSUMPTION', words, ...about }))];
}

function checkSums(rubric: Rubric): RubricFinding[] {
  const found: RubricFinding[] = [];
  for (const group of rubric.groups) {
    const points = group.items.map(maxOf).filter((max) => max !== null);
    const all = figureOf(sum(points.map(exact)));
    if (points.length === 0 ? group.max !== null : group.max !== all)
      found.push({ is: 'GROUP_SUM', group: group.id, title: group.title, sum: all, max: group.max });
  }
  const groups = rubric.groups.map((group) => group.max).filter((max) => max !== null);
  const all = figureOf(sum(groups.map(exact)));
  if (groups.length === 0 ? rubric.total !== null : rubric.total !== all)
    found.push({ is: 'TOTAL_SUM', sum: all, total: rubric.total });
  return found;
}

function checkGrades(rubric: Rubric): RubricFinding[] {
  if (rubric.total === null) return [];
  if (rubric.grades.length === 0) return [{ is: 'GRADES_MISSING' }];
  const grades = rubric.grades.flatMap((grade) => {
    const span = spanOf(grade.range, null);
    return span === null ? [] : [{ id: grade.code, span }];
  });
  const domain = { from: exact(0), fromOpen: false, to: exact(rubric.total), toOpen: false };
  return findUneven(domain, grades).map(({ span, bands }): RubricFinding =>
    bands.length === 0
      ? { is: 'GRADE_GAP', span: showSpan(span) }
      : { is: 'GRADE_OVERLAP', span: showSpan(span), grades: bands },
  );
}
