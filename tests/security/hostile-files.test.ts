/** Hostile files at every importer: deep and huge JSON, prototype keys, document types in any part, bombs; refused in no time, nothing left behind. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { ImportError, readReadings } from '../../lib/importers';
import { SiteError, parseSite } from '../../lib/model/site';
import { SITES } from '../../lib/sites';

const bytes = (text: string) => new TextEncoder().encode(text);

async function outcome(name: string, content: Uint8Array): Promise<string> {
  try {
    const { rows } = await readReadings({ name, bytes: content });
    return `taken: ${rows.length}`;
  } catch (error) {
    if (error instanceof ImportError) return 'refused';
    throw error;
  }
}

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(([] as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
});

const ROW = '{"name":"An","day":"2026-01-01","total":1}';
const JSONS: [string, string][] = [
  ['nested 100,000 deep in lists', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['nested 100,000 deep in objects', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
  ['nested inside a row', `[{"name":${'['.repeat(5_000)}1${']'.repeat(5_000)},"day":"2026-01-01","total":1}]`],
  ['a row with __proto__', `[{"__proto__":{"polluted":1},"name":"An","day":"2026-01-01"}]`],
  ['a row with constructor', `[{"constructor":{"prototype":{"polluted":1}},"name":"An","day":"2026-01-01"}]`],
  ['only __proto__', `{"__proto__":{"polluted":1,"members":[${ROW}]}}`],
  ['a number too large', '[{"name":"An","day":"2026-01-01","total":1e400}]'],
  ['a number below nothing', '[{"name":"An","day":"2026-01-01","total":-1}]'],
  ['a total as an object', '[{"name":"An","day":"2026-01-01","total":{"valueOf":1}}]'],
  ['a name as a list', '[{"name":["An"],"day":"2026-01-01","total":1}]'],
  ['an endless name', `[{"name":"${'x'.repeat(300_000)}","day":"2026-01-01","total":1}]`],
  ['no JSON at all', '[{"name":"An",]'],
  ['a comment', `/* x */[${ROW}]`],
  ['two documents', `[${ROW}][${ROW}]`],
  ['a lone surrogate', '[{"name":"\\ud800","day":"x","total":1}]'],
];

describe('JSON', () => {
  it.each(JSONS)('%s is refused', async (_what, text) => {
    expect(await outcome('a.json', bytes(text))).toBe('refused');
  });

  it('over the size limit is refused before it is parsed', async () => {
    expect(await outcome('a.json', new Uint8Array(21 * 1024 * 1024).fill(0x20))).toBe('refused');
  });
});

let good: Record<string, Uint8Array>;
beforeAll(async () => {
  const blob = await writeXlsxFile([
    ['Họ và tên', 'Ngày', 'Điểm tích lũy'],
    ['Nguyễn Văn An', '30/09/2026', 70_000],
  ]).toBlob();
  good = unzipSync(new Uint8Array(await blob.arrayBuffer()));
});

const DECLARATIONS = [
  '<!DOCTYPE x>',
  '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
  '<!DOCTYPE x PUBLIC "-//x" "http://x.example/">',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://x.example/p.dtd"> %p;]>',
  '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
  `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]>`,
  '<!doctype x>',
  '<!DocType x [<!entity a "b">]>',
  '<!ENTITY a "b">',
  '<!ELEMENT x ANY>',
];

describe('XLSX', () => {
  it('is taken as it is', async () => {
    expect(await outcome('a.xlsx', zipSync(good))).toBe('taken: 1');
  });

  it('is refused with a document type in any of its parts', async () => {
    const parts = Object.keys(good).filter((name) => /\.(xml|rels)$/.test(name));
    expect(parts.length).toBeGreaterThan(4);
    const taken: string[] = [];
    for (const name of parts) {
      for (const declaration of DECLARATIONS) {
        const text = strFromU8(good[name] ?? new Uint8Array());
        const at = text.startsWith('<?xml') ? text.indexOf('?>') + 2 : 0;
        const changed = text.slice(0, at) + declaration + text.slice(at);
        const result = await outcome('a.xlsx', zipSync({ ...good, [name]: strToU8(changed) }));
        if (result !== 'refused') taken.push(`${name}: ${declaration.slice(0, 40)}`);
      }
    }
    expect(taken).toEqual([]);
  });

  it('in another encoding than UTF-8 hides no document type', async () => {
    const name = 'xl/worksheets/sheet1.xml';
    const text = `<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]>${strFromU8(good[name] ?? new Uint8Array())}`;
    const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(await outcome('a.xlsx', zipSync({ ...good, [name]: wide }))).toBe('refused');
  });

  it('with another archive inside, climbing names or macros takes nothing of them', async () => {
    const inner = zipSync({ 'a.xml': new Uint8Array(9_000_000) });
    const extras: Record<string, Uint8Array>[] = [
      { 'xl/inner.zip': inner },
      { '../../evil.bin': strToU8('x') },
      { 'xl/vbaProject.bin': strToU8('x') },
      { __proto__: strToU8('x') },
    ];
    for (const extra of extras) {
      expect(await outcome('a.xlsx', zipSync({ ...good, ...extra }))).toBe('taken: 1');
    }
  });
});

describe('site definitions', () => {
  const [site] = SITES;
  const good = JSON.stringify(site);
  const put = (key: string) => good.replace('{', `{"${key}":{"polluted":1},`);

  it('are taken as shipped', () => {
    expect(parseSite(good).id).toBe(site?.id);
  });

  it.each<[string, () => string]>([
    ['__proto__', () => put('__proto__')],
    ['constructor', () => put('constructor')],
    ['prototype', () => put('prototype')],
    ['an escaped __proto__', () => good.replace('{', '{"\\u005f_proto__":{"polluted":1},')],
    ['__proto__ deep inside', () => good.replace('"context":{', '"context":{"__proto__":{"polluted":1},')],
    ['a key more', () => put('script')],
    ['100,000 lists', () => '['.repeat(100_000) + ']'.repeat(100_000)],
    ['100,000 objects', () => '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
    ['300 KB of blanks', () => good + ' '.repeat(300_000)],
    ['a code as selector', () => good.replace(/"select":"[^"]*"/, '"select":"javascript:alert(1)"')],
    ['a selector for passwords', () => good.replace(/"select":"[^"]*"/, '"select":"input[type=password]"')],
    ['a selector with :has', () => good.replace(/"select":"[^"]*"/, '"select":"body:has(a)"')],
    ['every host', () => good.replace(/"hosts":\[[^\]]*\]/, '"hosts":["*"]')],
    ['a whole top-level domain', () => good.replace(/"hosts":\[[^\]]*\]/, '"hosts":["*.vn"]')],
    ['a denied label', () => good.replace(/"labels":\["[^"]*"/, '"labels":["Số CCCD"')],
  ])('with %s are refused', (_what, make) => {
    expect(() => parseSite(make())).toThrow(SiteError);
  });
});
