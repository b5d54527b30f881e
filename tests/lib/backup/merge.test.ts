/** Difference and merge: itself with itself, twice, nothing lost; and each standing shown by a table. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORD_KINDS, compareData, standings, type Standing } from '../../../lib/backup/difference';
import { type MergeOptions, mergeData } from '../../../lib/backup/merge';
import { readPayload, writePayload } from '../../../lib/backup/payload';
import { SCHEMA_VERSION } from '../../../lib/model/all-data';
import type { AllData } from '../../../lib/model/all-data';
import type { Member } from '../../../lib/model/member';
import type { PointReading } from '../../../lib/model/point-reading';
import { DEFAULT_SETTINGS } from '../../../lib/model/settings';
import { formatDay } from '../../../lib/vi/dates';
import { later, logical, numbers, reading, stateFrom, stateWith } from './states';

const MERGE: MergeOptions = { mode: 'merge', conflicts: 'ours' };
const seeds = fc.tuple(fc.nat(), fc.nat(), fc.nat());
/** Two states that share a past: each went on by itself. */
const pair = ([past, here, there]: [number, number, number]) => {
  const base = stateFrom(past);
  return [later(base, here), later(base, there)] as const;
};
const options = fc.constantFrom<MergeOptions>(MERGE, { mode: 'merge', conflicts: 'theirs' });

describe('merging', () => {
  it('a state with itself changes nothing', () => {
    fc.assert(
      fc.property(fc.nat(), options, (seed, how) => {
        const state = stateFrom(seed);
        expect(mergeData(state, state, how)).toEqual(state);
      }),
    );
  });

  it('twice is the same as once', () => {
    fc.assert(
      fc.property(seeds, options, (three, how) => {
        const [ours, theirs] = pair(three);
        const once = mergeData(ours, theirs, how);
        expect(mergeData(once, theirs, how)).toEqual(once);
      }),
    );
  });

  it('loses nothing of ours and brings all that is new; what comes out is a valid document', () => {
    fc.assert(
      fc.property(seeds, (three) => {
        const [ours, theirs] = pair(three);
        const merged = mergeData(ours, theirs, MERGE);
        expect(logical(readPayload(writePayload(merged), SCHEMA_VERSION))).toEqual(logical(merged));
        const left = compareData(merged, ours);
        const kinds = Object.values(left.kinds);
        expect(kinds.map((kind) => [kind.new, kind.changed, kind.conflicting])).toEqual(kinds.map(() => [0, 0, 0]));
        const brought = compareData(merged, theirs);
        for (const kind of RECORD_KINDS) {
          if (kind !== 'captures') expect(brought.kinds[kind].new, kind).toBe(0);
          expect(brought.kinds[kind].changed).toBe(0);
        }
        expect(brought.kinds.journal.new).toBe(0);
        expect(Math.max(...merged.journal.map(({ seq }) => seq))).toBeGreaterThanOrEqual(
          Math.max(...ours.journal.map(({ seq }) => seq)),
        );
      }),
    );
  });

  it('an older copy of ours brings nothing back', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (past, here) => {
        const base = stateFrom(past);
        const ours = later(base, here);
        expect(logical(mergeData(ours, base, MERGE))).toEqual(logical(ours));
      }),
    );
  });

  it('a later copy of ours is taken whole', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (past, there) => {
        const base = stateFrom(past);
        const theirs = later(base, there);
        const merged = mergeData(base, theirs, MERGE);
        expect(logical({ ...merged, settings: base.settings })).toEqual(
          logical({ ...theirs, settings: base.settings }),
        );
      }),
    );
  });

  it('replacing takes the file as it is', () => {
    fc.assert(
      fc.property(seeds, (three) => {
        const [ours, theirs] = pair(three);
        expect(mergeData(ours, theirs, { mode: 'replace', conflicts: 'ours' })).toEqual(theirs);
      }),
    );
  });

  it('a conflict goes as chosen', () => {
    const ours = stateWith(2, 0);
    const [first] = ours.readings;
    if (first === undefined) throw new Error('choose another seed');
    const theirs = {
      ...ours,
      readings: ours.readings.map((one) => ({ ...one, total: one === first ? 1 : one.total })),
    };
    const found = compareData(ours, theirs).kinds.readings;
    expect(found.conflicting).toBe(1);
    expect(found.examples.conflicting[0]?.theirs).toMatch(new RegExp(`^${formatDay(first.day)} · 1(?: · |$)`));
    expect(mergeData(ours, theirs, MERGE).readings[0]?.total).toBe(first.total);
    expect(mergeData(ours, theirs, { mode: 'merge', conflicts: 'theirs' }).readings[0]?.total).toBe(1);
  });

  it('brings no captured list back without a standing consent', () => {
    const seed = [...Array(200).keys()].find((one) => stateFrom(one).captures.length > 0) ?? 0;
    const theirs = stateFrom(seed);
    const given = {
      id: 'c',
      item: 'cellLists' as const,
      text: 'x',
      language: 'vi' as const,
      givenAt: theirs.exportedAt,
    };
    const ours = { ...stateFrom(0, 0), captures: [] };
    const withdrawn = { ...given, withdrawnAt: theirs.exportedAt };
    const at = (consent: typeof withdrawn | (typeof given & { withdrawnAt: null })) =>
      mergeData({ ...ours, consents: [consent] }, { ...theirs, consents: [] }, MERGE).captures.length;
    expect(at(withdrawn)).toBe(0);
    expect(at({ ...given, withdrawnAt: null })).toBe(theirs.captures.length);
  });
});

