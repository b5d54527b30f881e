/** Every export says the same as the tally, also when LibreOffice opens it; hostile text stays text. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/universal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS, csv, formatForFile, json, markdown, xlsx } from '../../lib/formats';
import { MAX_CELL, neutralise, safeText } from '../../lib/formats/safe-text';
import { memberColumns, memberNote, placeAndDate, summaryLines } from '../../lib/formats/tally-table';
import { parsePeriod } from '../../lib/model/period';
import { REFERENCE_NOTE, type ReadingRow, type Tally, tallySchema } from '../../lib/model/tally';
import { computeTally } from '../../lib/tally';

const NOW = new Date('2026-02-05T03:00:00Z');

function row(name: string, day: string | null, total: number | null, more: Partial<ReadingRow> = {}): ReadingRow {
  return { name, code: null, day, at: null, total, installed: null, eligible: null, reason: null, source: 0, ...more };
}

/** A cell with everything that can go wrong in a spreadsheet. */
const TALLY = computeTally(
  [
    row('Nguyễn Văn An', '2025-12-31', 1_000, { code: '001', installed: true, eligible: true, role: 'Bí thư' }),
    row('Nguyễn Văn An', '2026-01-31', 70_000, { code: '001' }),
    row('Trần Thị Hoà', '2026-01-10', 500, { installed: true, eligible: false }),
    row('Trần Thị Hoà', '2026-01-11', 400),
    row('=HYPERLINK("http://x";"y")', '2026-01-12', 12, { code: '+84', installed: true }),
    row('@SUM(A1)', '2026-01-12', 7, { reason: '-2+3\nhai dòng\u0007' }),
    row('＝cmd|calc', '2026-01-12', 8),
    row('constructor', '2026-01-12', 9, { reason: '__proto__' }),
    row('Lê "Ngoặc"; phẩy, <b>&amp;', null, null, { reason: 'CHUA_CO_TAI_KHOAN', eligible: true }),
    row('Đỗ Ân', '2026-01-12', 1e12),
  ],
  {
    period: parsePeriod('2026-01'),
    unit: 'Chi bộ thôn An Cư',
    sources: [{ name: '=nguồn.csv', kind: 'file', detail: null }],
    now: NOW,
  },
);

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** What a cell of the CSV says, in the tally's own terms. */
function expectedCells(tally: Tally): string[][] {
  const columns = memberColumns(tally);
  return tally.members.map((member, index) =>
    columns.map((column) => {
      const value = column.value(member, index);
      if (value === null) return '';
      if (typeof value === 'boolean') return value ? 'có' : 'không';
      return typeof value === 'object' ? value.day : String(value);
    }),
  );
}

describe('list', () => {
  it('has one format per ending', () => {
    expect(FORMATS.map((format) => format.id)).toEqual(['xlsx', 'csv', 'json', 'markdown']);
    expect(formatForFile('Bảng.XLSX')).toBe(xlsx);
    expect(formatForFile('a.md')).toBe(markdown);
    expect(formatForFile('a.pdf')).toBeNull();
  });

  it.each(FORMATS)(
    '$id is the same for the same tally, and carries period, time, sources and the note',
    async (format) => {
      const bytes = await format.write(TALLY);
      await new Promise((done) => setTimeout(done, 2_100));
      expect(Buffer.from(await format.write(structuredClone(TALLY))).equals(Buffer.from(bytes))).toBe(true);
      const all =
        format.id === 'xlsx'
          ? Object.values(unzipSync(bytes))
              .map((part) => strFromU8(part))
              .join()
          : text(bytes);
      expect(all).toContain(REFERENCE_NOTE);
      expect(all).toContain('nguồn.csv');
      for (const part of format.id === 'json'
        ? ['2026-01-31', NOW.toISOString()]
        : ['01/01/2026', '31/01/2026', '10:00 05/02/2026']) {
        if (format.id === 'xlsx' && part.startsWith('01/')) expect(all).toContain('từ 01/01/2026 đến 31/01/2026');
        else expect(all).toContain(part);
      }
    },
  );
});

