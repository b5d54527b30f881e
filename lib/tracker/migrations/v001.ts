/** Version 1 of the store: the tables and indexes the first release starts with. Frozen: never edited after release. */

export const version = 1;

export const stores = {
  pointPages: '[subject+month+part], month',
  subjects: 'subject',
  members: 'id, unit',
  captures: 'id',
  consents: 'id, item',
  settings: 'key',
  pending: 'key',
  confirmedSites: 'key',
  journal: '++seq',
  meta: 'key',
};
