/** Every message × wrong sender × wrong shape, made from what is right: the matrix that unit tests, browser and campaign share. */
import { DEFAULT_CELL } from '../../lib/model/cell';
import { ownPageActionSchema, type OwnPageAction } from '../../lib/model/actions';
import type {
  ContentToBackground,
  GlanceToBackground,
  OwnPageToBackground,
  PanelToBackground,
} from '../../lib/protocol';
import type { PickerToBackground } from '../../lib/teaching';
import type { Sender } from '../../entrypoints/background/senders';

/** The five ways in. */
export type Door = 'content' | 'ownPage' | 'panel' | 'picker' | 'glance';

export const US = {
  id: 'abcdefghijklmnopabcdefghijklmnop',
  base: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/',
  granted: ['https://*.sotay.example.vn/*', 'http://127.0.0.1/*'],
};
const PAGE = 'https://a.sotay.example.vn/dashboard';
const EVIL = 'https://evil.example/';

const cost = { lastMs: 1, totalMs: 2, passes: 1, steppedDown: false };
const seen = <T>(value: T) => ({ value, raw: String(value), where: 'span' });
const read = {
  status: 'ok' as const,
  site: 'vnpt',
  siteVersion: 1,
  screen: 'home',
  address: PAGE,
  readAt: '2026-11-20T05:00:00.000Z',
  context: { name: seen('Kẻ Giả Danh'), role: seen('Bí thư'), unit: seen('Chi bộ giả') },
  points: seen(987_654),
  tables: [
    {
      kind: 'members' as const,
      listId: 'gia-mao',
      headers: ['Họ tên'],
      rows: [{ key: 'a', cells: { name: seen('Kẻ Giả Danh') } }],
      complete: true,
      total: 1,
      page: null,
    },
  ],
  problems: [],
  skipped: { columns: [], secret: 0 },
};
const reading = {
  subject: 'me',
  day: '2026-11-20',
  at: null,
  total: 987_654,
  source: 'manual' as const,
  origin: 'giả',
  raw: '987654',
  where: 'giả',
};
const member = { name: 'Kẻ Giả Danh' };

