/** Backups as a whole: any state sealed, opened, read and merged into an empty store is the same state. */
import { describe, expect, it } from 'vitest';
import { compareData, mergeData, open, readPayload, seal, writePayload } from '../../lib/backup';
import { SCHEMA_VERSION } from '../../lib/model/all-data';
import { schemaVersion } from '../../lib/tracker';
import { stateFrom } from './backup/states';

describe('a backup', () => {
  it('knows the shape of records the store has', () => {
    expect(SCHEMA_VERSION).toBe(schemaVersion);
  });

  it('comes back as it went out, for fifty states', async () => {
    const empty = { ...stateFrom(0, 0), settings: stateFrom(1).settings };
    for (let seed = 0; seed < 50; seed++) {
      const state = stateFrom(seed, 60);
      const file = await seal(writePayload(state), `bí mật ${seed}`, { logN: 2 });
      const back = readPayload(await open(file, `bí mật ${seed}`), state.schemaVersion);
      expect(back).toEqual(state);
      expect(mergeData(empty, back, { mode: 'replace', conflicts: 'ours' })).toEqual(state);
      const { kinds } = compareData(state, back);
      expect(
        Object.values(kinds).every((kind) => kind.new + kind.changed + kind.conflicting + kind.onlyHere === 0),
      ).toBe(true);
    }
  });

  it('of a hundred thousand readings is compared and merged', () => {
    const [one] = stateFrom(3, 60).readings;
    const readings = Array.from({ length: 100_000 }, (_, index) => ({
      ...one!,
      id: `r${index}`,
      subject: `m${index % 500}`,
      total: index,
    }));
    const big = { ...stateFrom(4, 0), readings, counts: { ...stateFrom(4, 0).counts, readings: readings.length } };
    const theirs = readPayload(writePayload(big), big.schemaVersion);
    const ours = { ...big, readings: readings.slice(50_000), counts: { ...big.counts, readings: 50_000 } };
    expect(compareData(ours, theirs).kinds.readings).toMatchObject({ new: 50_000, same: 50_000, conflicting: 0 });
    expect(mergeData(ours, theirs, { mode: 'merge', conflicts: 'ours' }).readings).toHaveLength(100_000);
  });
});
