/** The few browser calls the interface makes, behind one narrow type, so that tests can stand in for them. */
import type { OwnPageToBackground } from '@/lib/protocol';

export interface ExtensionEvent<Args extends unknown[]> {
  addListener(listener: (...args: Args) => void): void;
  removeListener(listener: (...args: Args) => void): void;
}

export interface ExtensionPort {
  name: string;
  postMessage(message: unknown): void;
  disconnect(): void;
  onMessage: ExtensionEvent<[message: unknown]>;
  onDisconnect: ExtensionEvent<[]>;
}

/** The part of `chrome` used by panel, popup, side panel and dashboard. */
export interface ExtensionApi {
  runtime: {
    /** Undefined once the extension was updated or removed under a page that is still open. */
    id?: string;
    lastError?: { message?: string } | undefined;
    sendMessage(message: OwnPageToBackground): Promise<unknown>;
    connect(info: { name: string }): ExtensionPort;
    onMessage?: ExtensionEvent<[message: unknown]>;
    getURL(path: string): string;
  };
  storage?: {
    local: { get(key: string): Promise<Record<string, unknown>> };
    session?: {
      get(key: string): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
    };
  };
  permissions?: {
    request(wanted: { permissions?: string[]; origins?: string[] }): Promise<boolean>;
    contains(wanted: { permissions: string[] }): Promise<boolean>;
    remove?(wanted: { origins: string[] }): Promise<boolean>;
    getAll?(): Promise<{ origins?: string[] }>;
    onAdded?: ExtensionEvent<[change: object]>;
    onRemoved?: ExtensionEvent<[change: object]>;
  };
  commands?: { getAll(): Promise<{ name?: string; shortcut?: string }[]> };
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  tabs?: {
    create(options: { url: string }): Promise<unknown>;
    /** `url` only where it may be known: on granted hosts, and after a press on the button in the toolbar. */
    query(filter: {
      active: boolean;
      currentWindow: boolean;
    }): Promise<{ id?: number; windowId: number; url?: string }[]>;
    onActivated: ExtensionEvent<[info: { tabId: number; windowId: number }]>;
    /** All tabs; address and title are told on granted hosts only. */
    query(filter: Record<string, never>): Promise<{ id?: number; url?: string; title?: string }[]>;
  };
}

/** The browser's extension interface, or null where there is none (extension gone, plain page). */
export function extensionApi(): ExtensionApi | null {
  // `chrome` is a global of extension pages only; the declared part is all we rely on.
  const api = (globalThis as { chrome?: Partial<ExtensionApi> }).chrome;
  return api?.runtime === undefined ? null : (api as ExtensionApi);
}

/** False for good once the extension was updated or removed: only a reload of the page helps. */
export function extensionAlive(): boolean {
  try {
    return typeof extensionApi()?.runtime.id === 'string';
  } catch {
    return false;
  }
}
