/** A host the person added: whether shipped definitions may be tried there, and what they taught or imported for it. */
import * as z from 'zod';
import { siteSchema } from './site';

/** Address part of a page (`URL.host`): a name over https; this computer's own name with its port over http. */
export const hostSchema = z
  .string()
  .max(253)
  .refine((text) => isHost(text), 'expected a host name in lower case, with a port only on this computer');

export const hostSiteSchema = z
  .strictObject({
    /** The host. */
    id: hostSchema,
    addedAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    /** Shipped definitions are tried where nothing was taught. */
    shipped: z.boolean(),
    /** Used on exactly this host, and alone. */
    site: siteSchema.nullable(),
    from: z.enum(['taught', 'imported']).nullable(),
  })
  .superRefine(({ id, site, from }, context) => {
    if ((site === null) !== (from === null))
      context.addIssue({ code: 'custom', message: 'a definition says where it comes from' });
    if (site !== null && !(site.hosts.length === 1 && site.hosts[0] === id))
      context.addIssue({ code: 'custom', message: 'the definition is for another host' });
  });
export type HostSite = z.infer<typeof hostSiteSchema>;

const siteFailureSchema = z.strictObject({
  code: z.string().max(40),
  part: z.string().max(100),
  /** Visits on which it was missing. */
  times: z.number().int().positive(),
  lastAt: z.iso.datetime(),
});

/** How reading goes on one host; counts and codes only, no value of any page. */
export const siteHealthSchema = z.strictObject({
  /** The host. */
  id: hostSchema,
  site: z.string().max(64).nullable(),
  siteVersion: z.number().int().nullable(),
  /** Looks at a page that read well, and that did not. */
  good: z.number().int().nonnegative(),
  bad: z.number().int().nonnegative(),
  lastGoodAt: z.iso.datetime().nullable(),
  lastBadAt: z.iso.datetime().nullable(),
  /** Most recent first. */
  failures: z.array(siteFailureSchema).max(20),
});
export type SiteHealth = z.infer<typeof siteHealthSchema>;

/** The host of an address we may read, else null: https, or http on this computer. */
export function hostOfAddress(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const own = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  if (own ? url.protocol !== 'http:' : url.protocol !== 'https:' || url.port !== '') return null;
  return isHost(url.host) ? url.host : null;
}

/** The match pattern asked for when a host is added: this computer's own name is granted with all its ports. */
export function patternOfHost(host: string): string {
  const [name = ''] = host.split(':');
  return name === 'localhost' || name === '127.0.0.1' ? `http://${name}/*` : `https://${host}/*`;
}

function isHost(text: string): boolean {
  const [name = '', port, ...more] = text.split(':');
  const digits = (part: string): boolean => part !== '' && [...part].every((char) => char >= '0' && char <= '9');
  if (name === 'localhost' || name === '127.0.0.1') return more.length === 0 && (port === undefined || digits(port));
  if (port !== undefined) return false;
  const parts = name.split('.');
  const isPart = (part: string): boolean =>
    part !== '' && [...part].every((char) => char === '-' || /[a-z0-9]/.test(char));
  return parts.length >= 2 && parts.every(isPart);
}
