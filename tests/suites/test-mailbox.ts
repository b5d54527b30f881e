/** Conformance of one carrier of hand-ins: stored once, listed until acknowledged, cells apart, nothing lost on a restart. */
import { expect, it } from 'vitest';
import type { Mailbox, Sealed } from '../../lib/handin/mailbox';

const KEY = (letter: string, revision = 1) => `${letter.repeat(43)}:2026-11-01..2026-11-30:${revision}`;
const CELL = 'C'.repeat(43);
const OTHER = 'D'.repeat(43);
const sealed = (key: string, body = 'x', cell = CELL): Sealed => ({ cell, key, body: new TextEncoder().encode(body) });

async function all(mailbox: Mailbox, cell = CELL, after: string | null = null) {
  const found = [];
  for await (const { key, cursor, body } of mailbox.list(cell, after))
    found.push({ key, cursor, body: new TextDecoder().decode(body) });
  return found;
}
const keys = async (mailbox: Mailbox, cell = CELL, after: string | null = null) =>
  (await all(mailbox, cell, after)).map(({ key }) => key);

/** Declares the tests of one carrier; `open` gives a mailbox over a new store, `reopen` another one over the same store. */
export function testMailbox(create: () => { open: () => Mailbox }): void {
  it('stores a key once, whatever the body, also after it was acknowledged', async () => {
    const mailbox = create().open();
    expect(await mailbox.put(sealed(KEY('a'), 'one'))).toBe('stored');
    expect(await mailbox.put(sealed(KEY('a'), 'other bytes'))).toBe('duplicate');
    expect(await all(mailbox)).toMatchObject([{ key: KEY('a'), body: 'one' }]);
    await mailbox.ack(CELL, (await all(mailbox))[0]?.cursor ?? '');
    expect(await mailbox.put(sealed(KEY('a')))).toBe('duplicate');
    expect(await mailbox.put(sealed(KEY('a', 2)))).toBe('stored');
  });

  it('lists in order of arrival, from a cursor on', async () => {
    const mailbox = create().open();
    for (const letter of ['z', 'a', 'm']) await mailbox.put(sealed(KEY(letter)));
    const listed = await all(mailbox);
    expect(listed.map(({ key }) => key)).toEqual([KEY('z'), KEY('a'), KEY('m')]);
    expect(await keys(mailbox, CELL, listed[0]?.cursor)).toEqual([KEY('a'), KEY('m')]);
    await mailbox.put(sealed(KEY('b')));
    expect(await keys(mailbox, CELL, listed[2]?.cursor)).toEqual([KEY('b')]);
  });

  it('lists again until acknowledged, and never what was', async () => {
    const mailbox = create().open();
    for (const letter of ['a', 'b', 'c']) await mailbox.put(sealed(KEY(letter)));
    const [, second] = await all(mailbox);
    expect(await keys(mailbox)).toHaveLength(3);
    await mailbox.ack(CELL, second?.cursor ?? '');
    await mailbox.ack(CELL, second?.cursor ?? '');
    expect(await keys(mailbox)).toEqual([KEY('c')]);
    // An older cursor takes nothing back.
    await mailbox.ack(CELL, (await all(mailbox))[0]?.cursor ?? '');
    await mailbox.ack(CELL, second?.cursor ?? '');
    expect(await keys(mailbox)).toEqual([]);
    await mailbox.put(sealed(KEY('d')));
    expect(await keys(mailbox)).toEqual([KEY('d')]);
  });

  it('acknowledges nothing that came after it was listed', async () => {
    const mailbox = create().open();
    await mailbox.put(sealed(KEY('m')));
    const [first] = await all(mailbox);
    await mailbox.put(sealed(KEY('a')));
    await mailbox.ack(CELL, first?.cursor ?? '');
    expect(await keys(mailbox)).toEqual([KEY('a')]);
  });

  it('refuses to acknowledge what was never given', async () => {
    const mailbox = create().open();
    await mailbox.put(sealed(KEY('a')));
    await expect(mailbox.ack(CELL, '7')).rejects.toThrow();
    await expect(mailbox.ack(CELL, 'x')).rejects.toThrow();
    expect(await keys(mailbox)).toHaveLength(1);
  });

  it('keeps cells apart', async () => {
    const mailbox = create().open();
    await mailbox.put(sealed(KEY('a'), 'x', CELL));
    expect(await keys(mailbox, OTHER)).toEqual([]);
    expect(await mailbox.put(sealed(KEY('a'), 'x', OTHER))).toBe('stored');
    await mailbox.ack(OTHER, (await all(mailbox, OTHER))[0]?.cursor ?? '');
    expect(await keys(mailbox)).toEqual([KEY('a')]);
  });

  it('keeps everything over a restart', async () => {
    const store = create();
    const before = store.open();
    for (const letter of ['b', 'a']) await before.put(sealed(KEY(letter)));
    await before.ack(CELL, (await all(before))[0]?.cursor ?? '');
    const after = store.open();
    expect(await keys(after)).toEqual([KEY('a')]);
    expect(await after.put(sealed(KEY('b')))).toBe('duplicate');
  });

  it('stores all of many puts at once, each once', async () => {
    const mailbox = create().open();
    const letters = [...'abcdefghij', ...'abcde'];
    const told = await Promise.all(letters.map((letter) => mailbox.put(sealed(KEY(letter)))));
    expect(told.filter((one) => one === 'stored')).toHaveLength(10);
    expect(new Set(await keys(mailbox)).size).toBe(10);
  });
}
