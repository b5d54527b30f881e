/** The catalogue: both languages have the same keys and parameters, nothing is empty, Vietnamese is NFC, numbers read right. */
import { describe, expect, it } from 'vitest';
import { formatFor, loadTexts, textsOf } from '@/components/i18n';

type Leaf = { path: string; value: string | ((...args: never[]) => unknown) };
function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string' || typeof value === 'function') return [{ path, value: value as Leaf['value'] }];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is neither text nor group`);
  return Object.entries(value).flatMap(([key, child]) => leaves(child, path === '' ? key : `${path}.${key}`));
}
await loadTexts('en');
const vi = leaves(textsOf('vi'));
const en = leaves(textsOf('en'));

describe('catalogue', () => {
  it('has the same keys in both languages', () => {
    expect(en.map(({ path }) => path).sort()).toEqual(vi.map(({ path }) => path).sort());
    expect(vi.length).toBeGreaterThan(200);
    // Vietnamese stands in for English that was not loaded: these are not the same texts.
    expect(textsOf('en').ui.save).not.toBe(textsOf('vi').ui.save);
  });

  it('takes the same parameters in both languages', () => {
    const count = (all: Leaf[]) =>
      Object.fromEntries(all.map(({ path, value }) => [path, typeof value === 'function' ? value.length : 0]));
    expect(count(en)).toEqual(count(vi));
  });

  it('has no empty text, no stray blanks, and only composed letters', () => {
    const wrong = [...vi, ...en].filter(
      ({ value }) =>
        typeof value === 'string' && (value === '' || value !== value.trim() || value !== value.normalize('NFC')),
    );
    expect(wrong).toEqual([]);
  });
});

describe('formatFor', () => {
  it.each([
    ['vi', 70_000, '70.000'],
    ['en', 70_000, '70,000'],
    ['vi', 1_234.5, '1.234,5'],
    ['en', 0, '0'],
  ] as const)('writes numbers in %s', (language, value, shown) => {
    expect(formatFor(language).number(value)).toBe(shown);
  });

  it('writes signs, rates above one, days and instants of Vietnam', () => {
    const format = formatFor('vi');
    expect([format.signed(120), format.signed(-3), format.signed(0)]).toEqual(['+120', '−3', '0']);
    expect(format.percent(1.016)).toBe('101,6%');
    expect(format.day('2026-11-05')).toBe('05/11/2026');
    expect(format.instant('2026-11-22T17:30:00.000Z')).toBe('00:30, 23/11/2026');
    expect(format.instant('không phải')).toBe('không phải');
  });
});
