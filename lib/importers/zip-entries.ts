/** Opens a zip without trusting it: sizes are checked before anything is inflated, checksums after. */
import { Inflate } from 'fflate';
import { refuseFile } from './import-error';
import { MAX_ENTRIES, MAX_INFLATED_BYTES, MAX_RATIO, RATIO_FREE_BYTES, megabytes } from './limits';

interface Entry {
  name: string;
  method: number;
  flags: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STEP = 32 * 1024;

/**
 * Inflates the entries that `wanted` accepts. The declared sizes of *all* entries count against the limits, and an entry
 * that does not inflate to its declared size and checksum refuses the file.
 * @throws ImportError `brokenFile`, `encrypted`, `tooManyEntries`, `zipBomb`
 */
export function openZip(file: string, bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  const broken = (what: string) => refuseFile(file, 'brokenFile', `the file is damaged: ${what}`);
  const entries = listEntries(bytes, (what) => broken(what), file);
  const inflated = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (inflated > MAX_INFLATED_BYTES) {
    const limit = `the limit is ${megabytes(MAX_INFLATED_BYTES)} MB`;
    throw refuseFile(file, 'zipBomb', `unpacked it would take ${megabytes(inflated)} MB; ${limit}`);
  }
  if (inflated > RATIO_FREE_BYTES && inflated > bytes.length * MAX_RATIO) {
    throw refuseFile(
      file,
      'zipBomb',
      `unpacked it would grow more than ${MAX_RATIO} times; that is no ordinary workbook`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const opened = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (!wanted(entry.name)) continue;
    if (entry.flags & 1)
      throw refuseFile(file, 'encrypted', 'the file is protected by a password; save it without one');
    if (opened.has(entry.name)) throw broken(`it holds "${entry.name}" twice`);
    if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) {
      throw broken(`"${entry.name}" is not where the index says`);
    }
    const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    if (start + entry.packed > bytes.length) throw broken(`"${entry.name}" is cut off`);
    const packed = bytes.subarray(start, start + entry.packed);
    const content = unpack(packed, entry);
    if (content === null || content.length !== entry.size || crc32(content) !== entry.crc) {
      throw broken(`"${entry.name}" does not match its checksum`);
    }
    opened.set(entry.name, content);
  }
  return opened;
}

// Fed in small steps, so that an entry that lies about its size is stopped soon after the declared one.
function unpack(packed: Uint8Array, entry: Entry): Uint8Array | null {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return null;
  const content = new Uint8Array(entry.size);
  let filled = 0;
  const inflate = new Inflate((chunk) => {
    if (filled + chunk.length > content.length) throw new RangeError('larger than declared');
    content.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch {
    return null;
  }
  return filled === content.length ? content : null;
}

function listEntries(bytes: Uint8Array, broken: (what: string) => Error, file: string): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const stop = Math.max(0, bytes.length - 22 - 65_535);
  while (end >= stop && view.getUint32(end, true) !== END) end--;
  if (end < stop) throw broken('its index is missing (the download may have been cut off)');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // 0xffff and 0xffffffff announce zip64, which no workbook within our limits needs.
  if (count > MAX_ENTRIES)
    throw refuseFile(file, 'tooManyEntries', `it holds ${count} parts; the limit is ${MAX_ENTRIES}`);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw broken('its index is cut off');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      name: name.replaceAll('\\', '/').replace(/^\//, ''),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as zip files use it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let index = 0; index < bytes.length; index++) {
    crc = (CRC_TABLE[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
