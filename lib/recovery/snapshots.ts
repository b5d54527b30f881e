/** Snapshots of the whole store as files: written, read back, listed, thinned out. */
import type { StoreDump } from '../model/store-dump';
import { type Generation, SNAPSHOT_REASONS, type SnapshotReason, expired } from './generations';
import { dataRows } from './judge';
import type { FileFolder } from './ports';
import { DamagedFile, decodeFile, decodeHead, encodeFile } from './record-file';
import { countRows } from './replay';

const FORMAT = 'sotay-snapshot';
const NAME = /^(\d{12})-(\d{8}T\d{9}Z)-([a-zA-Z]+)\.gz$/;

export interface SnapshotInfo extends Generation {
  schemaVersion: number;
  counts: Record<string, number>;
  bytes: number;
}

/** Writes a snapshot and reads it back. Returns its name. @throws when it could not be written or came back different */
export async function writeSnapshot(
  folder: FileFolder,
  dump: StoreDump,
  reason: SnapshotReason,
  now: Date,
): Promise<string> {
  const at = now.toISOString();
  const name = `${String(dump.seq).padStart(12, '0')}-${at.replace(/[-:.]/g, '')}-${reason}.gz`;
  const { schemaVersion, seq } = dump;
  const bytes = await encodeFile(FORMAT, { seq, at, reason, schemaVersion, counts: countRows(dump) }, dump);
  await folder.write(name, bytes);
  try {
    await decodeFile(await folder.read(name), FORMAT);
  } catch (error) {
    await folder.remove(name).catch(() => {});
    throw error;
  }
  return name;
}

/** The dump in a snapshot. @throws DamagedFile */
export async function readSnapshot(folder: FileFolder, name: string): Promise<StoreDump> {
  const { head, body } = await decodeFile(await folder.read(name), FORMAT);
  // The digest was right, so the body is what writeSnapshot was given.
  const dump = body as StoreDump;
  if (head['seq'] !== dump.seq) throw new DamagedFile('first line and body disagree');
  return dump;
}

/**
 * Names, times and reasons, newest commit first; told by the names alone. The clock may have been set back, so times
 * decide only between copies of one commit, and the one before an upgrade is always older than the one after it.
 */
export async function listGenerations(folder: FileFolder): Promise<Generation[]> {
  const found = (await folder.list()).flatMap((name): Generation[] => {
    const match = NAME.exec(name);
    if (!match) return [];
    const [, seq = '', stamp = '', word = ''] = match;
    const reason = SNAPSHOT_REASONS.find((one) => one === word);
    return reason === undefined ? [] : [{ name, seq: Number(seq), at: instantOf(stamp), reason }];
  });
  const before = ({ reason }: Generation) => (reason === 'beforeUpgrade' ? 1 : 0);
  return found.sort((a, b) => b.seq - a.seq || before(a) - before(b) || (a.at < b.at ? 1 : -1));
}

/** The same with what each holds; a file that cannot be read is listed without counts. */
export async function listSnapshots(folder: FileFolder): Promise<SnapshotInfo[]> {
  const infos: SnapshotInfo[] = [];
  for (const generation of await listGenerations(folder)) {
    const info: SnapshotInfo = { ...generation, schemaVersion: 0, counts: {}, bytes: 0 };
    try {
      const bytes = await folder.read(generation.name);
      const { schemaVersion, counts } = decodeHead(bytes, FORMAT);
      // Written by writeSnapshot; shown only.
      infos.push({
        ...info,
        schemaVersion: schemaVersion as number,
        counts: counts as Record<string, number>,
        bytes: bytes.length,
      });
    } catch {
      infos.push(info);
    }
  }
  return infos;
}

/** Rows of data a snapshot says it holds; 0 when that cannot be read. */
export async function rowsIn(folder: FileFolder, name: string): Promise<number> {
  try {
    // Written by writeSnapshot.
    return dataRows(decodeHead(await folder.read(name), FORMAT)['counts'] as Record<string, number>);
  } catch {
    return 0;
  }
}

/** Removes the generations that are due. Returns what stays. */
export async function thinOut(folder: FileFolder): Promise<Generation[]> {
  const all = await listGenerations(folder);
  const gone = new Set(expired(all));
  for (const name of gone) await folder.remove(name);
  return all.filter(({ name }) => !gone.has(name));
}

function instantOf(stamp: string): string {
  const [, year, month, day, hour, minute, second, milli] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/.exec(stamp) ?? [];
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`;
}
