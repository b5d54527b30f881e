/** A computer with one profile: Chromium with the built extension is started, killed and started again over the same files. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';

export const ROOT = join(import.meta.dirname, '../..');
// A copy of its own: a build made meanwhile must not change the extension in the middle of a campaign.
export const BUILD = mkdtempSync(join(tmpdir(), 'sotay-campaign-'));
cpSync(join(ROOT, '.output/chrome-mv3-e2e'), BUILD, { recursive: true });
process.on('exit', () => rmSync(BUILD, { recursive: true, force: true }));

/** The id Chromium gives the built extension: it follows from the manifest's key. */
export const ID = (() => {
  const { key } = JSON.parse(readFileSync(join(BUILD, 'manifest.json'), 'utf8'));
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
})();

/** `within` is the folder the profile lies in. */
export function createDevice(backend = 'leveldb', within = tmpdir()) {
  const profile = mkdtempSync(join(within, 'sotay-device-'));
  const running = new Set();
  return {
    profile,
    start: async () => {
      const browser = await start(profile, backend);
      running.add(browser);
      browser.context.once('close', () => running.delete(browser));
      return browser;
    },
    /** Starts the browser and kills it so many ms later, wherever it is then. */
    startAndKill: async (ms) => {
      const { kill } = await launch(profile, backend);
      await new Promise((resolve) => setTimeout(resolve, ms));
      await kill();
    },
    /** Ends what was started and not closed, after a failure. */
    endAll: async () => {
      for (const browser of running) await browser.kill();
    },
    /** Files of the extension's own database, largest first. */
    databaseFiles: () => [
      ...filesBelow(join(profile, 'Default/IndexedDB')).filter((path) => path.includes(`chrome-extension_${ID}`)),
      // Databases made by a recovery lie in buckets.
      ...filesBelow(join(profile, 'Default/WebStorage')).filter((path) => path.includes('/IndexedDB/')),
    ],
    /** Files of the copies: origin-private files and the small keys. */
    copyFiles: () =>
      ['Default/File System', 'Default/Local Extension Settings'].flatMap((name) => filesBelow(join(profile, name))),
    remove: () => rmSync(profile, { recursive: true, force: true }),
  };
}

/** All files below a folder. */
export function filesBelow(folder) {
  let names = [];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    const path = join(folder, name);
    try {
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    } catch {
      return []; // gone meanwhile
    }
  });
}

async function launch(profile, backend) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--disable-extensions-except=${BUILD}`,
      `--load-extension=${BUILD}`,
      ...(backend === 'sqlite' ? ['--enable-features=IdbSqliteBackingStore'] : []),
    ],
  });
  const cdp = await context.browser().newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const pid = processInfo.find(({ type }) => type === 'browser').id;
  /** The power goes: the whole process group is gone at once. */
  const kill = async () => {
    const gone = new Promise((resolve) => context.once('close', resolve));
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      process.kill(pid, 'SIGKILL');
    }
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 5_000))]);
    // Children of the browser die a moment after it; a lock left behind would keep the next start from the profile.
    await new Promise((resolve) => setTimeout(resolve, 150));
    for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
      rmSync(join(profile, name), { force: true });
  };
  return { context, cdp, kill };
}

async function start(profile, backend) {
  const { context, cdp, kill } = await launch(profile, backend);
  const isOurs = (worker) => worker.url().includes(ID);
  if (!context.serviceWorkers().some(isOurs)) await context.waitForEvent('serviceworker', { predicate: isOurs });
  const workerSeenAt = performance.now();
  const page = await context.newPage();
  await page.goto(`chrome-extension://${ID}/popup.html`);
  const find = async () => {
    const { targetInfos } = await cdp.send('Target.getTargets');
    return targetInfos.find((info) => info.type === 'service_worker' && info.url.includes(ID))?.targetId;
  };
  const send = (message) => page.evaluate((sent) => globalThis.chrome.runtime.sendMessage(sent), message);
  return {
    context,
    cdp,
    page,
    /** When the background began, on the clock of `performance.now()`. */
    workerSeenAt,
    send,
    act: (action) => send({ type: 'act', action }),
    version: () => context.browser().version(),
    /** How the store is; the first question also waits for the check at the start. */
    store: async () => {
      const reply = await send({ type: 'getStore' });
      if (!reply.ok) throw new Error(`the store gave no answer: ${reply.detail}`);
      return reply.value;
    },
    /** All rows of all tables of the database in use, read beneath every layer. */
    rows: (database) =>
      page.evaluate(async (name) => {
        const inBucket = (await navigator.storageBuckets.keys()).includes(name);
        const home = inBucket ? (await navigator.storageBuckets.open(name)).indexedDB : indexedDB;
        return new Promise((resolve, reject) => {
          const request = home.open(name);
          request.onerror = () => reject(request.error);
          request.onsuccess = async () => {
            const db = request.result;
            const names = [...db.objectStoreNames];
            const transaction = db.transaction(names);
            const lists = await Promise.all(
              names.map(
                (table) =>
                  new Promise((done, fail) => {
                    const all = transaction.objectStore(table).getAll();
                    all.onsuccess = () => done(all.result);
                    all.onerror = () => fail(all.error);
                  }),
              ),
            );
            db.close();
            resolve(Object.fromEntries(names.map((table, at) => [table, lists[at]])));
          };
        });
      }, database),
    isAwake: async () => (await find()) !== undefined,
    /** Ends the background's worker; resolves when it is gone. */
    killWorker: async () => {
      const targetId = await find();
      if (targetId === undefined) return;
      await cdp.send('Target.closeTarget', { targetId }).catch(() => {});
      for (let tried = 0; tried < 100 && (await find()) === targetId; tried++)
        await new Promise((resolve) => setTimeout(resolve, 20));
    },
    kill,
    close: () => context.close(),
  };
}

/** A source of chance that can be named: the same seed gives the same campaign. */
export function chance(seed) {
  let state = seed >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  return { next, below: (n) => Math.floor(next() * n), pick: (list) => list[Math.floor(next() * list.length)] };
}
