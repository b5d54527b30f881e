/** A folder as a mailbox's directory. */
import { randomUUID } from 'node:crypto';
import { link, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_HAND_IN_BYTES, type Directory } from '../handin';

/** Files larger than any hand-in are read only so far that they are refused as too large. */
export function createFolderDirectory(folder: string): Directory {
  const draft = async (bytes: Uint8Array, place: (path: string) => Promise<void>): Promise<void> => {
    const path = join(folder, `.${randomUUID()}.tmp`);
    try {
      await writeFile(path, bytes, { flag: 'wx', flush: true });
      await place(path);
    } finally {
      await rm(path, { force: true });
    }
  };
  return {
    async names() {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    },
    async read(name) {
      const bytes = await readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return bytes === null ? null : new Uint8Array(bytes.subarray(0, MAX_HAND_IN_BYTES * 20));
    },
    async create(name, bytes) {
      let stored = true;
      await draft(bytes, async (path) => {
        // A link is made whole or not at all, and never over another file.
        await link(path, join(folder, name)).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error;
          stored = false;
        });
      });
      return stored;
    },
    replace: (name, bytes) => draft(bytes, (path) => rename(path, join(folder, name))),
  };
}
