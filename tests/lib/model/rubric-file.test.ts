/** Rubrics as files: one rubric one text, and a reason for everything refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RubricError, exportRubric, parseRubric, readRubric } from '../../../lib/model/rubric-file';
import type { Rubric } from '../../../lib/model/rubric';
import { RUBRICS } from '../../../lib/rubrics';
import { anPhu } from '../../../lib/rubrics/an-phu-2025';

const refused = (text: string) => {
  try {
    parseRubric(text);
  } catch (error) {
    if (error instanceof RubricError) return error;
    throw error;
  }
  throw new Error('was taken');
};
/** The same value with the keys of every object in another order. */
const shuffled = (value: unknown, seed: number): unknown => {
  if (Array.isArray(value)) return value.map((one) => shuffled(one, seed));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one], index) => ({ key, one, order: (index * 7_919 + seed) % 101 }));
  return Object.fromEntries(
    entries.sort((a, b) => a.order - b.order).map(({ key, one }) => [key, shuffled(one, seed)]),
  );
};

describe('a rubric as a file', () => {
  it.each(RUBRICS)('$id comes back the same, whatever the order of its keys', (rubric) => {
    const text = exportRubric(rubric);
    expect(parseRubric(text)).toEqual(rubric);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (seed) => {
        expect(exportRubric(parseRubric(JSON.stringify(shuffled(rubric, seed))))).toBe(text);
      }),
      { numRuns: 20 },
    );
  });

  it('is written the same after any edit of texts, points and bounds', () => {
    const edit = fc.record({
      title: fc.string({ minLength: 1, maxLength: 80 }).filter((text) => text.trim() !== ''),
      points: fc.integer({ min: 0, max: 10_000_000 }).map((steps) => steps / 10_000),
      from: fc.option(
        fc.integer({ min: -500_000, max: 0 }).map((steps) => steps / 10_000),
        { nil: null },
      ),
    });
    fc.assert(
      fc.property(edit, ({ title, points, from }) => {
        const copy: Rubric = structuredClone(anPhu);
        copy.title = title;
        const item = copy.groups[0]?.items[0];
        if (item?.mode !== 'BAND' || item.bands[0] === undefined) throw new Error('changed');
        item.max = points;
        item.bands[0].range.from = from;
        const text = exportRubric(copy);
        expect(exportRubric(parseRubric(text))).toBe(text);
      }),
    );
  });

  it('may leave out what has a default, and may begin with a mark of byte order', () => {
    const [group] = anPhu.groups;
    const { copiedFrom: _none, ...rest } = anPhu;
    expect(parseRubric(`\ufeff${JSON.stringify({ ...rest, groups: [group] })}`).groups).toEqual([group]);
  });
});

describe('what is refused', () => {
  const with_ = (change: object) => JSON.stringify({ ...anPhu, ...change });
  const inFirst = (change: object) => {
    const copy = structuredClone(anPhu);
    Object.assign(copy.groups[0]?.items[0] ?? {}, change);
    return JSON.stringify(copy);
  };
  it.each([
    ['too much', 'x'.repeat(256 * 1024 + 1), 'TOO_LARGE', /256 KB/],
    ['no JSON', '{', 'NOT_JSON', /not JSON/],
    ['a list', '[]', 'OTHER_FORMAT', /sotay-rubric/],
    ['another format', '{"format":"sotay-site"}', 'OTHER_FORMAT', /sotay-rubric/],
    ['a later version', with_({ version: 2 }), 'NEWER_VERSION', /version 2/],
    ['a foreign key', with_({ script: 'x' }), 'INVALID', /Unrecognized key/],
    ['an own prototype', with_({}).replace('{', '{"__proto__":{"x":1},'), 'INVALID', /Unrecognized key/],
    ['an id with blanks', with_({ id: 'an phu' }), 'INVALID', /^id: expected lower-case/],
    ['a day that does not exist', with_({ effectiveFrom: '2026-02-30' }), 'INVALID', /effectiveFrom/],
    [
      'an end before the beginning',
      with_({ effectiveFrom: '2026-02-03', effectiveTo: '2026-02-02' }),
      'INVALID',
      /before/,
    ],
    ['five decimals', inFirst({ max: 0.12345 }), 'INVALID', /groups\.0\.items\.0\.max: expected at most four decimals/],
    ['a measure nobody knows', inFirst({ measure: 'mood' }), 'INVALID', /groups\.0\.items\.0\.measure/],
    ['a mode nobody knows', inFirst({ mode: 'STARS' }), 'INVALID', /groups\.0\.items\.0\.mode/],
    ['an id twice', inFirst({ id: 'goi-mo' }), 'INVALID', /item "goi-mo" twice/],
    ['no points in all', with_({ total: null }), 'INVALID', /points in all/],
    [
      'an address of another kind',
      with_({ basis: { ...anPhu.basis, addresses: ['javascript:alert(1)'] } }),
      'INVALID',
      /basis\.addresses/,
    ],
  ] as const)('%s', (_what, text, code, message) => {
    const error = refused(text);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  it('names ten problems at most, each with its place', () => {
    const copy = structuredClone(anPhu) as unknown as { groups: { items: { text: string }[] }[] };
    for (const group of copy.groups) for (const item of group.items) item.text = '';
    const error = refused(JSON.stringify(copy));
    expect(error.problems).toHaveLength(10);
    expect(error.problems[0]?.path).toBe('groups.0.items.0.text');
  });

  it('takes values as well as text', () => {
    expect(readRubric(anPhu)).toEqual(anPhu);
    expect(() => readRubric(null)).toThrow(RubricError);
  });
});
