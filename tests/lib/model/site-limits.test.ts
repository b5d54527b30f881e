/** Which selectors a site may use, and how large and deep its data may be. */
import { describe, expect, it } from 'vitest';
import { checkSiteData, isSafeSelector } from '../../../lib/model/site-limits';

describe('isSafeSelector', () => {
  it.each([
    'h4',
    '.rs-picker .rs-picker-toggle-value',
    '[role="grid"] > div',
    'a[href^="/page/"]',
    'li:not(.x)',
    '.a, .b',
  ])('%s is fine', (text) => expect(isSafeSelector(text)).toBe(true));
  it.each([
    '',
    ':has(p)',
    'input[type=password]',
    'input[type=hidden]',
    '[style]',
    '[data-x]',
    'a:is(:not(b))',
    'a:nth-child(2)',
    '* * * *',
    '[role',
    'a{}',
    'a\\3a',
    'a:not(b',
  ])('%s is refused', (text) => expect(isSafeSelector(text)).toBe(false));
});

describe('checkSiteData', () => {
  it('takes JSON', () => expect(checkSiteData({ a: [1, 'x', null, { b: true }] })).toEqual([]));
  it.each([
    ['functions', { a: () => 1 }],
    ['regular expressions', { a: /x/ }],
    ['depth', { a: { b: { c: { d: { e: { f: { g: { h: { i: 1 } } } } } } } } }],
    ['rules', Array.from({ length: 201 }, () => ({ select: 'a' }))],
    ['poisoned keys', JSON.parse('{"a":{"__proto__":1}}') as unknown],
  ])('refuses %s', (_why, data) => expect(checkSiteData(data).length).toBe(1));
});
