/** Campaign `import`: valid, invalid, hostile and mutated inputs to every importer and to backups; nothing crashes, nothing applies in part. */
import { loadJob } from './bundle-job.mjs';

const FULL = 100_000;
const SHORT = 2_000;

/** No browser is needed: `backend` is taken for the campaigns' common shape and changes nothing. */
export default async function run({ runs, short = false, report = () => undefined } = {}) {
  const job = await loadJob('import-job.ts');
  const count = runs ?? (short ? SHORT : FULL);
  const found = await job.fuzz(count, (done) => report(`import: ${done} of ${count} inputs`));
  const zero = (label, value, examples = []) => ({
    label: examples.length === 0 ? label : `${label} (${examples.join('; ')})`,
    value: String(value),
    bar: '0',
    ok: value === 0,
  });
  const kinds = Object.entries(found.kinds)
    .map(([kind, one]) => `${kind} ${one.accepted}+${one.refused}`)
    .join(', ');
  return {
    name: 'import',
    rows: [
      {
        label: `Inputs (accepted+refused: ${kinds})`,
        value: String(found.tried),
        bar: String(count),
        ok: found.tried === count,
      },
      zero('Crashes', found.crashes, found.examples.crashes),
      zero('Partial applies', found.partial, found.examples.partial),
      zero('Accepted invalid', found.acceptedInvalid, found.examples.acceptedInvalid),
      zero('Refused valid', found.refusedValid, found.examples.refusedValid),
      zero('Wrong values', found.wrongValues, found.examples.wrongValues),
      zero('Changes of Object.prototype', found.polluted),
      { label: 'Slowest input, ms', value: String(Math.round(found.slowest)), bar: '2000', ok: found.slowest <= 2_000 },
    ],
  };
}
