/** What a person is told of their store: recovered, partly, not at all, read-only, copies failing, closed, an update; and the change to another database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { useDb } from '@/components/hooks/use-db';
import { StoreContext } from '@/components/hooks/use-store';
import { LanguageProvider, textsOf } from '@/components/i18n';
import { Protection } from '@/components/safety/Protection';
import { StoreNotices } from '@/components/safety/StoreNotices';
import { StoreProvider } from '@/components/safety/StoreProvider';
import type { RecoveryReport } from '@/lib/model/canary';
import type { StoreInfo } from '@/lib/protocol';
import { FakeEvent, type FakeChrome, installFakeChrome } from '../fake-chrome';
import { expectGoodInEveryLook, show, watchScreen } from '../screen';

watchScreen();
const text = textsOf('vi').safety;
let chrome: FakeChrome;
let remove: () => void;
beforeEach(async () => {
  await page.viewport(900, 1000);
  ({ chrome, remove } = installFakeChrome());
});
afterEach(() => remove());

const INFO: StoreInfo = {
  database: 'sotay',
  readOnly: false,
  closed: false,
  lock: 'off',
  report: null,
  protection: { seq: 9, snapshotSeq: 9, lastSnapshotAt: '2026-11-20T05:00:00.000Z', generations: 7 },
  problem: null,
  updateWaits: false,
};
const REPORT: RecoveryReport = {
  at: '2026-11-20T05:00:00.000Z',
  cause: 'empty',
  restoredTo: '2026-11-20T04:59:00.000Z',
  lost: 0,
  counts: { meta: 2, members: 63, subjects: 1 },
  kept: null,
  seen: false,
};

function notices(patch: Partial<StoreInfo>, refresh = () => {}) {
  show(
    <LanguageProvider language="vi">
      <StoreContext.Provider value={{ info: { ...INFO, ...patch }, refresh }}>
        <main>
          <h1>Điểm</h1>
          <StoreNotices />
          <Protection />
        </main>
      </StoreContext.Provider>
    </LanguageProvider>,
  );
}

describe('notices', () => {
  it('are none while all is well; the copies are told', async () => {
    notices({});
    await expect.element(page.getByText('Đang giữ 7 bản chụp')).toBeVisible();
    expect(document.querySelectorAll('.banner')).toHaveLength(0);
  });

  it('say what a recovery restored, count no row of the store itself, and go when read', async () => {
    let asked = 0;
    notices({ report: REPORT }, () => (asked += 1));
    await expect.element(page.getByRole('status')).toHaveTextContent(text.recovered);
    await expect.element(page.getByText('64 bản ghi')).toBeVisible();
    await expectGoodInEveryLook('safety-recovered');
    await page.getByRole('button', { name: text.understood }).click();
    await expect.poll(() => asked).toBe(1);
    expect(chrome.messages).toEqual([{ type: 'acknowledgeRecovery' }]);
  });

  it.each([
    ['part', { ...REPORT, lost: 3, kept: 'x-found.gz' }, text.recoveredPart, text.lostChanges('3')],
    ['nothing', { ...REPORT, restoredTo: null, lost: 9 }, text.lost, text.nothingRestored],
  ])('say plainly when only %s could be restored', async (name, report, title, detail) => {
    notices({ report });
    await expect.element(page.getByRole('alert')).toHaveTextContent(title);
    await expect.element(page.getByText(detail)).toBeVisible();
    await expectGoodInEveryLook(`safety-${name}`);
  });

  it('tell of a newer store, of copies that cannot be written, of an update', async () => {
    notices({ readOnly: true, problem: 'snapshot: QuotaExceededError: no space', updateWaits: true });
    await expect.element(page.getByText(text.readOnly, { exact: true })).toBeVisible();
    await expect.element(page.getByText(text.update, { exact: true })).toBeVisible();
    await page.getByRole('button', { name: text.again }).click();
    await page.getByRole('button', { name: text.updateNow }).click();
    expect(chrome.messages).toEqual([{ type: 'takeSnapshot' }, { type: 'updateNow' }]);
    await expectGoodInEveryLook('safety-all');
  });

  it('do not say that saving works while it does not', async () => {
    notices({ closed: true, problem: 'the store is empty, and its copies cannot be reached' });
    await expect.element(page.getByRole('alert')).toHaveTextContent(text.closed);
    expect(document.body.textContent).not.toContain('Dữ liệu vẫn lưu bình thường');
    await expect.element(page.getByRole('alert').getByRole('link', { name: text.openRescue })).toBeVisible();
    await expectGoodInEveryLook('safety-closed');
  });
});

describe('the store of a page', () => {
  function Name() {
    return <p>{useDb().name}</p>;
  }
  const provided = () => {
    const events = new FakeEvent<[message: unknown]>();
    chrome.runtime.onMessage = events;
    show(
      <LanguageProvider language="vi">
        <StoreProvider locked={null}>
          <Name />
          <StoreNotices />
        </StoreProvider>
      </LanguageProvider>,
    );
    return events;
  };
  const unique = () => `page-store-${crypto.randomUUID()}`;

  it('is the one the background names, and another one when it moved', async () => {
    const [first, second] = [unique(), unique()];
    chrome.answers.push({ ok: true, value: { ...INFO, database: first } });
    const events = provided();
    await expect.element(page.getByText(first)).toBeVisible();
    chrome.answers.push({ ok: true, value: { ...INFO, database: second, report: REPORT } });
    events.emit({ type: 'storeMoved' });
    await expect.element(page.getByText(second)).toBeVisible();
    await expect.element(page.getByText(text.recovered)).toBeVisible();
  });

  it('tells of a problem the moment the background does', async () => {
    const name = unique();
    chrome.answers.push({ ok: true, value: { ...INFO, database: name } });
    const events = provided();
    await expect.element(page.getByText(name)).toBeVisible();
    chrome.answers.push({ ok: true, value: { ...INFO, database: name, problem: 'log: QuotaExceededError' } });
    events.emit({ type: 'storeChanged' });
    await expect.element(page.getByText(text.unprotected, { exact: true })).toBeVisible();
  });

  it('answers nothing that other pages of ours ask of the background', async () => {
    const name = unique();
    chrome.answers.push({ ok: true, value: { ...INFO, database: name } });
    const events = provided();
    await expect.element(page.getByText(name)).toBeVisible();
    const asked = chrome.messages.length;
    for (const type of ['getStore', 'act', 'getView']) events.emit({ type });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(chrome.messages.length).toBe(asked);
  });

  it('is asked for again when the background did not answer', async () => {
    const name = unique();
    chrome.answers.push(new Error('no background'), { ok: true, value: { ...INFO, database: name } });
    provided();
    await expect.element(page.getByText(text.unreachable)).toBeVisible();
    await page.getByRole('button', { name: text.again }).click();
    await expect.element(page.getByText(name)).toBeVisible();
  });
});
