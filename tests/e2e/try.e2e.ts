/** scratch */
import { it, expect } from 'vitest';
import { startHandbook } from '../handbook/server.mjs';
import { screenPath } from '../handbook/expected';
import { openBrowser, until } from './fixtures';
import { openTeaching } from './teach-stage';

it('tries', async () => {
  const handbook = await startHandbook({ skin: 'vnpt' });
  const browser = await openBrowser();
  for (const item of ['ownPoints', 'cellLists'] as const) await browser.act({ type: 'giveConsent', item, text: 'x', language: 'vi' });
  const page = await browser.newTab();
  await page.goto(`${handbook.url}${screenPath({ skin: 'vnpt', screen: 'ranking', account: 'chibo-34' })}`);
  await page.waitForTimeout(2500);
  await page.screenshot({ path: '/tmp/shots/page.png' });
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  const stage = await openTeaching(browser, page);
  await stage.view.screenshot({ path: '/tmp/shots/view0.png' });
  const frame = await stage.point({ part: 'points' });
  await page.waitForTimeout(500);
  await page.screenshot({ path: '/tmp/shots/pick0.png' });
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll('body *')].filter((e) => e.children.length === 0 && /^\D*[\d.]{3,}$/.test(e.textContent ?? '') && (e.textContent ?? '').length < 40);
    return all.map((e) => [e.tagName, e.className, e.textContent]).slice(0, 10);
  });
  console.log(JSON.stringify(found));
  await page.mouse.move(640, 300);
  await page.waitForTimeout(600);
  await page.screenshot({ path: '/tmp/shots/pick1.png' });
  console.log(await frame.locator('.picker-bar').innerText());
  console.log(JSON.stringify(await stage.state()).slice(0, 500));
  console.log(browser.wrongs);
  await page.keyboard.press('Escape');
  console.log(JSON.stringify(await stage.over()).slice(0, 300));
  const after = await page.evaluate(() => document.documentElement.outerHTML);
  console.log(before === after, before.length, after.length);
  await browser.close();
  await handbook.close();
});
