/** Kills the browser in the middle of writing, over and over, on one profile; nothing acknowledged may be missing afterwards. */
import { chance, createDevice } from './device.mjs';
import { findLosses, writeOn } from './writing.mjs';

/** Kills one profile takes before a fresh one is begun, so that starts do not grow slower. */
const PER_PROFILE = 30;

export default async function kill({ runs = 300, short = false, backend = 'leveldb', seed = 11, say }) {
  const count = short ? 4 : runs;
  const dice = chance(seed);
  const seen = {
    kills: 0,
    acknowledged: 0,
    missing: 0,
    torn: 0,
    recovered: 0,
    causes: {},
    lost: 0,
    slowest: 0,
    version: '',
  };
  for (let done = 0; done < count;) {
    const device = createDevice(backend);
    const acknowledged = [];
    for (let turn = 0; turn <= PER_PROFILE && done <= count; turn++) {
      const began = performance.now();
      const browser = await device.start();
      seen.version = browser.version();
      const store = await browser.store();
      seen.slowest = Math.max(seen.slowest, performance.now() - began);
      if (store.report !== null) {
        seen.recovered++;
        seen.causes[store.report.cause] = (seen.causes[store.report.cause] ?? 0) + 1;
        seen.lost += store.report.lost;
        await browser.send({ type: 'acknowledgeRecovery' });
      }
      const found = findLosses(await browser.rows(store.database), acknowledged);
      seen.missing += found.missing;
      seen.torn += found.torn;
      if (found.missing + found.torn > 0) say(`kill ${done}: ${JSON.stringify({ ...found, report: store.report })}`);
      if (turn === PER_PROFILE || done === count) {
        await browser.close();
        break;
      }
      const writing = writeOn(browser, done, (one) => acknowledged.push(one));
      writing.catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 80 + dice.below(720)));
      await browser.kill();
      await writing;
      done++;
      seen.kills = done;
      if (done % 10 === 0) say(`${done} kills, ${acknowledged.length} acknowledged here, ${seen.recovered} recoveries`);
    }
    seen.acknowledged += acknowledged.length;
    device.remove();
  }
  return {
    version: seen.version,
    rows: [
      { label: `kills (${backend})`, value: seen.kills, bar: `${count}`, ok: seen.kills >= count },
      { label: 'acknowledged writes', value: seen.acknowledged, bar: '> 0', ok: seen.acknowledged > 0 },
      { label: 'acknowledged and missing after recovery', value: seen.missing, bar: '0', ok: seen.missing === 0 },
      { label: 'torn pairs', value: seen.torn, bar: '0', ok: seen.torn === 0 },
      { label: 'recoveries', value: `${seen.recovered} ${JSON.stringify(seen.causes)}`, bar: '-', ok: true },
      { label: 'changes reported lost', value: seen.lost, bar: '0', ok: seen.lost === 0 },
      { label: 'slowest start to answer, ms', value: Math.round(seen.slowest), bar: '-', ok: true },
    ],
  };
}
