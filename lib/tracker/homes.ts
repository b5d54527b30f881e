/**
 * Where a database lives: the first one in the browser's ordinary place, each later one in a storage bucket of its own.
 * When the files of one place are damaged so that the browser opens none of its databases any more, another still opens.
 */
import { Dexie } from 'dexie';
import { removeForGood } from './remove-for-good';

/** The part of `navigator.storageBuckets` used; missing outside Chromium. */
interface Buckets {
  open(name: string, options: { durability: 'strict'; persisted: boolean }): Promise<{ indexedDB: IDBFactory }>;
  keys(): Promise<string[]>;
  delete(name: string): Promise<void>;
}

/** Names of databases made by a recovery. */
const LATER = /^sotay-\d+$/;

const buckets = (): Buckets | null =>
  // Not in the standard library's types yet.
  (globalThis.navigator as { storageBuckets?: Buckets } | undefined)?.storageBuckets ?? null;

const ordinary = (): IDBFactory => {
  const found = Dexie.dependencies.indexedDB;
  if (found === undefined) throw new Error('there is no IndexedDB here');
  return found;
};

/** The factory that opens the database of this name; makes its bucket when there is none. */
export async function homeOf(name: string): Promise<IDBFactory> {
  const place = LATER.test(name) ? buckets() : null;
  if (place === null) return ordinary();
  return (await place.open(name, { durability: 'strict', persisted: true })).indexedDB;
}

/** Names of databases and buckets there are; those of the ordinary place are left out when it cannot be read. */
export async function namesThere(): Promise<{ names: string[]; ordinaryFailed: boolean }> {
  const inBuckets = (await buckets()?.keys()) ?? [];
  try {
    const found = (await ordinary().databases()).flatMap(({ name }) => (name === undefined ? [] : [name]));
    return { names: [...new Set([...found, ...inBuckets])], ordinaryFailed: false };
  } catch {
    return { names: inBuckets, ordinaryFailed: true };
  }
}

/**
 * Deletes databases so that their bytes leave the disk too, with their buckets where they have one; without a name, sees to
 * the bytes of what was deleted before a browser died.
 */
export async function removeHomes(...names: string[]): Promise<void> {
  const place = buckets();
  const there = names.some((name) => LATER.test(name)) ? ((await place?.keys()) ?? []) : [];
  const own = names.filter((name) => LATER.test(name) && there.includes(name));
  for (const name of own) await place?.delete(name);
  const rest = names.filter((name) => !own.includes(name));
  if (rest.length > 0 || names.length === 0) await removeForGood(ordinary(), ...rest);
}
