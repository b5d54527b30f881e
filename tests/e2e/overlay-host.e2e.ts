/** The overlay's place in the page: small windows, strict policies, pages that redraw themselves, and extensions that go away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Frame, Page } from 'playwright';
import { startHandbook, type RunningHandbook } from '../handbook/server.mjs';
import { openBrowser, until, type ExtensionBrowser } from './fixtures';

let handbook: RunningHandbook;
let browser: ExtensionBrowser;

beforeAll(async () => {
  handbook = await startHandbook({ skin: 'vnpt' });
  browser = await openBrowser();
  await browser.act({ type: 'giveConsent', item: 'ownPoints', text: 'Đồng ý', language: 'vi' });
});
afterAll(async () => {
  await browser?.close();
  await handbook?.close();
});

async function open(query: string, width = 1280): Promise<{ page: Page; panel: Frame }> {
  const page = await browser.newTab(width);
  await page.goto(`${handbook.url}/dashboard/default?vao=chibo-34&${query}`);
  const panel = await shown(page);
  return { page, panel };
}
async function shown(page: Page): Promise<Frame> {
  const isThere = (frame: Frame | null) =>
    frame?.waitForSelector('button', { timeout: 1_000 }).then(() => frame) ?? null;
  const panel = await until(
    async () => isThere(browser.panelIn(page))?.catch(() => null) ?? null, // a redrawn page takes a frame away meanwhile
    (frame) => frame !== null,
  );
  if (panel === null) throw new Error('no panel');
  return panel;
}
/** Size and place of the frame in the window, from inside it. */
async function boxOf(page: Page, panel: Frame) {
  const owner = await panel.frameElement();
  const box = await owner.boundingBox();
  if (box === null) throw new Error(`the panel has no box on ${page.url()}`);
  return box;
}

describe('overlay host', () => {
  it('is one nameless element beside the body, whose free area lets every click through', async () => {
    const { page, panel } = await open('loi=');
    const host = await page.evaluate(() => {
      const element = document.documentElement.lastElementChild!;
      const { pointerEvents, width, height } = getComputedStyle(element);
      return {
        names: element.getAttributeNames(),
        text: element.textContent,
        title: (element as HTMLElement).title,
        children: element.childNodes.length,
        pointerEvents,
        width,
        height,
        parent: element.parentElement?.localName,
      };
    });
    expect(host).toEqual({
      names: ['style'],
      text: '',
      title: '',
      children: 0,
      pointerEvents: 'none',
      width: '0px',
      height: '0px',
      parent: 'html',
    });
    const box = await boxOf(page, panel);
    expect(box.x + box.width).toBeCloseTo(await page.evaluate(() => document.documentElement.clientWidth), 0);
    const outside = await page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y) !== document.documentElement.lastElementChild,
      { x: box.x - 5, y: box.y + 20 },
    );
    expect(outside).toBe(true);
  });

  it('stands on a page with a strict policy', async () => {
    const { page, panel } = await open('loi=csp');
    expect((await boxOf(page, panel)).width).toBeGreaterThan(100);
    expect(
      (
        await until(
          () => browser.viewOf(page),
          (view) => view.state === 'needsConfirm',
        )
      ).state,
    ).toBe('needsConfirm');
  });

  it('comes back when the page draws itself anew or replaces its body', async () => {
    const { page } = await open('loi=ve-lai');
    await page.waitForTimeout(3_500);
    expect(await shown(page)).not.toBeNull();
    await page.evaluate(() => {
      document.documentElement.replaceChildren(document.createElement('head'), document.createElement('body'));
    });
    expect(await shown(page)).not.toBeNull();
    expect(await page.evaluate(() => document.documentElement.childElementCount)).toBe(3);
  });

  it.each([360, 320, 414])('covers none of the site’s controls at %i px', async (width) => {
    const { page, panel } = await open('loi=di-dong', width);
    expect((await browser.viewOf(page)).placement.collapsed).toBe(true);
    const box = await until(
      () => boxOf(page, panel),
      ({ width: own }) => own <= 64,
    );
    await page.waitForTimeout(2_500);
    const covered = await page.evaluate(
      ({ x, y, width: w, height: h }) => {
        const controls = [
          ...document.querySelectorAll(
            'a[href],button,input,select,textarea,[role=button],[role=combobox],[role=menuitem]',
          ),
        ];
        return controls
          .map((element) => ({
            name: element.outerHTML.slice(0, 80),
            rect: element.getBoundingClientRect(),
            shown: element.checkVisibility({ visibilityProperty: true }),
          }))
          .filter(({ rect, shown }) => shown && rect.width > 0 && rect.height > 0)
          .filter(({ rect }) => rect.left < x + w && rect.right > x && rect.top < y + h && rect.bottom > y)
          .filter(({ rect }) => {
            // Only what is really on top there: a control under a closed drawer is covered by the site itself.
            const cx = Math.min(Math.max((rect.left + rect.right) / 2, 0), innerWidth - 1);
            return cx >= 0 && rect.top < innerHeight;
          })
          .map(({ name }) => name);
      },
      await boxOf(page, panel),
    );
    expect(box.width).toBeGreaterThanOrEqual(24);
    expect(covered).toEqual([]);
  });

  it('folds by the button in it and remembers', async () => {
    const { page, panel } = await open('loi=');
    const before = await boxOf(page, panel);
    await panel.getByRole('button', { name: /^Thu gọn/ }).click();
    await until(
      () => boxOf(page, panel),
      (box) => box.width < before.width / 2,
    );
    expect((await browser.viewOf(page)).placement.collapsed).toBe(true);
    const { page: next, panel: nextPanel } = await open('loi=');
    await until(
      () => boxOf(next, nextPanel),
      (box) => box.width < before.width / 2,
    );
    await browser.act({ type: 'saveSettings', patch: { placement: { side: 'left', top: 0.1, collapsed: false } } });
  });

  it('takes itself away when the extension goes, and is there again after an update', async () => {
    const { page } = await open('loi=');
    expect(await page.evaluate(() => document.documentElement.childElementCount)).toBe(3);
    await browser.reload();
    await page.bringToFront();
    await until(
      () => page.evaluate(() => document.documentElement.childElementCount),
      (count) => count === 2,
      5_000,
    ).catch(() => undefined); // the new version may already have put its own there
    await until(
      () => page.evaluate(() => document.documentElement.childElementCount),
      (count) => count === 3,
    );
    await browser.disable();
    await until(
      () => page.evaluate(() => document.documentElement.childElementCount),
      (count) => count === 2,
    );
    expect(browser.wrongs).toEqual([]);
  });
});
