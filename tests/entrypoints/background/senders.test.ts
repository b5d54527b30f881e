/** Every message × every wrong sender, frame, origin, shape and size: only the right one is taken. */
import { describe, expect, it } from 'vitest';
import { matchesPattern } from '../../../entrypoints/background/hosts';
import {
  contentMessageSchema,
  glanceMessageSchema,
  isTooLarge,
  ownPageMessageSchema,
  panelMessageSchema,
  restoreMessageSchema,
} from '../../../entrypoints/background/messages';
import { type Sender, contentTab, isDashboard, isOwnPage, panelTab } from '../../../entrypoints/background/senders';

const US = {
  id: 'abcdef',
  base: 'chrome-extension://abcdef/',
  granted: ['https://*.sotay.example.vn/*', 'http://127.0.0.1/*'],
};
const PAGE = 'https://a.sotay.example.vn/dashboard';
const content: Sender = { id: US.id, url: PAGE, frameId: 0, tab: { id: 7, url: PAGE } };
const dashboard: Sender = {
  id: US.id,
  url: `${US.base}dashboard.html#/points`,
  frameId: 0,
  tab: { id: 8, url: `${US.base}dashboard.html` },
};
const popup: Sender = { id: US.id, url: `${US.base}popup.html` };
const panel: Sender = {
  id: US.id,
  url: 'chrome-extension://per-session-id/panel.html',
  frameId: 3,
  tab: { id: 7, url: PAGE },
};

describe('senders', () => {
  it.each<[string, Sender, number | null, boolean, number | null]>([
    ['a content script', content, 7, false, null],
    ['the dashboard', dashboard, null, true, null],
    ['the popup', popup, null, true, null],
    ['the panel in a handbook page', panel, null, false, 7],
    ['the panel under its plain address', { ...panel, url: `${US.base}panel.html` }, null, false, 7],
    ['another extension', { ...content, id: 'zzz' }, null, false, null],
    ['another extension posing as our page', { ...dashboard, id: 'zzz' }, null, false, null],
    ['another extension posing as the panel', { ...panel, id: 'zzz' }, null, false, null],
    ['nobody', {}, null, false, null],
    ['a frame of a handbook page', { ...content, frameId: 2 }, null, false, null],
    [
      'a page of another host',
      { ...content, url: 'https://evil.example/', tab: { id: 7, url: 'https://evil.example/' } },
      null,
      false,
      null,
    ],
    ['a host that only ends alike', { ...content, url: 'https://evilsotay.example.vn/' }, null, false, null],
    ['http instead of https', { ...content, url: 'http://a.sotay.example.vn/' }, null, false, null],
    ['a message without a tab', { ...content, tab: undefined }, null, false, null],
    ['the dashboard framed in a web page', { ...dashboard, frameId: 4, tab: { id: 7, url: PAGE } }, null, false, null],
    [
      'our page in the top frame of a tab that shows something else',
      { ...dashboard, tab: { id: 7, url: PAGE } },
      null,
      false,
      null,
    ],
    ['the panel opened as a tab', { ...panel, url: `${US.base}panel.html`, frameId: 0 }, null, false, null],
    [
      'the panel on a page that is not granted',
      { ...panel, tab: { id: 7, url: 'https://evil.example/' } },
      null,
      false,
      null,
    ],
    ['a web page called panel.html', { ...panel, url: 'https://evil.example/panel.html' }, null, false, null],
    ['an address that is none', { ...content, url: 'nonsense' }, null, false, null],
  ])('%s', (_who, sender, tab, own, frame) => {
    expect(contentTab(sender, US)).toBe(tab);
    expect(isOwnPage(sender, US)).toBe(own);
    expect(panelTab(sender, US)).toBe(frame);
  });

  it.each<[string, Sender, boolean]>([
    ['the dashboard in its tab', dashboard, true],
    ['with a view', { ...dashboard, url: `${US.base}dashboard.html#/data` }, true],
    ['the popup', popup, false],
    ['the popup opened as a tab', { ...dashboard, url: `${US.base}popup.html` }, false],
    ['a page that only begins alike', { ...dashboard, url: `${US.base}dashboard.html.evil.html` }, false],
    ['the dashboard framed', { ...dashboard, frameId: 4, tab: { id: 7, url: PAGE } }, false],
    ['a content script', content, false],
    ['the panel', panel, false],
    ['another extension', { ...dashboard, id: 'zzz' }, false],
  ])('puts backups back for %s: %s', (_who, sender, allowed) => {
    expect(isDashboard(sender, US)).toBe(allowed);
  });

  it.each([
    ['https://*.a.vn/*', 'https://a.vn/x', true],
    ['https://*.a.vn/*', 'https://b.a.vn/', true],
    ['https://*.a.vn/*', 'https://ba.vn/', false],
    ['https://a.vn/*', 'https://b.a.vn/', false],
    ['http://127.0.0.1/*', 'http://127.0.0.1:4600/x', true],
    ['*://*/*', 'https://any.vn/', true],
    ['*://*/*', 'chrome-extension://a/', false],
    ['<all_urls>', 'https://any.vn/', false],
    ['https://a.vn/*', 'https://a.vn@evil.vn/', false],
  ])('%s covers %s: %s', (pattern, url, covered) => {
    expect(matchesPattern(pattern, url)).toBe(covered);
  });
});

