/** The rescue page: what was found, every snapshot, restore after a question, take out, start empty, all without the background too. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LanguageProvider, textsOf } from '@/components/i18n';
import { type RescueAccess, RescueView } from '@/components/safety/RescueView';
import type { StoreDump } from '@/lib/model/store-dump';
import type { SnapshotInfo } from '@/lib/recovery';
import { type FakeChrome, installFakeChrome } from '../fake-chrome';
import { expectGoodInEveryLook, show, watchScreen } from '../screen';

watchScreen();
const text = textsOf('vi').safety;
let chrome: FakeChrome;
let remove: () => void;
beforeEach(async () => {
  await page.viewport(900, 1300);
  ({ chrome, remove } = installFakeChrome());
});
afterEach(() => remove());

const DUMP: StoreDump = { schemaVersion: 2, seq: 5, tables: {} };
const snapshot = (name: string, patch: Partial<SnapshotInfo>): SnapshotInfo => ({
  name,
  seq: 5,
  at: '2026-11-20T05:00:00.000Z',
  reason: 'burst',
  schemaVersion: 2,
  counts: { meta: 2, members: 63 },
  bytes: 4_000,
  ...patch,
});
const ACCESS: RescueAccess = {
  look: () =>
    Promise.resolve([
      { name: 'sotay', state: { state: 'unreadable', reason: 'UnknownError' } },
      { name: 'sotay-2', state: { state: 'readable', schemaVersion: 2, seq: 6, counts: { meta: 2, members: 63 } } },
    ]),
  listSnapshots: () =>
    Promise.resolve([
      snapshot('a', {}),
      snapshot('b', { at: '2026-11-19T05:00:00.000Z', reason: 'found', counts: {}, bytes: 0 }),
    ]),
  readSnapshot: () => Promise.resolve(DUMP),
  salvage: () => Promise.resolve({ ...DUMP, missed: 4 }),
};
const INFO = {
  database: 'sotay-2',
  readOnly: false,
  closed: false,
  report: null,
  protection: null,
  problem: null,
  updateWaits: false,
};

function rescue(access: RescueAccess = ACCESS) {
  show(
    <LanguageProvider language="vi">
      <RescueView access={access} now={() => new Date('2026-11-20T05:00:00Z')} />
    </LanguageProvider>,
  );
}

it('shows stores and snapshots, damaged ones without buttons', async () => {
  chrome.answers.push({ ok: true, value: INFO });
  rescue();
  await expect.element(page.getByText('63 bản ghi')).toBeVisible();
  await expect.element(page.getByText(text.unreadable)).toBeVisible();
  await expect.element(page.getByText(text.damaged, { exact: true })).toBeVisible();
  expect(page.getByRole('button', { name: text.restore }).elements()).toHaveLength(1);
  await expectGoodInEveryLook('safety-rescue');
});

it('shows each part by itself: one that the browser never answers holds up no other', async () => {
  chrome.answers.push({ ok: true, value: { ...INFO, lock: 'locked' } });
  rescue({ ...ACCESS, look: () => new Promise(() => {}) });
  await expect.element(page.getByText(textsOf('vi').lock.sealedRescue)).toBeVisible();
  await expect.element(page.getByRole('button', { name: text.restore })).toBeVisible();
  await expect.element(page.getByText(text.notLookedAt)).toBeVisible();
});

it('restores only after the question was answered', async () => {
  chrome.answers.push({ ok: true, value: INFO });
  rescue();
  await page.getByRole('button', { name: text.restore }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent(text.restoreText);
  expect(chrome.messages).toEqual([{ type: 'getStore' }]);
  chrome.answers.push({ ok: true, value: null }, { ok: true, value: INFO });
  await dialog.getByRole('button', { name: text.restoreNow, exact: true }).click();
  await expect.element(page.getByText(text.restored)).toBeVisible();
  expect(chrome.messages).toContainEqual({ type: 'restoreSnapshot', name: 'a' });
});

it('says why a restore failed, and changes nothing on the screen', async () => {
  chrome.answers.push({ ok: true, value: INFO });
  rescue();
  await page.getByRole('button', { name: text.restore }).click();
  chrome.answers.push({ ok: false, code: 'storage', detail: 'no space' }, { ok: true, value: INFO });
  await page.getByRole('dialog').getByRole('button', { name: text.restoreNow, exact: true }).click();
  await expect.element(page.getByText(`${text.failed} no space`)).toBeVisible();
  await expect.element(page.getByRole('button', { name: text.restore })).toBeVisible();
});

it('takes out what can be read and says how much could not', async () => {
  chrome.answers.push({ ok: true, value: INFO });
  rescue();
  await page.getByRole('button', { name: text.takeOutReadable }).first().click();
  await expect.element(page.getByText(text.takenOutPart('cuu-du-lieu-2026-11-20.json', '4'))).toBeVisible();
  await page.getByRole('button', { name: text.takeOut, exact: false }).last().click();
  await expect.element(page.getByText(text.takenOut('ban-chup-2026-11-20.json'))).toBeVisible();
});

it('works without background, files and databases', async () => {
  chrome.answers.push(new Error('gone'));
  const broken = () => Promise.reject(new Error('broken'));
  rescue({ look: broken, listSnapshots: broken, readSnapshot: broken, salvage: broken });
  await expect.element(page.getByText(text.noBackground)).toBeVisible();
  await expect.poll(() => page.getByText(text.notLookedAt).elements().length).toBe(2);
  await expectGoodInEveryLook('safety-rescue-nothing');
});

it('starts empty after a question', async () => {
  chrome.answers.push({ ok: true, value: INFO });
  rescue();
  await page.getByRole('button', { name: text.startEmptyButton }).click();
  chrome.answers.push({ ok: true, value: null }, { ok: true, value: INFO });
  await page.getByRole('dialog').getByRole('button', { name: text.startEmptyButton }).click();
  await expect.element(page.getByText(text.startedEmpty)).toBeVisible();
  expect(chrome.messages).toContainEqual({ type: 'startEmpty' });
});
