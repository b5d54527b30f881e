/** Folder and key in memory, with the faults storage has: writes that fail, bytes that rot. */
import type { FileFolder, KeptValue } from '../../../lib/recovery';

export interface MemoryFolder extends FileFolder {
  files: Map<string, Uint8Array<ArrayBuffer>>;
  /** While true every write fails, as on a full disk. */
  full: boolean;
}

export function memoryFolder(): MemoryFolder {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const folder: MemoryFolder = {
    files,
    full: false,
    list: () => Promise.resolve([...files.keys()].sort()),
    read(name) {
      const bytes = files.get(name);
      return bytes ? Promise.resolve(bytes.slice()) : Promise.reject(new Error(`no file ${name}`));
    },
    write(name, bytes) {
      if (folder.full) return Promise.reject(new DOMException('no space', 'QuotaExceededError'));
      files.set(name, bytes.slice());
      return Promise.resolve();
    },
    remove(name) {
      files.delete(name);
      return Promise.resolve();
    },
  };
  return folder;
}

export interface MemoryValue extends KeptValue {
  value: unknown;
}

export function memoryValue(): MemoryValue {
  const kept: MemoryValue = {
    value: undefined,
    get: () => Promise.resolve(structuredClone(kept.value)),
    set(value) {
      kept.value = structuredClone(value);
      return Promise.resolve();
    },
    remove() {
      kept.value = undefined;
      return Promise.resolve();
    },
  };
  return kept;
}
