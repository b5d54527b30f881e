/** A file that says it is a description of a handbook page: the checked site and its host, or a code for why it is refused. */
import { hostSchema } from '@/lib/model/host-site';
import { type Site, SiteError, parseSite } from '@/lib/model/site';
import { SITE_LIMITS } from '@/lib/model/site-limits';

export type SiteFileProblem =
  'unreadable' | 'tooBig' | 'notJson' | 'notSite' | 'newer' | 'oneHost' | 'denied' | 'forbidden' | 'grammar';

export type SiteFile =
  | { ok: true; text: string; site: Site; host: string }
  /** `detail`: the first thing wrong, in English, for whoever made the file. */
  | { ok: false; problem: SiteFileProblem; detail: string };

/** Reads no file above the limit. Never throws. */
export async function readSiteFile(file: Blob): Promise<SiteFile> {
  if (file.size > SITE_LIMITS.bytes) return refused('tooBig', `${file.size} bytes`);
  try {
    return readSiteText(await file.text());
  } catch {
    return refused('unreadable', '');
  }
}

/** The same from its text. */
export function readSiteText(text: string): SiteFile {
  const bare = text.replace(/^\uFEFF/, '').trim();
  let site: Site;
  try {
    site = parseSite(bare);
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    return refused(problemOf(error.message, bare), error.message);
  }
  const [host = '', ...more] = site.hosts;
  if (more.length > 0 || !hostSchema.safeParse(host).success) return refused('oneHost', site.hosts.join(', '));
  return { ok: true, text: bare, site, host };
}

function refused(problem: SiteFileProblem, detail: string): SiteFile {
  return { ok: false, problem, detail: detail.slice(0, 200) };
}

// parseSite names the first thing wrong in one English sentence; which kind it is decides what a person is told.
function problemOf(message: string, text: string): SiteFileProblem {
  if (message === 'not JSON') return 'notJson';
  if (message.startsWith('key "')) return 'forbidden';
  if (message.includes('names data that is never read')) return 'denied';
  const head = headOf(text);
  if (head !== null && head.format !== 'sotay-site') return 'notSite';
  if (head !== null && typeof head.version === 'number' && head.version > 1) return 'newer';
  if (/^(?:larger than|nested deeper|too many|more than)/.test(message)) return 'tooBig';
  if (message.includes('exactly one host') || message.startsWith('hosts')) return 'oneHost';
  return 'grammar';
}

/** Null above the limit: such a text is not looked at. */
function headOf(text: string): { format?: unknown; version?: unknown } | null {
  if (text.length > SITE_LIMITS.bytes) return null;
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null ? data : {};
  } catch {
    return null;
  }
}
