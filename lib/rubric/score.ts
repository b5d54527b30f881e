/** Points of a sheet: per item, group, and in all, with grade, for each scorer; and what is missing or does not fit. */
import type { MEETING_GRADES, NaPolicy, Rubric, RubricItem, Scorer } from '../model/rubric';
import type { Answer, Answers, ScoreSheet } from '../model/score-sheet';
import { maxOf } from './check';
import { gradeBorders } from './borders';
import { type Exact, exact, figureOf, minus, over, plus, shown, times } from './exact';
import { holds, spanOf } from './partition';
import { fits, pointsOf, policyOf } from './points-of';

export type ScoreFinding =
  | { is: 'OPEN'; item: string }
  /** An answer of the wrong kind, an unknown band, or points beyond the most; not counted. */
  | { is: 'DOES_NOT_FIT'; item: string }
  /** R21. */
  | { is: 'NOTE_MISSING'; item: string; deduction: number }
  /** A person gave points where the form has bands, without saying why. */
  | { is: 'OWN_POINTS_NOTE'; item: string }
  /** Not applicable, and neither the rubric nor the answer says what then. */
  | { is: 'POLICY_MISSING'; item: string }
  | { is: 'UNKNOWN_ITEM'; item: string }
  | { is: 'NO_GRADE'; points: number };

export interface ItemScore {
  item: string;
  /** Null while open, and where nothing counts. */
  points: number | null;
  max: number | null;
  /** Applied policy where the item is not applicable. */
  na: NaPolicy | null;
  passed: boolean | null;
}

export interface GroupScore {
  group: string;
  points: number;
  max: number;
  complete: boolean;
  /** All pass/fail items passed; null while open or without such items. */
  passed: boolean | null;
  items: ItemScore[];
}

export interface ColumnScore {
  groups: GroupScore[];
  /** Points so far, as they were given; rescaled where items were left out by RESCALE, and then shown with two decimals without seeming to reach a grade or the most that was not. */
  points: number;
  /** Points that could be had; less than the total of the rubric where items were left out by EXCLUDE. */
  max: number;
  complete: boolean;
  /** Items without an answer that counts. */
  open: number;
  /** Null until complete, and in a rubric without points. */
  grade: (typeof MEETING_GRADES)[number] | null;
  passed: boolean | null;
  findings: ScoreFinding[];
}

/** Scores every column of a sheet; see `scoreColumn`. */
export function scoreSheet(rubric: Rubric, sheet: Pick<ScoreSheet, 'columns'>): Partial<Record<Scorer, ColumnScore>> {
  const scores: Partial<Record<Scorer, ColumnScore>> = {};
  for (const { role } of rubric.scorers) {
    const answers = sheet.columns[role];
    if (answers !== undefined) scores[role] = scoreColumn(rubric, answers);
  }
  return scores;
}

/**
 * Scores one column. Not applicable: FULL gives the most, ZERO nothing, EXCLUDE lowers what could be had, RESCALE leaves the
 * item out and stretches the rest to the whole again (points × all / (all − left out)).
 */
