/** A hostile script on the handbook's own page, with known and unusual values in the overlay: it must learn not one of them. */
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright';
import { startHandbook } from '../handbook/server.mjs';
import { BUILD, openBrowser, until, type ExtensionBrowser } from '../e2e/fixtures';
import { eavesdrop, probe } from './hostile-probes';
import { giveConsents, openWithPanel, panelOf } from './open-asking';
import { type Row, atLeast, none } from './rows';

const TOTAL = 48_217_396;
const NAME = 'Lò Thị Ngân Xuyến';
const UNIT = 'Chi bộ Bản Pú Nhung';
/** Everything of ours that must not be found, in the ways it could be written. */
const SECRETS = ['48217396', '48.217.396', '48,217,396', NAME, 'Ngân Xuyến', UNIT, 'Pú Nhung', '7.777', '48.205.051'];

async function keep(browser: ExtensionBrowser, total: number): Promise<void> {
  await browser.act({ type: 'eraseEverything' });
  await giveConsents(browser);
  await browser.act({ type: 'saveSettings', patch: { targetPerMonth: 7_777, subjectName: NAME, unitName: UNIT } });
  const reading = {
    subject: 'me',
    at: null,
    source: 'manual' as const,
    origin: 'tay',
    raw: '',
    where: '',
    name: NAME,
    unit: UNIT,
  };
  if (total >= 0) await browser.act({ type: 'recordReadings', readings: [{ ...reading, day: '2026-11-01', total }] });
}

const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.,\u00a0]/g, '');

/** What of ours stands in the text a probe came back with. */
function leaks(name: string, learned: string): string[] {
  const text = plain(learned);
  const found = SECRETS.filter((secret) => text.includes(plain(secret)) && !plain(name).includes(plain(secret)));
  if (learned.startsWith('FOUND') || learned.startsWith('OPENED')) found.push(learned.slice(0, 60));
  return found.map((secret) => `${name}: ${secret}`);
}

/** Where the overlay stands and how large it is, felt out point by point as a page can. */
function outline(page: Page): Promise<string> {
  return page.evaluate(() => {
    const host = document.documentElement.lastElementChild;
    const hit = (x: number, y: number) => document.elementFromPoint(x, y) === host;
    const rows: string[] = [];
    for (let y = 0; y < innerHeight; y += 4) {
      let from = -1;
      for (let x = 0; x < innerWidth; x += 4) {
        if (!hit(x, y)) continue;
        from = x;
        break;
      }
      rows.push(String(from));
    }
    return JSON.stringify([
      rows,
      host?.outerHTML,
      document.documentElement.scrollHeight,
      document.documentElement.scrollWidth,
    ]);
  });
}

