/** A digest of everything the extension holds, to show that a message changed nothing: all tables, its storage, its tabs and private files. */
import { createHash } from 'node:crypto';
import type { Page } from 'playwright';

interface Chrome {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  storage: Record<'local' | 'session', { get(keys: null): Promise<unknown> }>;
  tabs: { query(filter: object): Promise<{ id?: number; url?: string; active: boolean }[]> };
}

/** SHA-256 over the state as one of the extension's own pages sees it. */
export async function stateDigest(own: Page): Promise<string> {
  const state = await own.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    const tables: Record<string, unknown> = {};
    for (const { name } of await indexedDB.databases()) {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name ?? '');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const table of opened.objectStoreNames) {
        const all = (what: 'getAll' | 'getAllKeys') =>
          new Promise<unknown>((resolve, reject) => {
            const request = opened.transaction(table).objectStore(table)[what]();
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
        tables[`${name}/${table}`] = [await all('getAllKeys'), await all('getAll')];
      }
      opened.close();
    }
    const files: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of folder as unknown as AsyncIterable<[string, FileSystemHandle]>) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${path}/${name}`);
        else files.push(`${path}/${name} ${(await (handle as FileSystemFileHandle).getFile()).size}`);
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    const tabs = (await chrome.tabs.query({})).map(({ id, url }) => `${id} ${url}`);
    const parts: Record<string, unknown> = {
      tables,
      files: files.sort(),
      local: await chrome.storage.local.get(null),
      // When one of our pages was last used is noted for the lock, and is no state.
      session: { ...((await chrome.storage.session.get(null)) as object), lastActive: null },
      tabs: tabs.sort(),
    };
    return Object.entries(parts).map(([part, value]): [string, string] => [part, JSON.stringify(value)]);
  });
  // Part by part, so that a difference tells where.
  return state.map(([part, text]) => `${part} ${createHash('sha256').update(text).digest('hex')}`).join('\n');
}

/** The digest once it has stopped changing: what was under way is done. */
export async function settledDigest(own: Page): Promise<string> {
  let last = await stateDigest(own);
  for (let alike = 0; alike < 2;) {
    await own.waitForTimeout(250);
    const next = await stateDigest(own);
    alike = next === last ? alike + 1 : 0;
    last = next;
  }
  return last;
}

/** The digest once nothing more comes of what was done before: on a busy machine pages are read and copies written late. */
export async function quietDigest(own: Page): Promise<string> {
  for (let tried = 0; tried < 10; tried++) {
    await own.evaluate(() =>
      (globalThis as unknown as { chrome: Chrome }).chrome.runtime.sendMessage({ type: 'takeSnapshot' }),
    );
    const digest = await settledDigest(own);
    await own.waitForTimeout(4_000);
    if ((await settledDigest(own)) === digest) return digest;
  }
  throw new Error('the extension does not come to rest');
}
