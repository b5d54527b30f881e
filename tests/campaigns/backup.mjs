/** Campaign `backup`: round trips through age files into fresh stores, every bit flip and cut of a small file, the stock program both ways. */
import { spawnSync } from 'node:child_process';
import { loadJob } from './bundle-job.mjs';

const FULL = 1_000;
const SHORT = 60;

/** No browser is needed: `backend` is taken for the campaigns' common shape and changes nothing. */
export default async function run({ runs, short = false, report = () => undefined } = {}) {
  const job = await loadJob('backup-job.ts');
  const count = runs ?? (short ? SHORT : FULL);
  const trips = await job.roundTrips(count, (done) => report(`backup: ${done} of ${count} round trips`));
  const flips = await job.bitFlips(short);
  const cuts = await job.cuts(short);
  const rows = [
    {
      label: 'Round trips equal',
      value: `${trips.equal}/${count}`,
      bar: `${count}/${count}`,
      ok: trips.equal === count,
    },
    {
      label: 'Single bit flips accepted',
      value: `${flips.accepted} of ${flips.tried}`,
      bar: '0',
      ok: flips.accepted === 0,
    },
    { label: 'Cuts accepted', value: `${cuts.accepted} of ${cuts.tried}`, bar: '0', ok: cuts.accepted === 0 },
    {
      label: 'Flips and cuts that ended in anything but a reason',
      value: String(flips.crashes + cuts.crashes),
      bar: '0',
      ok: flips.crashes + cuts.crashes === 0,
    },
  ];
  const tried = short ? 2 : 20;
  if (spawnSync('age', ['--version']).status === 0) {
    const { opened, made } = await job.stockBothWays(tried, (done) => report(`backup: stock age, ${done} of ${tried}`));
    rows.push({
      label: 'Ours opened by age',
      value: `${opened}/${tried}`,
      bar: `${tried}/${tried}`,
      ok: opened === tried,
    });
    rows.push({
      label: 'Made by age opened by us',
      value: `${made}/${tried}`,
      bar: `${tried}/${tried}`,
      ok: made === tried,
    });
  } else rows.push({ label: 'Stock age', value: 'not installed (apt-get install age)', bar: 'both ways', ok: false });
  return { name: 'backup', rows };
}