describe('standings', () => {
  const base: PointReading = {
    ...reading(numbers(1), 'me'),
    day: '2026-01-10',
    takenAt: '2026-01-10T02:00:00.000Z',
    lastSeenAt: '2026-01-10T02:00:00.000Z',
    total: 100,
    corrections: [],
    withdrawn: null,
  };
  const { alsoSeenAt: _none, ...plain } = base;
  const seen = (at: string) => ({ ...plain, lastSeenAt: at, alsoSeenAt: [at] });
  const corrected = (total: number) => ({
    ...plain,
    total,
    corrections: [{ total: 100, day: plain.day, at: '2026-01-11T00:00:00.000Z', reason: 'gõ nhầm' }],
  });
  const withdrawn = { ...plain, withdrawn: { at: '2026-01-12T00:00:00.000Z', reason: 'bỏ' } };
  const member: Member = { ...(stateWith(1, 1).members[0] as Member), code: null, removedAt: null };

  it.each<[string, PointReading, PointReading, Standing]>([
    ['equal', plain, { ...plain }, 'same'],
    ['equal but for the mark of a run', plain, { ...plain, newRun: 'first' }, 'same'],
    ['seen once more there', plain, seen('2026-01-12T02:00:00.000Z'), 'theirsNewer'],
    ['seen once more here', seen('2026-01-12T02:00:00.000Z'), plain, 'oursNewer'],
    ['corrected there', plain, corrected(120), 'theirsNewer'],
    ['corrected here', corrected(120), plain, 'oursNewer'],
    ['corrected on both sides', corrected(120), corrected(130), 'conflict'],
    ['withdrawn there', plain, withdrawn, 'theirsNewer'],
    ['another total without a correction', plain, { ...plain, total: 7 }, 'conflict'],
    ['another name', plain, { ...plain, name: 'X' }, 'conflict'],
  ])('a reading %s', (_name, own, their, standing) => {
    expect(standings('readings', with_({ readings: [own] }), with_({ readings: [their] }))).toEqual([standing]);
  });

  it('a longer span conflicts when we saw another total inside it', () => {
    const between = { ...plain, id: 'b', day: '2026-01-11', takenAt: '2026-01-11T02:00:00.000Z', total: 150 };
    const theirs = with_({ readings: [seen('2026-01-12T02:00:00.000Z')] });
    expect(standings('readings', with_({ readings: [plain, between] }), theirs)).toEqual(['conflict']);
    const after = { ...between, day: '2026-01-13', takenAt: '2026-01-13T02:00:00.000Z' };
    expect(standings('readings', with_({ readings: [plain, after] }), theirs)).toEqual(['theirsNewer']);
  });

  it.each<[string, Partial<Member>, Standing]>([
    ['equal', {}, 'same'],
    ['with its code filled in', { code: 'M1' }, 'theirsNewer'],
    ['renamed with the old name kept', { name: 'Mới', otherNames: [...member.otherNames, member.name] }, 'theirsNewer'],
    ['renamed without', { name: 'Mới' }, 'conflict'],
    ['removed since', { removedAt: '2026-01-01T00:00:00.000Z' }, 'theirsNewer'],
  ])('a member %s', (_name, change, standing) => {
    expect(standings('members', with_({ members: [member] }), with_({ members: [{ ...member, ...change }] }))).toEqual([
      standing,
    ]);
  });

  it('tells what only we hold, and lines of the deletion log younger than the file', () => {
    const deletions = [
      {
        seq: 1,
        at: '2027-01-01T00:00:00.000Z',
        cause: 'request' as const,
        what: 'readings' as const,
        count: 1,
        upTo: null,
      },
    ];
    const found = compareData(
      with_({ readings: [plain], deletions }),
      with_({ exportedAt: '2026-01-01T00:00:00.000Z' }),
    );
    expect([found.kinds.readings.onlyHere, found.kinds.deletions.onlyHere, found.deletedSince]).toEqual([1, 1, 1]);
  });

  it('a setting never touched gives way, two touched ones conflict', () => {
    const settings = (leapLimit: number, largeText: boolean) =>
      with_({ settings: { ...DEFAULT_SETTINGS, leapLimit, largeText } });
    const found = compareData(settings(500, false), settings(700, true)).kinds.settings;
    expect([found.conflicting, found.changed]).toEqual([1, 1]);
    expect(mergeData(settings(500, false), settings(700, true), MERGE).settings).toMatchObject({
      leapLimit: 500,
      largeText: true,
    });
  });
});

function with_(parts: Partial<AllData>): AllData {
  const none = {
    readings: [],
    members: [],
    captures: [],
    consents: [],
    confirmedSites: [],
    memberConsents: [],
    requests: [],
    hostSites: [],
    desk: [],
  };
  return { ...stateFrom(0, 0), ...none, deletions: [], journal: [], ...parts };
}