export async function playHostile(options: { short?: boolean; report?: (line: string) => void } = {}): Promise<Row[]> {
  const handbook = await startHandbook({ skin: 'vnpt' });
  const browser = await openBrowser();
  try {
    const files = readdirSync(BUILD, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
    const urls = files.map((name) => `chrome-extension://${browser.id}/${name}`);
    await browser.context.addInitScript(eavesdrop);
    await keep(browser, TOTAL);
    const found: string[] = [];
    let tried = 0;
    const states: [string, string, boolean][] = [
      ['asked', '/dashboard/default?vao=chibo-34', false],
      ['opened by the person', '/dashboard/default?vao=chibo-34', true],
      ['on a page without points', '/dashboard/default?vao=chibo-34&vai=1&loi=an-diem', false],
    ];
    let shown = 0;
    let heard = 0;
    for (const [state, path, opened] of options.short ? states.slice(0, 1) : states) {
      const { page, panel } = await openWithPanel(browser, `${handbook.url}${path}`);
      await page.waitForTimeout(1_500);
      if (opened) await panel.getByRole('button', { name: 'Xem thêm' }).click();
      // The stage is right: what must not be learned is on the screen.
      const text = await until(
        () => panel.locator('body').innerText(),
        (now) => now.trim().length > 40,
      );
      if (SECRETS.some((secret) => plain(text).includes(plain(secret)))) shown++;
      else options.report?.(`${state} shows ${text.slice(0, 300)}`);
      // While it listens the overlay is given other things to show.
      await browser.act({ type: 'saveSettings', patch: { leapLimit: 1_999 } });
      await page.bringToFront();
      await page.waitForTimeout(300);
      const overheard = await page.evaluate(() => (globalThis as unknown as { overheard: string[] }).overheard);
      found.push(...leaks('all that was overheard', overheard.join('\n')).map((leak) => `${state}: ${leak}`));
      heard = Math.max(heard, overheard.length);
      const results = await page.evaluate(probe, [SECRETS, urls] as [string[], string[]]);
      tried += results.length;
      for (const { name, learned } of results) found.push(...leaks(name, learned).map((leak) => `${state}: ${leak}`));
      options.report?.(`${state}: ${results.length} probes`);
      await page.close();
    }
    const outlines = await outlinesBy(browser, handbook.url, options.short === true);
    const control = await controls(browser, handbook.url);
    return [
      atLeast('probes by a hostile script on the handbook', tried, 100),
      none('stored values it learned', found),
      none('outlines of the overlay that differ with what is stored', outlines),
      atLeast('stages on which stored values were on the screen', shown, options.short ? 1 : 3),
      atLeast('control: lines the eavesdropper wrote down', heard, 20),
      atLeast('control: the same probes find a value in the page’s own text', control, 5),
    ];
  } finally {
    await browser.close();
    await handbook.close();
  }
}

/** The outline for stored totals of other lengths, above, equal to and below what the page shows. */
async function outlinesBy(browser: ExtensionBrowser, url: string, short: boolean): Promise<string[]> {
  const seen = new Map<string, string[]>();
  for (const total of short ? [-1, TOTAL] : [-1, 7, 12_000, 12_345, 12_346, TOTAL, 999_999_999_999]) {
    await keep(browser, total);
    const page = await browser.newTab();
    await page.goto(`${url}/dashboard/default?vao=chibo-34&loi=`);
    await page.bringToFront();
    await panelOf(browser, page);
    await until(
      () => browser.viewOf(page),
      ({ state }) => state === 'needsConfirm',
    );
    await page.waitForTimeout(1_200);
    const line = await outline(page);
    seen.set(line, [...(seen.get(line) ?? []), String(total)]);
    await page.close();
  }
  // And once what was asked is kept, so that nothing is asked any more.
  await keep(browser, 12_345);
  const page = await browser.newTab();
  await page.goto(`${url}/dashboard/default?vao=chibo-34`);
  await page.bringToFront();
  const { pending } = await until(
    () => browser.viewOf(page),
    (view) => view.pending !== null,
  );
  await browser.act({ type: 'confirmPending', pendingId: pending?.id ?? '', total: pending?.total ?? 0 });
  await page.bringToFront();
  await page.waitForTimeout(1_200);
  const line = await outline(page);
  seen.set(line, [...(seen.get(line) ?? []), 'kept']);
  await page.close();
  return seen.size === 1 ? [] : [...seen.values()].map((totals) => totals.join(', '));
}

/** The probes are no blanks: a value written into the page itself is found by many of them. */
async function controls(browser: ExtensionBrowser, url: string): Promise<number> {
  const { page } = await openWithPanel(browser, `${url}/dashboard/default?vao=chibo-34`);
  await page.evaluate((text) => {
    const line = document.createElement('p');
    line.textContent = text;
    document.body.append(line);
  }, SECRETS.join(' | '));
  const results = await page.evaluate(probe, [SECRETS, []] as [string[], string[]]);
  await page.close();
  return results.filter(({ name, learned }) => leaks(name, learned).length > 0).length;
}
