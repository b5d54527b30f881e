/** The page's side of the port `restore`: hands a checked backup to the background in pieces and waits for its word. */
import { extensionApi } from '@/components/hooks/extension';
import type { Vault } from '@/components/workers/vault';
import type { MergeOptions } from '@/lib/backup/merge';
import type { BackgroundToRestore, Reply, RestoreResult, RestoreToBackground } from '@/lib/protocol';

/** Characters of one piece: with every letter three bytes long still below the limit of a message. */
const PIECE = 250_000;

export type RestoreStage = 'sending' | Extract<BackgroundToRestore, { type: 'stage' }>['stage'];

interface Talk {
  say(message: RestoreToBackground): void;
  /** The background's last word; null when it went away before it spoke. */
  answer: Promise<BackgroundToRestore | null>;
  close(): void;
}

function connect(onStage: (stage: RestoreStage) => void): Talk | null {
  const port = extensionApi()?.runtime.connect({ name: 'restore' });
  if (port === undefined) return null;
  const answer = new Promise<BackgroundToRestore | null>((resolve) => {
    port.onMessage.addListener((raw) => {
      const message = raw as BackgroundToRestore; // the other end of this port is our own background
      if (message.type === 'stage') onStage(message.stage);
      else resolve(message);
    });
    port.onDisconnect.addListener(() => resolve(null));
  });
  return { say: (message) => port.postMessage(message), answer, close: () => port.disconnect() };
}

export interface ApplyOptions extends MergeOptions {
  vault: Vault;
  characters: number;
  onStage: (stage: RestoreStage, fraction: number | null) => void;
}

/** Puts the backup opened last in `vault` back. `null`: the background was lost midway, nothing is known. */
export async function applyBackup(options: ApplyOptions): Promise<Reply<RestoreResult> | null> {
  const { vault, characters, mode, conflicts, onStage } = options;
  const talk = connect((stage) => onStage(stage, null));
  if (talk === null) return null;
  try {
    talk.say({ type: 'begin' });
    for (let from = 0; from < characters; from += PIECE) {
      onStage('sending', from / characters);
      const { text } = await vault.call('takeText', { from, limit: PIECE });
      talk.say({ type: 'chunk', text });
    }
    talk.say({ type: 'apply', characters, mode, conflicts });
    const last = await talk.answer;
    return last?.type === 'restored' ? last.reply : null;
  } catch {
    return null; // the port was closed under us
  } finally {
    talk.close();
  }
}

/** Goes back to before a restore. */
export async function undoRestore(undo: { name: string; seq: number }): Promise<Reply | null> {
  const talk = connect(() => undefined);
  if (talk === null) return null;
  try {
    talk.say({ type: 'undo', ...undo });
    const last = await talk.answer;
    return last?.type === 'undone' ? last.reply : null;
  } catch {
    return null;
  } finally {
    talk.close();
  }
}
