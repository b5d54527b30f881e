/** Damages one kind of storage file of a closed profile; the next start must have everything, or say exactly what it has not. */
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { ID, chance, createDevice, filesBelow } from './device.mjs';
import { differences, fill, member } from './writing.mjs';

const FOLDERS = {
  database: 'Default/IndexedDB',
  copies: 'Default/File System',
  canary: `Default/Local Extension Settings/${ID}`,
};
const DAMAGES = ['flip', 'truncate', 'zeroHead', 'delete', 'older'];

/** What a file is for, so that each kind gets its share of the damage. */
function kindOf(place, path) {
  const name = basename(path);
  if (/^MANIFEST/.test(name)) return `${place} MANIFEST`;
  if (name === 'CURRENT') return `${place} CURRENT`;
  if (/\.(log|ldb)$/.test(name)) return `${place} ${name.slice(-3)}`;
  if (path.includes('.blob')) return `${place} blob`;
  if (/^[A-Z2-7]{40,}$|sqlite|\.db|-wal$|-journal$/.test(name)) return `${place} SQLite`;
  if (/^\d+$/.test(name)) return `${place} file`;
  return null; // LOCK, LOG and the like hold nothing
}

/** A profile with records in it, closed, and the same profile as it was halfway. */
async function makeProfiles(backend, records) {
  const device = createDevice(backend);
  const half = mkdtempSync(join(tmpdir(), 'sotay-half-'));
  let browser = await device.start();
  await browser.store();
  await fill(browser, { members: Math.ceil(records / 100), readings: Math.floor(records / 2), month: 9 });
  await browser.send({ type: 'takeSnapshot' });
  await browser.close();
  cpSync(device.profile, half, { recursive: true });
  browser = await device.start();
  await browser.store();
  await fill(browser, { members: Math.ceil(records / 100), readings: Math.ceil(records / 2), month: 10 });
  await browser.send({ type: 'takeSnapshot' });
  // Some that only the log holds.
  for (let step = 0; step < 5; step++)
    await browser.act({ type: 'saveMembers', members: [member(`Sau cùng ${step}`)] });
  const rows = await browser.rows((await browser.store()).database);
  await browser.close();
  return { device, half, rows };
}

function damage(path, how, dice, older) {
  if (how === 'delete') return rmSync(path, { force: true });
  if (how === 'older') return older === null ? rmSync(path, { force: true }) : writeFileSync(path, older);
  const bytes = readFileSync(path);
  if (how === 'truncate') return truncateSync(path, dice.below(Math.max(1, bytes.length)));
  if (how === 'zeroHead') bytes.fill(0, 0, Math.min(bytes.length, 16 + dice.below(4_096)));
  else for (let flips = 1 + dice.below(64); flips > 0; flips--) bytes[dice.below(bytes.length)] ^= 1 << dice.below(8);
  writeFileSync(path, bytes);
}

