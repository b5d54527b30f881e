/** Popup and side panel: the same glance, with and without the handbook in front. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { BrowserGlance } from '@/components/glance/BrowserGlance';
import { textsOf } from '@/components/i18n';
import type { PanelView } from '@/lib/protocol';
import { type FakeChrome, installFakeChrome } from '../fake-chrome';
import { expectGoodInEveryLook, pressUnhurried, show, watchScreen } from '../screen';
import { sampleState } from '../teach/sample';
import { PENDING, sampleView } from './sample-view';

watchScreen();
const text = textsOf('vi').glance;
let chrome: FakeChrome;
let remove: () => void;

beforeEach(async () => {
  await page.viewport(400, 720);
  ({ chrome, remove } = installFakeChrome());
});
afterEach(() => remove());

async function open(place: 'popup' | 'sidepanel', view: PanelView) {
  show(<BrowserGlance place={place} />);
  await expect.poll(() => chrome.ports.at(-1)?.sent).toEqual([{ type: 'watchTab', tabId: 7 }]);
  chrome.ports.at(-1)?.onMessage.emit({ type: 'panelChanged', view });
}

describe('BrowserGlance', () => {
  it('shows the page in front in the popup', async () => {
    await open('popup', sampleView());
    await expect.element(page.getByText('12.345', { exact: true })).toBeVisible();
    await expectGoodInEveryLook('popup');
  });

  it('shows more spans of time in the side panel', async () => {
    await open('sidepanel', sampleView());
    await expect.element(page.getByText('+9.870')).toBeVisible();
    await expectGoodInEveryLook('sidepanel');
  });

  it('without the handbook shows what was kept last', async () => {
    await open('popup', sampleView({ state: 'unknownSite', site: null, host: null }));
    await expect.element(page.getByText(text.popup.noHandbook)).toBeVisible();
    await expect.element(page.getByText('12.345', { exact: true })).toBeVisible();
    await expectGoodInEveryLook('popup-away');
  });

  it.each<[string, 'popup' | 'sidepanel', string | undefined, string]>([
    ['outside the popup', 'sidepanel', undefined, text.addHost.fromToolbar],
    ['on a page of the browser', 'popup', 'chrome://extensions/', text.addHost.notThisPage],
    ['on a page without https', 'popup', 'http://so-tay.example.vn/', text.addHost.notThisPage],
  ])('%s tells why the page in front cannot be added', async (_name, place, url, why) => {
    chrome.tabs.query = () => Promise.resolve([{ id: 7, windowId: 3, ...(url === undefined ? {} : { url }) }]);
    await open(place, sampleView({ state: 'unknownSite', site: null, host: null }));
    await expect.element(page.getByText(why)).toBeVisible();
    await expect.element(page.getByRole('button', { name: text.addHost.button })).not.toBeInTheDocument();
  });

  it.each<[boolean, string]>([
    [true, text.addHost.granted],
    [false, text.addHost.refused],
  ])('asks for exactly the host in front: %s', async (granted, said) => {
    chrome.tabs.query = () => Promise.resolve([{ id: 7, windowId: 3, url: 'https://so-tay.example.vn/diem?x=1' }]);
    const asked: unknown[] = [];
    chrome.permissions = {
      request: (wanted) => {
        asked.push(wanted);
        return Promise.resolve(granted);
      },
      contains: () => Promise.resolve(false),
    };
    await open('popup', sampleView({ state: 'unknownSite', site: null, host: null }));
    await page.getByRole('button', { name: text.addHost.button }).click();
    await expect.element(page.getByText(said)).toBeVisible();
    expect(asked).toEqual([{ origins: ['https://so-tay.example.vn/*'] }]);
    await expectGoodInEveryLook('popup-add-host');
  });

  it('confirms by an action of our own page', async () => {
    await open('popup', sampleView({ state: 'needsConfirm', pending: PENDING }));
    const yes = page.getByRole('button', { name: text.ask.yes });
    await expect.element(yes).not.toHaveAttribute('aria-disabled');
    chrome.answers.push({ ok: false, code: 'storage', detail: 'disk full' });
    await pressUnhurried(yes);
    expect(chrome.messages).toEqual([
      { type: 'getTeaching', tabId: 7 },
      { type: 'act', action: { type: 'confirmPending', pendingId: 'p1', total: 12_345 } },
    ]);
    await expect.element(page.getByRole('alert')).toHaveTextContent(textsOf('vi').ui.errors.storage);
  });

  it('leads to teaching where the page may be read but is not known', async () => {
    const teaching = sampleState({ open: false, kept: false, unsaved: false, parts: [], lists: [] });
    chrome.answers.push({ ok: true, value: teaching });
    await open('popup', sampleView({ state: 'unknownSite', site: null }));
    await page.getByRole('button', { name: textsOf('vi').glance.teach.open }).click();
    expect(chrome.messages.at(-1)).toEqual({ type: 'openTeaching', tabId: 7, open: true });
    expect(chrome.sidePanels).toEqual([3]);
  });

  it('in the side panel teaching takes the place of the glance, until “Quay lại”', async () => {
    chrome.answers.push({ ok: true, value: sampleState() });
    await open('sidepanel', sampleView({ state: 'unknownSite', site: null }));
    await expect.element(page.getByRole('heading', { name: textsOf('vi').teach.title })).toBeVisible();
    chrome.answers.push({ ok: true, value: sampleState({ open: false }) });
    await page.getByRole('button', { name: textsOf('vi').teach.back }).click();
    await expect.element(page.getByRole('button', { name: textsOf('vi').glance.teach.openAgain })).toBeVisible();
  });

  it('links to the main page', async () => {
    await open('sidepanel', sampleView());
    await page.getByRole('button', { name: text.openDashboard }).click();
    expect(chrome.opened).toEqual(['chrome-extension://fake/dashboard.html#/points']);
  });

  it('follows the tab in front while the side panel stays open', async () => {
    await open('sidepanel', sampleView());
    chrome.tabs.query = () => Promise.resolve([{ id: 8, windowId: 3 }]);
    chrome.tabs.onActivated.emit({ tabId: 8, windowId: 3 });
    await expect.poll(() => chrome.ports.at(-1)?.sent).toEqual([{ type: 'watchTab', tabId: 8 }]);
  });
});
