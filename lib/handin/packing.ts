/** Gzip by the platform's own streams, with a bound on what comes out. */
import { MAX_UNPACKED_BYTES } from './limits';
import { HandInRefusal } from './refusal';

/** Packs a text (UTF-8). */
export async function pack(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Unpacks; stops at the bound, whatever the packed bytes promise. @throws HandInRefusal `notPacked` or `tooMuchInside` */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.byteLength;
      if (size > MAX_UNPACKED_BYTES) throw new HandInRefusal('tooMuchInside', 'more inside than any hand-in holds');
      chunks.push(next.value);
    }
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await new Blob(chunks).arrayBuffer());
  } catch (error) {
    // Ends the stream where it stands; its own complaint about that is of no use.
    void reader.cancel().catch(() => undefined);
    if (error instanceof HandInRefusal) throw error;
    throw new HandInRefusal('notPacked', 'what is inside is not packed as a hand-in is');
  }
}