export default async function corrupt({ runs = 300, short = false, backend = 'leveldb', seed = 23, say }) {
  const count = short ? 3 : runs;
  const records = short ? 600 : 10_000;
  const dice = chance(seed);
  const made = await makeProfiles(backend, records);
  const seen = { whole: 0, silent: 0, told: 0, crashed: 0, again: 0, recoveries: {}, kinds: {}, version: '' };
  const slowest = { answer: 0, recovery: 0 };
  const groups = new Map();
  for (const [place, folder] of Object.entries(FOLDERS))
    for (const path of filesBelow(join(made.device.profile, folder))) {
      const kind = kindOf(place, path);
      if (kind !== null && readFileSync(path).length > 0)
        groups.set(kind, [...(groups.get(kind) ?? []), relative(made.device.profile, path)]);
    }
  const kinds = [...groups.keys()];
  // The short form takes one kind of each place.
  const few = Object.keys(FOLDERS).map((place) => kinds.find((kind) => kind.startsWith(place)));
  say(`kinds: ${kinds.join(', ')}`);
  for (let run = 0; run < count; run++) {
    const device = createDevice(backend);
    rmSync(device.profile, { recursive: true });
    cpSync(made.device.profile, device.profile, { recursive: true });
    const kind = short ? few[run % few.length] : kinds[run % kinds.length];
    const how = dice.pick(DAMAGES);
    const files = groups.get(kind);
    const chosen = dice.below(3) === 0 ? files : [dice.pick(files)];
    for (const path of chosen) {
      const earlier = join(made.half, path);
      let older = null;
      try {
        older = readFileSync(earlier);
      } catch {
        // There was none: as if the file had never been.
      }
      damage(join(device.profile, path), how, dice, older);
    }
    const what = `${kind}, ${how}, ${chosen.length} of ${files.length}`;
    try {
      const browser = await device.start();
      seen.version = browser.version();
      const store = await browser.store();
      const took = performance.now() - browser.workerSeenAt;
      const { report } = store;
      if (report === null) slowest.answer = Math.max(slowest.answer, took);
      else slowest.recovery = Math.max(slowest.recovery, took);
      if (report !== null) seen.recoveries[report.cause] = (seen.recoveries[report.cause] ?? 0) + 1;
      const lacks = differences(made.rows, await browser.rows(store.database).catch(() => ({})));
      const admits = report !== null && (report.lost > 0 || report.restoredTo === null);
      if (lacks.length === 0) seen.whole++;
      else if (admits || store.problem !== null) seen.told++;
      else seen.silent++;
      seen.kinds[kind] = (seen.kinds[kind] ?? 0) + 1;
      if (lacks.length > 0 || store.problem !== null)
        say(`${run} (${what}): ${JSON.stringify({ lacks: lacks.slice(0, 5), report, problem: store.problem })}`);
      // It goes on: written, and there after the next start, with no second recovery.
      if (report !== null) await browser.send({ type: 'acknowledgeRecovery' });
      const reply = await browser.act({ type: 'saveMembers', members: [member('Mới')] });
      await browser.close();
      const next = await device.start();
      const later = await next.store();
      const kept = (await next.rows(later.database)).members.some(({ name }) => name === 'Mới');
      if (!reply.ok || !kept || later.report !== null) {
        seen.again++;
        say(`${run} (${what}) does not go on: ${JSON.stringify({ reply, kept, report: later.report })}`);
      }
      await next.close();
    } catch (error) {
      seen.crashed++;
      say(`${run} (${what}): ${error instanceof Error ? error.message : error}`);
      await device.endAll();
    }
    device.remove();
    if ((run + 1) % 20 === 0) say(`${run + 1} runs, ${seen.whole} whole`);
  }
  made.device.remove();
  rmSync(made.half, { recursive: true, force: true });
  const ms = (value) => Math.round(value);
  return {
    version: seen.version,
    rows: [
      { label: `damaged profiles (${backend})`, value: count, bar: `${count}`, ok: true },
      { label: 'kinds of files', value: JSON.stringify(seen.kinds), bar: '-', ok: true },
      { label: 'everything acknowledged there', value: seen.whole, bar: `${count}`, ok: seen.whole === count },
      { label: 'missing and told exactly so', value: seen.told, bar: '-', ok: true },
      { label: 'silent partial loads', value: seen.silent, bar: '0', ok: seen.silent === 0 },
      { label: 'no answer from the background', value: seen.crashed, bar: '0', ok: seen.crashed === 0 },
      { label: 'cannot go on afterwards', value: seen.again, bar: '0', ok: seen.again === 0 },
      { label: 'recoveries', value: JSON.stringify(seen.recoveries), bar: '-', ok: true },
      { label: 'slowest answer, ms', value: ms(slowest.answer), bar: '< 3000', ok: short || slowest.answer < 3_000 },
      {
        label: 'slowest recovery, ms',
        value: ms(slowest.recovery),
        bar: '< 5000',
        ok: short || slowest.recovery < 5_000,
      },
    ],
  };
}
