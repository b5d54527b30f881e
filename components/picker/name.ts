/** What is lit, in a few words. */
import type { Lit } from '@/lib/teaching';
import type { Texts } from '../i18n';

/** The words in these run into each other: what they are says more. */
const WIDE: readonly Lit['kind'][] = ['area', 'table', 'list', 'row', 'listItem'];

export function nameOf(text: Texts['picker'], { kind, sample, alike }: Lit): string {
  if (WIDE.includes(kind) && alike > 1) return text.alike(text.kinds[kind], alike);
  return text.lit(text.kinds[kind], WIDE.includes(kind) ? '' : sample);
}
