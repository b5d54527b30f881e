/** A folder of the origin-private file system as a `FileFolder`; the handle is asked for anew each time, since a folder may be erased meanwhile. */
import type { FileFolder } from './ports';

// The standard library declares the iterator of a directory handle for windows only.
type Listing = FileSystemDirectoryHandle & { keys(): AsyncIterableIterator<string> };

/** `open` gives the folder, made when missing. */
export function createFolder(open: () => Promise<FileSystemDirectoryHandle>): FileFolder {
  return {
    async list() {
      const names: string[] = [];
      const folder = (await open()) as Listing;
      for await (const name of folder.keys()) if (!name.endsWith('.crswap')) names.push(name);
      return names.sort();
    },
    async read(name) {
      const handle = await (await open()).getFileHandle(name);
      return new Uint8Array(await (await handle.getFile()).arrayBuffer());
    },
    async write(name, bytes) {
      const handle = await (await open()).getFileHandle(name, { create: true });
      // Bytes go to a swap file first; `close` puts it in place in one step.
      const stream = await handle.createWritable();
      try {
        await stream.write(bytes);
      } catch (error) {
        await stream.abort().catch(() => {});
        throw error;
      }
      await stream.close();
    },
    async remove(name) {
      try {
        await (await open()).removeEntry(name);
      } catch (error) {
        if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
      }
    },
  };
}
