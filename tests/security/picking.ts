/** Plays every trick on the picker of the built extension: what a person did not see lit is not taken, and nothing is saved by itself. */
import { startHandbook } from '../handbook/server.mjs';
import { expectScreen } from '../handbook/expected';
import { openBrowser, until } from '../e2e/fixtures';
import { spotOf, written } from '../e2e/spots';
import { openTeaching, type TeachStage } from '../e2e/teach-stage';
import { HIDING, type Trick } from './click-tricks';
import { equip } from './clickjacking';
import { giveConsents } from './open-asking';
import { DISTURBING, HARMLESS } from './picker-tricks';
import { type Row, atLeast, none } from './rows';

const ADDRESS = '/dashboard/default10?vao=chibo-34';
const TOTAL = expectScreen({ skin: 'vnpt', screen: 'ranking', account: 'chibo-34' }).points?.total ?? -1;

interface Found {
  tried: number;
  /** Taken although the picker was disturbed. */
  taken: string[];
  /** Kept without a press on “Lưu”, or other than shown. */
  kept: string[];
  /** Not taken although nothing was wrong. */
  refused: string[];
  /** Left behind in the page. */
  left: string[];
}

export async function playPicking(options: { short: boolean; report?: (line: string) => void }): Promise<Row[]> {
  const handbook = await startHandbook({ skin: 'vnpt' });
  const browser = await openBrowser();
  const found: Found = { tried: 0, taken: [], kept: [], refused: [], left: [] };
  try {
    await giveConsents(browser);
    await browser.act({ type: 'useShipped', host: new URL(handbook.url).host, on: false });
    const hiding = HIDING.filter((_, index) => !options.short || index % 4 === 0);
    const address = `${handbook.url}${ADDRESS}`;
    const page = await browser.newTab();
    await page.goto(address);
    const stage = await openTeaching(browser, page);
    for (const trick of [...DISTURBING, ...hiding]) {
      await one(stage, address, trick, true, found);
      options.report?.(trick.name);
    }
    for (const trick of HARMLESS) {
      await one(stage, address, trick, false, found);
      options.report?.(`harmless: ${trick.name}`);
    }
    await page.goto(address);
    const texts = await changedTexts(stage);
    found.kept.push(...texts.wrong);
    found.tried += texts.tried;
    return [
      atLeast('tricks played on the picker', found.tried, 30),
      none('things taken while the picker was disturbed', found.taken),
      none('rules saved that the person did not see', found.kept),
      none('pointings refused though the picker stood as it was', found.refused),
      none('pages with something of the picker left in them', found.left),
    ];
  } finally {
    await browser.close();
    await handbook.close();
  }
}

async function one(stage: TeachStage, address: string, trick: Trick, disturbs: boolean, found: Found): Promise<void> {
  const { page } = stage;
  await page.goto('about:blank');
  await page.goto(address);
  const spot = await spotOf(page, written(TOTAL), { inTable: false });
  await stage.begin({ part: 'points' });
  await page.evaluate(equip);
  await page.evaluate((text) => (globalThis as unknown as { play(code: string): void }).play(text), trick.code);
  await page.waitForTimeout(disturbs ? 300 : 500);
  const press = async () => {
    if (!disturbs) return stage.press(spot);
    await page.mouse.move(spot.x - 4, spot.y);
    await page.mouse.move(spot.x, spot.y);
    await page.waitForTimeout(200);
    await page.mouse.click(spot.x, spot.y);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  };
  // A frame taken away under the pointer never answers the driver.
  await Promise.race([press().catch(() => undefined), page.waitForTimeout(disturbs ? 3_000 : 10_000)]);
  if (disturbs) {
    await page.waitForTimeout(700);
  } else {
    await until(stage.state, ({ picking }) => picking === null, 5_000).catch(() => undefined);
  }
  const state = await stage.state();
  found.tried++;
  if (disturbs && (state.parts.length > 0 || state.lists.length > 0)) found.taken.push(trick.name);
  if (!disturbs) {
    const [part] = state.parts;
    if (part === undefined) found.refused.push(`${trick.name}: ${state.ended ?? 'still pointing'}`);
    // What was lit is what is there, and what the view shows.
    else if (part.value !== TOTAL || !(await shows(stage, TOTAL))) found.taken.push(`${trick.name}: ${part.value}`);
  }
  if (state.kept) found.kept.push(trick.name);
  await stage.send({ type: 'stopPicking' });
  await until(stage.picker, (frame) => frame === null, 3_000).catch(() => found.left.push(trick.name));
  await stage.send({ type: 'openTeaching', open: false });
}

async function shows(stage: TeachStage, total: number): Promise<boolean> {
  return stage.view
    .locator('.teach-value')
    .first()
    .textContent({ timeout: 4_000 })
    .then(
      (text) => text === total.toLocaleString('vi-VN'),
      () => false,
    );
}

/** The page changes its words between pointing and saving: what is kept is what was shown, and an order for another draft is refused. */
async function changedTexts(stage: TeachStage): Promise<{ tried: number; wrong: string[] }> {
  const wrong: string[] = [];
  const { page } = stage;
  const take = async (total: number) => {
    const spot = await spotOf(page, written(total), { inTable: false });
    await stage.begin({ part: 'points' });
    await stage.press(spot);
    return stage.over();
  };
  const say = (words: string) =>
    page.evaluate(
      ([text, from]) => {
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node !== null; node = walk.nextNode())
          if (node.nodeValue?.includes(from ?? '') === true) node.nodeValue = text ?? '';
      },
      [words, 'tích lũy:'] as const,
    );
  const first = await take(TOTAL);
  // Shown before, pointed at again with another label: the first order is worth nothing any more.
  await say(' Điểm tích lũy: 54321');
  await take(54_321);
  const stale = await stage.send({ type: 'saveTaught', digest: first.digest });
  if (stale.ok || stale.code !== 'conflict') wrong.push('an order for an older draft was carried out');
  if ((await stage.state()).kept) wrong.push('kept by an order for an older draft');
  // Words change after the last look: the rule kept is the one shown.
  const shown = (await stage.state()).parts[0];
  await say(' Mật khẩu tích lũy: 1');
  await stage.save();
  const after = (await stage.state()).parts[0];
  if (after?.label !== shown?.label || after?.anchors !== shown?.anchors)
    wrong.push('another rule than shown was kept');
  return { tried: 3, wrong };
}
