/** Settings: saved at once, refused with a reason, consents withdrawn, sites listed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DbContext } from '@/components/hooks/use-db';
import { LanguageProvider, textsOf } from '@/components/i18n';
import { SettingsView } from '@/components/settings/SettingsView';
import { ToastProvider } from '@/components/ui/Toast';
import { SITES } from '@/lib/sites';
import { openTracker, type TrackerDb } from '@/lib/tracker';
import { type FakeChrome, installFakeChrome } from '../fake-chrome';
import { expectGoodInEveryLook, show, watchScreen } from '../screen';

watchScreen();
const { settings: text, ui, welcome } = textsOf('vi');
let chrome: FakeChrome;
let remove: () => void;
let db: TrackerDb;

beforeEach(async () => {
  await page.viewport(900, 1000);
  ({ chrome, remove } = installFakeChrome());
  db = openTracker(`settings-${crypto.randomUUID()}`);
});
afterEach(async () => {
  remove();
  await db.delete();
});

function settings() {
  return show(
    <LanguageProvider language="vi">
      <ToastProvider>
        <DbContext.Provider value={db}>
          <main>
            <SettingsView />
          </main>
        </DbContext.Provider>
      </ToastProvider>
    </LanguageProvider>,
  );
}
const patches = () => chrome.messages.map((message) => (message as { action: { patch?: unknown } }).action.patch);

describe('SettingsView', () => {
  it('reads well in every look and lists every shipped site with what it was checked against', async () => {
    settings();
    await expect.element(page.getByText(text.shortcutIs('Alt+Shift+S'))).toBeVisible();
    for (const site of SITES) {
      await expect.element(page.getByRole('heading', { name: site.label.vi, exact: true })).toBeVisible();
      expect(document.body.textContent).toContain(site.checkedAgainst.vi);
    }
    await expectGoodInEveryLook('settings');
  });

  it('saves choices at once', async () => {
    settings();
    await page.getByRole('radio', { name: 'English' }).click();
    await page.getByRole('radio', { name: text.themes.dark }).click();
    await page.getByRole('checkbox', { name: text.largeText }).click();
    await page.getByRole('checkbox', { name: text.hideNumbers }).click();
    expect(patches()).toEqual([{ language: 'en' }, { theme: 'dark' }, { largeText: true }, { hideNumbers: true }]);
    await expect.element(page.getByRole('status')).toHaveTextContent(text.saved);
  });

  it.each([
    ['1.500', { targetPerMonth: 1_500 }],
    ['1500 điểm', { targetPerMonth: 1_500 }],
  ])('takes %s as a target', async (typed, patch) => {
    settings();
    await page.getByLabelText(text.targetPerMonth).fill(typed);
    await userEvent.keyboard('{Enter}');
    await expect.poll(patches).toEqual([patch]);
  });

  it.each([
    ['gần 2.000', ui.numberRefusals.qualified],
    ['1,234', ui.numberRefusals.ambiguousComma],
    ['abc', ui.numberRefusals.notANumber],
    ['0', text.leapRange],
    ['', ui.numberRefusals.empty],
  ])('refuses “%s” as a limit and says why', async (typed, reason) => {
    settings();
    await page.getByLabelText(text.leapLimit).fill(typed);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent(reason);
    expect(chrome.messages).toEqual([]);
  });

  it('keeps what was typed when it could not be saved', async () => {
    settings();
    chrome.answers.push({ ok: false, code: 'storage', detail: '' });
    await page.getByLabelText(text.secretaryName).fill('Trần Văn Bình');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent(ui.errors.storage);
    await expect.element(page.getByLabelText(text.secretaryName)).toHaveValue('Trần Văn Bình');
    await page.getByLabelText(text.secretaryName).click();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => chrome.messages.length).toBe(2);
  });

  it('withdraws a consent after asking', async () => {
    await db.consents.put({
      id: 'c1',
      item: 'ownPoints',
      text: welcome.consents.ownPoints.text,
      language: 'vi',
      givenAt: '2026-11-23T02:15:00.000Z',
      withdrawnAt: null,
    });
    settings();
    await expect.element(page.getByText(text.consentSince('09:15, 23/11/2026'))).toBeVisible();
    await page.getByRole('button', { name: text.withdraw }).click();
    await expect.element(page.getByRole('dialog')).toHaveTextContent(text.withdrawText);
    await page.getByRole('dialog').getByRole('button', { name: ui.cancel }).click();
    expect(chrome.messages).toEqual([]);
    await page.getByRole('button', { name: text.withdraw }).click();
    await expectGoodInEveryLook('settings-withdraw');
    await page.getByRole('dialog').getByRole('button', { name: text.withdraw, exact: true }).click();
    await expect
      .poll(() => chrome.messages)
      .toEqual([{ type: 'act', action: { type: 'withdrawConsent', item: 'ownPoints' } }]);
  });
});
