/** Which hosts we may read: match patterns against addresses, and the one pattern of a host that a person adds. */
import { hostOfAddress } from '@/lib/model/host';

/** True when `url` lies under a match pattern such as `https://*.example.vn/*`; `<all_urls>` matches nothing here. */
export function matchesPattern(pattern: string, url: string): boolean {
  const parts = /^(https?|\*):\/\/(\*|(?:\*\.)?[^/*]+)\/\*$/.exec(pattern);
  if (!parts) return false;
  const [, scheme = '', host = ''] = parts;
  let address: URL;
  try {
    address = new URL(url);
  } catch {
    return false;
  }
  const protocol = address.protocol.replace(':', '');
  if (protocol !== 'http' && protocol !== 'https') return false;
  if (scheme !== '*' && scheme !== protocol) return false;
  if (host === '*') return true;
  if (!host.startsWith('*.')) return address.hostname === host.replace(/:\d+$/, '');
  const base = host.slice(2);
  return address.hostname === base || address.hostname.endsWith(`.${base}`);
}

/** True when `url` lies under one of these patterns. */
export function matchesAny(patterns: readonly string[], url: string): boolean {
  return patterns.some((pattern) => matchesPattern(pattern, url));
}

/** The host a pattern stands for, when it stands for exactly one; of this computer's own names without their port. */
export function hostOfPattern(pattern: string): string | null {
  return pattern.endsWith('/*') ? hostOfAddress(pattern.slice(0, -1)) : null;
}
