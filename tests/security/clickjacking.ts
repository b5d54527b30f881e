/** Plays every trick on the overlay of the built extension and counts presses gained by deceit, and false shut-offs. */
import type { Frame, Page } from 'playwright';
import { startHandbook } from '../handbook/server.mjs';
import { openBrowser, until, type ExtensionBrowser } from '../e2e/fixtures';
import { HIDING, ORDINARY, SUDDEN, type Trick } from './click-tricks';
import { giveConsents, openWithPanel, panelOf } from './open-asking';
import { type Row, atLeast, none } from './rows';

/** Long enough for the overlay to believe what it sees, if it is fooled at all. */
const STANDS_MS = 1_100;
/** Longer than the overlay takes a silent pointer to be still there. */
const AWAY_MS = 3_200;
/** A press comes so long after the sudden change. */
const DELAYS = [0, 60, 200, 380];

/** The page's half: what tricks are written with, and how to undo them. */
export function equip(): void {
  const page = globalThis as unknown as { play(code: string): void; reset(): void };
  const host = document.documentElement.lastElementChild as HTMLElement;
  const html = document.documentElement;
  const { body } = document;
  const before = {
    host: host.style.cssText,
    html: html.getAttribute('style') ?? '',
    body: body.getAttribute('style') ?? '',
  };
  const { className } = html;
  const { title } = document;
  let timers: number[] = [];
  const mark = <T extends HTMLElement>(element: T, css: string): T => {
    element.dataset['trick'] = '';
    element.style.cssText = css;
    return element;
  };
  const tools = {
    host,
    html,
    body,
    cover: (css: string) => {
      const it = mark(document.createElement('div'), css);
      html.append(it);
      return it;
    },
    add: (css: string) => {
      const it = mark(document.createElement('div'), css);
      body.append(it);
      return it;
    },
    sheet: (rule: string) => {
      const it = mark(document.createElement('style'), '');
      it.textContent = rule;
      document.head.append(it);
    },
    /** Cuts a cover down to a part of the frame, found as a page can find it: by asking what lies at points. */
    over: (it: HTMLElement, from: number, to: number) => {
      it.style.display = 'none';
      const inFrame = (y: number) => document.elementFromPoint(innerWidth - 20, y) === host;
      let top = 0;
      while (top < innerHeight && !inFrame(top)) top += 2;
      let bottom = top;
      while (bottom < innerHeight && inFrame(bottom)) bottom += 2;
      it.style.display = '';
      it.style.top = `${top + (bottom - top) * from}px`;
      it.style.bottom = `${innerHeight - (top + (bottom - top) * to)}px`;
    },
    every: (ms: number, work: () => void) => void timers.push(window.setInterval(work, ms)),
  };
  page.play = (code) => {
    // The tricks are data of this test, run in the hostile page's own world.
    // eslint-disable-next-line no-new-func
    new Function(...Object.keys(tools), code)(...Object.values(tools));
  };
  page.reset = () => {
    timers.forEach((timer) => clearInterval(timer));
    timers = [];
    document.getAnimations().forEach((animation) => animation.cancel());
    if (host.parentElement !== html)
      (html as unknown as { moveBefore(node: Node, child: null): void }).moveBefore(host, null);
    for (const one of document.querySelectorAll('[data-trick]')) one.remove();
    host.style.cssText = before.host;
    html.setAttribute('style', before.html);
    body.setAttribute('style', before.body);
    html.className = className;
    document.title = title;
    getSelection()?.removeAllRanges();
    scrollTo(0, 0);
  };
}

export async function playClickjacking(options: { short: boolean; report?: (line: string) => void }): Promise<Row[]> {
  const handbook = await startHandbook({ skin: 'vnpt' });
  const browser = await openBrowser();
  try {
    await giveConsents(browser);
    const { page, panel } = await openWithPanel(browser, `${handbook.url}/dashboard/default?vao=chibo-34`);
    await until(
      () => browser.viewOf(page),
      ({ state }) => state === 'needsConfirm',
    );
    await page.evaluate(equip);
    const stage = createStage(browser, page, panel);
    const rows = await play(stage, options);
    rows.push(...(await framed(browser, handbook.url)));
    rows.push(atLeast('control: the same press, seen and unhurried, counts', (await stage.honestPress()) ? 1 : 0, 1));
    return rows;
  } finally {
    await browser.close();
    await handbook.close();
  }
}

type Stage = ReturnType<typeof createStage>;

