/** The overlay frame on its port: greeting, answers, a background that falls asleep, an extension that was updated. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { PanelFrame } from '@/components/glance/PanelFrame';
import { textsOf } from '@/components/i18n';
import type { BackgroundToPanel } from '@/lib/protocol';
import { type FakeChrome, installFakeChrome } from '../fake-chrome';
import { pressUnhurried, show, watchScreen } from '../screen';
import { PENDING, sampleView } from './sample-view';

watchScreen();
const text = textsOf('vi').glance;
let chrome: FakeChrome;
let remove: () => void;

beforeEach(async () => {
  // Higher frames are scaled down by the test page, and what is scaled counts as not really seen.
  await page.viewport(340, 680);
  ({ chrome, remove } = installFakeChrome());
});
afterEach(() => remove());

function tell(message: BackgroundToPanel) {
  chrome.ports.at(-1)?.onMessage.emit(message);
}

describe('PanelFrame', () => {
  it('asks by the port “panel” and shows nothing of its own before the answer', async () => {
    const root = show(<PanelFrame />);
    await expect.poll(() => chrome.ports.map((port) => port.name)).toEqual(['panel']);
    expect(chrome.ports[0]?.sent).toEqual([{ type: 'watchPage' }]);
    expect(root.textContent).toBe('');
    tell({ type: 'panelChanged', view: sampleView() });
    await expect.element(page.getByText('12.345', { exact: true })).toBeVisible();
    await expect
      .poll(() => chrome.ports[0]?.sent)
      .toContainEqual(expect.objectContaining({ type: 'resizePanel', width: 260, yields: true }));
  });

  it('takes theme, text size and language from the view', async () => {
    show(<PanelFrame />);
    await expect.poll(() => chrome.ports.length).toBe(1);
    tell({ type: 'panelChanged', view: sampleView({ theme: 'dark', largeText: true, language: 'en' }) });
    await expect.poll(() => ({ ...document.documentElement.dataset })).toMatchObject({ theme: 'dark', text: 'large' });
    expect(document.documentElement.lang).toBe('en');
  });

  it('sends exactly the number shown, waits for the answer, and words a refusal', async () => {
    show(<PanelFrame />);
    await expect.poll(() => chrome.ports.length).toBe(1);
    tell({ type: 'panelChanged', view: sampleView({ state: 'needsConfirm', pending: PENDING }) });
    const yes = page.getByRole('button', { name: text.ask.yes });
    await expect.element(yes).not.toHaveAttribute('aria-disabled');
    await pressUnhurried(yes);
    expect(chrome.ports[0]?.sent).toContainEqual({ type: 'confirmPending', pendingId: 'p1', total: 12_345 });
    await expect.element(yes).toHaveAttribute('aria-busy', 'true');
    tell({ type: 'replied', to: 'confirmPending', reply: { ok: false, code: 'conflict', detail: '' } });
    await expect.element(page.getByRole('alert')).toHaveTextContent(text.ask.stale);
    await expect.element(yes).not.toHaveAttribute('aria-busy');
  });

  it.each<['unknownSite' | 'pageChanged', boolean, 'open' | 'openAgain' | null]>([
    ['unknownSite', false, 'open'],
    ['pageChanged', true, 'openAgain'],
    ['pageChanged', false, null],
  ])('on a page that is %s (taught: %s) leads to pointing: %s', async (state, taught, label) => {
    show(<PanelFrame />);
    await expect.poll(() => chrome.ports.length).toBe(1);
    const host = { name: 'so-tay.example.vn', taught };
    tell({ type: 'panelChanged', view: sampleView({ state, host, points: null }) });
    await expect.element(page.getByText(text.states[state].title)).toBeVisible();
    const { open, openAgain } = textsOf('vi').glance.teach;
    if (label === null) {
      expect(page.getByRole('button', { name: open }).elements()).toEqual([]);
      expect(page.getByRole('button', { name: openAgain }).elements()).toEqual([]);
      return;
    }
    await page.getByRole('button', { name: textsOf('vi').glance.teach[label] }).click();
    expect(chrome.ports[0]?.sent).toContainEqual({ type: 'openTeachPage' });
  });

  it('opens the port again when the background was asleep, and keeps what it showed', async () => {
    show(<PanelFrame />);
    await expect.poll(() => chrome.ports.length).toBe(1);
    tell({ type: 'panelChanged', view: sampleView() });
    await expect.element(page.getByText('12.345', { exact: true })).toBeVisible();
    chrome.ports[0]?.drop();
    await expect.element(page.getByText('12.345', { exact: true })).toBeVisible();
    await expect.poll(() => chrome.ports.length).toBe(2);
    expect(chrome.ports[1]?.sent[0]).toEqual({ type: 'watchPage' });
    tell({ type: 'panelChanged', view: sampleView({ points: { ...sampleView().points!, total: 12_400 } }) });
    await expect.element(page.getByText('12.400', { exact: true })).toBeVisible();
  });

  it('asks for a reload once the extension is gone, and tries no more', async () => {
    show(<PanelFrame />);
    await expect.poll(() => chrome.ports.length).toBe(1);
    tell({ type: 'panelChanged', view: sampleView() });
    delete chrome.runtime.id;
    chrome.ports[0]?.drop();
    await expect.element(page.getByRole('alert')).toHaveTextContent(text.frame.reloadText);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(chrome.ports.length).toBe(1);
  });

  it('remembers where it is put by telling the background', async () => {
    show(<PanelFrame />);
    await expect.poll(() => chrome.ports.length).toBe(1);
    tell({ type: 'panelChanged', view: sampleView() });
    await page.getByRole('button', { name: text.frame.more }).click();
    await page.getByRole('button', { name: text.frame.toLeft }).click();
    expect(chrome.ports[0]?.sent).toContainEqual({
      type: 'placePanel',
      placement: { side: 'left', top: 0.3, collapsed: false },
    });
  });
});
