/** Bounds the work of one pass, so that a huge or hostile page ends in a refusal instead of a frozen tab. */

/** Thrown inside a pass only; `readPage` turns it into a problem. */
export class OverBudget extends Error {
  override name = 'OverBudget';
  constructor(readonly code: 'tooLarge' | 'tooSlow') {
    super(code);
  }
}

export interface Budget {
  /** Counts nodes looked at. @throws OverBudget */
  spend(nodes: number): void;
  /** Rows one table may hold. */
  readonly rows: number;
  /** Monotonic milliseconds, where there is a clock. */
  readonly clock?: (() => number) | undefined;
}

export interface BudgetLimits {
  /** Nodes one pass may look at. */
  nodes: number;
  /** Rows one table may hold; a page with more is refused before any is read. */
  rows: number;
  /** Milliseconds one pass may take; needs a clock. */
  milliseconds: number;
  /** Monotonic milliseconds, e.g. `() => performance.now()`; without it only nodes are counted. */
  clock?: (() => number) | undefined;
}

export const DEFAULT_LIMITS: BudgetLimits = { nodes: 1_500_000, rows: 2_000, milliseconds: 1_500 };

/** Starts a budget now. */
export function createBudget(limits: BudgetLimits): Budget {
  const start = limits.clock?.() ?? 0;
  let spent = 0;
  let nextLook = 0;
  return {
    rows: limits.rows,
    clock: limits.clock,
    spend(nodes) {
      spent += nodes;
      if (spent > limits.nodes) throw new OverBudget('tooLarge');
      if (limits.clock === undefined || spent < nextLook) return;
      nextLook = spent + 2_000;
      if (limits.clock() - start > limits.milliseconds) throw new OverBudget('tooSlow');
    },
  };
}
