/** Version 5 of the store: drafts of forms, and what taking a step back needs. Frozen: never edited after release. */

import type { Transaction } from 'dexie';

export const version = 5;

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
  drafts: 'key',
  steps: '++seq, step',
};

export const touches = ['meta'];

export async function upgrade(transaction: Transaction): Promise<void> {
  // Version 4 would erase a person and leave what these tables say of them.
  await transaction.table('meta').put({ key: 'schema', schemaVersion: 5, minWriter: 5 });
}
