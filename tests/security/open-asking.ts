/** A handbook page whose overlay asks about a number: the stage most attacks are played on. */
import type { Frame, Page } from 'playwright';
import { until, type ExtensionBrowser } from '../e2e/fixtures';

export async function giveConsents(browser: ExtensionBrowser): Promise<void> {
  for (const item of ['ownPoints', 'cellLists'] as const) {
    await browser.act({ type: 'giveConsent', item, text: 'Tôi đồng ý', language: 'vi' });
  }
}

/** Opens `address` and waits for the overlay's frame with something in it. */
export async function openWithPanel(browser: ExtensionBrowser, address: string): Promise<{ page: Page; panel: Frame }> {
  const page = await browser.newTab();
  await page.goto(address);
  await page.bringToFront();
  return { page, panel: await panelOf(browser, page) };
}

/** The overlay's frame, shown. */
export async function panelOf(browser: ExtensionBrowser, page: Page): Promise<Frame> {
  const panel = await until(
    async () => {
      const frame = browser.panelIn(page);
      return (await frame?.$('button').catch(() => null)) ? frame : null;
    },
    (frame) => frame !== null,
  );
  if (panel === null) throw new Error('no panel');
  return panel;
}
