/** Where a review takes its sealed files from: single files, or folders kept as mailboxes. */
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type Mailbox, createFileMailbox, createMemoryDirectory } from '../handin';
import { createFolderDirectory } from './folder-directory';
import { readBytes } from './handin-files';
import { InputError } from './io';

/** Larger files are refused unread; anything up to this is passed on, so that the review says what is wrong with it. */
const MOST_READ = 1024 * 1024;
/** A folder holds the hand-ins of one cell; what it is called does not matter here. */
const CELL = 'cell';

/** What was found, and how to say that all of it is dealt with. */
export interface Collected {
  files: { name: string; bytes: Uint8Array }[];
  acknowledge(): Promise<void>;
}

/** Reads every file and every folder. @throws InputError */
export async function collect(paths: readonly string[], cwd: string): Promise<Collected> {
  const mailboxes: Mailbox[] = [];
  const single: { name: string; bytes: Uint8Array }[] = [];
  for (const path of paths) {
    const info = await stat(resolve(cwd, path)).catch(() => null);
    if (info?.isDirectory()) mailboxes.push(createFileMailbox(() => createFolderDirectory(resolve(cwd, path))));
    else single.push({ name: basename(path), bytes: await readBytes(path, cwd, MOST_READ) });
  }
  if (single.length > 0) {
    const named = createMemoryDirectory(single);
    mailboxes.push(createFileMailbox(() => named, { takes: () => true }));
  }
  const files: Collected['files'] = [];
  const last = new Map<Mailbox, string>();
  for (const mailbox of mailboxes) {
    try {
      for await (const { label, body, cursor } of mailbox.list(CELL)) {
        files.push({ name: label, bytes: body });
        last.set(mailbox, cursor);
      }
    } catch (error) {
      throw new InputError(`cannot read the folder (${error instanceof Error ? error.message : error})`);
    }
  }
  return {
    files,
    async acknowledge() {
      for (const [mailbox, cursor] of last) await mailbox.ack(CELL, cursor);
    },
  };
}