/** One of each action, every field set to something that would change the store. */
export const ACTIONS: { [T in OwnPageAction['type']]?: Extract<OwnPageAction, { type: T }> } = {
  giveConsent: { type: 'giveConsent', item: 'ownPoints', text: 'giả', language: 'vi' },
  withdrawConsent: { type: 'withdrawConsent', item: 'ownPoints' },
  confirmPending: { type: 'confirmPending', pendingId: 'gia', total: 1 },
  refusePending: { type: 'refusePending', pendingId: 'gia' },
  recordReadings: { type: 'recordReadings', readings: [reading] },
  correctReading: { type: 'correctReading', subject: 'me', id: 'gia', total: 1, day: '2026-11-20', reason: 'giả' },
  withdrawReading: { type: 'withdrawReading', subject: 'me', id: 'gia', reason: 'giả' },
  restoreReading: { type: 'restoreReading', subject: 'me', id: 'gia' },
  saveMembers: { type: 'saveMembers', members: [member] },
  updateMember: { type: 'updateMember', id: 'gia', patch: { name: 'Kẻ Giả Danh' } },
  removeMember: { type: 'removeMember', id: 'gia' },
  restoreMember: { type: 'restoreMember', id: 'gia' },
  adoptCapture: { type: 'adoptCapture', captureId: 'gia', decisions: [{ key: 'a', memberId: null }] },
  dropCapture: { type: 'dropCapture', captureId: 'gia' },
  keepCapture: {
    type: 'keepCapture',
    capture: {
      id: 'gia',
      kind: 'members',
      listId: 'gia-mao',
      site: 'vnpt',
      siteVersion: 1,
      host: 'evil.example',
      screen: null,
      unit: null,
      role: null,
      headers: ['Họ tên'],
      rows: [],
      complete: true,
      total: 0,
      firstSeenAt: read.readAt,
      updatedAt: read.readAt,
      adoptedAt: null,
    },
  },
  undoStep: { type: 'undoStep', id: 'gia' },
  saveDraft: { type: 'saveDraft', draft: { key: 'gia', memberId: null, text: '"giả"' } },
  dropDraft: { type: 'dropDraft', key: 'gia' },
  saveSettings: { type: 'saveSettings', patch: { targetPerMonth: 666, hideNumbers: true } },
  recordBackup: {
    type: 'recordBackup',
    backup: {
      takenAt: '2026-11-20T05:00:00.000Z',
      verifiedAt: '2026-11-20T05:00:00.000Z',
      place: 'file',
      seq: 1,
      counts: { readings: 1 },
    },
  },
  keepFolderPassphrase: { type: 'keepFolderPassphrase', passphrase: 'giả' },
  noteFolderProblem: { type: 'noteFolderProblem', problem: 'giả' },
  recordMemberConsent: {
    type: 'recordMemberConsent',
    consent: {
      memberId: null,
      person: 'Kẻ Giả Danh',
      kinds: ['DIEM'],
      purpose: 'giả',
      method: 'LOI_NOI',
      givenOn: '2026-11-20',
      keepUntil: null,
      text: 'giả',
    },
  },
  withdrawMemberConsent: { type: 'withdrawMemberConsent', id: 'gia', day: '2026-11-20' },
  restoreMemberConsent: { type: 'restoreMemberConsent', id: 'gia' },
  recordRequest: {
    type: 'recordRequest',
    request: { memberId: null, person: 'Kẻ Giả Danh', kind: 'erase', receivedOn: '2026-11-20', note: 'giả' },
  },
  answerRequest: { type: 'answerRequest', id: 'gia', day: '2026-11-20' },
  finishRequest: { type: 'finishRequest', id: 'gia', day: '2026-11-20' },
  reopenRequest: { type: 'reopenRequest', id: 'gia' },
  extendRequest: { type: 'extendRequest', id: 'gia', on: true },
  erasePerson: { type: 'erasePerson', person: { memberId: null, name: 'Kẻ Giả Danh' }, scope: 'all' },
  saveRetention: { type: 'saveRetention', periods: { own: 12, members: 12, captures: 1, journal: 12, desk: 12 } },
  saveHolidays: { type: 'saveHolidays', holidays: ['2026-11-20'] },
  saveBreach: { type: 'saveBreach', breach: { discoveredAt: '2026-11-20T05:00:00.000Z', done: ['stop'] } },
  addHost: { type: 'addHost', host: 'gia.example.vn' },
  saveDesk: {
    type: 'saveDesk',
    records: [
      {
        id: 'cell giả',
        kind: 'cell',
        unit: 'giả',
        base: null,
        removed: false,
        value: { ...DEFAULT_CELL, name: 'giả' },
      },
    ],
  },
  takeHandIns: {
    type: 'takeHandIns',
    readings: [],
    records: [
      {
        id: 'cell giả 2',
        kind: 'cell',
        unit: 'giả',
        base: null,
        removed: false,
        value: { ...DEFAULT_CELL, name: 'giả' },
      },
    ],
    consents: [],
  },
  undoHandIns: {
    type: 'undoHandIns',
    readings: [],
    records: [
      {
        id: 'cell giả 2',
        kind: 'cell',
        unit: 'giả',
        base: null,
        removed: true,
        value: { ...DEFAULT_CELL, name: 'giả' },
      },
    ],
    consents: [],
    reason: 'giả',
  },
  saveHostSite: { type: 'saveHostSite', host: 'gia.example.vn', text: '{}', from: 'imported' },
  dropHostSite: { type: 'dropHostSite', host: 'gia.example.vn' },
  useShipped: { type: 'useShipped', host: 'gia.example.vn', on: false },
  removeHost: { type: 'removeHost', host: 'gia.example.vn', withReadings: true },
  noteExport: { type: 'noteExport', kind: 'everything', rows: 1 },
  eraseEverything: { type: 'eraseEverything' },
};

/** Every action the background knows, for the check that none is left out above. */
export const ACTION_TYPES: string[] = ownPageActionSchema.options.map((option) => option.shape.type.value);

