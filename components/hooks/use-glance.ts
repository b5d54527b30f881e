/** The view of one page, fed by the background through a port that is opened again when the background was asleep. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type {
  BackgroundToGlance,
  BackgroundToPanel,
  GlanceToBackground,
  PanelToBackground,
  PanelView,
  Reply,
} from '@/lib/protocol';
import { type ExtensionPort, extensionAlive, extensionApi } from './extension';

/** `gone`: the extension was updated under this page; only a reload helps. */
export type Link = 'connecting' | 'live' | 'gone';

export interface GlanceState {
  view: PanelView | null;
  link: Link;
}

interface Connection<Out> extends GlanceState {
  send: (message: Out) => boolean;
}

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/** Keeps a port of this name open while `greeting` is not null, sends the greeting on each opening and hands on what comes in. */
function usePort<Out extends { type: string }>(
  name: string,
  greeting: Out | null,
  receive: (message: BackgroundToPanel | BackgroundToGlance) => void,
): Connection<Out> {
  const [state, setState] = useState<GlanceState>({ view: null, link: 'connecting' });
  const port = useRef<ExtensionPort | null>(null);
  const handler = useRef(receive);
  handler.current = receive;
  const hello = JSON.stringify(greeting);

  useEffect(() => {
    if (greeting === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = FIRST_WAIT_MS;
    let stopped = false;

    const open = () => {
      if (stopped) return;
      if (!extensionAlive()) return setState((before) => ({ ...before, link: 'gone' }));
      try {
        const opened = extensionApi()?.runtime.connect({ name });
        if (!opened) return later();
        port.current = opened;
        opened.onMessage.addListener((message) => {
          wait = FIRST_WAIT_MS;
          // Only the background of this same extension and version can hold the other end of this port.
          const event = message as BackgroundToPanel | BackgroundToGlance;
          if (event.type === 'panelChanged') setState({ view: event.view, link: 'live' });
          handler.current(event);
        });
        opened.onDisconnect.addListener(() => {
          void extensionApi()?.runtime.lastError; // read, so that the browser does not log it
          if (port.current === opened) port.current = null;
          later();
        });
        opened.postMessage(greeting);
      } catch {
        later();
      }
    };
    const later = () => {
      if (stopped) return;
      setState((before) => ({ ...before, link: extensionAlive() ? 'connecting' : 'gone' }));
      if (!extensionAlive()) return;
      clearTimeout(timer);
      timer = setTimeout(open, wait);
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    };

    open();
    return () => {
      stopped = true;
      clearTimeout(timer);
      port.current?.disconnect();
      port.current = null;
    };
    // `hello` is the greeting by value.
  }, [name, hello]);

  const send = useRef((message: Out): boolean => {
    try {
      port.current?.postMessage(message);
      return port.current !== null;
    } catch {
      return false;
    }
  }).current;
  return { ...state, send };
}

export interface PanelReply {
  to: PanelToBackground['type'];
  reply: Reply;
}

/** For the overlay frame: its own page, by the port `panel`. `onReply` hears the answer to each command. */
export function usePanel(onReply: (reply: PanelReply) => void = () => {}): Connection<PanelToBackground> {
  return usePort<PanelToBackground>('panel', { type: 'watchPage' }, (message) => {
    if (message.type === 'replied') onReply({ to: message.to, reply: message.reply });
  });
}

/** For popup and side panel: the page of one tab, by the port `glance`; `undefined` while the tab is not known yet. */
export function useGlance(tabId: number | null | undefined): GlanceState {
  const { view, link } = usePort<GlanceToBackground>(
    'glance',
    tabId === undefined ? null : { type: 'watchTab', tabId },
    () => {},
  );
  return { view, link };
}

export interface ActiveTab {
  tabId: number | null | undefined;
  windowId: number | null;
  /** Its address, where the browser tells it. */
  url: string | null;
}

const NO_TAB: ActiveTab = { tabId: null, windowId: null, url: null };

/** The tab in front of this window: followed while the side panel stays open. `undefined` until asked, null when there is none. */
export function useActiveTab(): ActiveTab {
  const [tab, setTab] = useState<ActiveTab>({ tabId: undefined, windowId: null, url: null });
  useEffect(() => {
    const tabs = extensionApi()?.tabs;
    if (!tabs) return setTab(NO_TAB);
    const ask = () => {
      tabs.query({ active: true, currentWindow: true }).then(
        ([found]) => setTab({ tabId: found?.id ?? null, windowId: found?.windowId ?? null, url: found?.url ?? null }),
        () => setTab(NO_TAB),
      );
    };
    ask();
    tabs.onActivated.addListener(ask);
    return () => tabs.onActivated.removeListener(ask);
  }, []);
  return tab;
}
