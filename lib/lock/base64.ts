/** Bytes as base64 text and back. */

const PART = 0x8000;

/** Newer browsers do it themselves, several times faster; TypeScript does not know of it yet. */
const own = Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };

export function toBase64(bytes: Uint8Array): string {
  const { toBase64: quick } = bytes as Uint8Array & { toBase64?: () => string };
  if (quick !== undefined) return quick.call(bytes);
  let text = '';
  for (let at = 0; at < bytes.length; at += PART) text += String.fromCharCode(...bytes.subarray(at, at + PART));
  return btoa(text);
}

/** @throws when the text is not base64 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (own.fromBase64 !== undefined) return own.fromBase64(text);
  const plain = atob(text);
  const bytes = new Uint8Array(plain.length);
  for (let at = 0; at < plain.length; at++) bytes[at] = plain.charCodeAt(at);
  return bytes;
}
