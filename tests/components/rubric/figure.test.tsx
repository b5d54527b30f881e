/** Points as people type them. */
import { describe, expect, it } from 'vitest';
import { parseFigure, writeFigure } from '@/components/rubric/figure';

describe('parseFigure', () => {
  it.each([
    ['2,5', 2.5],
    ['2.5', 2.5],
    [' 10 ', 10],
    ['0,0001', 0.0001],
    ['-3', -3],
    ['−3', -3],
    ['', null],
    ['1.000', null],
    ['1,23456', null],
    ['1e3', null],
    ['hai', null],
    ['2,', null],
  ])('%j is %j', (text, value) => {
    expect(parseFigure(text)).toBe(value);
    if (value !== null) expect(parseFigure(writeFigure(value))).toBe(value);
  });
});
