/** The first run: nothing ticked beforehand, two separate decisions, the words shown are the words recorded. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { DbContext } from '@/components/hooks/use-db';
import { LanguageProvider, loadTexts, textsOf } from '@/components/i18n';
import { WelcomeView } from '@/components/welcome/WelcomeView';
import type { Consent } from '@/lib/model/consent';
import { openTracker, type TrackerDb } from '@/lib/tracker';
import { type FakeChrome, installFakeChrome } from '../fake-chrome';
import { expectGoodInEveryLook, show, watchScreen } from '../screen';

watchScreen();
const text = textsOf('vi').welcome;
let chrome: FakeChrome;
let remove: () => void;
let db: TrackerDb;

beforeEach(async () => {
  await page.viewport(900, 1000);
  ({ chrome, remove } = installFakeChrome());
  db = openTracker(`welcome-${crypto.randomUUID()}`);
});
afterEach(async () => {
  remove();
  await db.delete();
});

function welcome(language: 'vi' | 'en' = 'vi') {
  return show(
    <LanguageProvider language={language}>
      <DbContext.Provider value={db}>
        <main>
          <WelcomeView />
        </main>
      </DbContext.Provider>
    </LanguageProvider>,
  );
}

function given(patch: Partial<Consent> = {}): Consent {
  return {
    id: 'c1',
    item: 'ownPoints',
    text: 'lời đã hiện khi đồng ý',
    language: 'vi',
    givenAt: '2026-11-23T02:15:00.000Z',
    withdrawnAt: null,
    ...patch,
  };
}

describe('WelcomeView', () => {
  it('reads well in every look', async () => {
    welcome();
    await expect.element(page.getByRole('button', { name: text.agree })).toBeVisible();
    await expectGoodInEveryLook('welcome');
  });

  it('ticks nothing beforehand and records nothing without a tick', async () => {
    welcome();
    for (const label of [text.consents.ownPoints.label, text.consents.cellLists.label]) {
      await expect.element(page.getByRole('checkbox', { name: label })).not.toBeChecked();
    }
    await page.getByRole('button', { name: text.agree }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(text.agreeNeeds);
    expect(chrome.messages).toEqual([]);
  });

  it.each(['vi', 'en'] as const)('records one item with exactly the words shown in %s', async (language) => {
    await loadTexts(language);
    const words = textsOf(language).welcome;
    const root = welcome(language);
    await page.getByRole('checkbox', { name: words.consents.ownPoints.label }).click();
    await page.getByRole('button', { name: words.agree }).click();
    await expect.element(page.getByRole('status')).toHaveTextContent(words.given);
    const recorded = words.consents.ownPoints.text;
    expect(root.textContent).toContain(recorded);
    expect(chrome.messages).toEqual([
      { type: 'act', action: { type: 'giveConsent', item: 'ownPoints', text: recorded, language } },
    ]);
  });

  it('records both when both are ticked, and tells when it could not', async () => {
    welcome();
    await page.getByRole('checkbox', { name: text.consents.ownPoints.label }).click();
    await page.getByRole('checkbox', { name: text.consents.cellLists.label }).click();
    chrome.answers.push({ ok: true, value: null }, new Error('Could not establish connection'));
    await page.getByRole('button', { name: text.agree }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(text.failed);
    expect(chrome.messages).toHaveLength(2);
    await expect.element(page.getByRole('checkbox', { name: text.consents.cellLists.label })).toBeChecked();
  });

  it('shows what was agreed to in its own words and asks again only for the rest', async () => {
    await db.consents.bulkPut([
      given(),
      given({ id: 'c2', item: 'cellLists', withdrawnAt: '2026-11-23T03:00:00.000Z' }),
    ]);
    welcome();
    await expect.element(page.getByText('Bạn đã đồng ý lúc 09:15, 23/11/2026.')).toBeVisible();
    await expect.element(page.getByText('lời đã hiện khi đồng ý')).toBeVisible();
    await expect.element(page.getByRole('checkbox', { name: text.consents.ownPoints.label })).toBeDisabled();
    await expect.element(page.getByRole('checkbox', { name: text.consents.cellLists.label })).not.toBeChecked();
    await page.getByRole('checkbox', { name: text.consents.cellLists.label }).click();
    await page.getByRole('button', { name: text.agree }).click();
    await expect.poll(() => chrome.messages.length).toBe(1);
    expect(chrome.messages[0]).toMatchObject({ action: { item: 'cellLists' } });
    await expectGoodInEveryLook('welcome-given');
  });
});
