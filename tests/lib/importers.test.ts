/** Hostile and damaged workbooks: refused before they cost anything, never half read. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { ImportError, MAX_FILE_BYTES, checkFileSize, readReadings } from '../../lib/importers';
import { decodeText } from '../../lib/importers/decode-text';
import { findHeader } from '../../lib/importers/headers';
import { readDay, readTime } from '../../lib/importers/read-cells';
import { columnLetter } from '../../lib/importers/table';
import { crc32, openZip } from '../../lib/importers/zip-entries';

const ROWS = [
  ['Họ và tên', 'Ngày', 'Điểm tích lũy'],
  ['Nguyễn Văn An', '30/09/2026', 70_000],
];
let good: Uint8Array;

beforeAll(async () => {
  const blob = await writeXlsxFile(ROWS).toBlob();
  good = new Uint8Array(await blob.arrayBuffer());
});

async function codesOf(bytes: Uint8Array): Promise<string[]> {
  try {
    await readReadings({ name: 'a.xlsx', bytes });
    return ['taken'];
  } catch (error) {
    if (error instanceof ImportError) return error.issues.map((issue) => issue.code);
    throw error;
  }
}

/** The good workbook with one part rewritten. */
function change(part: string, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(good);
  return zipSync({ ...parts, [part]: strToU8(edit(strFromU8(parts[part] ?? new Uint8Array()))) });
}

const SHEET = 'xl/worksheets/sheet1.xml';
const total = (cell: string) => change(SHEET, (xml) => xml.replace(/<c r="C2"[^>]*>.*?<\/c>/, cell));

/** Sets a field of the central directory entry of `name`. */
function patchEntry(bytes: Uint8Array, name: string, offset: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    if (strFromU8(copy.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))) === name)
      view.setUint32(at + offset, value, true);
  }
  return copy;
}

describe('formulas', () => {
  it('give their computed value', async () => {
    const { rows } = await readReadings({ name: 'a.xlsx', bytes: total('<c r="C2"><f>SUM(A1:A2)</f><v>1234</v></c>') });
    expect(rows[0]?.total).toBe(1234);
  });

  it.each([
    ['without a value', '<c r="C2"><f>1+1</f></c>', 'formulaWithoutValue'],
    ['with an empty value', '<c r="C2"><f>1+1</f><v></v></c>', 'formulaWithoutValue'],
    ['shared, without a value', '<c r="C2"><f t="shared" si="0"/></c>', 'formulaWithoutValue'],
    ['that failed', '<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', 'formulaWithoutValue'],
    ['that calls out, as text', '<c r="C2" t="str"><f>WEBSERVICE("x")</f><v>=cmd|x</v></c>', 'badTotal'],
  ])('%s are refused', async (_, cell, code) => expect(await codesOf(total(cell))).toEqual([code]));
});

