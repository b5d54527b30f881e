/** A Chromium with the built extension in it: own pages, the handbook, the overlay's frame, and everything that went wrong. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Frame, type Page, type Worker } from 'playwright';
import type { ActionResults, OwnPageAction } from '../../lib/model/actions';
import type { PanelView, Reply } from '../../lib/protocol';

const ROOT = join(import.meta.dirname, '../..');
/** The build under test. */
export const BUILD = join(ROOT, '.output/chrome-mv3-e2e');

export interface ExtensionBrowser {
  context: BrowserContext;
  /** The extension's id; null when opened without it. */
  id: string | null;
  /** Console errors and warnings, page errors, of every page: must stay empty. */
  wrongs: string[];
  /** Opens one of our own pages as a tab, `dashboard.html#/points` say. */
  openOwn(path: string): Promise<Page>;
  /** A new tab for the handbook; the window is as wide as told. */
  newTab(width?: number): Promise<Page>;
  /** Performs an action as one of our own pages would. */
  act<T extends OwnPageAction['type']>(action: Extract<OwnPageAction, { type: T }>): Promise<Reply<ActionResults[T]>>;
  /** The view of a tab as popup and side panel get it. */
  viewOf(page: Page): Promise<PanelView>;
  /** The overlay's frame in a handbook tab, or null. */
  panelIn(page: Page): Frame | null;
  /** The background's worker, started if it sleeps. */
  worker(): Promise<Worker>;
  /** Ends the background's worker, as the browser does when it is idle. */
  killWorker(): Promise<void>;
  /** Switches the extension off, as a person does in the browser's list of extensions. */
  disable(): Promise<void>;
  /** Reloads the extension, as an update does. */
  reload(): Promise<void>;
  /** Answers beforehand, as a person would, what the browser would ask: without it a question stays open for ever in a headless browser. */
  allow(pattern: string): Promise<void>;
  /** The browser-wide debugging session. */
  cdp: CDPSession;
  close(): Promise<void>;
}

export interface BrowserOptions {
  /** Default true; false opens the same browser without it, to compare. */
  extension?: boolean;
  build?: string;
  /** Load the build where it lies: without a key in the manifest its id, and so its data, depend on the folder. */
  inPlace?: boolean;
  profile?: string;
  /** Leave the first-run screen open. */
  welcome?: boolean;
  /** Tabs behind another are hidden, as for a person; by default the test driver makes every tab believe it is seen. */
  hides?: boolean;
  /** Folders of other extensions to load beside ours. */
  also?: string[];
  /** A screen that is touched. */
  touch?: boolean;
  /** More switches for Chromium. */
  args?: string[];
}

