/** What the vault worker does about hand-ins; it remembers nothing between calls. */
import { createFileMailbox } from '@/lib/handin/file-mailbox';
import { createOpeningKey, createSigningKey } from '@/lib/handin/keys';
import { createMemoryDirectory } from '@/lib/handin/memory-directory';
import { type OpenedHandIn, openHandIn } from '@/lib/handin/open';
import { HandInRefusal } from '@/lib/handin/refusal';
import type { ReviewedFile } from '@/lib/handin/review';
import { digestOfHandIn, sealHandIn } from '@/lib/handin/seal';
import type { HandInCalls } from './handin-calls';

type Tasks = {
  [K in keyof HandInCalls]: (
    ask: HandInCalls[K]['ask'],
    tell: (fraction: number) => void,
  ) => Promise<HandInCalls[K]['answer']>;
};

/** What was dropped belongs to one cell; nothing is sent on, so it needs no address. */
const DROPPED = 'dropped';

export const handInTasks: Tasks = {
  createSigningKey: () => createSigningKey(),
  createOpeningKey: () => createOpeningKey(),

  async sealHandIn({ handIn, key, card }) {
    const bytes = (await sealHandIn(handIn, key, card)).slice().buffer;
    return { bytes, digest: await digestOfHandIn(handIn) };
  },

  async openHandIns({ files, keys, cards, now }, tell) {
    const directory = createMemoryDirectory(files.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) })));
    // A messenger may have dropped the ending: whatever was given is looked into.
    const mailbox = createFileMailbox(() => directory, { takes: () => true });
    const opened: ReviewedFile[] = [];
    for await (const { label, body } of mailbox.list(DROPPED)) {
      opened.push(await openOne(label, openHandIn(body, keys, { now: new Date(now), cards })));
      tell(opened.length / files.length);
    }
    return { files: opened };
  },
};

async function openOne(name: string, opening: Promise<OpenedHandIn>): Promise<ReviewedFile> {
  try {
    return { name, ...(await opening) };
  } catch (error) {
    if (!(error instanceof HandInRefusal)) throw error;
    const { code, reason, where } = error;
    return { name, refused: { code, reason, where } };
  }
}
