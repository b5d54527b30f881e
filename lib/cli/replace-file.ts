/** A result written whole or not at all. */
import { rename, rm, writeFile } from 'node:fs/promises';
import { UsageError } from './io';

/** Writes beside the target and renames, so that a failure leaves an older file whole. @throws UsageError */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(draft, bytes, { flag: 'wx' });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new UsageError(`--out ${path}: cannot be written (${error instanceof Error ? error.message : error})`);
  }
}
