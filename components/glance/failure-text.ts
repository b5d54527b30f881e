/** Words for a command of the overlay, popup or side panel that failed. */
import type { ErrorCode } from '@/lib/protocol';
import type { BaseTexts } from '../i18n/base';

/** A pending number that is no longer the one shown is told apart: look at the new one. */
export function failureText(text: BaseTexts, code: ErrorCode): string {
  return code === 'conflict' || code === 'notFound' ? text.glance.ask.stale : text.ui.errors[code];
}
