/** One copy into the chosen folder: written under a neutral name, read back, compared, and only then older ones dropped. */
import type { Vault } from '@/components/workers/vault';
import { VaultError } from '@/components/workers/vault';
import type { VerifiedBackup } from '@/lib/model/backup-state';
import { dayInVietnam } from '@/lib/vi/dates';
import { type ChosenFolder, type FolderPermission, writeAndReadBack } from './file-pickers';

/** How many automatic copies stay in the folder. */
export const KEPT_COPIES = 10;
const OURS = /^ban-sao-(\d{4}-\d{2}-\d{2})(?:-(\d{1,4}))?\.age$/;

export const FOLDER_PROBLEMS = ['permission', 'gone', 'differs', 'write'] as const;
export type FolderProblem = (typeof FOLDER_PROBLEMS)[number];

export class FolderCopyFailed extends Error {
  override name = 'FolderCopyFailed';
  constructor(readonly problem: FolderProblem) {
    super(problem);
  }
}

export interface FolderCopyOptions {
  vault: Vault;
  folder: ChosenFolder;
  database: string;
  key: Uint8Array | null;
  passphrase: string;
  now: () => Date;
  signal?: AbortSignal;
}

export async function permissionOf(folder: ChosenFolder): Promise<FolderPermission> {
  // A folder that cannot be asked (private storage) is always ours.
  return (await folder.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
}

/** @throws FolderCopyFailed, or the signal's reason when aborted */
export async function copyIntoFolder(options: FolderCopyOptions): Promise<{ name: string; backup: VerifiedBackup }> {
  const { vault, folder, database, key, passphrase, now, signal } = options;
  if ((await permissionOf(folder)) !== 'granted') throw new FolderCopyFailed('permission');
  const taken = now();
  const copy = await vault.call('sealCopy', { database, key, passphrase, now: taken.toISOString() }, { signal });
  const name = await reach(() => freeName(folder, dayInVietnam(taken)));
  const bytes = await reach(async () =>
    writeAndReadBack(await folder.getFileHandle(name, { create: true }), copy.bytes),
  );
  try {
    await vault.call('verifyCopy', { bytes, passphrase, digest: copy.digest }, { signal });
  } catch (error) {
    if (error instanceof VaultError) throw new FolderCopyFailed('differs');
    throw error;
  }
  await dropOld(folder);
  const { takenAt, seq, counts } = copy;
  return { name, backup: { takenAt, verifiedAt: now().toISOString(), place: 'folder', seq, counts } };
}

async function reach<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    throw new FolderCopyFailed(name === 'NotFoundError' ? 'gone' : name === 'NotAllowedError' ? 'permission' : 'write');
  }
}

/** `ban-sao-2026-11-20.age`, then `-2`, `-3` …: a copy that exists is never written over. */
async function freeName(folder: ChosenFolder, day: string): Promise<string> {
  const taken = new Set<string>();
  for await (const name of folder.keys()) taken.add(name);
  for (let count = 1; ; count++) {
    const name = count === 1 ? `ban-sao-${day}.age` : `ban-sao-${day}-${count}.age`;
    if (!taken.has(name)) return name;
  }
}

/** The copies we made that are too many, oldest first; files of any other name are not ours. */
export function tooMany(names: readonly string[]): string[] {
  const ours = names.flatMap((name) => {
    const match = OURS.exec(name);
    return match ? [{ name, key: `${match[1]} ${(match[2] ?? '1').padStart(4, '0')}` }] : [];
  });
  ours.sort((a, b) => (a.key < b.key ? -1 : 1));
  return ours.slice(0, Math.max(0, ours.length - KEPT_COPIES)).map(({ name }) => name);
}

async function dropOld(folder: ChosenFolder): Promise<void> {
  try {
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    for (const name of tooMany(names)) await folder.removeEntry(name);
  } catch {
    // The new copy stands and was compared; old ones too many do no harm.
  }
}
