/** Whether a store is what it was when last acknowledged, from its own numbers against the canary's. Pure. */
import type { Canary, LossCause } from '../model/canary';
import type { StoreState } from '../model/store-dump';

export type Verdict = { ok: true } | { ok: false; cause: LossCause };

/** What snapshots and change log hold together: the last commit, and how many rows of data. */
export interface Copied {
  seq: number;
  rows: number;
}

/**
 * A store ahead of the canary is fine: its last commit was stored but not yet acknowledged when the browser died.
 * `copied` is null when there are no copies.
 */
export function judge(canary: Canary | null, state: StoreState, copied: Copied | null): Verdict {
  if (state.state === 'unreadable') return { ok: false, cause: 'unreadable' };
  const acknowledged = Math.max(canary?.seq ?? 0, copied?.seq ?? 0);
  const rows = Math.max(dataRows(canary?.counts ?? {}), copied?.rows ?? 0);
  if (state.state === 'absent') {
    return acknowledged === 0 && rows === 0 ? { ok: true } : { ok: false, cause: 'missing' };
  }
  if (state.seq < acknowledged) return { ok: false, cause: dataRows(state.counts) === 0 ? 'empty' : 'behind' };
  if (canary !== null && state.seq === canary.seq) {
    const short = Object.entries(canary.counts).some(([table, count]) => (state.counts[table] ?? 0) < count);
    if (short) return { ok: false, cause: dataRows(state.counts) === 0 ? 'empty' : 'short' };
  }
  return { ok: true };
}

/** Rows that are data: what the store says of itself (`meta`) does not count. */
export function dataRows(counts: Record<string, number>): number {
  return Object.entries(counts).reduce((total, [table, count]) => (table === 'meta' ? total : total + count), 0);
}
