/** The lock as people see it: unlocking, wrong passphrases, switching on and off; numbers hidden by one key. */
import '@/components/lock/lock.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { vi as texts } from '@/components/i18n/vi';
import { StoreContext } from '@/components/hooks/use-store';
import { LockSection } from '@/components/lock/LockSection';
import { UnlockView } from '@/components/lock/UnlockView';
import { useFormat, MaskProvider } from '@/components/i18n';
import { toBase64, newDataKey, newKdf, wrapKey } from '@/lib/lock';
import type { StoreInfo } from '@/lib/protocol';
import { type FakeChrome, installFakeChrome } from '../fake-chrome';
import { expectGoodInEveryLook, show, watchScreen } from '../screen';

const { lock: t } = texts;
const key = newDataKey();
const record = wrapKey(key, newDataKey(), newKdf());
let chrome: FakeChrome;
let remove: () => void;
let session: Record<string, unknown>;

watchScreen();
beforeEach(() => {
  ({ chrome, remove } = installFakeChrome());
  session = {};
  chrome.storage = {
    local: {
      get: () => Promise.resolve({ look: { neutral: true, language: 'vi', theme: 'light', largeText: false } }),
    },
    session: {
      get: (name) => Promise.resolve(name in session ? { [name]: session[name] } : {}),
      set: (items) => Promise.resolve(void Object.assign(session, items)),
    },
  };
  chrome.permissions = { request: () => Promise.resolve(true), contains: () => Promise.resolve(false) };
});
afterEach(() => remove());

const info = (lock: StoreInfo['lock']): StoreInfo => ({
  database: 'sotay',
  readOnly: false,
  closed: false,
  lock,
  report: null,
  protection: null,
  problem: null,
  updateWaits: false,
});
const section = (lock: StoreInfo['lock']) =>
  show(
    <StoreContext.Provider value={{ info: info(lock), refresh: () => {} }}>
      <LockSection minutes={15} />
    </StoreContext.Provider>,
  );

describe('unlocking', () => {
  it('asks for the passphrase under a plain title, and hands the key to the background', async () => {
    chrome.answers.push({ ok: true, value: record });
    show(<UnlockView open={(_record, typed) => Promise.resolve(typed === 'đúng câu này' ? key : null)} />);
    await expect.element(page.getByRole('heading', { name: t.locked })).toBeVisible();
    expect(document.title).toBe('Ghi chú');
    await expectGoodInEveryLook('unlock');
    await page.getByLabelText(t.passphrase, { exact: true }).fill('đúng câu này');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => chrome.messages).toEqual([{ type: 'getLock' }, { type: 'unlock', key: toBase64(key) }]);
  });

  it('says when it is wrong and makes people wait longer each time', async () => {
    show(<UnlockView open={() => Promise.resolve(null)} />);
    await page.getByLabelText(t.passphrase, { exact: true }).fill('sai rồi');
    for (let tried = 1; tried <= 3; tried++) {
      chrome.answers.push({ ok: true, value: record });
      await page.getByRole('button', { name: t.unlock }).click();
      await expect.poll(() => (session['unlockTries'] as { count: number } | undefined)?.count).toBe(tried);
    }
    await expect.element(page.getByRole('alert')).toHaveTextContent(t.wrong);
    await expect.element(page.getByRole('button', { name: t.unlock })).toHaveAttribute('aria-disabled', 'true');
    await expectGoodInEveryLook('unlock-wrong');
    expect(chrome.messages.every((message) => (message as { type: string }).type === 'getLock')).toBe(true);
  });

  it('names a damaged record and a background that does not answer', async () => {
    chrome.answers.push({ ok: true, value: null }, new Error('asleep'));
    show(<UnlockView open={() => Promise.resolve(key)} />);
    await page.getByLabelText(t.passphrase, { exact: true }).fill('câu nào đó');
    await page.getByRole('button', { name: t.unlock }).click();
    await expect.element(page.getByText(t.damaged)).toBeVisible();
    await page.getByRole('button', { name: t.unlock }).click();
    await expect.element(page.getByText(texts.ui.errors.storage)).toBeVisible();
  });
});

