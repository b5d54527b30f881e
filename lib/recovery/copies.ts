/** What is done to copies and databases as a whole: kept as found, cleared away, named. */
import type { StoreAccess, StoreDump } from '../model/store-dump';
import { removeCommits } from './change-log';
import { dataRows } from './judge';
import type { FileFolder } from './ports';
import { countRows } from './replay';
import type { Reports } from './reports';
import { listGenerations, writeSnapshot } from './snapshots';

const OLD_DATABASE_MS = 30 * 86_400_000;

export interface Places {
  stores: StoreAccess;
  snapshots: FileFolder;
  log: FileFolder;
}

/** Writes what was found as a snapshot for people to look at; null when there is nothing in it. */
export async function keepFound({ snapshots }: Places, found: StoreDump | null, now: Date): Promise<string | null> {
  if (found === null || dataRows(countRows(found)) === 0) return null;
  return writeSnapshot(snapshots, found, 'found', now);
}

/** Leaves one snapshot and one database. */
export async function removeAllBut({ stores, snapshots, log }: Places, copy: string, database: string): Promise<void> {
  const all = await listGenerations(snapshots);
  for (const { name } of all) if (name !== copy) await snapshots.remove(name);
  const reached = all.find(({ name }) => name === copy)?.seq ?? 0;
  await removeCommits(log, (seq) => seq <= reached);
  await removeDatabasesBut(stores, database);
}

/** Damaged databases of long ago are let go: what was in them lies in their snapshot, and nobody asked for it since. */
export async function letGo({ stores }: Places, reports: Reports, database: string, now: Date): Promise<void> {
  const last = await reports.last();
  if (last !== null && now.getTime() - Date.parse(last.at) < OLD_DATABASE_MS) return;
  await removeDatabasesBut(stores, database);
}

async function removeDatabasesBut(stores: StoreAccess, database: string): Promise<void> {
  for (const name of await stores.list()) if (name !== database) await stores.remove(name);
}

/** Removes every copy and database. What can be removed is, before a failure is told. @throws when a database stays */
export async function removeEverything({ stores, snapshots, log }: Places): Promise<void> {
  for (const name of await snapshots.list()) await snapshots.remove(name);
  for (const name of await log.list()) await log.remove(name);
  await stores.remove(...(await stores.list()));
}

/** The name after all that are taken. */
export async function nextName(stores: StoreAccess, inUse: string): Promise<string> {
  const taken = [...(await stores.list()), inUse].map((name) => Number(/-(\d+)$/.exec(name)?.[1] ?? 1));
  return `sotay-${Math.max(1, ...taken) + 1}`;
}
