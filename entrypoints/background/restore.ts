/**
 * The dashboard's port `restore`: a whole backup in pieces, checked once more, then written in one transaction.
 *
 *   begin ─▶ chunk × n ─▶ apply ─▶ (stage …) ─▶ restored            undo ─▶ undone
 *                           └─ anything out of order, too long or invalid: refused, nothing is written
 */
import { mergeData } from '@/lib/backup/merge';
import { MAX_TEXT, readPayload } from '@/lib/backup/payload';
import { BackupRefusal } from '@/lib/backup/refusal';
import type { AllData } from '@/lib/model/all-data';
import type { BackgroundToRestore, Reply, RestoreResult, RestoreToBackground } from '@/lib/protocol';
import { schemaVersion, type TrackerDb } from '@/lib/tracker';
import type { Safety } from '@/lib/tracker/safety';
import { replaceEverything } from '@/lib/tracker/write-restore';
import { isTooLarge, restoreMessageSchema } from './messages';

/** The part of a port that is used. */
export interface RestorePort {
  postMessage(message: unknown): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
}

export interface RestoreOptions {
  store: () => Promise<TrackerDb>;
  safety: Safety;
  now: () => Date;
  /** Told after everything was replaced, so that open pages are brought up to date. */
  onReplaced: () => Promise<void>;
}

export function createRestore({ store, safety, now, onReplaced }: RestoreOptions) {
  // One at a time over all dashboards: two restores side by side would undo each other.
  let busy = false;

  const apply = async (
    text: string,
    how: Extract<RestoreToBackground, { type: 'apply' }>,
    tell: (message: BackgroundToRestore) => void,
  ): Promise<Reply<RestoreResult>> => {
    tell({ type: 'stage', stage: 'checking' });
    const theirs = check(text);
    if (!theirs.ok) return theirs;
    tell({ type: 'stage', stage: 'snapshot' });
    let name: string | null = null;
    try {
      name = await safety.snapshot('beforeRestore');
    } catch (error) {
      // Merging loses nothing even without a way back; replacing would.
      if (how.mode === 'replace') return { ok: false, code: 'storage', detail: `no snapshot could be taken: ${error}` };
    }
    tell({ type: 'stage', stage: 'writing' });
    const { mode, conflicts } = how;
    const journal = { action: 'restoreBackup', detail: { mode } };
    const reply = await replaceEverything(await store(), (ours) => mergeData(ours, theirs.value, { mode, conflicts }), {
      now: now(),
      journal,
    });
    if (!reply.ok) return reply;
    const undo = name === null ? null : { name, seq: await safety.at() };
    await onReplaced();
    return { ok: true, value: { counts: reply.value.counts, undo } };
  };

  const undo = async ({ name, seq }: { name: string; seq: number }): Promise<Reply> => {
    const reply = await safety.restore(name, seq);
    if (reply.ok) await onReplaced();
    return reply;
  };

  return {
    /** Serves one port; nothing it says is looked at before `allowed` is true. */
    addPort(port: RestorePort, allowed: Promise<boolean>): void {
      let pieces: string[] | null = null;
      let held = 0;
      const tell = (message: BackgroundToRestore) => {
        try {
          port.postMessage(message);
        } catch {
          // The page was closed meanwhile; what was begun is finished all the same.
        }
      };
      const refuse = (code: 'badMessage' | 'tooLarge' | 'conflict', detail: string) => {
        pieces = null;
        tell({ type: 'restored', reply: { ok: false, code, detail } });
      };
      const alone = async (work: () => Promise<BackgroundToRestore>) => {
        if (busy) return refuse('conflict', 'another restore is under way');
        busy = true;
        try {
          tell(await work());
        } finally {
          busy = false;
        }
      };
      const take = async (raw: unknown): Promise<void> => {
        if (isTooLarge(raw)) return refuse('tooLarge', 'message over 1 MB');
        const { data: message } = restoreMessageSchema.safeParse(raw);
        if (message === undefined) return refuse('badMessage', 'not a message of a restore');
        switch (message.type) {
          case 'begin':
            pieces = [];
            held = 0;
            return;
          case 'chunk':
            if (pieces === null) return refuse('badMessage', 'a piece without a beginning');
            held += message.text.length;
            if (held > MAX_TEXT) return refuse('tooLarge', 'the data is too large');
            pieces.push(message.text);
            return;
          case 'apply': {
            const text = pieces?.join('') ?? '';
            pieces = null;
            if (text.length !== message.characters) return refuse('badMessage', 'a piece is missing');
            return alone(async () => ({ type: 'restored', reply: await apply(text, message, tell) }));
          }
          case 'undo':
            return alone(async () => ({ type: 'undone', reply: await undo(message) }));
        }
      };
      // In the order said, whatever takes how long.
      let last: Promise<void> = Promise.resolve();
      port.onMessage.addListener((raw) => {
        last = last.then(async () => {
          if (await allowed) await take(raw);
        });
      });
    },
  };
}

function check(text: string): Reply<AllData> {
  try {
    return { ok: true, value: readPayload(text, schemaVersion) };
  } catch (error) {
    if (!(error instanceof BackupRefusal)) throw error;
    return { ok: false, code: error.code === 'tooLarge' ? 'tooLarge' : 'invalid', detail: error.message };
  }
}
