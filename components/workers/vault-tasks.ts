/** What the vault worker does for each call; it holds the last backup opened and one open store. */
import { compareData } from '@/lib/backup/difference';
import { open } from '@/lib/backup/open';
import { readPayload, writePayload } from '@/lib/backup/payload';
import { seal } from '@/lib/backup/seal';
import { withoutSecrets } from '@/lib/model/all-data';
import { writeDataCsv } from '@/lib/formats/data-csv';
import { exportEverything, lastSeq, openTracker, schemaVersion, type TrackerDb } from '@/lib/tracker';
import { handInTasks } from './handin-tasks';
import type { ToVault, VaultCalls } from './vault-calls';

/** What was read back is not what was written. */
export class CopyDiffers extends Error {
  override name = 'CopyDiffers';
}

type Tell = (fraction: number) => void;

/** Tasks with what they remember between calls; `logN` is lowered by tests only. */
export function createVaultTasks(logN?: number) {
  let opened: string | null = null;
  let store: { name: string; db: TrackerDb } | null = null;
  const openStore = (name: string, key: Uint8Array | null) => {
    if (store?.name !== name || store.db.key?.join() !== key?.join()) store = { name, db: openTracker(name, { key }) };
    return store.db;
  };

  const tasks: {
    [K in keyof VaultCalls]: (ask: VaultCalls[K]['ask'], tell: Tell) => Promise<VaultCalls[K]['answer']>;
  } = {
    ...handInTasks,

    async sealCopy({ database, key, passphrase, now }, tell) {
      const db = openStore(database, key);
      // The number first: what comes in between is in the copy and counted as not yet copied, never the other way.
      const seq = await lastSeq(db);
      const data = await exportEverything(db, new Date(now));
      const text = writePayload(data);
      const bytes = await seal(text, passphrase, { onProgress: tell, ...(logN === undefined ? {} : { logN }) });
      return { bytes: bytes.slice().buffer, takenAt: now, seq, counts: data.counts, digest: await digestOf(text) };
    },

    async verifyCopy({ bytes, passphrase, digest }, tell) {
      const text = await open(new Uint8Array(bytes), passphrase, { onProgress: tell });
      if ((await digestOf(text)) !== digest) throw new CopyDiffers('the file holds something else than was written');
      // It must not only come back: it must also be one that a restore would take.
      readPayload(text, schemaVersion);
      return null;
    },

    async openBackup({ database, key, bytes, passphrase, now }, tell) {
      opened = null;
      const text = await open(new Uint8Array(bytes), passphrase, { onProgress: tell });
      const theirs = readPayload(text, schemaVersion);
      const ours = await exportEverything(openStore(database, key), new Date(now));
      opened = text;
      const { exportedAt, counts } = theirs;
      return { exportedAt, counts, characters: text.length, difference: compareData(ours, theirs) };
    },

    takeText({ from, limit }) {
      if (opened === null) return Promise.reject(new Error('no backup was opened'));
      return Promise.resolve({ text: opened.slice(from, from + limit) });
    },

    async exportPlain({ database, key, kind, now }) {
      const data = withoutSecrets(await exportEverything(openStore(database, key), new Date(now)));
      const bytes = kind === 'csv' ? writeDataCsv(data) : new TextEncoder().encode(writePayload(data));
      return { bytes: bytes.slice().buffer };
    },
  };

  return {
    run(message: ToVault, tell: Tell): Promise<unknown> {
      // ToVault pairs each call with its own ask; the table above has the same pairs.
      const task = tasks[message.call] as (ask: unknown, tell: Tell) => Promise<unknown>;
      return task(message.ask, tell);
    },
  };
}

async function digestOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
