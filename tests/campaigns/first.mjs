/** The first thing done on a fresh profile, at once, on a busy machine: acknowledged, stored once, and numbered. */
import { Worker } from 'node:worker_threads';
import { createDevice } from './device.mjs';
import { member } from './writing.mjs';

const MEMBERS = 12;
/** Threads that keep the processors busy meanwhile; only on a busy machine does the start run in one go. */
const BUSY = 6;

export default async function first({ runs = 100, short = false, backend = 'leveldb', say }) {
  const count = short ? 6 : runs;
  const busy = Array.from({ length: BUSY }, () => new Worker('for (;;);', { eval: true }));
  const seen = { acknowledged: 0, rows: 0, numbered: 0, version: '' };
  try {
    for (let run = 0; run < count; run++) {
      const device = createDevice(backend);
      const browser = await device.start();
      seen.version = browser.version();
      const members = Array.from({ length: MEMBERS }, (_, index) => member(`Người ${run}-${index}`));
      const reply = await browser.act({ type: 'saveMembers', members });
      if (reply.ok) seen.acknowledged++;
      else say(`run ${run}: ${JSON.stringify(reply)}`);
      const { database } = await browser.store();
      const { members: stored, meta } = await browser.rows(database);
      seen.rows += stored.length;
      if (meta.find(({ key }) => key === 'seq')?.seq === 1) seen.numbered++;
      await browser.close();
      device.remove();
    }
  } finally {
    await Promise.all(busy.map((thread) => thread.terminate()));
  }
  const all = (label, value, bar = count) => ({ label, value, bar: `${bar}`, ok: value === bar });
  return {
    version: seen.version,
    rows: [
      all('first actions acknowledged', seen.acknowledged),
      all('rows stored', seen.rows, count * MEMBERS),
      all('commits numbered', seen.numbered),
    ],
  };
}
