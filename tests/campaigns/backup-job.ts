/** What the campaign `backup` does, counted. */
import 'fake-indexeddb/auto';
import { BackupRefusal, generatePassphrase, mergeData, open, readPayload, seal, writePayload } from '../../lib/backup';
import { exportEverything, openTracker } from '../../lib/tracker';
import { replaceEverything } from '../../lib/tracker/write-restore';
import { stockOpen, stockSeal } from '../lib/backup/age-tool';
import { logical, stateFrom } from '../lib/backup/states';

// A lower work factor for thousands of files; the stock program is tried with the one that is written.
const QUICK = { logN: 2 };
const NOW = new Date('2026-11-20T05:00:00Z');

/** Random states sealed, opened, put into a store that was never used, and read out again. */
export async function roundTrips(count: number, tell: (done: number) => void): Promise<{ equal: number }> {
  let equal = 0;
  for (let seed = 1; seed <= count; seed++) {
    const state = stateFrom(seed, 80);
    const { typed } = generatePassphrase();
    const file = await seal(writePayload(state), typed, QUICK);
    const theirs = readPayload(await open(file, typed), state.schemaVersion);
    const db = openTracker(`trip-${seed}`);
    const reply = await replaceEverything(
      db,
      (ours) => mergeData(ours, theirs, { mode: 'replace', conflicts: 'ours' }),
      { now: NOW, journal: { action: 'restoreBackup' } },
    );
    const kept = await exportEverything(db, NOW);
    // The line that tells of the restore itself came on top.
    const journal = kept.journal.filter(({ action }) => action !== 'restoreBackup');
    const same = { ...kept, journal, counts: { ...kept.counts, journal: journal.length } };
    if (reply.ok && JSON.stringify(sorted(logical(same))) === JSON.stringify(sorted(logical(state)))) equal++;
    db.close();
    await db.delete();
    if (seed % 100 === 0) tell(seed);
  }
  return { equal };
}

/** A whole document of some kilobytes, or for a short run a few words. */
async function small(short: boolean): Promise<{ file: Uint8Array; passphrase: string }> {
  const passphrase = 'meo-xanh-lua-thom';
  const text = short ? '{"format":"sotay-data"}' : writePayload(stateFrom(2, 0));
  return { file: await seal(text, passphrase, { logN: 1 }), passphrase };
}

interface Verdicts {
  tried: number;
  accepted: number;
  crashes: number;
}

async function judge(files: Iterable<Uint8Array>, passphrase: string): Promise<Verdicts> {
  const verdicts: Verdicts = { tried: 0, accepted: 0, crashes: 0 };
  for (const file of files) {
    verdicts.tried++;
    try {
      await open(file, passphrase);
      verdicts.accepted++;
    } catch (error) {
      if (!(error instanceof BackupRefusal)) verdicts.crashes++;
    }
  }
  return verdicts;
}

/** Every bit of a small file flipped, one at a time. */
export async function bitFlips(short: boolean): Promise<Verdicts> {
  const { file, passphrase } = await small(short);
  function* flipped() {
    for (let bit = 0; bit < file.length * 8; bit++) {
      const changed = file.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      yield changed;
    }
  }
  return judge(flipped(), passphrase);
}

/** The file cut to every shorter length. */
export async function cuts(short: boolean): Promise<Verdicts> {
  const { file, passphrase } = await small(short);
  function* shorter() {
    for (let length = 0; length < file.length; length++) yield file.slice(0, length);
  }
  return judge(shorter(), passphrase);
}

/** The stock program at the full work factor: it opens ours, we open its. */
export async function stockBothWays(count: number, tell: (done: number) => void) {
  let opened = 0;
  let made = 0;
  for (let seed = 1; seed <= count; seed++) {
    const text = writePayload(stateFrom(seed, 40));
    const { typed } = generatePassphrase();
    if (stockOpen(await seal(text, typed), typed) === text) opened++;
    if ((await open(stockSeal(text, typed, { armor: seed % 2 === 0 }), typed)) === text) made++;
    tell(seed);
  }
  return { opened, made };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
