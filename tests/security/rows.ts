/** One figure of a proof beside its bar: what campaigns print and tests hold to. */

export interface Row {
  label: string;
  value: number;
  /** In words, `0` or `≥ 2000`. */
  bar: string;
  ok: boolean;
  /** What broke the bar, for the reader of a failure. */
  found?: string[];
}

/** A count that must stay zero; `found` tells what was counted. */
export function none(label: string, found: readonly string[]): Row {
  return { label, value: found.length, bar: '0', ok: found.length === 0, found: found.slice(0, 20) };
}

/** A count that must reach `bar`: so much was tried, or a control was seen to fail. */
export function atLeast(label: string, value: number, bar: number): Row {
  return { label, value, bar: `≥ ${bar}`, ok: value >= bar };
}
