/** SHA-256 as base64url: the one form in which keys, cards and documents are named. */
import { base64urlnopad } from '@scure/base';

/** 43 letters over the UTF-8 of `text`, or over bytes. */
export async function digestOf(what: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof what === 'string' ? new TextEncoder().encode(what) : what;
  return base64urlnopad.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
