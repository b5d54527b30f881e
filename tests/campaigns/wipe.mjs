/** Erases the extension's database the way a kill does, deterministically: by the known fault of the log, or by emptying the file. */
import { appendFileSync, statSync, writeFileSync } from 'node:fs';
import { createDevice } from './device.mjs';
import { findLosses, writeOn } from './writing.mjs';

/** Length, checksum and type of a log record whose body never came. */
const ORPHAN = Buffer.from([0x12, 0x34, 0x56, 0x78, 0x40, 0x00, 0x01]);

export default async function wipe({ runs = 50, short = false, backend = 'leveldb', say }) {
  const count = short ? 1 : runs;
  const seen = { wiped: 0, restored: 0, missing: 0, torn: 0, lost: 0, slowest: 0, version: '' };
  for (let run = 0; run < count; run++) {
    const device = createDevice(backend);
    const acknowledged = [];
    const write = async (browser, ms) => {
      let on = true;
      const limited = { act: (action) => (on ? browser.act(action) : Promise.reject(new Error('enough'))) };
      const writing = writeOn(limited, run, (one) => acknowledged.push(one));
      await new Promise((resolve) => setTimeout(resolve, ms));
      on = false;
      await writing;
    };
    const first = await device.start();
    seen.version = first.version();
    await write(first, 500);
    await first.close();
    if (backend === 'sqlite') {
      for (const path of device.databaseFiles())
        if (statSync(path).size > 0) writeFileSync(path, Buffer.alloc(statSync(path).size));
    } else {
      for (const path of device.databaseFiles()) if (path.endsWith('.log')) appendFileSync(path, ORPHAN);
      // The log is used again after the orphan; the start after that finds it damaged and deletes everything.
      const second = await device.start();
      await second.store();
      await write(second, 200);
      await second.close();
    }
    const began = performance.now();
    const third = await device.start();
    const store = await third.store();
    seen.slowest = Math.max(seen.slowest, performance.now() - began);
    if (store.report !== null) seen.wiped++;
    const found = findLosses(await third.rows(store.database), acknowledged);
    seen.missing += found.missing;
    seen.torn += found.torn;
    seen.lost += store.report?.lost ?? 0;
    if (store.report !== null && found.missing + found.torn + store.report.lost === 0) seen.restored++;
    else say(`wipe ${run}: ${JSON.stringify({ ...found, report: store.report })}`);
    await third.close();
    device.remove();
    if ((run + 1) % 10 === 0) say(`${run + 1} wipes, ${seen.restored} restored`);
  }
  return {
    version: seen.version,
    rows: [
      { label: `wipes noticed and named (${backend})`, value: seen.wiped, bar: `${count}`, ok: seen.wiped === count },
      { label: 'restored whole', value: seen.restored, bar: `${count}`, ok: seen.restored === count },
      { label: 'acknowledged and missing', value: seen.missing, bar: '0', ok: seen.missing === 0 },
      { label: 'torn pairs', value: seen.torn, bar: '0', ok: seen.torn === 0 },
      { label: 'slowest start to answer, ms', value: Math.round(seen.slowest), bar: '-', ok: true },
    ],
  };
}
