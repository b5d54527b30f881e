/** Site definitions from files: the grammar is closed, limits hold, hostile input is refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SiteError, parseSite, siteSchema } from '../../../lib/model/site';
import { vnpt } from '../../../lib/sites/vnpt';

const changed = (change: (site: Record<string, never>) => void): string => {
  const copy = JSON.parse(JSON.stringify(vnpt)) as Record<string, never>; // loosely typed on purpose: the change is wrong
  change(copy);
  return JSON.stringify(copy);
};
const set = (path: string, value: unknown) =>
  changed((site) => {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let at: Record<string, unknown> = site;
    for (const key of keys) at = at[key] as Record<string, unknown>; // paths below name objects
    at[last] = value;
  });

describe('parseSite', () => {
  it('takes what it wrote', () => expect(parseSite(JSON.stringify(vnpt))).toEqual(vnpt));

  it.each([
    ['not JSON', '{'],
    ['another format', set('format', 'x')],
    ['a later grammar', set('version', 2)],
    ['an unknown key', set('script', 'alert(1)')],
    ['a host with a scheme', set('hosts', ['https://a.vn'])],
    ['a host of everything', set('hosts', ['*'])],
    ['a whole top domain', set('hosts', ['*.vn'])],
    ['an unknown field', set('tables.0.columns.0.field', 'password')],
    ['a denied label', set('points.labels', ['Số CCCD'])],
    ['a denied column', set('tables.0.columns.1.labels', ['Số điện thoại'])],
    ['a denied context', set('context.name', [{ after: ['Số căn cước công dân'] }])],
    ['a password field', set('loading', ['input[type="password"]'])],
    ['an attribute outside the list', set('loading', ['[onclick]'])],
    ['a :has bomb', set('loading', [':has(:has(*))'])],
    ['a long selector', set('loading', ['a'.repeat(301)])],
    ['a storm of siblings', set('loading', ['* ~ * ~ * ~ *'])],
    ['no way to recognise it', set('detect', [])],
    ['a path that is none', set('loginPaths', ['javascript:1'])],
    [
      'too many screens',
      set(
        'screens',
        Array.from({ length: 81 }, () => ({ id: 'a' })),
      ),
    ],
    ['too deep', set('screens', [[[[[[[[[[]]]]]]]]]])],
    ['too large', set('label', { vi: 'a', en: 'b', x: 'a'.repeat(300_000) })],
    ['a poisoned key', '{"__proto__":{"x":1}}'],
    ['a poisoned key inside', JSON.stringify(vnpt).replace('"points":{', '"points":{"constructor":1,')],
  ])('refuses %s', (_why, text) => expect(() => parseSite(text)).toThrow(SiteError));

  it('never throws anything but its own error, and pollutes nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.object().map((value) => JSON.stringify({ ...vnpt, ...value })),
        ),
        (text) => {
          try {
            siteSchema.parse(parseSite(text));
          } catch (error) {
            expect(error).toBeInstanceOf(SiteError);
          }
          expect(Object.keys(Object.prototype)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