const actions = Object.values(ACTIONS);
const content: ContentToBackground[] = [
  { type: 'pageOpened', width: 1280 },
  { type: 'readerStarted' },
  { type: 'pageRead', read, lists: [], cost },
  { type: 'pageLeft' },
];
const ownPage: OwnPageToBackground[] = [
  ...actions.map((action): OwnPageToBackground => ({ type: 'act', action })),
  { type: 'getView', tabId: 3 },
  { type: 'showPanel', tabId: 3 },
  { type: 'getStore' },
  { type: 'acknowledgeRecovery' },
  { type: 'takeSnapshot' },
  { type: 'restoreSnapshot', name: 'gia' },
  { type: 'startEmpty' },
  { type: 'getLock' },
  { type: 'unlock', key: 'A'.repeat(43) + '=' },
  { type: 'lockNow' },
  { type: 'switchLock', to: null },
  { type: 'stillHere' },
  { type: 'scrubPage', tabId: 3 },
  { type: 'updateNow' },
  { type: 'getTeaching', tabId: 3 },
  { type: 'openTeaching', tabId: 3, open: true },
  { type: 'startPicking', tabId: 3, what: { part: 'points' } },
  { type: 'startPicking', tabId: 3, what: { list: null } },
  { type: 'stopPicking', tabId: 3 },
  {
    type: 'adjustList',
    tabId: 3,
    key: 'gia',
    kind: 'ranking',
    choices: [
      { column: 1, field: 'total', parse: 'wholeNumber' },
      { column: 2, drop: true },
    ],
  },
  { type: 'forgetTaught', tabId: 3, what: { key: 'gia' } },
  { type: 'allowLeap', tabId: 3, leapLimit: 999_999 },
  { type: 'saveTaught', tabId: 3, digest: 'a'.repeat(64) },
  { type: 'scrubPage', tabId: 3 },
];
const panel: PanelToBackground[] = [
  { type: 'watchPage' },
  { type: 'confirmPending', pendingId: 'gia', total: 1 },
  { type: 'refusePending', pendingId: 'gia' },
  { type: 'openTeachPage' },
  { type: 'hideNumbers' },
  { type: 'openDashboard', view: 'data' },
  { type: 'placePanel', placement: { side: 'left', top: 0.9, collapsed: true } },
  { type: 'resizePanel', width: 4_000, height: 4_000, yields: false },
];
const picker: PickerToBackground[] = [
  { type: 'watchPicking' },
  { type: 'point', x: 10, y: 20 },
  { type: 'step', by: 'next' },
  { type: 'look' },
  { type: 'take', seq: 1 },
  { type: 'rest', height: 100, side: 'top' },
  { type: 'resume' },
  { type: 'leave' },
];
const glance: GlanceToBackground[] = [{ type: 'watchTab', tabId: 1 }];

/** What is right at each door. */
export const RIGHT: Record<Door, readonly object[]> = { content, ownPage, panel, picker, glance };
export const DOORS: readonly Door[] = ['content', 'ownPage', 'panel', 'picker', 'glance'];

const handbook: Sender = { id: US.id, url: PAGE, frameId: 0, tab: { id: 7, url: PAGE } };
const dashboard: Sender = {
  id: US.id,
  url: `${US.base}dashboard.html#/points`,
  frameId: 0,
  tab: { id: 8, url: `${US.base}dashboard.html` },
};
const frame: Sender = {
  id: US.id,
  url: 'chrome-extension://for-this-session/panel.html',
  frameId: 3,
  tab: { id: 7, url: PAGE },
};

