/** Who is one person, and what is asked instead of guessed. */
import { describe, expect, it } from 'vitest';
import type { ReadingRow } from '../../../lib/model/tally';
import { codeKey, findDoubts, groupPeople } from '../../../lib/tally/identity';
import { readingRow } from './reading-row';

function row(name: string, code: string | null = null, total: number | null = null): ReadingRow {
  return readingRow({ name, code, day: total === null ? null : '2026-07-01', total });
}
const people = (rows: ReadingRow[]) => groupPeople(rows).map(({ name, code, rows: own }) => [name, code, own]);

describe('groupPeople', () => {
  it.each([
    [
      'spellings of one name',
      [row('Trần Hoà'), row('trần  Hòa'), row('Trần Hoà'.normalize('NFD'))],
      [['Trần Hoà', null, [0, 1, 2]]],
    ],
    [
      'different codes keep one name apart',
      [row('An', '1'), row('An', '2'), row('An', '1')],
      [
        ['An', '1', [0, 2]],
        ['An', '2', [1]],
      ],
    ],
    ['no code joins the only code', [row('An'), row('An', '1')], [['An', '1', [0, 1]]]],
    [
      'no code stands apart among several codes',
      [row('An', '1'), row('An', '2'), row('An')],
      [
        ['An', '1', [0]],
        ['An', '2', [1]],
        ['An', null, [2]],
      ],
    ],
    ['codes without regard to case and blanks', [row('An', 'dv 1'), row('An', 'DV  1')], [['An', 'dv 1', [0, 1]]]],
    [
      'one code for two names is two people',
      [row('An', '1'), row('Bình', '1')],
      [
        ['An', '1', [0]],
        ['Bình', '1', [1]],
      ],
    ],
    [
      'names every object inherits are ordinary names',
      [row('constructor'), row('__proto__'), row('constructor')],
      [
        ['constructor', null, [0, 2]],
        ['__proto__', null, [1]],
      ],
    ],
  ])('%s', (_, rows, expected) => expect(people(rows)).toEqual(expected));
});

describe('rows that carry a person', () => {
  it('keeps namesakes without codes apart, and one person with two spellings together', () => {
    const rows = [
      { ...row('Nguyễn Văn An'), person: 'a' },
      { ...row('Nguyễn Văn An'), person: 'b' },
      { ...row('Nguyen Van An', '7'), person: 'a' },
      row('Nguyễn Văn An'),
    ];
    expect(people(rows)).toEqual([
      ['Nguyễn Văn An', null, [0, 2]],
      ['Nguyễn Văn An', null, [1]],
      ['Nguyễn Văn An', null, [3]],
    ]);
  });
});

describe('findDoubts', () => {
  it.each([
    ['nameWithoutCode', [row('An', '1'), row('An', '2'), row('An')]],
    ['sameCodeOtherName', [row('An', '1'), row('Bình', '1')]],
    ['similarName', [row('Nguyễn Văn An'), row('Nguyen Van An')]],
    ['similarCode', [row('An', '007'), row('An', '7')]],
    ['conflictingDay', [row('An', '1', 5), row('An', '1', 6)]],
    ['repeatedName', [row('Nguyễn Thị Hòa'), row('Nguyễn Thị Hoà')]],
  ])('%s', (kind, rows) => expect(findDoubts(rows).map((doubt) => doubt.kind)).toContain(kind));

  it('is silent when nothing is doubtful', () => {
    expect(findDoubts([row('An', '1', 5), row('An', '1', 5), row('An', '2', 6), row('Bình', '3')])).toEqual([]);
  });
});

it.each([
  [null, null],
  ['  ', null],
  [' DV 1', 'dv 1'],
])('codeKey(%j) is %j', (code, key) => expect(codeKey(code)).toBe(key));
