/** The cap on "hoàn thành xuất sắc nhiệm vụ", held against the denominator a committee uses (it differs in practice). */

/** HTTNV alone, HTTNV or better, or all who were rated. */
export const CAP_DENOMINATORS = ['HTTNV', 'HTTNV_UP', 'RATED'] as const;
export type CapDenominator = (typeof CAP_DENOMINATORS)[number];

/** People or organisations per annual grade. */
export interface GradeCounts {
  HTXSNV: number;
  HTTNV: number;
  HTNV: number;
  KHTNV: number;
}

export interface CapResult {
  count: number;
  denominator: CapDenominator;
  /** What the count is held against. */
  base: number;
  percent: number;
  /** The highest count still within the cap. */
  limit: number;
  over: boolean;
}

/** Whole counts only, never a rounded percentage: 20 of 100 is within 20 %, 21 is not. */
export function checkCap(counts: GradeCounts, denominator: CapDenominator, percent = 20): CapResult {
  const { HTXSNV, HTTNV, HTNV, KHTNV } = counts;
  const base =
    denominator === 'HTTNV' ? HTTNV : denominator === 'HTTNV_UP' ? HTXSNV + HTTNV : HTXSNV + HTTNV + HTNV + KHTNV;
  return {
    count: HTXSNV,
    denominator,
    base,
    percent,
    limit: Math.floor((base * percent) / 100),
    over: HTXSNV * 100 > base * percent,
  };
}
