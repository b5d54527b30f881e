/** Bytes of a text file as text: UTF-8, UTF-16 with its mark, or the old Vietnamese code page 1258; damage is refused. */
import { refuseFile } from './import-error';

/**
 * The text without byte order mark. It is composed later, cell by cell: composing turns some letters into separators.
 * @throws ImportError `badEncoding` when the bytes are no text, or are damaged UTF-8
 */
export function decodeText(file: string, bytes: Uint8Array): string {
  const text = decode(file, bytes);
  if (text.includes('\0')) throw refuseFile(file, 'badEncoding', 'this is no text file');
  return text;
}

function decode(file: string, bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Read as 1258, damaged UTF-8 would pass with wrong letters in the names.
    if (looksLikeUtf8(bytes)) {
      throw refuseFile(file, 'badEncoding', 'the text is damaged UTF-8; save it again as "CSV UTF-8"');
    }
    return new TextDecoder('windows-1258').decode(bytes);
  }
}

// ạ–ỹ (E1 BA/BB xx), đ Đ (C4 90/91), ơ Ơ ư Ư (C6 A0/A1/AF/B0) as UTF-8 writes them, or its byte order mark.
function looksLikeUtf8(bytes: Uint8Array): boolean {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return true;
  for (let index = 0; index + 1 < bytes.length; index++) {
    const [first, second, third = 0] = [bytes[index], bytes[index + 1], bytes[index + 2]];
    if (first === 0xe1 && (second === 0xba || second === 0xbb) && third >= 0x80 && third < 0xc0) return true;
    if (first === 0xc4 && (second === 0x90 || second === 0x91)) return true;
    if (first === 0xc6 && (second === 0xa0 || second === 0xa1 || second === 0xaf || second === 0xb0)) return true;
  }
  return false;
}