/** Starts Chromium with a fresh profile (or the one given). */
export async function openBrowser(options: BrowserOptions = {}): Promise<ExtensionBrowser> {
  const { extension = true } = options;
  // A copy of its own: a build made meanwhile must not change the extension under a running browser.
  const from = options.build ?? BUILD;
  const build = options.inPlace === true ? from : mkdtempSync(join(tmpdir(), 'sotay-build-'));
  if (build !== from) cpSync(from, build, { recursive: true });
  const loaded = [...(extension ? [build] : []), ...(options.also ?? [])].join(',');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'sotay-e2e-'));
  const args = [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    ...(loaded.length > 0 ? [`--disable-extensions-except=${loaded}`, `--load-extension=${loaded}`] : []),
    ...(options.args ?? []),
  ];
  const { context, end } =
    options.hides === true ? await attach(profile, args) : await launch(profile, args, options.touch === true);
  const wrongs: string[] = [];
  const listen = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') wrongs.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => wrongs.push(`${page.url()}: ${error.message}`));
  };
  context.on('page', listen);
  context.pages().forEach(listen);
  context.on('serviceworker', (worker) => {
    worker.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') wrongs.push(`background: ${message.text()}`);
    });
  });
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (cdp === undefined) throw new Error('no debugging session');

  const worker = async () => context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
  const id = extension ? new URL((await worker()).url()).host : null;
  // A fresh install opens the first-run screen: closed here, so that it never takes a test's tab from view.
  if (extension && options.profile === undefined) {
    const isWelcome = (page: Page) => page.url().includes('/dashboard.html');
    const welcome = context.pages().find(isWelcome) ?? (await context.waitForEvent('page', { predicate: isWelcome }));
    if (options.welcome !== true) await welcome.close();
  }
  let own: Page | null = null;
  const openOwn = async (path: string) => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${id}/${path}`);
    return page;
  };
  // One of our own pages that speaks for the tests; popup.html is small and starts nothing.
  const speaker = async () => {
    if (own === null || own.isClosed()) own = await openOwn('popup.html');
    return own;
  };
  const send = async (message: unknown): Promise<unknown> =>
    (await speaker()).evaluate(
      (sent) => (globalThis as unknown as { chrome: Chrome }).chrome.runtime.sendMessage(sent),
      message,
    );

  return {
    context,
    id,
    wrongs,
    openOwn,
    async newTab(width = 1280) {
      const page = await context.newPage();
      await page.setViewportSize({ width, height: 800 });
      return page;
    },
    // The background answers each action with the result of its own type.
    act: (action) => send({ type: 'act', action }) as never,
    async viewOf(page) {
      // Reading pauses in hidden tabs, and whatever tab was closed last may have brought another to the front.
      await page.bringToFront();
      const url = page.url();
      const tabId = await (
        await speaker()
      ).evaluate(async (wanted) => {
        const tabs = await (globalThis as unknown as { chrome: Chrome }).chrome.tabs.query({});
        return tabs.find((tab) => tab.url === wanted)?.id ?? null;
      }, url);
      const reply = (await send({ type: 'getView', tabId })) as Reply<PanelView>;
      if (!reply.ok) throw new Error(`no view: ${reply.code} ${reply.detail}`);
      return reply.value;
    },
    panelIn: (page) => page.frames().find((frame) => frame.url().endsWith('/panel.html')) ?? null,
    worker,
    async killWorker() {
      const { targetInfos } = await cdp.send('Target.getTargets');
      const target = targetInfos.find((info) => info.type === 'service_worker' && info.url.includes(id ?? '?'));
      if (target) await cdp.send('Target.closeTarget', { targetId: target.targetId });
    },
    async disable() {
      const page = await context.newPage();
      await page.goto('chrome://extensions/');
      await page.evaluate(
        (wanted) => (globalThis as unknown as { chrome: Chrome }).chrome.management.setEnabled(wanted, false),
        id ?? '',
      );
      await page.close();
    },
    async reload() {
      const page = await context.newPage();
      await page.goto('chrome://extensions/');
      await page.evaluate(async (wanted) => {
        const { developerPrivate } = (globalThis as unknown as { chrome: Chrome }).chrome;
        // Without the developer mode Chromium switches an unpacked extension off on reload.
        await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        await developerPrivate.reload(wanted, { failQuietly: true });
      }, id ?? '');
      await page.close();
    },
    async allow(pattern) {
      const page = await context.newPage();
      await page.goto('chrome://extensions/');
      await page.evaluate(
        ([wanted, host]) =>
          (globalThis as unknown as { chrome: Chrome }).chrome.developerPrivate.addHostPermission(wanted, host),
        [id ?? '', pattern] as const,
      );
      await page.close();
    },
    cdp,
    async close() {
      await end();
      if (build !== from) rmSync(build, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
      if (options.profile === undefined)
        rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

interface Launched {
  context: BrowserContext;
  end(): Promise<void>;
}

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

async function launch(profile: string, args: string[], hasTouch: boolean): Promise<Launched> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: EXECUTABLE,
    headless: true,
    viewport: { width: 1280, height: 800 },
    hasTouch,
    args,
  });
  return { context, end: () => context.close() };
}

/** A browser that was started without the driver, so that the driver changes nothing in how tabs see themselves. */
async function attach(profile: string, args: string[]): Promise<Launched> {
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--window-size=1280,900'];
  const child = spawn(EXECUTABLE, [...own, ...args, 'about:blank'], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const file = join(profile, 'DevToolsActivePort');
  const port = await until(
    () => (existsSync(file) ? (readFileSync(file, 'utf8').split('\n')[0] ?? '') : ''),
    (text) => text !== '',
  );
  const driver = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  const [context] = driver.contexts();
  if (context === undefined) throw new Error('no context');
  const end = async () => {
    await driver.close();
    child.kill();
    await ended;
  };
  return { context, end };
}

/** The part of `chrome` used inside our own pages. */
interface Chrome {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
  management: { setEnabled(id: string, on: boolean): Promise<void> };
  developerPrivate: {
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
    reload(id: string, options: object): Promise<unknown>;
    addHostPermission(id: string, host: string): Promise<void>;
  };
}

/** Waits until `read` gives what `isRight` accepts; the last value stands in the failure. */
export async function until<T>(
  read: () => Promise<T> | T,
  isRight: (value: T) => boolean,
  patience = 15_000,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const value = await read();
    if (isRight(value)) return value;
    if (Date.now() > end)
      throw new Error(`waited ${patience} ms in vain; last: ${JSON.stringify(value)?.slice(0, 2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
