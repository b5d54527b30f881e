/** scratch */
import { it } from 'vitest';
import { startHandbook } from '../handbook/server.mjs';
import { screenPath } from '../handbook/expected';
import { openBrowser } from './fixtures';
import { openTeaching } from './teach-stage';
import { spotOf } from './spots';

it('tries', async () => {
  const handbook = await startHandbook({ skin: 'vnpt' });
  const browser = await openBrowser();
  for (const item of ['ownPoints', 'cellLists'] as const) await browser.act({ type: 'giveConsent', item, text: 'x', language: 'vi' });
  const page = await browser.newTab();
  await page.goto(`${handbook.url}${screenPath({ skin: 'vnpt', screen: 'ranking', account: 'chibo-34' })}`);
  const stage = await openTeaching(browser, page);
  const spot = await spotOf(page, ['HỒ VĂN BÌNH', 'Hồ Văn Bình', 'Mai Công Cường']);
  console.log(spot);
  console.log(await page.evaluate(({ x, y }) => { const out: string[] = []; for (let e: Element | null = document.elementsFromPoint(x, y)[0] ?? null; e; e = e.parentElement) out.push(e.tagName + ' ' + e.className + ' [' + (e.getAttribute('style') ?? '') + '] ' + (e.getAttribute('role') ?? '') + (e.hasAttribute('hidden') ? ' HIDDEN' : '')); return out.join('\n'); }, spot));
  const frame = await stage.point({ list: 'ranking' });
  await page.mouse.move(spot.x, spot.y);
  await page.waitForTimeout(700);
  console.log(await frame.locator('.picker-bar').innerText());
  await page.screenshot({ path: '/tmp/shots/rank.png' });
  await page.mouse.down(); await page.mouse.up();
  await page.waitForTimeout(1500);
  console.log(await stage.picker()?.locator('.picker-bar').innerText());
  console.log(JSON.stringify(await stage.state()).slice(0, 1500));
  await browser.close();
  await handbook.close();
});
