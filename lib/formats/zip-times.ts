/** Sets the time of every zip entry, so that the same content gives the same bytes. */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** Writes `time` (Vietnam's clock) into all headers of an archive we made ourselves; changes `bytes` in place. */
export function setZipTimes(bytes: Uint8Array, time: Date): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stamp = dosTime(time);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== END) return;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count && view.getUint32(at, true) === CENTRAL; index++) {
    view.setUint32(at + 12, stamp, true);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) === LOCAL) view.setUint32(local + 10, stamp, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

function dosTime(instant: Date): number {
  const local = new Date(instant.getTime() + 7 * 3_600_000);
  const year = Math.min(127, Math.max(0, local.getUTCFullYear() - 1980));
  const date = (year << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate();
  const clock = (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | (local.getUTCSeconds() >> 1);
  return ((date << 16) | clock) >>> 0;
}
