/** Which state is shown, the gravest first. */
import { expect, it } from 'vitest';
import type { TabPage } from '../../../entrypoints/background/tab-pages';

const { stateOf } = await import('../../../entrypoints/background/panel-view');

type Read = NonNullable<TabPage['read']>;
const read = (status: Read['status'], total: number | null = 100): Read => ({
  status,
  site: 'vnpt',
  siteVersion: 1,
  screen: 'home',
  address: '',
  readAt: '2026-11-20T05:00:00.000Z',
  context: { name: null, role: null, unit: null },
  points: total === null ? null : { value: total, raw: '', where: '' },
  tables: [],
  problems: [],
  skipped: { columns: [], secret: 0 },
});
const page = (change: Partial<TabPage>): TabPage => ({
  origin: 'https://a.vn',
  narrow: false,
  collapsed: null,
  read: read('ok'),
  lists: [],
  cost: null,
  outcome: 'known',
  storageFailed: false,
  nothingToReadBy: false,
  reconciliation: [],
  ...change,
});
const slow = { lastMs: 90, totalMs: 900, passes: 9, steppedDown: true };

it.each<[string, TabPage | null, boolean, boolean, string]>([
  ['no consent', page({}), false, true, 'noConsent'],
  ['no handbook', null, true, false, 'unknownSite'],
  ['no handbook, but something waits', null, true, true, 'needsConfirm'],
  ['storage failed', page({ storageFailed: true }), true, true, 'storageFailed'],
  ['over budget', page({ cost: slow }), true, false, 'steppedDown'],
  ['nothing read yet', page({ read: null }), true, false, 'reading'],
  ['loading', page({ read: read('notReady') }), true, false, 'reading'],
  ['unknown', page({ read: read('unknownSite') }), true, false, 'unknownSite'],
  ['signed out', page({ read: read('sessionEnded') }), true, true, 'sessionEnded'],
  ['redesigned', page({ read: read('changed') }), true, false, 'pageChanged'],
  ['secret', page({ read: read('secret') }), true, false, 'secretPage'],
  ['waiting', page({ outcome: 'pending' }), true, true, 'needsConfirm'],
  ['no points', page({ read: read('ok', null), outcome: null }), true, false, 'noPointsHere'],
  ['kept', page({ outcome: 'kept' }), true, false, 'read'],
  ['just confirmed', page({ outcome: 'pending' }), true, false, 'read'],
  ['just refused', page({ outcome: 'pending', read: read('ok', 7) }), true, false, 'nothingNew'],
  ['seen before', page({ outcome: 'extended' }), true, false, 'nothingNew'],
])('%s: %s', (_what, tab, consented, waits, state) => {
  expect(stateOf(tab, consented, waits, 100)).toBe(state);
});
