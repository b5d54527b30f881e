/** Free words people type must not hold what may never be kept: identity numbers, phones, e-mail. */
import { looksDenied } from '@/lib/privacy/deny-list';

/** True when any word, or the whole, looks like an identifier. */
export function holdsDenied(text: string): boolean {
  return looksDenied(text) || text.split(/\s+/).some((word) => looksDenied(word.replace(/[.,;:)]+$/, '')));
}
