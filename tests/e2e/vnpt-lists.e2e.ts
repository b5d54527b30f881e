/** Long lists of the VNPT skin put together live: turned pages, row windows, changed marks, filters, coming back. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { startHandbook, type RunningHandbook } from '../handbook/server.mjs';
import { expectScreen, screenPath, type ScreenRequest } from '../handbook/expected';
import { openBrowser, until, type ExtensionBrowser } from './fixtures';

let browser: ExtensionBrowser;
let handbook: RunningHandbook;
beforeAll(async () => {
  handbook = await startHandbook({ skin: 'vnpt' });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await handbook?.close();
});
beforeEach(async () => {
  for (const page of browser.context.pages()) if (page.url().startsWith('http')) await page.close();
  await browser.act({ type: 'eraseEverything' });
  for (const item of ['ownPoints', 'cellLists'] as const) {
    await browser.act({ type: 'giveConsent', item, text: 'Tôi đồng ý', language: 'vi' });
  }
  // Folded, so that pager and rows lie free.
  await browser.act({ type: 'saveSettings', patch: { placement: { side: 'left', top: 0.9, collapsed: true } } });
});
afterEach(() => {
  expect(browser.wrongs.splice(0)).toEqual([]);
});

async function open(request: ScreenRequest): Promise<Page> {
  const page = await browser.newTab();
  await page.goto(`${handbook.url}${screenPath(request)}`);
  return page;
}

interface Shown {
  captured: number;
  complete: boolean;
}

async function shown(page: Page, kind: string): Promise<Shown> {
  const { tables } = await browser.viewOf(page);
  const { captured = 0, complete = false } = tables.find((table) => table.kind === kind) ?? {};
  return { captured, complete };
}

async function turnTo(page: Page, title: 'Next' | 'Previous'): Promise<void> {
  await page.locator(`.rs-pagination-btn[title="${title}"], .rs-pagination-btn[aria-label="${title}"]`).last().click();
  await page.waitForTimeout(1_000);
}

/** Turns the wheel over the last table, a window at a time, giving the reader its idle moment. */
async function wheel(page: Page, direction: 1 | -1, turns = 6): Promise<void> {
  const rows = page.locator('.rs-table-body-row-wrapper').last();
  for (let turn = 0; turn < turns; turn++) {
    await rows.hover({ position: { x: 300, y: 200 } });
    await page.mouse.wheel(0, direction * 350);
    await page.waitForTimeout(700);
  }
}

describe('a member list of 300 over six pages and row windows', () => {
  it('is whole only when every row was in sight, each row once, whatever the order', async () => {
    const request: ScreenRequest = { skin: 'vnpt', screen: 'members', account: 'chibo-300' };
    const page = await open(request);
    await until(
      () => shown(page, 'members'),
      ({ captured }) => captured > 0,
    );
    const [expected] = expectScreen(request).tables;
    const total = expected?.rows.length ?? 0;
    const pages = Math.ceil(total / (expected?.pageSize ?? 50));
    let before = 0;
    for (let turn = 0; turn < pages; turn++) {
      // A new page keeps the place of the old one, short of its end: both ways, so that every row was in sight.
      await wheel(page, 1);
      if (turn > 0) await wheel(page, -1);
      const now = await shown(page, 'members');
      expect(now.captured).toBeGreaterThan(before);
      expect(now.complete).toBe(now.captured === total);
      before = now.captured;
      if (turn < pages - 1) await turnTo(page, 'Next');
    }
    expect(await shown(page, 'members')).toEqual({ captured: total, complete: true });

    await page.click('a[href="/dashboard/default10"]');
    await page.waitForTimeout(1_500);
    await page.goBack();
    expect(
      await until(
        () => shown(page, 'members'),
        ({ captured }) => captured > 0,
      ),
    ).toEqual({ captured: total, complete: true });
  }, 180_000);
});

describe('attendance', () => {
  it('changed while we watch is replaced, never doubled', async () => {
    const request: ScreenRequest = { skin: 'vnpt', screen: 'attendance', account: 'chibo-22' };
    const page = await open(request);
    const total = expectScreen(request).tables[0]?.rows.length ?? 0;
    const whole = { captured: total, complete: true };
    const isWhole = ({ captured, complete }: Shown): boolean => captured === total && complete;
    expect(await until(() => shown(page, 'attendance'), isWhole)).toEqual(whole);
    const row = page.locator('[role=row][aria-rowindex="2"]').last();
    await row.getByText('Miễn sinh hoạt', { exact: true }).click();
    await page.waitForTimeout(2_000);
    expect(await shown(page, 'attendance')).toEqual(whole);
  });
});

describe('a search', () => {
  it('never makes a whole list', async () => {
    const page = await open({ skin: 'vnpt', screen: 'members', account: 'chibo-22' });
    await until(
      () => shown(page, 'members'),
      ({ captured }) => captured > 0,
    );
    await page.getByPlaceholder('Tìm kiếm').last().fill('Nguyễn');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(2_000);
    expect((await shown(page, 'members')).complete).toBe(false);
  });
});