describe('the section in the settings', () => {
  it('switches on only with a strong passphrase, typed twice, and understood', async () => {
    section('off');
    await page.getByRole('button', { name: t.switchOn }).click();
    const confirm = page.getByRole('button', { name: t.onTitle });
    await page.getByLabelText(t.passphrase, { exact: true }).fill('ngắn');
    await confirm.click();
    await expect.element(page.getByText(t.weak.tooShort)).toBeVisible();
    await page.getByLabelText(t.passphrase, { exact: true }).fill('mèo xanh trên mái nhà');
    await page.getByLabelText(t.again).fill('mèo xanh trên mái');
    await confirm.click();
    await expect.element(page.getByText(t.notSame)).toBeVisible();
    await page.getByLabelText(t.again).fill('mèo xanh trên mái nhà');
    await confirm.click();
    await expect.element(page.getByText(t.understoodNeeded)).toBeVisible();
    expect(chrome.messages).toEqual([]);
    await expectGoodInEveryLook('lock-on');
    await page.getByRole('checkbox', { name: t.understood }).click();
    await confirm.click();
    await expect.poll(() => chrome.messages.length, { timeout: 30_000 }).toBe(1);
    expect(chrome.messages[0]).toMatchObject({
      type: 'switchLock',
      to: { record: { key: 'lock', kdf: { logN: 17 } } },
    });
    await expect.element(page.getByText(t.turnedOn)).toBeVisible();
  });

  it('suggests a passphrase that is typed again from paper, with marks', async () => {
    section('off');
    await page.getByRole('button', { name: t.switchOn }).click();
    await page.getByRole('button', { name: t.make }).click();
    const phrases = page
      .getByRole('dialog')
      .getByRole('listitem')
      .elements()
      .map((item) => item.textContent);
    expect(phrases).toHaveLength(6);
    await expectGoodInEveryLook('lock-suggested');
    await page.getByRole('checkbox', { name: t.understood }).click();
    await page.getByRole('button', { name: t.onTitle }).click();
    await expect.element(page.getByText(t.notSame)).toBeVisible();
    await page.getByLabelText(t.again).fill(`  ${phrases.join(' ').toUpperCase()} `);
    await page.getByRole('button', { name: t.onTitle }).click();
    await expect.poll(() => chrome.messages.length, { timeout: 30_000 }).toBe(1);
    expect(chrome.messages[0]).toMatchObject({ type: 'switchLock', to: { record: { key: 'lock' } } });
  });

  it('offers everything while unlocked, and asks for the permission to notice when one leaves', async () => {
    section('unlocked');
    await expect.element(page.getByRole('button', { name: t.allowIdle })).toBeVisible();
    await expectGoodInEveryLook('lock-section');
    await page.getByLabelText(t.minutes).selectOptions('5');
    await page.getByRole('button', { name: t.lockNow }).click();
    expect(chrome.messages).toEqual([
      { type: 'act', action: { type: 'saveSettings', patch: { lockAfterMinutes: 5 } } },
      { type: 'lockNow' },
    ]);
    await page.getByRole('button', { name: t.allowIdle }).click();
    await expect.element(page.getByRole('button', { name: t.allowIdle })).not.toBeInTheDocument();
  });

  it('does not switch off with a wrong passphrase', async () => {
    section('unlocked');
    await page.getByRole('button', { name: t.switchOff }).click();
    chrome.answers.push({ ok: true, value: record });
    await page.getByLabelText(t.present).fill('không phải câu này');
    await page.getByRole('button', { name: t.offConfirm, exact: true }).click();
    await expect.element(page.getByText(t.wrong), { timeout: 30_000 }).toBeVisible();
    await expectGoodInEveryLook('lock-off');
    expect(chrome.messages).toEqual([{ type: 'getLock' }]);
  });
});

describe('hidden numbers', () => {
  function Numbers() {
    const f = useFormat();
    return (
      <p>
        {f.number(1_234)} {f.signed(5)} {f.percent(0.5)} {f.rough(1.5)} {f.day('2026-11-23')}
      </p>
    );
  }
  it('become dots wherever a format is used; days stay', async () => {
    const root = show(
      <MaskProvider masked>
        <Numbers />
      </MaskProvider>,
    );
    await expect.element(page.getByText('••• ••• ••• ••• 23/11/2026')).toBeVisible();
    expect(root.textContent).not.toMatch(/1\.234/);
  });
});
