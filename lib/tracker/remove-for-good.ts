/** Deletes a database so that its bytes leave the disk too. */

const BLANK = 'blank-';
const ROUNDS = 3;

/** Deletes it and sees to the bytes. */
export async function removeForGood(factory: IDBFactory, name: string): Promise<void> {
  await remove(factory, name);
  await scrub(factory);
}

/**
 * LevelDB drops what was deleted only when it rewrites its tables. Chromium orders that for a deleted database, but what
 * still lay in memory is written out together with its deletion then, and stays. Deleting empty databases makes it rewrite
 * those tables again: the first writes memory out, the next drops what is dead. SQLite keeps a file for each database,
 * which simply goes.
 */
export async function scrub(factory: IDBFactory): Promise<void> {
  const blanks = Array.from({ length: ROUNDS }, (_, index) => `${BLANK}${index + 1}`);
  for (const blank of blanks) await makeBlank(factory, blank);
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
