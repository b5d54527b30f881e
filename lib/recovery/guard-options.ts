/** What the guard is given, and what it answers: types only. */
import type { RecoveryReport } from '../model/canary';
import type { Commit, StoreAccess } from '../model/store-dump';
import type { FileFolder, KeptValue } from './ports';

export interface GuardOptions {
  stores: StoreAccess;
  canary: KeptValue;
  report: KeptValue;
  snapshots: FileFolder;
  log: FileFolder;
  /** Shape of the store this program writes. */
  schemaVersion: number;
  now: () => Date;
  /** True for a commit that erased something for good: the copies from before go at once. */
  forgets?: (commit: Commit) => boolean;
  /** Quiet time in ms before a burst of changes is written down. */
  quietMs?: number;
  /** Called when what `status` says of problems has changed. */
  changed?: () => void;
  /** Called when the store turns out to be short while it is used: it should be checked again. */
  alarm?: () => void;
}

export interface CheckResult {
  database: string;
  /** The store belongs to a newer version of the program: it is read, never written. */
  readOnly: boolean;
  /** What a recovery did, now or earlier, until the person has seen it. */
  report: RecoveryReport | null;
}

export interface ProtectionStatus {
  database: string;
  seq: number;
  snapshotSeq: number;
  lastSnapshotAt: string | null;
  generations: number;
  /** What could not be written, or null while all copies are up to date. */
  problem: string | null;
}
