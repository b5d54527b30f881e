/** The JSON inside a backup: every hostile or broken document is refused with reason and place. */
import { describe, expect, it } from 'vitest';
import { SCHEMA_VERSION } from '../../../lib/model/all-data';
import { allDataSchema } from '../../../lib/model/all-data';
import { DEFAULT_SETTINGS } from '../../../lib/model/settings';
import { MAX_TEXT, readPayload, writePayload } from '../../../lib/backup/payload';
import { BackupRefusal, type RefusalCode } from '../../../lib/backup/refusal';
import { stateFrom, stateWith } from './states';

const state = () => stateWith(3, 3);
type Loose = Record<string, unknown> & {
  settings: Record<string, unknown>;
  counts: Record<string, number>;
  readings: Record<string, unknown>[];
  members: Record<string, unknown>[];
  journal: unknown[];
};

function refusalOf(text: string): { code: RefusalCode; where: string | null } | null {
  try {
    readPayload(text, SCHEMA_VERSION);
    return null;
  } catch (error) {
    if (error instanceof BackupRefusal) return { code: error.code, where: error.where };
    throw error;
  }
}

function changed(change: (data: Loose) => unknown): string {
  const data = JSON.parse(JSON.stringify(state())) as Loose;
  return JSON.stringify(change(data) ?? data);
}

describe('a document', () => {
  it('is read as it was written, for a hundred states', () => {
    for (let seed = 0; seed < 100; seed++) {
      const data = stateFrom(seed);
      expect(allDataSchema.safeParse(data).error).toBeUndefined();
      expect(readPayload(writePayload(data), SCHEMA_VERSION)).toEqual(data);
    }
  });

  it('of the first version of the store, and without younger settings, gets what is missing', () => {
    const text = changed((data) => {
      for (const name of ['memberConsents', 'requests', 'deletions', 'hostSites', 'desk']) {
        delete data[name];
        delete data.counts[name];
      }
      delete data.settings['theme'];
      data['schemaVersion'] = 1;
    });
    expect(readPayload(text, SCHEMA_VERSION)).toMatchObject({
      memberConsents: [],
      deletions: [],
      counts: { requests: 0 },
    });
    expect(readPayload(text, SCHEMA_VERSION).settings.theme).toBe(DEFAULT_SETTINGS.theme);
  });

  it.each<[string, RefusalCode, string | null, () => string]>([
    ['no JSON', 'notJson', null, () => 'hello'],
    ['cut JSON', 'notJson', null, () => writePayload(state()).slice(0, -20)],
    ['a bare value', 'otherFormat', 'format', () => '5'],
    ['a list', 'otherFormat', 'format', () => '[]'],
    ['a tally', 'otherFormat', 'format', () => changed((data) => void (data['format'] = 'sotay-tally'))],
    ['a newer format', 'newerFormat', 'version', () => changed((data) => void (data['version'] = 2))],
    ['no version', 'otherFormat', 'version', () => changed((data) => void delete data['version'])],
    [
      'newer records',
      'newerData',
      'schemaVersion',
      () => changed((data) => void (data['schemaVersion'] = SCHEMA_VERSION + 1)),
    ],
    [
      'a missing list',
      'wrongShape',
      'members',
      () => changed((data) => void delete (data as object as { members?: 1 }).members),
    ],
    ['a field nobody knows', 'wrongShape', null, () => changed((data) => void (data['extra'] = 1))],
    ['a setting nobody knows', 'wrongShape', 'settings', () => changed((data) => void (data.settings['extra'] = 1))],
    ['wrong counts', 'wrongCount', 'counts.readings', () => changed((data) => void (data.counts['readings']! += 1))],
    ['a record less', 'wrongCount', 'counts.members', () => changed((data) => void data.members.pop())],
    [
      'an id twice',
      'sameIdTwice',
      'readings[2].id',
      () => changed((data) => void (data.readings[2]!['id'] = data.readings[0]!['id'])),
    ],
    [
      'a negative total',
      'badRow',
      'readings[1].total',
      () => changed((data) => void (data.readings[1]!['total'] = -1)),
    ],
    [
      'a total as text',
      'badRow',
      'readings[0].total',
      () => changed((data) => void (data.readings[0]!['total'] = '5')),
    ],
    [
      '30 February',
      'badRow',
      'readings[0].day',
      () => changed((data) => void (data.readings[0]!['day'] = '2026-02-30')),
    ],
    [
      'a field too many in a row',
      'badRow',
      'members[1]',
      () => changed((data) => void (data.members[1]!['cccd'] = '001')),
    ],
    ['null for a row', 'badRow', 'members[0]', () => changed((data) => void (data.members[0] = null as never))],
    [
      'a text too long',
      'badRow',
      'members[0].name',
      () => changed((data) => void (data.members[0]!['name'] = 'x'.repeat(201))),
    ],
    ['depth', 'tooDeep', null, () => changed((data) => void (data['x'] = JSON.parse('['.repeat(70) + ']'.repeat(70))))],
    ['depth without end', 'tooDeep', null, () => '['.repeat(200_000) + ']'.repeat(200_000)],
    [
      '__proto__',
      'forbiddenKey',
      null,
      () => writePayload(state()).replace('"settings": {', '"settings": {"__proto__": {"theme": "dark"},'),
    ],
    [
      '__proto__ written in escapes',
      'forbiddenKey',
      null,
      () => writePayload(state()).replace('"settings": {', '"settings": {"\\u005f_proto__": 1,'),
    ],
    [
      'constructor',
      'forbiddenKey',
      null,
      () => changed((data) => void data.journal.push({ detail: { constructor: 1 } })),
    ],
  ])('with %s is refused: %s at %s', (_name, code, where, make) => {
    expect(refusalOf(make())).toEqual({ code, where });
    expect(Object.hasOwn(Object.prototype, 'theme')).toBe(false);
  });

  it('larger than the limit is refused before it is parsed', () => {
    expect(refusalOf(' '.repeat(MAX_TEXT + 1))).toEqual({ code: 'tooLarge', where: null });
  });
});