export function scoreColumn(rubric: Rubric, answers: Answers): ColumnScore {
  const findings: ScoreFinding[] = [];
  const groups = rubric.groups.map((group) => {
    const items = group.items.map((item) => scoreItem(item, own(answers, item.id), rubric, findings));
    const counted = items.filter((item) => item.na !== 'EXCLUDE' && item.na !== 'RESCALE');
    return {
      group: group.id,
      points: figureOf(total(counted.map((item) => item.points))),
      max: figureOf(total(counted.map((item) => item.max))),
      complete: items.every(isSettled),
      passed: allPassed(group.items, items),
      items,
    };
  });
  const known = new Set(rubric.groups.flatMap((group) => group.items.map((item) => item.id)));
  for (const item of Object.keys(answers)) if (!known.has(item)) findings.push({ is: 'UNKNOWN_ITEM', item });
  const items = groups.flatMap((group) => group.items);
  const open = items.filter((item) => !isSettled(item)).length;
  const stretched = total(items.filter((item) => item.na === 'RESCALE').map((item) => item.max));
  const reachable = total(groups.map((group) => group.max));
  const all = plus(reachable, stretched);
  const raw = total(groups.map((group) => group.points));
  const points = reachable.num === 0n ? raw : over(times(raw, all), reachable);
  const complete = open === 0;
  const grade = complete && reachable.num !== 0n ? gradeAt(rubric, points, findings) : null;
  const passed = allPassed(
    rubric.groups.flatMap((group) => group.items),
    items,
  );
  const told = stretched.num === 0n ? figureOf(points) : shown(points, [...gradeBorders(rubric), all]);
  return { groups, points: told, max: figureOf(all), complete, open, grade, passed, findings };
}

function scoreItem(item: RubricItem, answer: Answer | null, rubric: Rubric, findings: ScoreFinding[]): ItemScore {
  const max = maxOf(item);
  const score: ItemScore = { item: item.id, points: null, max, na: null, passed: null };
  const leave = (is: 'OPEN' | 'DOES_NOT_FIT' | 'POLICY_MISSING') => {
    findings.push({ is, item: item.id });
    return score;
  };
  if (answer === null) return leave('OPEN');
  if (answer.kind === 'NA') {
    const na = policyOf(item, answer);
    if (na === null) return leave('POLICY_MISSING');
    const passed = max !== null ? null : na === 'FULL' ? true : na === 'ZERO' ? false : null;
    return { ...score, na, points: pointsOf(item, answer), passed };
  }
  if (!fits(item, answer)) return leave('DOES_NOT_FIT');
  const points = pointsOf(item, answer);
  const noted = answer.note.trim() !== '';
  const deduction = max === null || points === null ? exact(0) : minus(exact(max), exact(points));
  const failed = max === null && answer.kind === 'NO';
  if (rubric.deductionNotes && !noted && (deduction.num > 0n || failed))
    findings.push({ is: 'NOTE_MISSING', item: item.id, deduction: figureOf(deduction) });
  else if (item.mode === 'BAND' && answer.kind === 'POINTS' && !noted)
    findings.push({ is: 'OWN_POINTS_NOTE', item: item.id });
  return { ...score, points, passed: max === null ? answer.kind === 'YES' : null };
}

function isSettled(item: ItemScore): boolean {
  return item.points !== null || item.na !== null || item.passed !== null;
}

function allPassed(items: readonly RubricItem[], scores: readonly ItemScore[]): boolean | null {
  const passes = scores.filter(
    (score, index) => items[index]?.mode === 'PASS_FAIL' && score.na !== 'EXCLUDE' && score.na !== 'RESCALE',
  );
  if (passes.length === 0) return null;
  if (passes.some((score) => score.passed === false)) return false;
  return passes.every((score) => score.passed === true) ? true : null;
}

function gradeAt(rubric: Rubric, points: Exact, findings: ScoreFinding[]): ColumnScore['grade'] {
  if (rubric.grades.length === 0) return null;
  const fitting = rubric.grades.filter((grade) => {
    const span = spanOf(grade.range, null);
    return span !== null && holds(span, points);
  });
  const [only, ...more] = fitting;
  if (only !== undefined && more.length === 0) return only.code;
  findings.push({ is: 'NO_GRADE', points: shown(points, gradeBorders(rubric)) });
  return null;
}

function total(points: readonly (number | null)[]): Exact {
  return points.reduce<Exact>((all, each) => (each === null ? all : plus(all, exact(each))), exact(0));
}

// Ids come from a file: `constructor` must not find what every object has.
function own(answers: Answers, id: string): Answer | null {
  return Object.hasOwn(answers, id) ? (answers[id] ?? null) : null;
}
