/** Remembers the folder of automatic copies in a tiny database of its own: a handle is no record and no backup holds it. */
import type { ChosenFolder } from './file-pickers';

const NAME = 'sotay-folder';
const STORE = 'handles';
const KEY = 'copies';

/** The folder chosen once, or null. */
export async function rememberedFolder(): Promise<ChosenFolder | null> {
  // Only handles are ever put there, below.
  return ((await run('readonly', (store) => store.get(KEY))) as ChosenFolder | undefined) ?? null;
}

/** Remembers a folder, or with null forgets the one there is. */
export async function rememberFolder(folder: ChosenFolder | null): Promise<void> {
  await run('readwrite', (store) => (folder === null ? store.delete(KEY) : store.put(folder, KEY)));
}

function run(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(opening.error ?? new Error('the folder could not be looked up'));
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(request.result);
      };
      transaction.onabort = () => {
        opening.result.close();
        reject(transaction.error ?? new Error('the folder could not be kept'));
      };
    };
  });
}
