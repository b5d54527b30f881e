/** Our figure beside the official one: "khớp", or "lệch" by how much with the likely causes. */

/** Likely causes of a difference; stable codes, worded by the interface. */
export const DIFFERENCE_CAUSES = [
  'notAllRowsRead',
  'readAtOtherTimes',
  'listIncludesOthers',
  'membersMissingInList',
  'secretOrHiddenRows',
  'newRunSinceReading',
  'columnsChanged',
  'officialSmaller',
] as const;
export type DifferenceCause = (typeof DIFFERENCE_CAUSES)[number];

export type ReconcileSubject = 'myPoints' | 'memberCount' | 'rankingOrder';

export interface Reconciliation {
  subject: ReconcileSubject;
  ours: number;
  theirs: number;
  /** `ours - theirs`. */
  difference: number;
  verdict: 'match' | 'differ';
  causes: DifferenceCause[];
}

/** What is known about how both figures came about; leave out what is not known. */
export interface ReconcileFacts {
  /** False while pages of the list are still unread. */
  complete?: boolean;
  /** Rows skipped because of a secrecy mark. */
  secretRows?: number;
  /** Instants of both figures (ISO 8601). */
  oursAt?: string;
  theirsAt?: string;
  /** The readings were marked as a new run (fall, role, unit, site). */
  newRun?: boolean;
  /** Largest difference that still makes sense by time alone; above it the columns are doubted. */
  leapLimit?: number;
}

/** Compares one figure of ours with the official one. Equal means equal: nothing is rounded. */
export function reconcile(
  subject: ReconcileSubject,
  ours: number,
  theirs: number,
  facts: ReconcileFacts = {},
): Reconciliation {
  const difference = ours - theirs;
  const verdict = difference === 0 ? 'match' : 'differ';
  return {
    subject,
    ours,
    theirs,
    difference,
    verdict,
    causes: difference === 0 ? [] : causesOf(subject, difference, facts),
  };
}

/**
 * Checks a ranking that the page lists in order: its totals must not rise from one rank to the next, and when the list is
 * complete its ranks must count on without holes (1-1-3 or 1-1-2); ranks and totals swapped keep their order, not their steps.
 * `ours` counts the rows that keep the rule, `theirs` all rows.
 */
export function reconcileRanking(
  rows: readonly { rank: number; total: number }[],
  { complete }: { complete: boolean } = { complete: false },
): Reconciliation {
  const sorted = [...rows].sort((a, b) => a.rank - b.rank || b.total - a.total);
  let tied = 1;
  const kept = sorted.filter((row, index) => {
    const before = sorted[index - 1];
    if (before === undefined) return !complete || row.rank === 1;
    if (row.rank === before.rank) {
      tied += 1;
      return row.total === before.total;
    }
    const step = row.rank - before.rank;
    const counts = step === 1 || step === tied;
    tied = 1;
    return row.total <= before.total && (!complete || counts);
  });
  const difference = kept.length - rows.length;
  return {
    subject: 'rankingOrder',
    ours: kept.length,
    theirs: rows.length,
    difference,
    verdict: difference === 0 ? 'match' : 'differ',
    causes: difference === 0 ? [] : ['columnsChanged', 'readAtOtherTimes'],
  };
}

function causesOf(subject: ReconcileSubject, difference: number, facts: ReconcileFacts): DifferenceCause[] {
  const causes: DifferenceCause[] = [];
  if (facts.complete === false) causes.push('notAllRowsRead');
  if ((facts.secretRows ?? 0) > 0) causes.push('secretOrHiddenRows');
  if (subject === 'memberCount') causes.push(difference > 0 ? 'listIncludesOthers' : 'membersMissingInList');
  if (subject === 'myPoints') {
    if (facts.newRun === true) causes.push('newRunSinceReading');
    if (facts.leapLimit !== undefined && Math.abs(difference) > facts.leapLimit) causes.push('columnsChanged');
    if (facts.oursAt === undefined || facts.oursAt !== facts.theirsAt) causes.push('readAtOtherTimes');
    if (difference > 0) causes.push('officialSmaller');
  }
  return causes;
}
