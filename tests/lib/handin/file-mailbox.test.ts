/** The mailbox over files: the contract, and files that people put there themselves. */
import { describe, expect, it } from 'vitest';
import { type Directory, createFileMailbox } from '../../../lib/handin/file-mailbox';
import { createMemoryDirectory } from '../../../lib/handin/memory-directory';
import { testMailbox } from '../../suites/test-mailbox';

const bytes = (text: string) => new TextEncoder().encode(text);

async function bodies(directory: Directory) {
  const found = [];
  for await (const { body, key } of createFileMailbox(() => directory).list('c'))
    found.push([key.split(':')[0], new TextDecoder().decode(body)]);
  return found;
}

describe('the file mailbox in memory', () => {
  testMailbox(() => {
    const directories = new Map<string, Directory>();
    const directoryOf = (cell: string) => {
      const found = directories.get(cell) ?? createMemoryDirectory();
      directories.set(cell, found);
      return found;
    };
    return { open: () => createFileMailbox(directoryOf) };
  });

  it('lists dropped files under any name, those of one name both, and nothing else', async () => {
    const dropped = createMemoryDirectory([
      { name: 'so-lieu (1).AGE', bytes: bytes('1') },
      { name: 'b.age', bytes: bytes('2') },
      { name: 'b.age', bytes: bytes('3') },
      { name: 'photo.jpg', bytes: bytes('4') },
    ]);
    expect(await bodies(dropped)).toEqual([
      ['sha256', '3'],
      ['sha256', '2'],
      ['sha256', '1'],
    ]);
  });

  it('lists everything again when its ledger is lost or broken, and forgets what somebody took away', async () => {
    const directory = createMemoryDirectory([{ name: 'a.age', bytes: bytes('a') }]);
    const mailbox = createFileMailbox(() => directory);
    for await (const { cursor } of mailbox.list('c')) await mailbox.ack('c', cursor);
    expect(await bodies(directory)).toEqual([]);
    await directory.replace('mailbox.json', bytes('{broken'));
    expect(await bodies(directory)).toEqual([['sha256', 'a']]);
    await directory.replace('mailbox.json', bytes('{"names":["gone.age"],"acked":0}'));
    expect(await bodies(directory)).toEqual([['sha256', 'a']]);
  });

  it('takes no key that is a path', async () => {
    const mailbox = createFileMailbox(() => createMemoryDirectory());
    await expect(mailbox.put({ cell: 'c', key: '../../x', body: bytes('') })).rejects.toThrow('not a key');
  });
});
