/** Deletes a database so that its bytes leave the disk too. */

const BLANK = 'blank-';
const ROUNDS = 3;

/**
 * Deletes these databases; with none, only sees to the bytes of what was deleted before a browser died.
 *
 * LevelDB drops what was deleted only when it rewrites its tables. Chromium orders that for the range of a deleted database,
 * but what still lay in memory is written out together with its deletion then, and stays. Empty databases that were there
 * before are deleted afterwards: their ranges lie in the same tables, so each makes LevelDB rewrite those once more. SQLite
 * keeps a file for each database, which simply goes.
 */
export async function removeForGood(factory: IDBFactory, ...names: string[]): Promise<void> {
  const blanks = Array.from({ length: ROUNDS }, (_, index) => `${BLANK}${index + 1}`);
  for (const blank of blanks) await makeBlank(factory, blank);
  for (const name of names) await remove(factory, name);
  for (const blank of blanks) await remove(factory, blank);
}

function makeBlank(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('blank').put('blank', 1);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error ?? new Error('cannot be made'));
  });
}

function remove(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('cannot be deleted'));
  });
}