/** Senders by what they are; `door` is the only one open to them, if any. */
export const SENDERS: readonly { name: string; door: Door | null; sender: Sender }[] = [
  { name: 'content script of a granted host', door: 'content', sender: handbook },
  { name: 'dashboard', door: 'ownPage', sender: dashboard },
  { name: 'popup', door: 'ownPage', sender: { id: US.id, url: `${US.base}popup.html` } },
  { name: 'panel frame', door: 'panel', sender: frame },
  { name: 'content script in a subframe', door: null, sender: { ...handbook, frameId: 4 } },
  { name: 'content script in a subframe of another host', door: null, sender: { ...handbook, frameId: 4, url: EVIL } },
  {
    name: 'content script of a host not granted',
    door: null,
    sender: { ...handbook, url: EVIL, tab: { id: 7, url: EVIL } },
  },
  {
    name: 'content script of a host that ends alike',
    door: null,
    sender: { ...handbook, url: 'https://xsotay.example.vn/' },
  },
  { name: 'content script over plain http', door: null, sender: { ...handbook, url: 'http://a.sotay.example.vn/' } },
  { name: 'content script without a tab', door: null, sender: { ...handbook, tab: undefined } },
  { name: 'content script without a frame', door: null, sender: { ...handbook, frameId: undefined } },
  { name: 'content script without an address', door: null, sender: { ...handbook, url: undefined } },
  { name: 'content script with a broken address', door: null, sender: { ...handbook, url: 'javascript:0' } },
  {
    name: 'content script with a user in its address',
    door: null,
    sender: { ...handbook, url: 'https://a.sotay.example.vn@evil.example/' },
  },
  {
    name: 'another extension from a page',
    door: null,
    sender: { ...handbook, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' },
  },
  {
    name: 'another extension as our dashboard',
    door: null,
    sender: { ...dashboard, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' },
  },
  { name: 'another extension as our panel', door: null, sender: { ...frame, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' } },
  {
    name: 'page of another extension',
    door: null,
    sender: {
      id: 'ponmlkjihgfedcbaponmlkjihgfedcba',
      url: 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba/a.html',
    },
  },
  {
    name: 'our dashboard in a frame of a web page',
    door: null,
    sender: { ...dashboard, frameId: 5, tab: { id: 7, url: PAGE } },
  },
  { name: 'our dashboard in a frame of our own', door: null, sender: { ...dashboard, frameId: 5 } },
  { name: 'panel as a tab of its own', door: null, sender: { ...frame, frameId: 0 } },
  {
    name: 'panel opened under its plain address',
    door: null,
    sender: { id: US.id, url: `${US.base}panel.html`, frameId: 0, tab: { id: 9, url: `${US.base}panel.html` } },
  },
  { name: 'panel in a page not granted', door: null, sender: { ...frame, tab: { id: 7, url: EVIL } } },
  { name: 'panel in a tab of unknown address', door: null, sender: { ...frame, tab: { id: 7 } } },
  { name: 'web page called panel.html', door: null, sender: { ...frame, url: 'https://evil.example/panel.html' } },
  { name: 'nobody', door: null, sender: {} },
];

/** A message bent out of shape; each must be refused by every door. */
export interface Bent {
  name: string;
  message: unknown;
}

const LONG = 'ế'.repeat(400_000);

/** Values a field may not have, whatever it is. */
const WRONG_VALUES: readonly [string, unknown][] = [
  ['nothing', undefined],
  ['NaN', Number.NaN],
  ['infinite', Number.POSITIVE_INFINITY],
  ['an endless text', LONG],
  ['a list', [[]]],
  ['an object', { __proto__: null, a: 1 }],
  ['a symbol', Symbol('x')],
  ['a function', () => 0],
];

/** Every way of bending one message: parts missing, added, of another type; keys of the prototype; wrapped; too large. */
export function bend(message: object): Bent[] {
  const bent: Bent[] = [
    { name: 'as text', message: JSON.stringify(message) },
    { name: 'in a list', message: [message] },
    { name: 'as entries', message: Object.entries(message) },
    { name: 'with a part more', message: { ...message, more: 1 } },
    { name: 'of another type', message: { ...message, type: 'other' } },
    { name: 'with a type that is a list', message: { ...message, type: ['act'] } },
    {
      name: 'with an own __proto__',
      message: JSON.parse(JSON.stringify(message).replace('{', '{"__proto__":{"type":"act"},')) as unknown,
    },
    { name: 'with an own constructor', message: { ...message, constructor: { prototype: {} } } },
    { name: 'over 1 MB', message: { ...message, padding: LONG } },
  ];
  for (const path of places(message)) {
    // A patch may leave out any part.
    const free = /\.patch\.\w+$/.test(path);
    if (!free) bent.push({ name: `without ${path}`, message: rebuild(message, path, 'drop') });
    for (const [name, value] of WRONG_VALUES) {
      if (!free || value !== undefined)
        bent.push({ name: `${path} is ${name}`, message: rebuild(message, path, { value }) });
    }
  }
  return bent;
}

/** `action.readings.0.total`: the address of every part. */
function places(message: object, before = ''): string[] {
  return Object.entries(message).flatMap(([key, value]): string[] => {
    const path = before === '' ? key : `${before}.${key}`;
    // Cells are a free table of fields: what may stand there is tried by the schema's own tests.
    if (path.endsWith('.cells') || path.endsWith('.backup.counts')) return [];
    return [path, ...(typeof value === 'object' && value !== null ? places(value as object, path) : [])];
  });
}

function rebuild(message: object, path: string, change: 'drop' | { value: unknown }): unknown {
  const copy = structuredClone(message) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at = copy;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (change !== 'drop') at[last] = change.value;
  else if (Array.isArray(at)) at.splice(Number(last), 1, null);
  else delete at[last];
  return copy;
}
