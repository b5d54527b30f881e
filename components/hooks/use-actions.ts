/** Every change goes to the background, the one writer; a failure comes back as a reply and never throws. */
import { useCallback, useRef, useState } from 'preact/hooks';
import type { ActionReply, ErrorCode, OwnPageAction, Reply } from '@/lib/protocol';
import { extensionApi } from './extension';

const CODES: Record<ErrorCode, true> = {
  badMessage: true,
  notAllowed: true,
  noConsent: true,
  notFound: true,
  conflict: true,
  readOnly: true,
  storage: true,
  tooLarge: true,
  invalid: true,
  locked: true,
};

/** Sends one action; when the background cannot be reached the reply says `storage`, and what was typed stays with the caller. */
export async function act<A extends OwnPageAction>(action: A): Promise<ActionReply<A['type']>> {
  try {
    const reply = await extensionApi()?.runtime.sendMessage({ type: 'act', action });
    // The background answers every action with a Reply of the action's own value.
    if (isReply(reply)) return reply as ActionReply<A['type']>;
    return { ok: false, code: 'storage', detail: 'the background gave no answer' };
  } catch (error) {
    return { ok: false, code: 'storage', detail: error instanceof Error ? error.message : String(error) };
  }
}

function isReply(value: unknown): value is Reply<unknown> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  if (value.ok === true) return 'value' in value;
  return value.ok === false && 'code' in value && typeof value.code === 'string' && Object.hasOwn(CODES, value.code);
}

export type ActionState =
  { state: 'idle' } | { state: 'busy' } | { state: 'done' } | { state: 'failed'; code: ErrorCode };

/** One action at a time with its state for buttons and banners: `const { run, status } = useAction()`. */
export function useAction() {
  const [status, setStatus] = useState<ActionState>({ state: 'idle' });
  const running = useRef(false);
  const run = useCallback(async <A extends OwnPageAction>(action: A): Promise<ActionReply<A['type']>> => {
    if (running.current) return { ok: false, code: 'conflict', detail: 'an action is under way' };
    running.current = true;
    setStatus({ state: 'busy' });
    const reply = await act(action);
    running.current = false;
    setStatus(reply.ok ? { state: 'done' } : { state: 'failed', code: reply.code });
    return reply;
  }, []);
  const clear = useCallback(() => setStatus({ state: 'idle' }), []);
  return { run, status, clear };
}
