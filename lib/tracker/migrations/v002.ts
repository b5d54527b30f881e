/** Version 2 of the store: ledgers for other people's consents, requests and deletions, and what is known of backups. Frozen: never edited after release. */

import type { Transaction } from 'dexie';

export const version = 2;

export const stores = {
  pointPages: '[subject+month+part], month',
  subjects: 'subject',
  // The index by unit is gone: an index cannot be sealed by the lock.
  members: 'id',
  captures: 'id',
  consents: 'id, item',
  settings: 'key',
  pending: 'key',
  confirmedSites: 'key',
  journal: '++seq',
  meta: 'key',
  memberConsents: 'id',
  requests: 'id',
  deletions: '++seq',
  backups: 'key',
};

export const touches = ['meta'];

export async function upgrade(transaction: Transaction): Promise<void> {
  // Version 1 keeps no count of changes: let loose on this store it would make a recovery believe that data is missing.
  await transaction.table('meta').put({ key: 'schema', schemaVersion: 2, minWriter: 2 });
}
