/** Teaching lists drawn by other component libraries, through the extension: read again exactly on the same page drawn anew. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { LIBRARIES, serveGallery } from '../teach/gallery.mjs';
import { type SceneOptions, sceneOf } from '../teach/data';
import type { What } from '../../lib/teaching';
import { openBrowser, until, type ExtensionBrowser } from './fixtures';
import { spotOf, written } from './spots';
import { openTeaching } from './teach-stage';

let browser: ExtensionBrowser;
let gallery: { url: string; close: () => void };
beforeAll(async () => {
  gallery = await serveGallery();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  gallery?.close();
});
beforeEach(async () => {
  for (const page of browser.context.pages()) if (!page.url().includes('popup.html')) await page.close();
  await browser.act({ type: 'eraseEverything' });
  for (const item of ['ownPoints', 'cellLists'] as const)
    await browser.act({ type: 'giveConsent', item, text: 'Tôi đồng ý', language: 'vi' });
  await browser.act({ type: 'useShipped', host: new URL(gallery.url).host, on: false });
});
afterEach(() => {
  // The libraries themselves warn on the page; only ours count.
  expect(
    browser.wrongs.splice(0).filter((line) => line.includes('chrome-extension:') || line.startsWith('background')),
  ).toEqual([]);
});

async function draw(page: Page, library: string, options: SceneOptions): Promise<void> {
  await page.goto(gallery.url);
  await page.waitForFunction(() => 'draw' in globalThis);
  await page.evaluate(
    ([name, scene]) =>
      (globalThis as unknown as { draw(library: string, scene: unknown): Promise<void> }).draw(name, scene),
    [library, options] as const,
  );
}

const SCENE: SceneOptions = { kind: 'ranking', rows: 9, seed: 3, reversed: false };

describe('lists of other libraries', () => {
  it.each(LIBRARIES)('%s: total and ranking, pointed at once, are read again exactly', async (library) => {
    const scene = sceneOf(SCENE);
    const page = await browser.newTab();
    await draw(page, library, SCENE);
    const stage = await openTeaching(browser, page);
    const wanted: [What, string[]][] = [
      [{ part: 'points' }, written(scene.points)],
      [{ list: 'ranking' }, [String(scene.rows[0]?.['name'])]],
    ];
    for (const [what, texts] of wanted) {
      const spot = await spotOf(page, texts);
      await stage.point(what);
      await stage.press(spot);
      expect((await stage.over()).ended).toBe('taken');
    }
    const { parts, lists } = await stage.state();
    expect(parts).toMatchObject([{ what: 'points', value: scene.points }]);
    const [{ taken } = { taken: undefined }] = lists;
    expect(taken?.problem).toBeNull();
    taken?.sample.forEach((row, at) => {
      const truth = scene.rows[at] ?? {};
      expect(Object.keys(row).filter((field) => field in truth).length).toBeGreaterThan(1);
      for (const [field, value] of Object.entries(row)) if (field in truth) expect(value, field).toBe(truth[field]);
    });
    await stage.save();
    await draw(page, library, { ...SCENE, seed: 5 });
    const next = sceneOf({ ...SCENE, seed: 5 });
    const view = await until(
      () => browser.viewOf(page),
      ({ pending, tables }) => pending !== null && tables.length > 0,
    );
    expect(view.problems).toEqual([]);
    expect(view.pending?.total).toBe(next.points);
    expect(view.tables).toMatchObject([{ kind: 'ranking', captured: taken?.count }]);
  });
});