const cost = { lastMs: 1, totalMs: 2, passes: 1, steppedDown: false };
const read = {
  status: 'ok',
  site: 'vnpt',
  siteVersion: 1,
  screen: 'home',
  address: PAGE,
  readAt: '2026-11-20T05:00:00.000Z',
  context: { name: null, role: null, unit: null },
  points: { value: 5, raw: '5', where: 'span' },
  tables: [],
  problems: [],
  skipped: { columns: [], secret: 0 },
};
const GOOD = {
  content: [
    { type: 'pageOpened', width: 1280 },
    { type: 'readerStarted' },
    { type: 'pageRead', read, lists: [], cost },
    { type: 'pageLeft' },
  ],
  ownPage: [
    { type: 'act', action: { type: 'eraseEverything' } },
    { type: 'getView', tabId: null },
    { type: 'showPanel', tabId: 3 },
  ],
  panel: [
    { type: 'watchPage' },
    { type: 'confirmPending', pendingId: 'p', total: 1 },
    { type: 'refusePending', pendingId: 'p' },
    { type: 'openDashboard', view: 'points' },
    { type: 'placePanel', placement: { side: 'left', top: 0.5, collapsed: true } },
    { type: 'resizePanel', width: 300, height: 200, yields: true },
  ],
  glance: [{ type: 'watchTab', tabId: 1 }],
  restore: [
    { type: 'begin' },
    { type: 'chunk', text: '{' },
    { type: 'apply', characters: 1, mode: 'merge', conflicts: 'ours' },
    { type: 'undo', name: 's', seq: 1 },
  ],
};
const SCHEMAS = {
  content: contentMessageSchema,
  ownPage: ownPageMessageSchema,
  panel: panelMessageSchema,
  glance: glanceMessageSchema,
  restore: restoreMessageSchema,
};
type Door = keyof typeof GOOD;
const DOORS = Object.keys(GOOD) as Door[];

describe('messages', () => {
  it.each(DOORS)('%s: each is taken by its own door only', (door) => {
    for (const message of GOOD[door]) {
      for (const other of DOORS)
        expect(SCHEMAS[other].safeParse(message).success, `${message.type} at ${other}`).toBe(other === door);
    }
  });

  it.each(DOORS)('%s: nothing that lacks, adds or bends a part is taken', (door) => {
    for (const message of GOOD[door]) {
      const schema = SCHEMAS[door];
      expect(schema.safeParse({ ...message, more: 1 }).success).toBe(false);
      expect(schema.safeParse({ ...message, type: 'other' }).success).toBe(false);
      expect(schema.safeParse([message]).success).toBe(false);
      expect(schema.safeParse(JSON.stringify(message)).success).toBe(false);
      for (const key of Object.keys(message)) {
        const { [key]: _gone, ...rest } = message as Record<string, unknown>;
        expect(schema.safeParse(rest).success, `${message.type} without ${key}`).toBe(false);
        expect(schema.safeParse({ ...message, [key]: Symbol('x') }).success).toBe(false);
      }
    }
  });

  it.each([
    ['a negative total', { points: { value: -1, raw: '', where: '' } }],
    ['a broken total', { points: { value: 1.5, raw: '', where: '' } }],
    ['a total as text', { points: { value: '5', raw: '', where: '' } }],
    ['a time that is none', { readAt: 'yesterday' }],
    ['an unknown status', { status: 'fine' }],
    [
      'an endless name',
      { context: { name: { value: 'x'.repeat(3_000), raw: '', where: '' }, role: null, unit: null } },
    ],
    [
      'an unknown kind of table',
      { tables: [{ kind: 'passwords', listId: 'x', headers: [], rows: [], complete: true, total: 0, page: null }] },
    ],
  ])('a read with %s is refused', (_what, change) => {
    const message = { type: 'pageRead', read: { ...read, ...change }, lists: [], cost };
    expect(contentMessageSchema.safeParse(message).success).toBe(false);
  });

  it('over 1 MB, or nothing JSON can hold, is too large to look at', () => {
    expect(isTooLarge({ text: 'x'.repeat(999_000) })).toBe(false);
    expect(isTooLarge({ text: 'x'.repeat(1_000_001) })).toBe(true);
    expect(isTooLarge({ text: 'ệ'.repeat(400_000) })).toBe(true);
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(isTooLarge(circle)).toBe(true);
    expect(isTooLarge(undefined)).toBe(true);
  });
});
