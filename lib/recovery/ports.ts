/** The storage recovery stands on, as small ports: a folder of files and a few keys, both independent of IndexedDB. */

/** A flat folder. Every write is atomic: a file holds its old or its new bytes, never a part. */
export interface FileFolder {
  list(): Promise<string[]>;
  /** @throws when there is no such file. */
  read(name: string): Promise<Uint8Array<ArrayBuffer>>;
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** A file that is not there is no error. */
  remove(name: string): Promise<void>;
}

/** One value under one key (`chrome.storage.local`). */
export interface KeptValue {
  get(): Promise<unknown>;
  set(value: unknown): Promise<void>;
  remove(): Promise<void>;
}
