/** All versions of the store, oldest first; a new one is added at the end, with its frozen dump in tests/fixtures/db. */
import type { Transaction } from 'dexie';
import * as v001 from './migrations/v001';
import * as v002 from './migrations/v002';
import * as v003 from './migrations/v003';
import * as v004 from './migrations/v004';
import * as v005 from './migrations/v005';

export interface Migration {
  version: number;
  stores: Record<string, string | null>;
  /** Rewrites the records of the version before. */
  upgrade?: (transaction: Transaction) => Promise<void>;
  /** Tables whose rows `upgrade` reads or writes; anything but `meta` needs the key when the store is locked. */
  touches?: readonly string[];
}

export const MIGRATIONS: readonly Migration[] = [v001, v002, v003, v004, v005];
