/** Every host this extension has to do with, put together from shipped definitions, the browser's permissions and the store. Pure. */
import { isOwnComputer } from '@/lib/model/host';
import type { HostSite, SiteHealth } from '@/lib/model/host-site';
import type { Site } from '@/lib/model/site';

export type NamedSite = Pick<Site, 'id' | 'siteVersion' | 'label' | 'hosts'>;

export interface HostEntry {
  /** A host, or `*.` and a name for all below it. */
  host: string;
  /** Comes with the extension: cannot be taken away. */
  required: boolean;
  granted: boolean;
  row: HostSite | null;
  health: SiteHealth | null;
  readBy: ReadBy;
}

export type ReadBy =
  | { by: 'taught' | 'imported'; label: string; version: number; day: string | null }
  | { by: 'shipped'; site: NamedSite }
  /** Shipped definitions are tried; none has been found to fit yet. */
  | { by: 'any' }
  | { by: 'none' };

interface Known {
  sites: readonly NamedSite[];
  /** Match patterns the browser has granted. */
  origins: readonly string[];
  rows: readonly HostSite[];
  health: readonly SiteHealth[];
  language: 'vi' | 'en';
}

/** Added hosts and shipped ones, each in alphabetical order. */
export function listHosts(known: Known): HostEntry[] {
  const { sites, origins, rows, health } = known;
  const shipped = sites.flatMap((site) => site.hosts);
  const granted = origins.flatMap((pattern) => hostOfOrigin(pattern) ?? []);
  const names = new Set([...shipped, ...granted, ...rows.map(({ id }) => id), ...health.map(({ id }) => id)]);
  return [...names]
    .filter((host) => !isOwnComputer(host) || host.includes(':') || !hasPorts(host, names))
    .sort()
    .map((host) => {
      const row = rows.find(({ id }) => id === host) ?? null;
      const seen = health.find(({ id }) => id === host) ?? null;
      return {
        host,
        required: shipped.some((one) => covers(one, host)),
        granted: granted.some((one) => covers(one, host)),
        row,
        health: seen,
        readBy: readBy(host, row, seen, known),
      };
    });
}

function readBy(host: string, row: HostSite | null, health: SiteHealth | null, { sites, language }: Known): ReadBy {
  if (row?.site != null && row.from !== null) {
    const { label, siteVersion, taught } = row.site;
    return { by: row.from, label: label[language], version: siteVersion, day: taught?.day ?? null };
  }
  if (row?.shipped === false) return { by: 'none' };
  const site =
    sites.find(({ id }) => id === health?.site) ?? sites.find((one) => one.hosts.some((of) => covers(of, host)));
  return site === undefined ? { by: 'any' } : { by: 'shipped', site };
}

/** True when a host lies under a shipped or granted one; this computer's names are granted with all their ports. */
function covers(pattern: string, host: string): boolean {
  if (pattern === host) return true;
  if (pattern.startsWith('*.')) return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
  return isOwnComputer(pattern) && !pattern.includes(':') && host.split(':')[0] === pattern;
}

function hostOfOrigin(pattern: string): string | null {
  const found = /^https?:\/\/([^/]+)\/\*$/.exec(pattern)?.[1];
  return found === undefined || found === '*' ? null : found;
}

function hasPorts(host: string, names: ReadonlySet<string>): boolean {
  return [...names].some((one) => one.startsWith(`${host}:`));
}
