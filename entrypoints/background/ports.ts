/** Ports of the panel frame, popup and side panel: they watch, and are told on every change. */
import type { Browser } from 'wxt/browser';
import type { BackgroundToGlance, BackgroundToPanel, PanelToBackground, PanelView, Reply } from '@/lib/protocol';
import { glanceMessageSchema, isTooLarge, panelMessageSchema, type PanelMessage } from './messages';
import { createRateLimit } from './rate';

type Port = Browser.runtime.Port;

export interface PortsOptions {
  view: (tabId: number | null) => Promise<PanelView>;
  /** Carries out what the panel asks; watching is done here. */
  onPanel: (tabId: number, message: Exclude<PanelMessage, { type: 'watchPage' }>) => Promise<Reply>;
}

export interface Ports {
  /** `tabId` is the tab once the sender was checked, null for a stranger: its messages are never looked at. */
  addPanel(port: Port, tabId: Promise<number | null>): void;
  addGlance(port: Port, allowed: Promise<boolean>): void;
  /** Sends the view anew to all who watch this tab; without a tab to everybody. */
  changed(tabId?: number): void;
}

export function createPorts({ view, onPanel }: PortsOptions): Ports {
  const watching = new Map<Port, number | null>();
  const limit = createRateLimit();

  const send = async (port: Port) => {
    const tabId = watching.get(port);
    if (tabId === undefined) return;
    const message: BackgroundToPanel & BackgroundToGlance = { type: 'panelChanged', view: await view(tabId) };
    try {
      if (watching.has(port)) port.postMessage(message);
    } catch {
      watching.delete(port); // closed meanwhile
    }
  };
  const answer = (port: Port, to: PanelToBackground['type'], reply: Reply) => {
    try {
      port.postMessage({ type: 'replied', to, reply } satisfies BackgroundToPanel);
    } catch {
      watching.delete(port);
    }
  };
  return {
    addPanel(port, checked) {
      port.onDisconnect.addListener(() => watching.delete(port));
      port.onMessage.addListener(async (raw: unknown) => {
        const tabId = await checked;
        if (tabId === null || isTooLarge(raw) || !limit.take(tabId, Date.now())) return;
        const { data: message } = panelMessageSchema.safeParse(raw);
        if (message === undefined) return;
        if (message.type === 'watchPage') {
          watching.set(port, tabId);
          void send(port);
          return;
        }
        answer(port, message.type, await onPanel(tabId, message));
      });
    },
    addGlance(port, allowed) {
      port.onDisconnect.addListener(() => watching.delete(port));
      port.onMessage.addListener(async (raw: unknown) => {
        if (!(await allowed) || isTooLarge(raw)) return;
        const { data: message } = glanceMessageSchema.safeParse(raw);
        if (message === undefined) return;
        watching.set(port, message.tabId);
        void send(port);
      });
    },
    changed(tabId) {
      for (const [port, watched] of watching)
        if (tabId === undefined || watched === null || watched === tabId) void send(port);
    },
  };
}