describe('archives', () => {
  it('the untouched one is taken', async () => expect(await codesOf(good)).toEqual(['taken']));

  it('a document type is refused', async () => {
    const bytes = change(SHEET, (xml) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet'));
    expect(await codesOf(bytes)).toEqual(['dtd']);
  });

  it('a bomb is refused by its declared size, in no time', async () => {
    const parts = unzipSync(good);
    const bomb = zipSync({ ...parts, 'xl/worksheets/sheet9.xml': new Uint8Array(101 * 1024 * 1024) });
    const started = performance.now();
    expect(await codesOf(bomb)).toEqual(['zipBomb']);
    expect(performance.now() - started).toBeLessThan(500);
    const ratio = zipSync({ ...parts, 'xl/worksheets/sheet9.xml': new Uint8Array(40 * 1024 * 1024) });
    expect(await codesOf(ratio)).toEqual(['zipBomb']);
  });

  it('a bomb that lies about its size is stopped soon', async () => {
    const parts = unzipSync(good);
    const bomb = zipSync({ ...parts, [SHEET]: new Uint8Array(90 * 1024 * 1024) });
    const started = performance.now();
    expect(await codesOf(patchEntry(bomb, SHEET, 24, 1_000))).toEqual(['brokenFile']);
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  it('too many parts are refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`p${index}.xml`, new Uint8Array(1)]));
    expect(await codesOf(zipSync(many, { level: 0 }))).toEqual(['tooManyEntries']);
  });

  it.each([
    ['cut in the middle', () => good.subarray(0, good.length / 2)],
    ['without its index', () => good.subarray(0, good.length - 22)],
    ['with another checksum', () => patchEntry(good, SHEET, 16, 12345)],
    ['with a part elsewhere', () => patchEntry(good, SHEET, 42, 99_999_999)],
    ['with a size too large', () => patchEntry(good, SHEET, 24, 999_999)],
  ])('an archive %s is refused as damaged', async (_, make) => expect(await codesOf(make())).toEqual(['brokenFile']));

  it('a zip that is no workbook, and one with a password', async () => {
    expect(await codesOf(zipSync({ 'a.txt': strToU8('x') }))).toEqual(['notATable']);
    expect(await codesOf(patchEntry(good, 'xl/workbook.xml', 8, 0x00080001))).toEqual(['encrypted']);
  });

  it('any flipped byte gives the same rows or a refusal, never other rows', async () => {
    const expected = (await readReadings({ name: 'a.xlsx', bytes: good })).rows;
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const bytes = good.slice();
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const result = await readReadings({ name: 'a.xlsx', bytes }).catch((error: unknown) => error);
        if (result instanceof Error) expect(result).toBeInstanceOf(ImportError);
        else expect(result).toMatchObject({ rows: expected });
      }),
      { numRuns: 400 },
    );
  });

  it('days counted from 1904 are read as Excel shows them, bare numbers are refused', async () => {
    const parts = unzipSync(
      change('xl/workbook.xml', (xml) => xml.replace('<workbookPr/>', '<workbookPr date1904="1"/>')),
    );
    const sheet = strFromU8(parts[SHEET] ?? new Uint8Array()).replace(
      /<c r="B2"[^>]*>.*?<\/c>/,
      '<c r="B2"><v>46295</v></c>',
    );
    expect(await codesOf(zipSync({ ...parts, [SHEET]: strToU8(sheet) }))).toEqual(['badDate']);
  });
});

describe('parts', () => {
  it('openZip inflates what is wanted and crc32 is the usual one', () => {
    const bytes = zipSync({ 'a.xml': strToU8('hello'), 'b.bin': new Uint8Array(9) });
    const parts = openZip('a', bytes, (name) => name.endsWith('.xml'));
    expect([...parts.keys()]).toEqual(['a.xml']);
    expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
  });

  it('checkFileSize names the limit', () => {
    expect(checkFileSize('a', MAX_FILE_BYTES)).toBeNull();
    expect(checkFileSize('a', MAX_FILE_BYTES + 1)?.message).toContain('the limit is 20.0 MB');
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %d is %s', (index, letter) => expect(columnLetter(index)).toBe(letter));

  it('decodeText drops the byte order mark and changes nothing else', () => {
    expect(decodeText('a', strToU8('\ufeffHo\u0300a;'))).toBe('Ho\u0300a;');
  });

  it('findHeader takes the richest row and needs a name and a total', () => {
    expect(
      findHeader([
        ['Họ và tên', 'Điểm'],
        ['Họ và tên', 'Ngày', 'Điểm', 'Mã'],
      ])?.row,
    ).toBe(1);
    expect(findHeader([['Điểm', 'Ngày']])).toBeNull();
  });

  it.each([
    [46_295, { day: '2026-09-30', at: null }],
    [46_295.5, { day: '2026-09-30', at: '12:00' }],
    [new Date('2026-09-30T08:29:59.999Z'), { day: '2026-09-30', at: '08:30' }],
    ['2026-09-30T18:00:00+00:00', { day: '2026-10-01', at: '2026-09-30T18:00:00.000Z' }],
    [null, null],
  ])('readDay(%s)', (cell, value) => expect(readDay(cell, true)).toEqual({ ok: true, value }));

  it.each([
    ['8:05', '08:05'],
    ['8h05', '08:05'],
    [0.5, '12:00'],
    ['', null],
  ])('readTime(%s) is %s', (cell, value) => expect(readTime(cell)).toEqual({ ok: true, value }));
  it('readTime refuses what is no time', () => expect(readTime('25:00').ok).toBe(false));
});
