/** What the dashboard asks of the vault worker (sealing, opening, comparing, taking everything out) and what it answers. */
import type { Difference } from '@/lib/backup/difference';
import type { RefusalCode } from '@/lib/backup/refusal';
import type { AllData } from '@/lib/model/all-data';
import type { VerifiedBackup } from '@/lib/model/backup-state';
import type { HandInCalls, HandInFailure } from './handin-calls';

/** A sealed copy with what is needed to prove later that a file holds it. */
export interface SealedCopy extends Pick<VerifiedBackup, 'takenAt' | 'seq' | 'counts'> {
  bytes: ArrayBuffer;
  /** SHA-256 of what is inside, hex. */
  digest: string;
}

/** A file that was opened, checked and compared with what is here. */
export interface OpenedBackup {
  exportedAt: string;
  counts: AllData['counts'];
  /** Characters of its JSON, to be taken with `takeText`. */
  characters: number;
  difference: Difference;
}

export interface VaultCalls extends HandInCalls {
  sealCopy: { ask: { database: string; key: Uint8Array | null; passphrase: string; now: string }; answer: SealedCopy };
  /** Opens a file that was written and compares what is inside with the digest. */
  verifyCopy: { ask: { bytes: ArrayBuffer; passphrase: string; digest: string }; answer: null };
  openBackup: {
    ask: { database: string; key: Uint8Array | null; bytes: ArrayBuffer; passphrase: string; now: string };
    answer: OpenedBackup;
  };
  /** A piece of the last opened backup's JSON. */
  takeText: { ask: { from: number; limit: number }; answer: { text: string } };
  /** Everything, not sealed: one JSON document, or a zip of CSV tables. */
  exportPlain: {
    ask: { database: string; key: Uint8Array | null; kind: 'json' | 'csv'; now: string };
    answer: { bytes: ArrayBuffer };
  };
}

/** Why a call failed: a refused file carries its code and place; `differs`: the file holds something else than was written. */
export type VaultFailure =
  | { kind: 'refused'; code: RefusalCode; where: string | null; reason: string }
  | HandInFailure
  | { kind: 'differs' }
  | { kind: 'failed'; detail: string };

export type ToVault = { [K in keyof VaultCalls]: { id: number; call: K; ask: VaultCalls[K]['ask'] } }[keyof VaultCalls];
