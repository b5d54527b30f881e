/** The newest good state that snapshots and change log hold together. */
import type { StoreDump } from '../model/store-dump';
import { listCommits, readCommitsAfter } from './change-log';
import type { FileFolder } from './ports';
import { replay } from './replay';
import type { Copied } from './judge';
import { listGenerations, readSnapshot, rowsIn } from './snapshots';

export interface BestCopy {
  dump: StoreDump;
  /** ISO instant of the last change it holds. */
  at: string;
  /** Snapshots that had to be passed over because they were damaged. */
  damaged: string[];
}

/** Null when there is no readable snapshot. @throws when the folders themselves cannot be read */
export async function loadBestCopy(snapshots: FileFolder, log: FileFolder): Promise<BestCopy | null> {
  const damaged: string[] = [];
  for (const { name, reason, at } of await listGenerations(snapshots)) {
    // A store as it was found damaged is kept for people to look at, never restored by itself.
    if (reason === 'found') continue;
    let dump: StoreDump;
    try {
      dump = await readSnapshot(snapshots, name);
    } catch {
      damaged.push(name);
      continue;
    }
    const commits = await readCommitsAfter(log, dump.seq, dump.schemaVersion);
    return { dump: replay(dump, commits), at: commits.at(-1)?.at ?? at, damaged };
  }
  return null;
}

/**
 * What the copies claim to hold, told by names and one first line, without unpacking anything; null when there are none.
 * Every number in a name was once a commit of the store, even where the chain to it is broken now.
 * @throws when the folders cannot be read
 */
export async function lastCopied(snapshots: FileFolder, log: FileFolder): Promise<Copied | null> {
  const [newest] = (await listGenerations(snapshots)).filter(({ reason }) => reason !== 'found');
  const commits = await listCommits(log);
  if (newest === undefined && commits.length === 0) return null;
  const seq = Math.max(newest?.seq ?? 0, commits.at(-1) ?? 0);
  return { seq, rows: newest === undefined ? 0 : await rowsIn(snapshots, newest.name) };
}
