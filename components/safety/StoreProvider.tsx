/** Opens the database the background names, and goes over to another one when told, without losing what is being typed. */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { fromBase64 } from '@/lib/lock';
import { type BackgroundToOwnPages, SESSION_KEY, type StoreInfo } from '@/lib/protocol';
import { openTracker, type TrackerDb } from '@/lib/tracker';
import { askBackground } from '../hooks/ask-background';
import { extensionApi } from '../hooks/extension';
import { DbContext } from '../hooks/use-db';
import { StoreContext } from '../hooks/use-store';
import { Unreachable } from './Unreachable';

/** `locked` stands in for everything while the store is locked. */
export function StoreProvider({ locked, children }: { locked: ComponentChildren; children: ComponentChildren }) {
  const [state, setState] = useState<{ info: StoreInfo; db: TrackerDb } | 'asking' | 'unreachable' | 'locked'>(
    'asking',
  );
  const opened = useRef<TrackerDb | null>(null);
  const ask = useCallback(async (moved: boolean) => {
    const reply = await askBackground<StoreInfo>({ type: 'getStore' });
    if (!reply.ok) {
      if (opened.current === null) setState('unreachable');
      return;
    }
    const info = reply.value;
    const before = opened.current;
    if (info.lock === 'locked') {
      opened.current = null;
      before?.close();
      return setState('locked');
    }
    if (before === null || moved || before.name !== info.database) {
      const key = info.lock === 'unlocked' ? await keyInSession() : null;
      opened.current = openTracker(info.database, { key });
      // The old one is left to whoever still reads it; it closes when nobody does, or when the store is erased.
      setTimeout(() => before?.close(), 1_000);
    }
    if (opened.current !== null) setState({ info, db: opened.current });
  }, []);
  useEffect(() => {
    void ask(false);
    const listen = (message: unknown) => {
      const told = message as BackgroundToOwnPages; // only our own background and pages reach this page
      if (told.type === 'storeLocked') {
        // At once: what is shown goes before the background has finished.
        opened.current?.close();
        opened.current = null;
        setState('locked');
      }
      // What another of our pages asks of the background is heard here too: only the background's own news count.
      if (told.type === 'storeMoved') void ask(true);
      else if (told.type === 'storeChanged' || told.type === 'updateWaits') void ask(false);
    };
    const events = extensionApi()?.runtime.onMessage;
    events?.addListener(listen);
    return () => events?.removeListener(listen);
  }, [ask]);

  if (state === 'unreachable') return <Unreachable retry={() => void ask(false)} />;
  if (state === 'asking') return null;
  if (state === 'locked') return <>{locked}</>;
  return (
    <StoreContext.Provider value={{ info: state.info, refresh: () => void ask(false) }}>
      <DbContext.Provider value={state.db}>{children}</DbContext.Provider>
    </StoreContext.Provider>
  );
}

async function keyInSession(): Promise<Uint8Array | null> {
  const kept = (await extensionApi()?.storage?.session?.get(SESSION_KEY))?.[SESSION_KEY];
  return typeof kept === 'string' ? fromBase64(kept) : null;
}
