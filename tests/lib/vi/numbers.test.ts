/** Numbers are read exactly or refused with a reason. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, formatPercent, parseNumber, parsePercent } from '../../../lib/vi/numbers';

describe('parseNumber', () => {
  it.each([
    ['70.000', 70_000],
    ['70 000', 70_000],
    ['70\u00a0000', 70_000],
    ['70000', 70_000],
    ['1.234,5', 1234.5],
    ['1.234', 1234],
    ['0', 0],
    ['0,5', 0.5],
    ['−5', -5],
    ['- 5', -5],
    ['-0', 0],
    ['1.234.567,25', 1_234_567.25],
    ['104,5', 104.5],
  ])('%j → %d', (text, value) => expect(parseNumber(text)).toEqual({ ok: true, value }));

  it.each([
    ['', 'empty'],
    ['gần 70.000', 'qualified'],
    ['trên 25', 'qualified'],
    ['khoảng 30', 'qualified'],
    ['~ 30', 'qualified'],
    ['30+', 'qualified'],
    ['2 - 3', 'range'],
    ['2–3', 'range'],
    ['2 đến 3', 'range'],
    ['1.23', 'badGrouping'],
    ['1.2345', 'badGrouping'],
    ['0.500', 'badGrouping'],
    ['1.234.56', 'badGrouping'],
    ['1.234 567', 'badGrouping'],
    ['1,2,3', 'badGrouping'],
    ['31/12', 'notANumber'],
    ['70.000đ', 'notANumber'],
    ['1e5', 'notANumber'],
    ['0x10', 'notANumber'],
    ['７０', 'notANumber'],
    ['một trăm', 'notANumber'],
    ['=1+1', 'notANumber'],
    ['12345678901234567', 'tooLarge'],
    [',5', 'notANumber'],
    ['5,', 'notANumber'],
  ])('%j is refused: %s', (text, reason) => expect(parseNumber(text)).toMatchObject({ ok: false, reason }));

  it('refuses for whole numbers what could be read two ways', () => {
    expect(parseNumber('1,234', { kind: 'whole' })).toMatchObject({ ok: false, reason: 'ambiguousComma' });
    expect(parseNumber('1,5', { kind: 'whole' })).toMatchObject({ ok: false, reason: 'notWhole' });
    expect(parseNumber('1.234', { kind: 'whole' })).toEqual({ ok: true, value: 1234 });
  });

  it('takes a unit only when it is allowed', () => {
    expect(parseNumber('1.286 điểm', { units: ['điểm'] })).toEqual({ ok: true, value: 1286 });
    expect(parseNumber('1.286 lần', { units: ['điểm'] })).toMatchObject({ ok: false });
  });

  it('reads back every whole number in every way of writing it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000_000 }),
        fc.constantFrom('.', ' ', '\u00a0', ''),
        (value, mark) => {
          const text = String(value).replace(/\B(?=(\d{3})+(?!\d))/g, mark);
          expect(parseNumber(text, { kind: 'whole' })).toEqual({ ok: true, value });
          expect(parseNumber(formatNumber(value), { kind: 'whole' })).toEqual({ ok: true, value });
        },
      ),
    );
  });

  it('never throws and never invents a number from letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const result = parseNumber(text);
        if (result.ok) expect(text).toMatch(/\d/);
      }),
    );
  });
});

it.each([
  ['95%', 0.95],
  ['100 %', 1],
  ['125%', 1.25],
  ['104,5%', 1.045],
  ['91,63%', 0.9163],
])('parsePercent(%j) is %d', (text, value) => expect(parsePercent(text)).toEqual({ ok: true, value }));

it.each(['95', '', 'trên 25%', '%'])('parsePercent refuses %j', (text) => expect(parsePercent(text).ok).toBe(false));

it.each([
  [0.95, '95%'],
  [1, '100%'],
  [1.25, '125%'],
  [1.045, '104,5%'],
  [0.9163, '91,63%'],
])('formatPercent(%d) is %s', (value, text) => expect(formatPercent(value)).toBe(text));

it.each([
  [70_000, '70.000'],
  [1234.5, '1.234,5'],
  [0, '0'],
])('formatNumber(%d) is %s', (value, text) => expect(formatNumber(value)).toBe(text));