function createStage(browser: ExtensionBrowser, page: Page, panel: Frame) {
  const yes = panel.getByRole('button', { name: 'Đúng, ghi lại' });
  const isOff = async () => (await yes.getAttribute('aria-disabled')) === 'true';
  const run = (code: string) =>
    page.evaluate((text) => (globalThis as unknown as { play(code: string): void }).play(text), code);
  const reset = () => page.evaluate(() => (globalThis as unknown as { reset(): void }).reset());
  const waits = async () => (await yes.count()) > 0;
  const ready = () =>
    until(
      () => isOff(),
      (off) => !off,
      6_000,
    );
  const middle = async () => {
    const box = await yes.boundingBox();
    return box === null ? { x: 1_100, y: 500 } : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  return {
    page,
    run,
    reset,
    ready,
    waits,
    isOff,
    middle,
    /** True when a press was taken: what waited waits no more. */
    async taken() {
      await page.waitForTimeout(350);
      return !(await waits()) || (await browser.viewOf(page)).pending === null;
    },
    async honestPress() {
      await reset();
      await ready();
      const { x, y } = await middle();
      await page.mouse.move(x - 30, y - 8);
      await page.mouse.move(x, y, { steps: 4 });
      await page.waitForTimeout(500);
      await page.mouse.click(x, y);
      await until(
        () => browser.viewOf(page),
        ({ pending }) => pending === null,
        4_000,
      ).catch(() => undefined);
      return (await browser.viewOf(page)).pending === null;
    },
  };
}

async function play(
  stage: Stage,
  { short, report }: { short: boolean; report?: (line: string) => void },
): Promise<Row[]> {
  const gained: string[] = [];
  const shutOff: string[] = [];
  let tried = 0;
  const some = <T>(list: readonly T[], step: number) => (short ? list.filter((_, index) => index % step === 0) : list);
  const guarded = async (name: string, work: () => Promise<void>) => {
    if (!(await stage.waits())) return; // already taken: counted once, the rest cannot be played
    await stage.reset();
    await stage.ready();
    await work();
    tried++;
    if (await stage.taken()) gained.push(name);
    report?.(name);
  };
  for (const trick of some(HIDING, 6)) {
    await guarded(trick.name, async () => {
      await stage.run(trick.code);
      await stage.page.waitForTimeout(STANDS_MS);
      const { x, y } = await stage.middle();
      await stage.page.mouse.move(x - 20, y);
      await stage.page.mouse.move(x, y);
      await stage.page.waitForTimeout(400);
      for (let press = 0; press < 3; press++) await stage.page.mouse.click(x, y);
    });
  }
  for (const trick of some(SUDDEN, 3)) {
    for (const delay of some(DELAYS, 2)) {
      const name = `${trick.name}, pressed ${delay} ms later`;
      await guarded(name, async () => {
        const { x, y } = await stage.middle();
        await stage.run(trick.code);
        await stage.page.mouse.move(x, y);
        // A pointer that was in the frame a moment ago knows where it stands; the trick is played on one that was not.
        await stage.page.waitForTimeout(trick.name.startsWith('moved') ? AWAY_MS : STANDS_MS);
        // One call: the change and the press must not drift apart on a busy machine, or the press comes later than meant.
        await stage.run(trick.undo);
        await stage.page.waitForTimeout(delay);
        await stage.page.mouse.click(x, y);
      });
    }
  }
  if (gained.length > 0) return [none('presses gained by a trick', gained)]; // nothing waits any more
  for (const trick of some(ORDINARY, 6)) {
    await stage.reset();
    await stage.ready();
    await stage.run(trick.code);
    await stage.page.waitForTimeout(700);
    if (
      await until(
        () => stage.isOff(),
        (off) => !off,
        4_000,
      ).then(
        () => false,
        () => true,
      )
    )
      shutOff.push(trick.name);
    report?.(`ordinary: ${trick.name}`);
  }
  return [
    atLeast('tricks played on the overlay', tried, short ? 8 : HIDING.length + SUDDEN.length * DELAYS.length),
    none('presses gained by a trick', gained),
    none(`false shut-offs on ${some(ORDINARY, 6).length} ordinary pages`, shutOff),
  ];
}

/** A page that frames the handbook gets no overlay in it at all. */
async function framed(browser: ExtensionBrowser, url: string): Promise<Row[]> {
  const page = await browser.newTab();
  await page.goto(`${url}/dashboard/default?vao=chibo-34&loi=iframe`);
  await page.bringToFront();
  await panelOf(browser, page);
  await page.waitForTimeout(1_500);
  const inner = page
    .frames()
    .filter((frame) => frame.url().endsWith('/panel.html') && frame.parentFrame() !== page.mainFrame());
  await page.close();
  return [
    none(
      'overlays inside a framed handbook',
      inner.map((frame) => frame.url()),
    ),
  ];
}

export const TRICKS: readonly Trick[] = [...HIDING, ...SUDDEN];
