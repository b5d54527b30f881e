/** A small stand-in for the browser's extension interface, typed by what the interface uses of it. */
import type { ExtensionApi, ExtensionEvent, ExtensionPort } from '@/components/hooks/extension';

export class FakeEvent<Args extends unknown[]> implements ExtensionEvent<Args> {
  readonly listeners = new Set<(...args: Args) => void>();
  addListener(listener: (...args: Args) => void) {
    this.listeners.add(listener);
  }
  removeListener(listener: (...args: Args) => void) {
    this.listeners.delete(listener);
  }
  emit(...args: Args) {
    for (const listener of [...this.listeners]) listener(...args);
  }
}

export class FakePort implements ExtensionPort {
  readonly onMessage = new FakeEvent<[message: unknown]>();
  readonly onDisconnect = new FakeEvent<[]>();
  readonly sent: unknown[] = [];
  closed = false;
  constructor(readonly name: string) {}
  postMessage(message: unknown) {
    if (this.closed) throw new Error('Attempting to use a disconnected port object');
    this.sent.push(message);
  }
  disconnect() {
    this.closed = true;
  }
  /** The background's end goes away. */
  drop() {
    this.closed = true;
    this.onDisconnect.emit();
  }
}

export interface FakeChrome extends ExtensionApi {
  /** Ports opened so far, oldest first. */
  ports: FakePort[];
  /** Messages sent to the background. */
  messages: unknown[];
  /** Answers to come, oldest first; without one the answer is `{ok: true, value: null}`. */
  answers: unknown[];
  opened: string[];
  sidePanels: number[];
  tabs: NonNullable<ExtensionApi['tabs']> & { onActivated: FakeEvent<[info: { tabId: number; windowId: number }]> };
}

/** Puts a fake `chrome` in place; the returned function takes it away again. */
export function installFakeChrome(): { chrome: FakeChrome; remove: () => void } {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'chrome');
  const chrome: FakeChrome = {
    ports: [],
    messages: [],
    answers: [],
    opened: [],
    sidePanels: [],
    runtime: {
      id: 'fake',
      sendMessage: (message) => {
        chrome.messages.push(message);
        const answer = chrome.answers.length > 0 ? chrome.answers.shift() : { ok: true, value: null };
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
      connect: ({ name }) => {
        const port = new FakePort(name);
        chrome.ports.push(port);
        return port;
      },
      getURL: (path) => `chrome-extension://fake${path}`,
    },
    commands: { getAll: () => Promise.resolve([{ name: 'toggle-panel', shortcut: 'Alt+Shift+S' }]) },
    sidePanel: { open: ({ windowId }) => Promise.resolve(void chrome.sidePanels.push(windowId)) },
    tabs: {
      create: ({ url }) => Promise.resolve(void chrome.opened.push(url)),
      query: () => Promise.resolve([{ id: 7, windowId: 3 }]),
      onActivated: new FakeEvent(),
    },
  };
  Object.defineProperty(globalThis, 'chrome', { configurable: true, writable: true, value: chrome });
  return {
    chrome,
    remove: () => {
      if (before) Object.defineProperty(globalThis, 'chrome', before);
      else Reflect.deleteProperty(globalThis, 'chrome');
    },
  };
}
