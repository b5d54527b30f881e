/** One file of a snapshot or of the change log: a readable first line, then gzipped JSON whose digest stands in that line. */

const MOST_BYTES = 512 * 1024 * 1024;

/** Thrown when a file is cut, changed or not ours. */
export class DamagedFile extends Error {
  override name = 'DamagedFile';
}

export interface RecordFile<Head> {
  head: Head;
  body: unknown;
}

/** The bytes of a file; `head` must not have the keys `format`, `version` and `sha256`. */
export async function encodeFile(format: string, head: object, body: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const text = new TextEncoder().encode(JSON.stringify(body));
  const line = JSON.stringify({ format, version: 1, ...head, sha256: await digest(text) });
  const packed = await pass(text, new CompressionStream('gzip'));
  const first = new TextEncoder().encode(`${line}\n`);
  const bytes = new Uint8Array(first.length + packed.length);
  bytes.set(first);
  bytes.set(packed, first.length);
  return bytes;
}

/** Only the first line: enough to list a file. @throws DamagedFile */
export function decodeHead(bytes: Uint8Array, format: string): Record<string, unknown> {
  const end = bytes.subarray(0, 100_000).indexOf(10);
  if (end === -1) throw new DamagedFile('no first line');
  let head: unknown;
  try {
    head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  } catch {
    throw new DamagedFile('the first line is not readable');
  }
  if (typeof head !== 'object' || head === null || !('format' in head) || head.format !== format)
    throw new DamagedFile(`not a file of format ${format}`);
  if (!('version' in head) || head.version !== 1) throw new DamagedFile('of another version');
  return { ...head };
}

/** Head and body, the body checked against its digest. @throws DamagedFile */
export async function decodeFile(
  bytes: Uint8Array<ArrayBuffer>,
  format: string,
): Promise<RecordFile<Record<string, unknown>>> {
  const head = decodeHead(bytes, format);
  let text: Uint8Array;
  try {
    text = await pass(bytes.subarray(bytes.indexOf(10) + 1), new DecompressionStream('gzip'));
  } catch {
    throw new DamagedFile('the body cannot be unpacked');
  }
  if ((await digest(text)) !== head['sha256']) throw new DamagedFile('the body does not match its digest');
  return { head, body: JSON.parse(new TextDecoder().decode(text)) };
}

/** SHA-256 in hex. */
export async function digest(bytes: Uint8Array): Promise<string> {
  // A copy of its own buffer: digest takes no view of a shared one.
  const hash = await crypto.subtle.digest('SHA-256', bytes.slice());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function pass(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new DamagedFile('too large');
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
