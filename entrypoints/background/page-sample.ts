/** A scrubbed sample of an open handbook page: injects the scrubber, looks at what it gave once more, and hands it to our own page. */
import { browser } from 'wxt/browser';
import * as z from 'zod';
import type { Reply } from '@/lib/protocol';
import { SCRUB_LIMITS, checkScrubbed } from '@/lib/scrub';
import { matchesAny } from './hosts';
import { grantedHosts } from './injection';

const given = z.union([
  z.literal('secret'),
  z.strictObject({
    html: z.string().max(SCRUB_LIMITS.characters + 1_000_000),
    elements: z.number().int().nonnegative(),
    cut: z.boolean(),
  }),
]);

/** `detail` tells what `code` alone does not: `secretPage`, `unreadable`, `notScrubbed`. */
export async function samplePage(tabId: number): Promise<Reply<string>> {
  const url = await browser.tabs.get(tabId).then(
    (tab) => tab.url,
    () => undefined,
  );
  if (url === undefined) return { ok: false, code: 'notFound', detail: 'no such tab' };
  if (!matchesAny(await grantedHosts(), url))
    return { ok: false, code: 'notAllowed', detail: 'not a page we may read' };
  const results = await browser.scripting
    .executeScript({ target: { tabId, frameIds: [0] }, files: ['/scrubber.js'], world: 'ISOLATED' })
    .catch(() => []);
  return sampleFrom(results[0]?.result);
}

/** The reply for what the script in the page handed back; nothing of the page is trusted. */
export function sampleFrom(result: unknown): Reply<string> {
  const { data } = given.safeParse(result);
  if (data === undefined) return { ok: false, code: 'invalid', detail: 'unreadable' };
  if (data === 'secret') return { ok: false, code: 'notAllowed', detail: 'secretPage' };
  if (data.cut) return { ok: false, code: 'tooLarge', detail: 'the page is larger than a sample may be' };
  if (checkScrubbed(data.html) !== null) return { ok: false, code: 'invalid', detail: 'notScrubbed' };
  return { ok: true, value: data.html };
}
