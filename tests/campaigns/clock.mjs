/** Campaign: clock jumps, time zones, summer time, leap days and year ends; --runs is how many cases are played (full: 10,000). */
import { loadModule } from './load-module.mjs';

export default async function run({ runs, short = false, report } = {}) {
  const { playClock } = await loadModule('tests/security/clock.ts');
  const rows = await playClock({ cases: runs ?? (short ? 400 : 10_000), report });
  return { name: 'clock', rows };
}
