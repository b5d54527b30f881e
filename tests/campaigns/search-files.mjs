/** Looks for texts in every file of a folder: as they lie, in gzip bodies, in LevelDB tables and in compressed values; pieces of eight characters suffice. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { uncompress } from 'snappyjs';
import { filesBelow } from './device.mjs';

const PIECE = 8;

/** `texts` found anywhere below `folder`, each with the files it was found in. */
export function searchFiles(folder, texts) {
  const pieces = new Map();
  for (const text of texts) {
    for (const encoding of ['utf8', 'utf16le', 'latin1']) {
      const bytes = Buffer.from(text, encoding);
      // Eight characters: four digits in a row are anybody's.
      const size = encoding === 'utf16le' ? 2 * PIECE : PIECE;
      for (let at = 0; at + size <= bytes.length; at++) {
        const piece = bytes.subarray(at, at + size);
        const known = pieces.get(piece.readUInt32LE(0)) ?? [];
        known.push({ piece, text });
        pieces.set(piece.readUInt32LE(0), known);
      }
    }
  }
  const found = new Map();
  let bytesRead = 0;
  let files = 0;
  for (const path of filesBelow(folder)) {
    let content;
    try {
      content = readFileSync(path);
    } catch {
      continue; // a socket, or gone meanwhile
    }
    files++;
    for (const bytes of [content, ...unpacked(content)]) {
      bytesRead += bytes.length;
      for (const text of within(bytes, pieces)) found.set(text, [...(found.get(text) ?? []), path]);
    }
  }
  return { found, files, bytesRead };
}

function within(bytes, pieces) {
  const found = new Set();
  for (let at = 0; at + PIECE <= bytes.length; at++) {
    const known = pieces.get(bytes.readUInt32LE(at));
    if (known === undefined) continue;
    for (const { piece, text } of known)
      if (at + piece.length <= bytes.length && piece.compare(bytes, at, at + piece.length) === 0) found.add(text);
  }
  return found;
}

/** Everything compressed inside a file that this program knows how to open. */
function unpacked(content) {
  const parts = [...gzipBodies(content), ...tableBlocks(content)];
  return [...parts, ...[content, ...parts].flatMap(compressedValues)];
}

function gzipBodies(content) {
  const bodies = [];
  for (let at = content.indexOf('1f8b08', 0, 'hex'); at !== -1; at = content.indexOf('1f8b08', at + 1, 'hex')) {
    try {
      bodies.push(gunzipSync(content.subarray(at)));
    } catch {
      // Three bytes that only looked like it.
    }
  }
  return bodies;
}

/** Blocks of a LevelDB table, unpacked; empty for any other file. */
function tableBlocks(content) {
  if (content.length < 48 || content.toString('hex', content.length - 8) !== '57fb808b247547db') return [];
  const footer = content.subarray(content.length - 48);
  const [, afterOne] = varint(footer, 0);
  const [, afterMeta] = varint(footer, afterOne);
  const [offset, afterOffset] = varint(footer, afterMeta);
  const [size] = varint(footer, afterOffset);
  const index = block(content, offset, size);
  if (index === null) return [];
  const blocks = [index];
  const restarts = index.readUInt32LE(index.length - 4);
  const end = index.length - 4 - restarts * 4;
  for (let at = 0; at < end;) {
    const [, afterShared] = varint(index, at);
    const [unshared, afterUnshared] = varint(index, afterShared);
    const [length, start] = varint(index, afterUnshared);
    const [from, next] = varint(index, start + unshared);
    const [bytes] = varint(index, next);
    const data = block(content, from, bytes);
    if (data !== null) blocks.push(data);
    at = start + unshared + length;
  }
  return blocks;
}

function block(content, offset, size) {
  const body = content.subarray(offset, offset + size);
  if (content[offset + size] !== 1) return body;
  try {
    return Buffer.from(uncompress(body));
  } catch {
    return null;
  }
}

/** Values that IndexedDB compressed by themselves: three marks, then snappy; its literals are searched as they lie anyway. */
function compressedValues(content) {
  const values = [];
  for (let at = content.indexOf('ff1102', 0, 'hex'); at !== -1; at = content.indexOf('ff1102', at + 1, 'hex')) {
    const value = prefixUnsnapped(content.subarray(at + 3));
    if (value !== null) values.push(value);
  }
  return values;
}

/** As much as can be unpacked of snappy data whose end is not known. */
function prefixUnsnapped(bytes) {
  const [size, start] = varint(bytes, 0);
  if (size === 0 || size > 64 * 1024 * 1024) return null;
  const out = Buffer.alloc(size);
  let to = 0;
  for (let at = start; at < bytes.length && to < size;) {
    const tag = bytes[at++];
    let length;
    if ((tag & 3) === 0) {
      length = (tag >> 2) + 1;
      if (length > 60) {
        const extra = length - 60;
        if (at + extra > bytes.length) break;
        length = bytes.readUIntLE(at, extra) + 1;
        at += extra;
      }
      if (at + length > bytes.length || to + length > size) break;
      bytes.copy(out, to, at, at + length);
      at += length;
    } else {
      const kind = tag & 3;
      if (at + (kind === 3 ? 4 : kind) > bytes.length) break;
      const distance =
        kind === 1 ? ((tag >> 5) << 8) | bytes[at] : kind === 2 ? bytes.readUInt16LE(at) : bytes.readUInt32LE(at);
      length = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
      at += kind === 3 ? 4 : kind;
      if (distance === 0 || distance > to || to + length > size) break;
      for (let step = 0; step < length; step++) out[to + step] = out[to + step - distance];
    }
    to += length;
  }
  return out.subarray(0, to);
}

function varint(bytes, start) {
  let value = 0;
  let factor = 1;
  let at = start;
  while (at < bytes.length) {
    const byte = bytes[at++];
    value += (byte & 127) * factor;
    if (byte < 128) break;
    factor *= 128;
  }
  return [value, at];
}
