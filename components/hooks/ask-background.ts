/** One question to the background; a background that cannot be reached gives a reply too, and never an exception. */
import type { OwnPageToBackground, Reply } from '@/lib/protocol';
import { extensionApi } from './extension';

/** `T` is the value the protocol names for the message. */
export async function askBackground<T = null>(message: OwnPageToBackground): Promise<Reply<T>> {
  try {
    const reply = await extensionApi()?.runtime.sendMessage(message);
    // The background answers every message of our own pages with a Reply of the type the protocol names.
    if (typeof reply === 'object' && reply !== null && 'ok' in reply) return reply as Reply<T>;
    return { ok: false, code: 'storage', detail: 'the background gave no answer' };
  } catch (error) {
    return { ok: false, code: 'storage', detail: error instanceof Error ? error.message : String(error) };
  }
}
