/** Files of snapshots and commits: read back whole, and refused after any change of a byte. */
import { describe, expect, it } from 'vitest';
import { DamagedFile, decodeFile, decodeHead, encodeFile } from '../../../lib/recovery/record-file';

const BODY = { rows: [{ id: 'a', name: 'Nguyễn Văn An', total: 1_286 }] };

describe('record file', () => {
  it('gives back head and body', async () => {
    const bytes = await encodeFile('x', { seq: 7 }, BODY);
    expect(decodeHead(bytes, 'x')).toMatchObject({ format: 'x', version: 1, seq: 7 });
    expect(await decodeFile(bytes, 'x')).toMatchObject({ head: { seq: 7 }, body: BODY });
  });

  it('is refused when cut anywhere', async () => {
    const bytes = await encodeFile('x', { seq: 7 }, BODY);
    for (let length = 0; length < bytes.length; length++) {
      await expect(decodeFile(bytes.slice(0, length), 'x'), `cut at ${length}`).rejects.toThrow();
    }
  });

  it('never gives another body when a bit is flipped', async () => {
    const bytes = await encodeFile('x', { seq: 7 }, BODY);
    for (let at = 0; at < bytes.length * 8; at += 3) {
      const changed = bytes.slice();
      changed[at >> 3] = (changed[at >> 3] ?? 0) ^ (1 << (at & 7));
      const read = await decodeFile(changed, 'x').catch(() => null);
      if (read !== null) expect(read.body, `bit ${at}`).toEqual(BODY);
    }
  });

  it('is refused when of another format', async () => {
    const bytes = await encodeFile('x', {}, BODY);
    await expect(decodeFile(bytes, 'y')).rejects.toThrow(DamagedFile);
  });
});
