/** A directory in memory: the files somebody dropped, or a folder in a test. */
import type { Directory } from './file-mailbox';

/** Starts with `files`; of two with one name the later gets a number, as a downloads folder does it. */
export function createMemoryDirectory(files: readonly { name: string; bytes: Uint8Array }[] = []): Directory {
  const held = new Map<string, Uint8Array>();
  for (const { name, bytes } of files) {
    let free = name;
    for (let number = 1; held.has(free); number++) free = name.replace(/(\.[^.]*)?$/, ` (${number})$1`);
    held.set(free, bytes);
  }
  return {
    names: () => Promise.resolve([...held.keys()]),
    read: (name) => Promise.resolve(held.get(name) ?? null),
    create(name, bytes) {
      if (held.has(name)) return Promise.resolve(false);
      held.set(name, bytes);
      return Promise.resolve(true);
    },
    replace(name, bytes) {
      held.set(name, bytes);
      return Promise.resolve();
    },
  };
}
