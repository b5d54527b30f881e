/** Which snapshots stay: the newest five, one of each of the last days and weeks, and some made before risky steps. Pure. */
import { dayInVietnam } from '../vi/dates';

/** Why a snapshot was made. `found` is a store as it was found damaged, `chosen` one the user asked for. */
export const SNAPSHOT_REASONS = [
  'burst',
  'start',
  'recovered',
  'beforeUpgrade',
  'beforeImport',
  'beforeRestore',
  'beforeErase',
  'found',
  'chosen',
] as const;
export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number];

export interface Generation {
  name: string;
  seq: number;
  /** ISO instant. */
  at: string;
  reason: SnapshotReason;
}

const NEWEST = 5;
const DAYS = 7;
const WEEKS = 8;
/** Snapshots before risky steps, of each kind. */
const OF_A_KIND = 5;

/** Names to remove; always leaves at least the newest. Newest by commit, not by the clock: that may have been set back. */
export function expired(all: readonly Generation[]): string[] {
  const newestFirst = [...all].sort((a, b) => b.seq - a.seq || (a.at < b.at ? 1 : -1));
  const kept = new Set<string>();
  const ordinary = newestFirst.filter(({ reason }) => reason !== 'found');
  ordinary.slice(0, NEWEST).forEach(({ name }) => kept.add(name));
  keepFirstOfEach(ordinary, ({ at }) => dayInVietnam(new Date(at)), DAYS, kept);
  keepFirstOfEach(ordinary, ({ at }) => weekOf(at), WEEKS, kept);
  const risky = newestFirst.filter(({ reason }) => reason !== 'burst' && reason !== 'start' && reason !== 'recovered');
  const perKind = new Map<SnapshotReason, number>();
  for (const { name, reason } of risky) {
    const count = perKind.get(reason) ?? 0;
    perKind.set(reason, count + 1);
    if (count < OF_A_KIND) kept.add(name);
  }
  return newestFirst.filter(({ name }) => !kept.has(name)).map(({ name }) => name);
}

function keepFirstOfEach(
  list: readonly Generation[],
  spanOf: (one: Generation) => string,
  spans: number,
  kept: Set<string>,
): void {
  const seen = new Set<string>();
  for (const one of list) {
    const span = spanOf(one);
    if (seen.has(span)) continue;
    if (seen.size === spans) return;
    seen.add(span);
    kept.add(one.name);
  }
}

// Weeks counted from a Monday; only equality matters.
function weekOf(at: string): string {
  const days = Math.floor(Date.parse(`${dayInVietnam(new Date(at))}T00:00:00Z`) / 86_400_000);
  return String(Math.floor((days + 3) / 7));
}
