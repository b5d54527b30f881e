/** Version 3 of the store: hosts the person added, with what they taught for them, and how reading goes on each. Frozen: never edited after release. */

import type { Transaction } from 'dexie';

export const version = 3;

export const stores = {
  pointPages: '[subject+month+part], month',
  subjects: 'subject',
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
  hostSites: 'id',
  siteHealth: 'id',
};

export const touches = ['meta'];

export async function upgrade(transaction: Transaction): Promise<void> {
  // Version 2 would restore and export without the tables it does not know.
  await transaction.table('meta').put({ key: 'schema', schemaVersion: 3, minWriter: 3 });
}
