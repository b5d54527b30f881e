/** What is lit, in a few words. */
import type { Lit } from '@/lib/teaching';
import type { TeachTexts } from '../i18n/teach';

/** The words in these run into each other: what they are says more. */
const WIDE: readonly Lit['kind'][] = ['area', 'table', 'list', 'row', 'listItem'];

export function nameOf(text: TeachTexts['picker'], { kind, sample, alike }: Lit): string {
  if (WIDE.includes(kind) && alike > 1) return text.alike(text.kinds[kind], alike);
  return text.lit(text.kinds[kind], WIDE.includes(kind) ? '' : sample);
}
