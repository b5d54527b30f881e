/** What a tab can be taught and what was pointed at in it, kept up to date by the background's word. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { BackgroundToOwnPages, OwnPageToBackground, Reply } from '@/lib/protocol';
import type { TeachingState, What } from '@/lib/teaching';
import { askBackground } from '../hooks/ask-background';
import { extensionApi } from '../hooks/extension';

type Failure = Extract<Reply, { ok: false }>['code'];
export type TeachingOrder = Extract<
  OwnPageToBackground,
  { type: 'openTeaching' | 'startPicking' | 'stopPicking' | 'adjustList' | 'forgetTaught' | 'allowLeap' | 'saveTaught' }
>;

export interface TeachingLink {
  state: TeachingState | null;
  /** Type of the order under way. */
  busy: TeachingOrder['type'] | null;
  failure: { order: TeachingOrder['type']; code: Failure } | null;
  /** True once it was carried out. */
  send(order: TeachingOrder): Promise<boolean>;
}

/** What the rows of the view may ask for. */
export interface Orders {
  busy: boolean;
  point: (what: What) => void;
}

/** `undefined` while the tab is not known yet; asks again when `anew` is another one, since the page changed, and not yet while it is null. */
export function useTeaching(tabId: number | null | undefined, anew: string | null): TeachingLink {
  const [state, setState] = useState<TeachingState | null>(null);
  const [busy, setBusy] = useState<TeachingOrder['type'] | null>(null);
  const [failure, setFailure] = useState<TeachingLink['failure']>(null);
  useEffect(() => {
    setState(null);
    setFailure(null);
  }, [tabId]);
  useEffect(() => {
    if (tabId === undefined || tabId === null || anew === null) return;
    let current = true;
    const ask = () => {
      void askBackground<TeachingState>({ type: 'getTeaching', tabId }).then((reply) => {
        if (current && reply.ok && isState(reply.value)) setState(reply.value);
      });
    };
    const onMessage = (message: unknown) => {
      // Only the background of this same extension sends to our own pages.
      const event = message as BackgroundToOwnPages;
      if (event.type === 'teachingChanged' && event.tabId === tabId) ask();
    };
    const events = extensionApi()?.runtime.onMessage;
    events?.addListener(onMessage);
    ask();
    return () => {
      current = false;
      events?.removeListener(onMessage);
    };
  }, [tabId, anew]);

  const send = useCallback(async (order: TeachingOrder): Promise<boolean> => {
    setBusy(order.type);
    setFailure(null);
    const reply = await askBackground<TeachingState>(order);
    setBusy(null);
    if (reply.ok && isState(reply.value)) setState(reply.value);
    if (!reply.ok) setFailure({ order: order.type, code: reply.code });
    return reply.ok;
  }, []);
  return { state, busy, failure, send };
}

/** An older background, or none, answers with nothing. */
function isState(value: unknown): value is TeachingState {
  return typeof value === 'object' && value !== null && 'digest' in value;
}
