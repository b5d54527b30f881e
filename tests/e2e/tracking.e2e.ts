/** From the page to the stored reading, on the built extension and the stand-in handbook, with its faults. */
import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { startHandbook, type RunningHandbook, type Skin } from '../handbook/server.mjs';
import { expectScreen, screenPath, type ScreenRequest } from '../handbook/expected';
import type { AllData } from '../../lib/model/all-data';
import { type PointPage, unpackPages } from '../../lib/tracker/point-pages';
import { openBrowser, until, type ExtensionBrowser } from './fixtures';

let browser: ExtensionBrowser;
let plain: Server;
const handbooks = new Map<Skin, RunningHandbook>();

beforeAll(async () => {
  for (const skin of ['vnpt', 'ptit', 'quoc-gia', 'cu'] as const) handbooks.set(skin, await startHandbook({ skin }));
  plain = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end('<!doctype html><title>x</title><p>Kết quả: 999 điểm');
  });
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  plain?.close();
  for (const handbook of handbooks.values()) await handbook.close();
});
beforeEach(async () => {
  for (const page of browser.context.pages()) if (page.url().startsWith('http')) await page.close();
  await browser.act({ type: 'eraseEverything' });
  for (const item of ['ownPoints', 'cellLists'] as const) {
    await browser.act({ type: 'giveConsent', item, text: 'Tôi đồng ý', language: 'vi' });
  }
});
afterEach(() => {
  expect(browser.wrongs.splice(0)).toEqual([]);
});

const vnpt = (more: Partial<ScreenRequest> = {}): ScreenRequest => ({
  skin: 'vnpt',
  screen: 'home',
  account: 'chibo-34',
  ...more,
});

async function open(request: ScreenRequest, page?: Page): Promise<Page> {
  const tab = page ?? (await browser.newTab());
  await tab.goto(`${handbooks.get(request.skin)?.url}${screenPath(request)}`);
  return tab;
}
const viewOf = (page: Page) => browser.viewOf(page);
const inState = (page: Page, ...states: string[]) =>
  until(
    () => viewOf(page),
    ({ state }) => states.includes(state),
  );
async function confirm(page: Page) {
  const { pending } = await inState(page, 'needsConfirm');
  const reply = await browser.act({ type: 'confirmPending', pendingId: pending!.id, total: pending!.total });
  expect(reply.ok).toBe(true);
  return pending!;
}
/** Everything stored, as the user's own export shows it. */
async function stored(): Promise<Pick<AllData, 'readings' | 'captures'>> {
  const page = await browser.openOwn('popup.html');
  const data = await page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('sotay');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const all = (table: string) =>
      new Promise<unknown[]>((resolve, reject) => {
        const request = opened.transaction(table).objectStore(table).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const result = { pages: await all('pointPages'), captures: await all('captures') };
    opened.close();
    return result;
  });
  await page.close();
  const pages = data.pages as PointPage[];
  return { readings: unpackPages(pages), captures: data.captures as AllData['captures'] };
}

