/** The append-only log of commits since the last snapshots: one file a commit, so that none is ever rewritten. */
import type { Commit } from '../model/store-dump';
import type { FileFolder } from './ports';
import { decodeFile, encodeFile } from './record-file';

const FORMAT = 'sotay-commit';
const NAME = /^(\d{12})\.gz$/;

const nameOf = (seq: number) => `${String(seq).padStart(12, '0')}.gz`;

/** Adds a commit. Returns the digest that stands in its file. */
export async function appendCommit(folder: FileFolder, commit: Commit): Promise<string> {
  const bytes = await encodeFile(FORMAT, { seq: commit.seq, at: commit.at }, commit);
  await folder.write(nameOf(commit.seq), bytes);
  return digestIn(bytes);
}

/** Numbers of the commits there, in order. */
export async function listCommits(folder: FileFolder): Promise<number[]> {
  const numbers = (await folder.list()).flatMap((name) => {
    const match = NAME.exec(name);
    return match ? [Number(match[1])] : [];
  });
  return numbers.sort((a, b) => a - b);
}

/** The unbroken run of commits after `seq` of one shape; it ends before the first that is missing, damaged or of another. */
export async function readCommitsAfter(folder: FileFolder, seq: number, schemaVersion: number): Promise<Commit[]> {
  const there = new Set(await listCommits(folder));
  const commits: Commit[] = [];
  for (let next = seq + 1; there.has(next); next++) {
    try {
      const { body } = await decodeFile(await folder.read(nameOf(next)), FORMAT);
      // The digest was right, so the body is what appendCommit was given.
      const commit = body as Commit;
      if (commit.seq !== next || commit.schemaVersion !== schemaVersion) break;
      commits.push(commit);
    } catch {
      // Damaged, or listed and yet not there: what lies before it still counts.
      break;
    }
  }
  return commits;
}

/** Removes every commit for which `isDue`. */
export async function removeCommits(folder: FileFolder, isDue: (seq: number) => boolean): Promise<void> {
  for (const seq of await listCommits(folder)) if (isDue(seq)) await folder.remove(nameOf(seq));
}

function digestIn(bytes: Uint8Array): string {
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(10)))) as { sha256: string }; // written just above
  return head.sha256;
}
