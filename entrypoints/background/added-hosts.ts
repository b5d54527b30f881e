/** Hosts the person adds and takes away: permission, registered script, row in the store and open tabs go together. */
import { browser } from 'wxt/browser';
import { isOwnComputer, patternOfHost } from '@/lib/model/host';
import type { OwnPageAction } from '@/lib/protocol';
import { getHostSite, type TrackerDb } from '@/lib/tracker';
import { addHost } from '@/lib/tracker/write-sites';
import { hostOfPattern } from './hosts';
import { relaunchEverywhere, shippedPatterns, syncRegistered } from './injection';
import type { Tabs } from './tabs';

export interface Hosts {
  /** The browser was allowed these addresses: by our question, or by the person in its own settings. */
  granted(patterns: readonly string[]): Promise<void>;
  withdrawn(patterns: readonly string[]): Promise<void>;
  /** After an action that is about a host: its tabs and its permission follow. */
  follow(action: OwnPageAction): Promise<void>;
}

export function createHosts({
  store,
  isLocked,
  tabs,
  changed,
}: {
  store: () => Promise<TrackerDb>;
  isLocked: () => Promise<boolean>;
  tabs: Pick<Tabs, 'refreshHost' | 'leaveHost' | 'hostsOpen'>;
  changed: () => void;
}): Hosts {
  return {
    async granted(patterns) {
      await syncRegistered();
      const now = new Date();
      for (const pattern of patterns) {
        const host = hostOfPattern(pattern);
        // Of this computer without a port it names no one host.
        if (host === null || (isOwnComputer(host) && !host.includes(':'))) continue;
        // A locked store takes the host in when its page is next opened unlocked; reading waits for that anyway.
        if (await isLocked()) continue;
        const db = await store();
        if ((await getHostSite(db, host)) === null) await addHost(db, host, now);
      }
      await relaunchEverywhere(patterns);
      changed();
    },
    async withdrawn(patterns) {
      await syncRegistered();
      for (const host of await tabs.hostsOpen()) {
        if (patterns.includes(patternOfHost(host))) await tabs.leaveHost(host);
      }
      changed();
    },
    async follow(action) {
      switch (action.type) {
        case 'saveHostSite':
        case 'dropHostSite':
        case 'useShipped':
          return tabs.refreshHost(action.host);
        case 'removeHost': {
          await tabs.leaveHost(action.host);
          const pattern = patternOfHost(action.host);
          // Hosts of the manifest stay: the browser takes back only what was added.
          if (!shippedPatterns().has(pattern)) await browser.permissions.remove({ origins: [pattern] }).catch(() => {});
          return;
        }
      }
    },
  };
}
