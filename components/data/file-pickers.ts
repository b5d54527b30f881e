/** Files and folders the person chooses, through the browser's own pickers where it has them. */

/** The parts of the File System Access API used here; TypeScript's DOM types lack the pickers. */
export interface ChosenFile {
  readonly name: string;
  getFile(): Promise<Blob>;
  createWritable(): Promise<{
    write(data: BufferSource): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
}

export type FolderPermission = 'granted' | 'prompt' | 'denied';

export interface ChosenFolder {
  readonly name: string;
  getFileHandle(name: string, options: { create: boolean }): Promise<ChosenFile>;
  removeEntry(name: string): Promise<void>;
  keys(): AsyncIterable<string>;
  queryPermission?(options: { mode: 'readwrite' }): Promise<FolderPermission>;
  requestPermission?(options: { mode: 'readwrite' }): Promise<FolderPermission>;
}

interface Pickers {
  showSaveFilePicker?(options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }): Promise<ChosenFile>;
  showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<ChosenFolder>;
}

// The global object has them where the browser does.
const pickers = () => globalThis as Pickers;

export function canSaveWithPicker(): boolean {
  return typeof pickers().showSaveFilePicker === 'function';
}

export function canChooseFolder(): boolean {
  return typeof pickers().showDirectoryPicker === 'function';
}

/** Asks where to save; null when the person changed their mind. Needs a press just before. */
export async function chooseSaveFile(name: string, description: string): Promise<ChosenFile | null> {
  const types = [{ description, accept: { 'application/octet-stream': ['.age'] } }];
  return orNull(async () => (await pickers().showSaveFilePicker?.({ suggestedName: name, types })) ?? null);
}

/** Asks for a folder; null when the person changed their mind. Needs a press just before. */
export async function chooseFolder(): Promise<ChosenFolder | null> {
  return orNull(async () => (await pickers().showDirectoryPicker?.({ id: 'ban-sao', mode: 'readwrite' })) ?? null);
}

async function orNull<T>(ask: () => Promise<T | null>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Writes the whole file and reads it back from where it was written. */
export async function writeAndReadBack(file: ChosenFile, bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const writable = await file.createWritable();
  try {
    await writable.write(bytes);
  } catch (error) {
    // What was there before stays: nothing is swapped in until it is closed.
    await writable.abort().catch(() => undefined);
    throw error;
  }
  await writable.close();
  return (await file.getFile()).arrayBuffer();
}
