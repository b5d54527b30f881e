/** Real messages from every kind of wrong sender in a real browser, against the built extension: nothing it holds may change. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright';
import { BUILD, openBrowser, until, type ExtensionBrowser } from '../e2e/fixtures';
import { startHandbook } from '../handbook/server.mjs';
import { RIGHT, bend, type Door } from './message-cases';
import { giveConsents, openWithPanel } from './open-asking';
import { type Row, atLeast, none } from './rows';
import { quietDigest, settledDigest } from './state-digest';

/** Sends each message by all the ways a context has; gives how many were taken with `ok`. Runs inside the sender. */
async function sendAll([messages, target]: [unknown[], string | null]): Promise<{
  ways: number;
  taken: string[];
  views: number;
}> {
  interface Port {
    postMessage(message: unknown): void;
    disconnect(): void;
    onMessage: { addListener(listener: (message: unknown) => void): void };
    onDisconnect: { addListener(listener: () => void): void };
  }
  interface Runtime {
    lastError?: unknown;
    sendMessage?(...args: unknown[]): Promise<unknown>;
    connect?(...args: unknown[]): Port;
  }
  const { chrome } = globalThis as unknown as { chrome?: { runtime?: Runtime } };
  const runtime = chrome?.runtime;
  const to = target === null ? [] : [target];
  const taken: string[] = [];
  let ways = 0;
  let views = 0;
  for (const message of messages) {
    if (runtime?.sendMessage !== undefined) {
      ways++;
      const reply = await Promise.race([
        runtime.sendMessage(...to, message).catch(() => null),
        new Promise((resolve) => setTimeout(() => resolve(null), 1_500)),
      ]).catch(() => null);
      if ((reply as { ok?: boolean } | null)?.ok === true) taken.push(JSON.stringify(message).slice(0, 120));
    }
    for (const name of ['panel', 'glance', 'other']) {
      if (runtime?.connect === undefined) continue;
      ways++;
      try {
        const port = runtime.connect(...to, { name });
        port.onDisconnect.addListener(() => void runtime.lastError);
        port.onMessage.addListener(() => void views++);
        port.postMessage(message);
        await new Promise((resolve) => setTimeout(resolve, 15));
        port.disconnect();
      } catch {
        // Closed at once: nobody listens.
      }
    }
    if (typeof window !== 'undefined') {
      ways++;
      try {
        window.postMessage(message, '*');
        window.dispatchEvent(new MessageEvent('message', { data: message }));
        document.dispatchEvent(new CustomEvent('sotay', { detail: message }));
        if (typeof BroadcastChannel !== 'undefined') {
          const channel = new BroadcastChannel('sotay');
          channel.postMessage(message);
          channel.close();
        }
      } catch {
        // Not every shape can be posted.
      }
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { ways, taken, views };
}

type Answer = Awaited<ReturnType<typeof sendAll>>;

interface Attack {
  name: string;
  /** Doors whose right messages are not this sender's. */
  doors: readonly Door[];
  send(messages: unknown[]): Promise<Answer>;
}

/** A second extension with one page and nothing else; gives its folder and id. */
function otherExtension(): { folder: string; id: string } {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const digest = createHash('sha256').update(der).digest('hex').slice(0, 32);
  const id = [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  const folder = mkdtempSync(join(tmpdir(), 'sotay-other-'));
  const manifest = { manifest_version: 3, name: 'other', version: '1', key: der.toString('base64') };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>other</title>');
  return { folder, id };
}

/** The build with `localhost` only optional, so that the host can be granted and taken away again. */
function buildWithOptionalHost(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sotay-optional-'));
  mkdirSync(folder, { recursive: true });
  cpSync(BUILD, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  // Written by our own build.
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown> & {
    host_permissions: string[];
    content_scripts: { matches: string[] }[];
  };
  const without = (patterns: string[]) => patterns.filter((pattern) => !pattern.includes('localhost'));
  manifest.host_permissions = without(manifest.host_permissions);
  manifest.content_scripts = manifest.content_scripts.map((script) => ({
    ...script,
    matches: without(script.matches),
  }));
  writeFileSync(path, JSON.stringify(manifest));
  return folder;
}

interface DeveloperPrivate {
  addHostPermission(id: string, pattern: string): Promise<void>;
}

/** Grants or takes back `localhost`, as the browser does when a person says so. */
async function setHost(browser: ExtensionBrowser, granted: boolean): Promise<void> {
  if (granted) {
    const page = await browser.context.newPage();
    await page.goto('chrome://extensions/');
    await page.evaluate(
      (id) =>
        (
          globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } }
        ).chrome.developerPrivate.addHostPermission(id, 'http://localhost/*'),
      browser.id ?? '',
    );
    await page.close();
  }
  const own = await browser.openOwn('popup.html');
  const session = await browser.context.newCDPSession(own);
  const { result } = await session.send('Runtime.evaluate', {
    expression: `chrome.permissions.${granted ? 'request' : 'remove'}({ origins: ['http://localhost/*'] })`,
    userGesture: true,
    awaitPromise: true,
    returnByValue: true,
  });
  if (result.value !== true) throw new Error(`the browser did not change the host: ${JSON.stringify(result)}`);
  await own.close();
}

export async function playSentMessages(options: { short: boolean; report?: (line: string) => void }): Promise<Row[]> {
  const other = otherExtension();
  const build = buildWithOptionalHost();
  const handbook = await startHandbook({ skin: 'vnpt' });
  const browser = await openBrowser({ build, also: [other.folder] });
  try {
    return await play(browser, other.id, handbook.url, options);
  } finally {
    await browser.close();
    await handbook.close();
    for (const folder of [other.folder, build]) rmSync(folder, { recursive: true, force: true });
  }
}

const ALL: readonly Door[] = ['content', 'ownPage', 'panel', 'glance'];

async function play(
  browser: ExtensionBrowser,
  otherId: string,
  url: string,
  { short, report }: { short: boolean; report?: (line: string) => void },
): Promise<Row[]> {
  await giveConsents(browser);
  await browser.act({
    type: 'recordReadings',
    readings: [
      { subject: 'me', day: '2026-11-01', at: null, total: 4_321, source: 'manual', origin: 'tay', raw: '', where: '' },
    ],
  });
  const { page, panel } = await openWithPanel(browser, `${url}/dashboard/default?vao=chibo-34&loi=iframe`);
  const granted = await openLocalhost(browser, url);
  const stranger = await browser.context.newPage();
  await stranger.goto('data:text/html,<title>x</title>');
  const theirs = await browser.context.newPage();
  await theirs.goto(`chrome-extension://${otherId}/page.html`);
  const own = await browser.openOwn('popup.html');
  const inPage = (target: Page | Frame, to: string | null) => (messages: unknown[]) =>
    target.evaluate(sendAll, [messages, to] as [unknown[], string | null]);
  const attacks: Attack[] = [
    { name: 'the handbook page itself', doors: ALL, send: inPage(page, browser.id) },
    { name: 'a page of another host', doors: ALL, send: inPage(stranger, browser.id) },
    { name: 'another extension', doors: ALL, send: inPage(theirs, browser.id) },
    { name: 'another extension, to whoever listens', doors: ALL, send: inPage(theirs, null) },
    { name: 'the panel frame, by messages of other doors', doors: ['content', 'ownPage'], send: inPage(panel, null) },
    { name: 'content script of a host taken back', doors: ALL, send: granted.send },
  ];
  const frames = await contentScriptFrames(page, browser);
  if (frames.inner !== null) attacks.push({ name: 'content script in a subframe', doors: ALL, send: frames.inner });
  attacks.push({
    name: 'content script, by messages of other doors',
    doors: ['ownPage', 'panel', 'glance'],
    send: frames.top,
  });

  const before = await quietDigest(own);
  const changed: string[] = [];
  const taken: string[] = [];
  const seen: string[] = [];
  let sent = 0;
  for (const attack of attacks) {
    const right = attack.doors.flatMap((door) => RIGHT[door]);
    const bent = right.flatMap((message) => bend(message).map(({ message: one }) => one)).filter(isSendable);
    const step = short ? 97 : 11;
    // As they would arrive: messages travel as JSON.
    const messages = [...right, ...bent.filter((_, index) => index % step === 0)].map(
      (message) => JSON.parse(JSON.stringify(message)) as unknown,
    );
    // In parts: a context that answers for minutes is taken for hung.
    for (let at = 0; at < messages.length; at += 60) {
      const answer = await attack.send(messages.slice(at, at + 60));
      sent += answer.ways;
      taken.push(...answer.taken.map((one) => `${attack.name}: ${one}`));
      if (answer.views > 0 && attack.name !== 'the panel frame, by messages of other doors')
        seen.push(`${attack.name}: ${answer.views} messages back`);
    }
    const after = await settledDigest(own);
    const moved = after.split('\n').filter((line) => !before.includes(line));
    if (moved.length > 0) changed.push(`${attack.name}: ${moved.map((line) => line.split(' ')[0]).join(', ')}`);
    report?.(`${attack.name}: ${sent} sent so far`);
  }
  // The same instrument sees a change when there is one.
  await browser.act({ type: 'saveSettings', patch: { targetPerMonth: 321 } });
  const moved = (await settledDigest(own)) !== before;
  return [
    atLeast('messages sent from wrong senders', sent, short ? 1_000 : 2_000),
    none('taken', taken),
    none('answered through a port', seen),
    none('senders after which anything stored had changed', changed),
    atLeast('kinds of senders', attacks.length, 8),
    atLeast('control: a right action changes the digest', moved ? 1 : 0, 1),
    none(
      'console errors of the background',
      browser.wrongs.filter((line) => line.startsWith('background')),
    ),
  ];
}

/** What JSON can carry: the rest cannot be sent at all. */
function isSendable(message: unknown): boolean {
  const text = JSON.stringify(message) as string | undefined;
  return text !== undefined && text.length < 3_000_000;
}

/** A page on `localhost`, granted and then taken back: its content script lives on without the right to speak. */
async function openLocalhost(browser: ExtensionBrowser, url: string): Promise<{ send: Attack['send'] }> {
  const page = await browser.newTab();
  const session = await browser.context.newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${browser.id}`) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  await page.goto(`${url.replace('127.0.0.1', 'localhost')}/dashboard/default?vao=chibo-34`);
  await page.bringToFront();
  await setHost(browser, true);
  await page.bringToFront();
  await until(
    () => worlds.length,
    (count) => count > 0,
  );
  await setHost(browser, false);
  return { send: inWorld(session, () => worlds.at(-1) ?? 0) };
}

type Session = Awaited<ReturnType<ExtensionBrowser['context']['newCDPSession']>>;

function inWorld(session: Session, world: () => number): Attack['send'] {
  return async (messages) => {
    const expression = `(${sendAll.toString()})(${JSON.stringify([messages, null])})`;
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: world(),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Answer;
  };
}

/** The extension's own worlds in a handbook tab: the top frame's, and one put into a frame below it. */
async function contentScriptFrames(
  page: Page,
  browser: ExtensionBrowser,
): Promise<{ top: Attack['send']; inner: Attack['send'] | null }> {
  const session = await browser.context.newCDPSession(page);
  const worlds = new Map<string, number>();
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId } = (context.auxData ?? {}) as { frameId?: string };
    if (context.origin === `chrome-extension://${browser.id}` && frameId !== undefined) worlds.set(frameId, context.id);
  });
  await session.send('Runtime.enable');
  // Into every frame of the tab: the product itself speaks to the top frame only.
  await (
    await browser.worker()
  ).evaluate(async (address) => {
    interface Api {
      tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
      scripting: { executeScript(options: object): Promise<unknown> };
    }
    const { chrome } = globalThis as unknown as { chrome: Api };
    const tab = (await chrome.tabs.query({})).find((one) => one.url === address);
    await chrome.scripting.executeScript({ target: { tabId: tab?.id, allFrames: true }, func: () => location.href });
  }, page.url());
  const { frameTree } = await session.send('Page.getFrameTree');
  const top = frameTree.frame.id;
  await until(
    () => worlds.size,
    (count) => count > 1,
  );
  const innerWorld = [...worlds].find(([frameId]) => frameId !== top)?.[1];
  return {
    top: inWorld(session, () => worlds.get(top) ?? 0),
    inner: innerWorld === undefined ? null : inWorld(session, () => innerWorld),
  };
}
