/** The folder of the origin-private file system, in a real browser. */
import { expect, it } from 'vitest';
import { createFolder } from '@/lib/recovery';

it('writes whole files, lists, reads and removes them', async () => {
  const folder = createFolder(async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle('folder-test', { create: true }),
  );
  for (const name of await folder.list()) await folder.remove(name);
  await folder.write('b.gz', new Uint8Array([1, 2, 3]));
  await folder.write('a.gz', new Uint8Array(300_000).fill(7));
  await folder.write('b.gz', new Uint8Array([9]));
  expect(await folder.list()).toEqual(['a.gz', 'b.gz']);
  expect([...(await folder.read('b.gz'))]).toEqual([9]);
  expect((await folder.read('a.gz')).length).toBe(300_000);
  await folder.remove('b.gz');
  await folder.remove('b.gz');
  expect(await folder.list()).toEqual(['a.gz']);
  await expect(folder.read('b.gz')).rejects.toThrow();
  await folder.remove('a.gz');
});
