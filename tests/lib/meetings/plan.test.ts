/** What the year's plan lacks. */
import { describe, expect, it } from 'vitest';
import { checkYear, committeeMetBefore } from '../../../lib/meetings/plan';
import { meeting } from './sample';

const TODAY = '2026-11-26';
const whole = (from = 1, to = 12) =>
  Array.from({ length: to - from + 1 }, (_, index) =>
    meeting(`m${from + index}`, `2026-${String(from + index).padStart(2, '0')}-03`, { committeeMetOn: '2026-01-01' }),
  );

describe('checkYear', () => {
  it('finds nothing missing in a whole year with a thematic meeting each quarter', () => {
    const thematic = [2, 5, 8, 11].map((month) =>
      meeting(`t${month}`, `2026-${String(month).padStart(2, '0')}-20`, { kind: 'CHUYEN_DE' }),
    );
    const quarters = checkYear([...whole(), ...thematic], 2026, TODAY);
    expect(quarters.map(({ gaps }) => gaps)).toEqual([[], [], [], []]);
    expect(quarters[0]?.meetings.map(({ id }) => id)).toEqual(['m1', 'm2', 't2', 'm3']);
  });

  it('counts a combined meeting as both, and a thematic one never as the regular one', () => {
    const combined = whole().map((one) => (one.id === 'm4' ? { ...one, kind: 'KET_HOP' as const } : one));
    expect(checkYear(combined, 2026, TODAY)[1]?.gaps).toEqual([]);
    const replaced = whole().map((one) => (one.id === 'm4' ? { ...one, kind: 'CHUYEN_DE' as const } : one));
    expect(checkYear(replaced, 2026, TODAY)[1]?.gaps).toEqual([
      { what: 'regular', month: '2026-04', instead: true, past: true },
    ]);
  });

  it('tells past gaps from open ones and looks at no month before the first', () => {
    const gaps = checkYear([], 2026, TODAY, { since: '2026-10' }).map((one) => one.gaps);
    expect(gaps).toEqual([
      [],
      [],
      [],
      [
        { what: 'regular', month: '2026-10', instead: false, past: true },
        { what: 'regular', month: '2026-11', instead: false, past: false },
        { what: 'regular', month: '2026-12', instead: false, past: false },
        { what: 'thematic', quarter: 4, missing: 1, past: false },
      ],
    ]);
  });

  it('asks for the committee before each regular meeting, where there is one', () => {
    const one = meeting('m', '2026-12-03');
    const committee = (options: object) =>
      checkYear([one], 2026, TODAY, { since: '2026-12', ...options })[3]?.gaps.filter(
        (gap) => gap.what === 'committee',
      );
    expect(committee({})).toEqual([{ what: 'committee', meetingId: 'm', month: '2026-12', past: false }]);
    expect(committee({ hasCommittee: false })).toEqual([]);
  });
});

it.each([
  ['noted by hand', { committeeMetOn: '2026-12-01' }, [], '2026-12-01'],
  ['a committee meeting before', {}, [['c', '2026-12-02', 'CHI_UY']], '2026-12-02'],
  [
    'one before the last regular meeting',
    {},
    [
      ['c', '2026-11-02', 'CHI_UY'],
      ['r', '2026-11-03', 'THUONG_KY'],
    ],
    null,
  ],
  ['one long ago', {}, [['c', '2026-10-01', 'CHI_UY']], null],
  ['one afterwards', {}, [['c', '2026-12-04', 'CHI_UY']], null],
  ['none', {}, [], null],
] as const)('the committee met first: %s', (_, more, others, expected) => {
  const all = others.map(([id, day, kind]) => meeting(id, day, { kind }));
  expect(committeeMetBefore(meeting('m', '2026-12-03', more), all)).toBe(expected);
});
