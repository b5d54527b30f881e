/** What a damaged store is put back to, and what is told about it: the best copy there is, else what was found. */
import type { LossCause, RecoveryReport } from '../model/canary';
import type { StoreDump, StoreState } from '../model/store-dump';
import { lastCopied, loadBestCopy } from './best-copy';
import { type Places, keepFound } from './copies';
import { emptyDump, renumbered } from './dumps';
import { countRows } from './replay';

export interface Damage {
  database: string;
  state: StoreState;
  cause: LossCause;
  /** Last commit the canary knows of; 0 without one. */
  acknowledged: number;
  schemaVersion: number;
}

/** Keeps what was found as a snapshot first. Numbers that were once given are never given again. */
export async function planRecovery(
  places: Places,
  { database, state, cause, acknowledged: known, schemaVersion }: Damage,
  now: () => Date,
): Promise<{ dump: StoreDump; report: RecoveryReport }> {
  const found = state.state === 'absent' ? null : await places.stores.salvage(database);
  const kept = await keepFound(places, found, now()).catch(() => null);
  const best = await loadBestCopy(places.snapshots, places.log);
  const acknowledged = Math.max(known, (await lastCopied(places.snapshots, places.log))?.seq ?? 0);
  const whole = best ?? { dump: found ?? emptyDump(schemaVersion, 0, now()), at: null };
  const reached = best?.dump.seq ?? (state.state === 'readable' ? state.seq : 0);
  const lost = Math.max(0, acknowledged - reached);
  const dump = best !== null && lost === 0 ? best.dump : renumbered(whole.dump, acknowledged + 1, now());
  const counts = countRows(dump);
  return { dump, report: { at: now().toISOString(), cause, restoredTo: whole.at, lost, counts, kept, seen: false } };
}