describe('JSON', () => {
  it('is the tally and keeps the schema and the promised keys', async () => {
    const read: unknown = JSON.parse(text(await json.write(TALLY)));
    expect(read).toEqual(TALLY);
    expect(tallySchema.parse(read)).toEqual(TALLY);
    expect(Object.keys(read as object)).toEqual(
      expect.arrayContaining(['format', 'version', 'unit', 'period', 'members', 'summary', 'sources']),
    );
    expect(Object.keys(TALLY.members[0] ?? {})).toEqual(
      expect.arrayContaining([
        'name',
        'code',
        'opening',
        'closing',
        'points',
        'rank',
        'readings',
        'openingInPeriod',
        'reset',
      ]),
    );
  });
});

describe('CSV', () => {
  it.each([';', ','] as const)('with %j holds every value', async (delimiter) => {
    const file = text(await csv.write(TALLY, { delimiter }));
    expect(file.startsWith('\ufeff')).toBe(true);
    expect(file).not.toMatch(/[^\r]\n/);
    const parsed = Papa.parse<string[]>(file.slice(1), { delimiter }).data;
    const rows = parsed.slice(1, 1 + TALLY.members.length);
    const plain = rows.map((cells) => cells.map((cell) => cell.replace(/^'/, '')));
    expect(plain).toEqual(
      expectedCells(TALLY).map((cells) => cells.map((cell) => cell.replace('\n', ' ').replace('\u0007', ''))),
    );
    const mean = parsed.find((cells) => cells[0] === 'Điểm cuối kỳ: bình quân')?.[1] ?? '';
    expect(Number(mean.replace(delimiter === ';' ? ',' : '.', '.'))).toBe(TALLY.summary.closing.mean);
    expect(mean.includes(delimiter === ';' ? ',' : '.')).toBe(true);
  });

  it('is byte for byte the sample kept with the tests', async () => {
    const sample = join(import.meta.dirname, '../fixtures/formats/sample.csv');
    await expect(text(await csv.write(TALLY))).toMatchFileSnapshot(sample);
  });

  it('no cell starts like a formula, whatever the names', async () => {
    const hostile = fc
      .array(
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', "'", '"', ';', ' ', 'a', '1'),
        { maxLength: 8 },
      )
      .map((marks) => marks.join(''));
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (name, reason) => {
        const tally = computeTally([row(`${name}x`, null, null, { reason, code: name })], {
          period: parsePeriod('2026'),
          unit: reason,
          now: NOW,
        });
        // Names come in cleaned; a tally of other origin may not be.
        for (const member of tally.members) member.name = `${name}x`;
        const parsed = Papa.parse<string[]>(text(await csv.write(tally)).slice(1), { delimiter: ';' }).data;
        for (const cell of parsed.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('Markdown', () => {
  it('keeps its tables whole and its text text', async () => {
    const file = text(await markdown.write({ ...TALLY, unit: 'Chi bộ [x](http://y) | <i>' }));
    const lines = file.split('\n').filter((line) => line.startsWith('|'));
    const bars = (line: string) => (line.match(/(?<!\\)\|/g) ?? []).length;
    expect(bars(lines[0] ?? '')).toBe(memberColumns(TALLY).length + 1);
    for (const line of lines.slice(0, TALLY.members.length + 2)) expect(bars(line)).toBe(bars(lines[0] ?? ''));
    expect(file).not.toMatch(/<b>|<i>|[^\\]\[x\]\(/);
  });
});

describe('XLSX', () => {
  let bytes: Uint8Array;
  let parts: Record<string, Uint8Array>;
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const letterhead = { superior: 'Đảng ủy xã Đông Xuyên', place: 'Đông Xuyên', signerName: 'Nguyễn Văn An' };

  beforeAll(async () => {
    bytes = await xlsx.write(TALLY, { letterhead });
    parts = unzipSync(bytes);
  });

  it('has three sheets with typed numbers, dates and no formula', async () => {
    const sheets = await readXlsxFile(bytes.slice().buffer, { trim: false });
    expect(sheets.map((sheet) => sheet.sheet)).toEqual(['Tổng hợp', 'Tóm tắt', 'Nguồn']);
    const table = sheets[0]?.data ?? [];
    const header = table.findIndex((cells) => cells[0] === 'STT');
    const columns = memberColumns(TALLY);
    expect(table[header]).toEqual(columns.map((column) => column.title));
    TALLY.members.forEach((member, index) => {
      const expected = columns.map((column) => {
        const value = column.value(member, index);
        return typeof value === 'boolean'
          ? value
            ? 'có'
            : 'không'
          : typeof value === 'string'
            ? value.replace('\u0007', '')
            : value;
      });
      expect(table[header + 1 + index]).toEqual(expected);
    });
    const summary = new Map((sheets[1]?.data ?? []).map(([label, value]) => [label, value as unknown]));
    expect(summary.get('Từ ngày')).toEqual(new Date('2026-01-01T00:00:00Z'));
    for (const line of summaryLines(TALLY)) {
      if (typeof line.value === 'number') expect(summary.get(line.label), line.id).toBe(line.value);
    }
    expect(sheets[2]?.data[1]?.slice(0, 3)).toEqual(['=nguồn.csv', 'tệp', 10]);
    expect(Object.keys(parts).map(part).join()).not.toContain('<f>');
  });

  it('is set up for print: A4, margins, repeated header, filter, frozen header, widths', () => {
    const sheet = part('xl/worksheets/sheet1.xml');
    const header = 9;
    expect(sheet).toContain(`<autoFilter ref="A${header}:L${header + TALLY.members.length}"/>`);
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(sheet).toContain('<pageMargins left="1.1811" right="0.5906" top="0.7874" bottom="0.7874"');
    expect(sheet).toContain(`ySplit="${header}"`);
    expect(sheet).toContain('activePane="bottomLeft"');
    expect(sheet).toMatch(/<cols>.*<\/cols>/);
    // Order of elements as the format's schema wants it.
    const order = [
      '<sheetPr>',
      '<sheetViews>',
      '<cols>',
      '<sheetData>',
      '<autoFilter',
      '<mergeCells',
      '<pageMargins',
      '<pageSetup',
      '<headerFooter',
    ];
    expect(order.map((tag) => sheet.indexOf(tag))).toEqual(
      [...order.map((tag) => sheet.indexOf(tag))].sort((a, b) => a - b),
    );
    expect(order.every((tag) => sheet.includes(tag))).toBe(true);
    const book = part('xl/workbook.xml');
    expect(book).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'Tổng hợp'!$A$${header}:$L$`,
    );
    expect(book).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Tổng hợp'!$${header}:$${header}</definedName>`,
    );
  });

  it('carries the Party heading and the signature block', async () => {
    const data = (await readXlsxFile(bytes.slice().buffer))[0]?.data ?? [];
    const cells = data.flat().filter((cell) => typeof cell === 'string');
    for (const expected of [
      'ĐẢNG ỦY XÃ ĐÔNG XUYÊN',
      'CHI BỘ THÔN AN CƯ',
      '*',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Đông Xuyên, ngày 05 tháng 02 năm 2026',
      'Nơi nhận:',
      '- Lưu Chi bộ.',
      'T/M CHI BỘ',
      'BÍ THƯ',
      'Nguyễn Văn An',
    ]) {
      expect(cells).toContain(expected);
    }
  });

  it('says the same to another program: types, formats, merged heading, frozen header, filter, print titles', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.slice().buffer);
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['Tổng hợp', 'Tóm tắt', 'Nguồn']);
    const [sheet] = book.worksheets;
    if (sheet === undefined) throw new Error('no sheet');
    const columns = memberColumns(TALLY);
    TALLY.members.forEach((member, index) => {
      columns.forEach((column, at) => {
        const cell = sheet.getCell(10 + index, at + 1);
        const value = column.value(member, index);
        const place = `${member.name}, ${column.id}`;
        if (typeof value === 'boolean') expect(cell.value, place).toBe(value ? 'có' : 'không');
        else expect(cell.value, place).toBe(typeof value === 'string' ? value.replace('\u0007', '') : value);
        if (typeof value === 'number') expect(cell.numFmt, place).toBe('#,##0');
        expect(cell.border.top?.style, place).toBe('thin');
      });
    });
    expect(sheet.getCell('A1').isMerged && sheet.getCell('F1').isMerged).toBe(true);
    expect(sheet.getCell('G1').font).toMatchObject({ bold: true, underline: true, size: 12, name: 'Times New Roman' });
    expect(sheet.getCell('A4').font).toMatchObject({ bold: true, size: 14 });
    expect(sheet.getCell('A9').alignment).toMatchObject({ horizontal: 'center', vertical: 'middle', wrapText: true });
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 9 });
    expect(sheet.autoFilter).toBe(`A9:L${9 + TALLY.members.length}`);
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '9:9' });
    expect(sheet.columns.map((column) => column.width)).toEqual(columns.map((column) => column.width));
    const summary = book.getWorksheet('Tóm tắt');
    const cellOf = (label: string) => {
      let found: ExcelJS.Cell | undefined;
      summary?.eachRow((line) => (found = line.getCell(1).value === label ? line.getCell(2) : found));
      return found;
    };
    expect(cellOf('Từ ngày')).toMatchObject({ value: new Date('2026-01-01T00:00:00Z'), numFmt: 'dd/mm/yyyy' });
    expect(cellOf('Đã cài đặt / tổng số')).toMatchObject({ numFmt: '0.0#%' });
    expect(cellOf('Điểm cuối kỳ: bình quân')).toMatchObject({ value: TALLY.summary.closing.mean });
  });

  it.each([
    ['a_x0041_b', 'a_x005F_x0041_b'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['  hai đầu  ', '  hai đầu  '],
    ['<a href="x">&', '&lt;a href=&quot;x&quot;&gt;&amp;'],
  ])('writes the text %j as it is', async (written, inFile) => {
    const tally = structuredClone(TALLY);
    for (const member of tally.members) member.name = written;
    const texts = strFromU8(unzipSync(await xlsx.write(tally))['xl/sharedStrings.xml'] ?? new Uint8Array());
    expect(texts).toContain(`<t xml:space="preserve">${inFile}</t>`);
    const table = (await readXlsxFile((await xlsx.write(tally)).slice().buffer, { trim: false }))[0]?.data ?? [];
    expect(table[9]?.[1]).toBe(written.replace(/\r\n?/g, '\n'));
  });

  it('refuses a figure that is no number instead of writing something else', async () => {
    const tally = structuredClone(TALLY);
    for (const member of tally.members) member.closing = Number.NaN;
    await expect(xlsx.write(tally)).rejects.toThrow(/cell F10 holds no number/);
  });

  it('writes an empty tally too', async () => {
    const empty = computeTally([], { period: parsePeriod('2026'), now: NOW });
    const sheets = await readXlsxFile((await xlsx.write(empty)).slice().buffer);
    expect(sheets).toHaveLength(3);
  });
});

describe('LibreOffice', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sotay-formats-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function convert(file: string, input: string[], output: string): void {
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        ...input,
        '--convert-to',
        output,
        '--outdir',
        join(folder, 'out'),
        join(folder, file),
      ],
      { stdio: 'pipe', timeout: 120_000 },
    );
  }
  const read = (name: string) =>
    Papa.parse<string[]>(readFileSync(join(folder, 'out', name), 'utf8'), { delimiter: ';' }).data;
  const clean = (cells: string[][]) => cells.map((line) => line.map((cell) => cell.replace('\u0007', '')));
  // Semicolons, quotes, UTF-8, values as stored, every sheet.
  const OUT = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1';

  it('opens the XLSX with all values equal', async () => {
    writeFileSync(join(folder, 'bang.xlsx'), await xlsx.write(TALLY));
    convert('bang.xlsx', [], OUT);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([
      'bang-Nguồn.csv',
      'bang-Tóm tắt.csv',
      'bang-Tổng hợp.csv',
    ]);
    const table = read('bang-Tổng hợp.csv');
    const header = table.findIndex((cells) => cells[0] === 'STT');
    expect(table.slice(header + 1, header + 1 + TALLY.members.length)).toEqual(clean(expectedCells(TALLY)));
    const summary = new Map(read('bang-Tóm tắt.csv').map(([label, value = '']) => [label, value]));
    // Percentages come as "37.5%" even so.
    const stored = (cell: string) => (cell.endsWith('%') ? Number(cell.slice(0, -1)) / 100 : Number(cell));
    for (const line of summaryLines(TALLY)) {
      const cell = summary.get(line.label) ?? 'missing';
      if (typeof line.value === 'number')
        expect(stored(cell) / (line.value || 1), line.id).toBeCloseTo(line.value === 0 ? 0 : 1, 12);
      if (line.value === null) expect(cell, line.id).toBe('');
    }
    expect(read('bang-Nguồn.csv')[1]?.[2]).toBe(String(TALLY.sources[0]?.rows));
  }, 180_000);

  it('opens the CSV as Vietnamese Excel does, with all values equal', async () => {
    writeFileSync(join(folder, 'bang.csv'), await csv.write(TALLY));
    // 59 = semicolon, 34 = quote, 76 = UTF-8, 1066 = Vietnamese: decimal comma, day before month; numbers detected.
    convert('bang.csv', ['--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1066,false,true'], 'xlsx');
    const sheet =
      (
        await readXlsxFile(new Uint8Array(readFileSync(join(folder, 'out/bang.xlsx'))).slice().buffer, { trim: false })
      )[0]?.data ?? [];
    const columns = memberColumns(TALLY);
    TALLY.members.forEach((member, index) => {
      columns.forEach((column, at) => {
        const value = column.value(member, index);
        const cell = sheet[index + 1]?.[at] ?? null;
        const place = `${member.name}, ${column.id}`;
        if (typeof value === 'number') expect(cell, place).toBe(value);
        else if (value === null) expect(cell, place).toBeNull();
        // A spreadsheet takes the zeros off 001: that is why XLSX is the default.
        else if (column.id === 'code') expect(String(cell).replace(/^'/, '')).toMatch(/^(1|001|\+84)$/);
        else if (typeof value === 'boolean') expect(cell, place).toBe(value ? 'có' : 'không');
        else expect(String(cell).replace(/^'/, ''), place).toBe(String(value).replace('\n', ' ').replace('\u0007', ''));
      });
    });
    const mean = sheet.find((cells) => cells[0] === 'Điểm cuối kỳ: bình quân')?.[1];
    expect(mean).toBeCloseTo(TALLY.summary.closing.mean ?? Number.NaN, 3);
    const from = sheet.find((cells) => cells[0] === 'Từ ngày')?.[1] as unknown;
    expect(from).toEqual(new Date('2026-01-01T00:00:00Z'));
  }, 180_000);
});

describe('parts', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+84', "'+84"],
    ['-5', "'-5"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['\u0007=x', "'=x"],
    ['＝x', "'＝x"],
    ['Nguyễn', 'Nguyễn'],
    ["'x", "'x"],
    ['', ''],
  ])('neutralise(%j) is %j', (input, output) => expect(neutralise(input)).toBe(output));

  it('safeText drops control characters and cuts visibly, never inside a letter', () => {
    expect(safeText('a\u0000b\u001fc\ud800d\ufffe')).toBe('abcd');
    const long = safeText('😀'.repeat(20_000));
    expect(long.length).toBeLessThanOrEqual(MAX_CELL);
    expect(long.endsWith('😀 […]')).toBe(true);
  });

  it.each([
    ['2026-02-05', 'X, ngày 05 tháng 02 năm 2026'],
    ['2026-05-27', 'X, ngày 27 tháng 5 năm 2026'],
    ['2026-10-09', 'X, ngày 09 tháng 10 năm 2026'],
    ['2026-01-31', 'X, ngày 31 tháng 01 năm 2026'],
  ])('the date line of %s', (day, line) => expect(placeAndDate('X', day)).toBe(line));

  it('notes say why', () => {
    const [member] = TALLY.members;
    if (!member) throw new Error('no member');
    const plain = { ...member, closing: 5, openingInPeriod: false, reset: false, reason: null };
    expect(memberNote(plain)).toBeNull();
    expect(memberNote({ ...plain, closing: null, reason: 'KHONG_CO_DIEN_THOAI' })).toBe(
      'chưa có lần ghi: không có điện thoại thông minh',
    );
    expect(memberNote({ ...plain, closing: null })).toBe('chưa có lần ghi');
    expect(memberNote({ ...plain, openingInPeriod: true, reset: true })).toMatch(
      /lần ghi đầu tiên trong kỳ; .*lượt mới/,
    );
  });
});
