/** Every address of the VNPT skin's menu gives the points. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHandbook, type RunningHandbook } from '../handbook/server.mjs';
import { screenPath, type ScreenRequest } from '../handbook/expected';
import { MENU } from '../handbook/skins/vnpt/menu';
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

describe('every address of the menu', () => {
  it('gives the points, and none is taken for a changed page', async () => {
    const request: ScreenRequest = { skin: 'vnpt', screen: 'home', account: 'chibo-22' };
    await browser.act({ type: 'giveConsent', item: 'ownPoints', text: 'Tôi đồng ý', language: 'vi' });
    const page = await browser.newTab();
    await page.goto(handbook.url + screenPath(request));
    const { pending } = await until(
      () => browser.viewOf(page),
      ({ state }) => state === 'needsConfirm',
    );
    await browser.act({ type: 'confirmPending', pendingId: pending!.id, total: pending!.total });
    const paths = MENU.flatMap(({ items }) => items).flatMap((item) =>
      item.to === undefined ? (item.items ?? []).map(([, to]) => to) : [item.to],
    );
    const step = '/quanly/congtacdamg/shthuongky';
    for (const path of [...new Set(paths), ...['buoc1', 'buoc2', 'buoc33', 'buoc5'].map((one) => `${step}/${one}`)]) {
      await page.goto(handbook.url + path);
      const view = await until(
        () => browser.viewOf(page),
        ({ state }) => ['read', 'nothingNew', 'pageChanged'].includes(state),
      );
      expect([path, view.state === 'pageChanged', view.points?.total]).toEqual([path, false, pending!.total]);
    }
    expect(browser.wrongs).toEqual([]);
  }, 240_000);
});
