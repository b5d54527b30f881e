/** A short run of the clock campaign: jumps, zones, leap days and year ends against tracker and days. */
import { expect, it } from 'vitest';
import { playClock } from './clock';

it('loses, re-dates and reorders nothing under jumping clocks', async () => {
  const rows = await playClock({ cases: 300 });
  expect(rows.filter(({ ok }) => !ok)).toEqual([]);
});
