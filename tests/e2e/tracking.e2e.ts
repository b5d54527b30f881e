/** From the page to the stored reading, on the built extension and the stand-in handbook. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHandbook, type RunningHandbook } from '../handbook/server.mjs';
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

describe('own points', () => {
  it('are not read before consent, wait to be confirmed once, and then are kept', async () => {
    const page = await browser.newTab();
    await page.goto(`${handbook.url}/dashboard/default?vao=chibo-34`);
    await until(
      () => browser.panelIn(page),
      (frame) => frame !== null,
    );
    expect((await browser.viewOf(page)).state).toBe('noConsent');
    await browser.act({ type: 'giveConsent', item: 'ownPoints', text: 'Tôi đồng ý', language: 'vi' });
    const asked = await until(
      () => browser.viewOf(page),
      (view) => view.state === 'needsConfirm',
    );
    expect(asked.pending?.reasons).toEqual(['first']);
    expect(asked.points).toBeNull();
    const reply = await browser.act({
      type: 'confirmPending',
      pendingId: asked.pending!.id,
      total: asked.pending!.total,
    });
    expect(reply.ok).toBe(true);
    const kept = await browser.viewOf(page);
    expect(kept.points?.total).toBe(asked.pending!.total);
    expect(browser.wrongs).toEqual([]);
  });
});
