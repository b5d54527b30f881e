/** Version 4 of the store: the secretary's desk. Frozen: never edited after release. */

import type { Transaction } from 'dexie';

export const version = 4;

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
  desk: 'id, kind',
};

export const touches = ['meta'];

export async function upgrade(transaction: Transaction): Promise<void> {
  // Version 3 would restore and export without the tables it does not know.
  await transaction.table('meta').put({ key: 'schema', schemaVersion: 4, minWriter: 4 });
}
