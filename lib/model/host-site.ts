/** A host the person added: whether shipped definitions may be tried there, and what they taught or imported for it. */
import * as z from 'zod';
import { isHost } from './host';
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