describe('own points', () => {
  it('are not read before consent, wait to be confirmed once, and then are kept by themselves', async () => {
    await browser.act({ type: 'withdrawConsent', item: 'ownPoints' });
    const request = vnpt({ day: '2026-11-10' });
    const page = await open(request);
    await until(
      () => browser.panelIn(page),
      (frame) => frame !== null,
    );
    await page.waitForTimeout(1_500);
    expect(await viewOf(page)).toMatchObject({ state: 'noConsent', cost: null, pending: null });
    await browser.act({ type: 'giveConsent', item: 'ownPoints', text: 'Tôi đồng ý', language: 'vi' });
    const asked = await confirm(page);
    const expected = expectScreen(request);
    expect(asked).toMatchObject({
      total: expected.points?.total,
      reasons: ['first'],
      name: expected.name,
      unit: expected.unit,
    });
    expect(await inState(page, 'read')).toMatchObject({ points: { total: expected.points?.total, site: 'vnpt' } });

    const later = vnpt({ day: '2026-11-20' });
    await open(later, page);
    const total = expectScreen(later).points?.total ?? 0;
    expect(total).toBeGreaterThan(asked.total);
    const read = await until(
      () => viewOf(page),
      ({ points, state }) => points?.total === total && state === 'read',
    );
    expect(read).toMatchObject({ state: 'read', pending: null, progress: { today: total - asked.total } });
    await open(later, page);
    await inState(page, 'nothingNew', 'read');
    const { readings } = await stored();
    expect(readings.map((one) => [one.total, one.newRun])).toEqual([
      [asked.total, 'first'],
      [total, null],
    ]);
  });

  it('that fall wait, and start a new run when confirmed', async () => {
    const page = await open(vnpt());
    const first = await confirm(page);
    await open(vnpt({ faults: 'tut-diem' }), page);
    const asked = await until(
      () => viewOf(page),
      ({ pending, state }) => pending !== null && state === 'needsConfirm',
    );
    expect(asked).toMatchObject({
      points: { total: first.total },
      pending: { total: first.total - 500, reasons: ['fall'] },
    });
    expect(asked.reconciliation).toContainEqual(
      expect.objectContaining({ subject: 'myPoints', difference: 500, verdict: 'differ' }),
    );
    await confirm(page);
    expect((await stored()).readings.at(-1)).toMatchObject({ total: first.total - 500, newRun: 'fall' });
  });

  it('of another role are asked for, with the points that role really has', async () => {
    const page = await open(vnpt({ faults: 'doi-vai' }));
    const first = await confirm(page);
    await page.locator('.rs-picker-toggle').first().click();
    await page.getByRole('option', { name: /^Đảng ủy viên/ }).click();
    const expected = expectScreen(vnpt({ role: 1 }));
    const asked = await until(
      () => viewOf(page),
      ({ pending }) => pending?.total === expected.points?.total,
    );
    expect(asked.pending).toMatchObject({ role: expected.role, unit: expected.unit });
    expect(asked.pending?.reasons).toContain('role');
    expect((await stored()).readings.map(({ total }) => total)).toEqual([first.total]);
  });

  it.each([
    ['slowly', 'cham'],
    ['in an iframe', 'iframe'],
    ['in an open shadow root', 'bong-mo'],
    ['under a strict policy', 'csp'],
    ['with misspelt labels', 'chu-sai'],
    ['in upper case', 'chu-hoa'],
    ['in decomposed Unicode', 'chu-nfd'],
    ['with a thousands point', 'dau-cham'],
    ['with a blank for thousands', 'dau-cach'],
    ['in a page that redraws itself', 've-lai'],
    ['in the mobile layout', 'di-dong'],
  ])('drawn %s are exact', async (_how, faults) => {
    const page = await open(vnpt({ faults }));
    expect((await confirm(page)).total).toBe(expectScreen(vnpt({ faults })).points?.total);
  });

  it('written as an estimate are refused', async () => {
    const page = await open(vnpt({ faults: 'gan-dung' }));
    expect((await inState(page, 'pageChanged')).problems).not.toEqual([]);
    expect((await stored()).readings).toEqual([]);
  });

  it('end with the session', async () => {
    const page = await open(vnpt({ faults: 'het-phien' }));
    expect(await inState(page, 'sessionEnded')).toMatchObject({ me: { name: null } });
    await page.waitForTimeout(2_500);
    const passes = (await viewOf(page)).cost?.passes;
    await page.waitForTimeout(2_500);
    expect((await viewOf(page)).cost?.passes).toBe(passes);
  });

  it('are followed through in-page routes', async () => {
    const page = await open(vnpt());
    await confirm(page);
    await page.getByText('Đảng viên', { exact: true }).first().click();
    await page.locator('.rs-table').first().waitFor();
    await until(
      () => viewOf(page),
      ({ tables }) => tables.some(({ kind }) => kind === 'members'),
    );
    expect(await viewOf(page)).toMatchObject({ state: 'read' });
  });

  it('go on after the background was asleep', async () => {
    const page = await open(vnpt({ day: '2026-11-10' }));
    await confirm(page);
    await browser.killWorker();
    const later = vnpt({ day: '2026-11-20' });
    await open(later, page);
    await until(
      () => viewOf(page),
      ({ points }) => points?.total === expectScreen(later).points?.total,
    );
  });

  it.each(['ptit', 'cu'] as const)('of skin %s are exact', async (skin) => {
    const request: ScreenRequest = { skin, screen: 'points', account: 'chibo-34' };
    const page = await open(request);
    expect((await confirm(page)).total).toBe(expectScreen(request).points?.total);
  });

  it('are not made up where a site has none', async () => {
    const page = await open({ skin: 'quoc-gia', screen: 'home', account: 'chibo-34' });
    expect(await inState(page, 'noPointsHere')).toMatchObject({ points: null, site: { id: 'quoc-gia' } });
  });

  it('of an unknown page are not taken', async () => {
    const page = await browser.newTab();
    const address = plain.address();
    await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`);
    await until(
      () => viewOf(page),
      ({ cost }) => (cost?.passes ?? 0) >= 3,
    );
    await page.waitForTimeout(2_500);
    expect(await viewOf(page)).toMatchObject({ state: 'unknownSite', pending: null, points: null });
    expect((await stored()).readings).toEqual([]);
  });
});

describe('lists', () => {
  const ranking = (account: string, faults = ''): ScreenRequest => vnpt({ screen: 'ranking', account, faults });

  it('are put together over their pages, each row once', async () => {
    const request = vnpt({ screen: 'ranking', account: 'chibo-63' });
    // Folded, so that the pager lies free.
    await browser.act({ type: 'saveSettings', patch: { placement: { side: 'left', top: 0.9, collapsed: true } } });
    const page = await open(request);
    const [expected] = expectScreen(request).tables;
    await until(
      () => viewOf(page),
      ({ tables }) => (tables[0]?.captured ?? 0) > 0,
    );
    for (let turn = 2; turn <= Math.ceil((expected?.rows.length ?? 0) / (expected?.pageSize ?? 30)); turn++) {
      await page.locator('.rs-pagination-btn', { hasText: new RegExp(`^${turn}$`) }).click();
      await page.waitForTimeout(1_500);
      for (let wheel = 0; wheel < 6; wheel++) {
        await page.locator('.rs-table-body-row-wrapper').first().hover();
        await page.mouse.wheel(0, wheel < 3 ? 400 : -400);
        await page.waitForTimeout(700);
      }
    }
    const { captures } = await stored();
    const key = (cells: Record<string, unknown>) =>
      `${String(cells['rank'] ?? cells['order'])} ${String(cells['name'])}`;
    const wanted = new Map((expected?.rows ?? []).map(({ cells }) => [key(cells), cells['total']]));
    expect(captures).toHaveLength(1);
    for (const row of captures[0]?.rows ?? []) {
      const cells = Object.fromEntries(Object.entries(row.cells).map(([field, cell]) => [field, cell.value]));
      expect(wanted.has(key(cells)), key(cells)).toBe(true);
      expect(cells['total'] ?? null, key(cells)).toBe(wanted.get(key(cells)));
    }
    expect(new Set(captures[0]?.rows.map(({ key }) => key)).size).toBe(captures[0]?.rows.length);
    const [shown] = (await viewOf(page)).tables;
    expect(shown).toMatchObject({
      kind: 'ranking',
      captured: captures[0]?.rows.length,
      complete: captures[0]?.complete,
    });
    expect(shown?.captured).toBeGreaterThan(30);
  }, 60_000);

  it('hold no column that must not be kept', async () => {
    const page = await open(vnpt({ screen: 'members' }));
    const view = await until(
      () => viewOf(page),
      ({ tables }) => (tables[0]?.captured ?? 0) > 0,
    );
    expect(view.skipped.columns.length).toBeGreaterThan(3);
    const { captures } = await until(stored, (data) => data.captures.length > 0);
    const text = JSON.stringify(captures);
    expect(text).not.toMatch(/@|\b0\d{9}\b|\d\d\.\d{6}/);
  });

  it('are not kept without their own consent', async () => {
    await browser.act({ type: 'withdrawConsent', item: 'cellLists' });
    const page = await open(vnpt({ screen: 'members' }));
    await until(
      () => viewOf(page),
      ({ tables }) => (tables[0]?.captured ?? 0) > 0,
    );
    expect((await stored()).captures).toEqual([]);
  });

  it('with a secret row skip and count it', async () => {
    const page = await open(ranking('chibo-34', 'mat'));
    const view = await until(
      () => viewOf(page),
      ({ skipped, state }) => skipped.secret > 0 || state === 'secretPage',
    );
    expect(JSON.stringify((await stored()).captures)).not.toMatch(/MẬT/);
    expect(view.skipped.secret > 0 || view.state === 'secretPage').toBe(true);
  });

  it('whose columns were swapped by a redesign end in a difference or a refusal', async () => {
    const page = await open(ranking('chibo-34', 'doi-cot'));
    const view = await until(
      () => viewOf(page),
      ({ reconciliation, state, tables }) =>
        state === 'pageChanged' || (tables.length > 0 && reconciliation.some(({ verdict }) => verdict === 'differ')),
    );
    const { captures } = await stored();
    for (const capture of captures) {
      const decisions = capture.rows.map(({ key }) => ({ key, memberId: null }));
      expect(await browser.act({ type: 'adoptCapture', captureId: capture.id, decisions })).toMatchObject({
        ok: false,
      });
    }
    expect(view.state === 'pageChanged' || view.reconciliation.some(({ verdict }) => verdict === 'differ')).toBe(true);
  });
});
