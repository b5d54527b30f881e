/** Files of readings: every kind of table, every column, every refusal with its place. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { ImportError, type ImportInput, readReadings } from '../../../lib/importers';

const utf8 = (text: string) => new TextEncoder().encode(text);
const csv = (text: string, name = 'diem.csv'): ImportInput => ({ name, bytes: utf8(text) });
const HEAD = 'Họ và tên;Mã;Ngày;Điểm tích lũy';

async function refusal(input: ImportInput) {
  try {
    await readReadings(input);
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
  throw new Error('the file was taken');
}

async function xlsx(sheets: { sheet: string; data: unknown[][] }[]): Promise<ImportInput> {
  const cells = sheets.map(({ sheet, data }) => ({
    sheet,
    data: data.map((row) =>
      row.map((value) =>
        value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : (value as string | number | null),
      ),
    ),
  }));
  const blob = await writeXlsxFile(cells).toBlob();
  return { name: 'diem.xlsx', bytes: new Uint8Array(await blob.arrayBuffer()) };
}

const AN = { name: 'Nguyễn Văn An', code: '01', day: '2026-09-30', total: 70_000 };

describe('text tables', () => {
  it.each([
    ['semicolons', `${HEAD}\nNguyễn Văn An;01;30/09/2026;70.000`],
    ['byte order mark and CRLF', `\ufeff${HEAD}\r\nNguyễn Văn An;01;30/09/2026;70.000\r\n\r\n`],
    ['commas', 'Họ và tên,Mã,Ngày,Điểm tích lũy\nNguyễn Văn An,01,30/09/2026,70.000'],
    ['commas and quotes', '"Họ và tên","Mã","Ngày","Điểm tích lũy"\n"Nguyễn Văn An","01","2026-09-30","70000"'],
    ['tabs', 'Họ và tên\tMã\tNgày\tĐiểm tích lũy\nNguyễn Văn An\t01\t30/09/2026\t70 000'],
    ['English headers', 'name;code;date;total\nNguyễn Văn An;01;30/09/2026;70.000'],
    ['headers without marks, in capitals', 'HO VA TEN;MA;NGAY;DIEM TICH LUY\nNguyễn Văn An;01;30/09/2026;70.000'],
    ['decomposed text', `${HEAD}\nNguyễn Văn An;01;30/09/2026;70.000`.normalize('NFD')],
    ['title lines above', `DANH SÁCH ĐIỂM;;;\nQuý III;;;\n\n${HEAD}\nNguyễn Văn An;01;30/09/2026;70.000`],
    ['an Excel separator line', `sep=;\n${HEAD}\nNguyễn Văn An;01;30/09/2026;70.000`],
    ['other columns between', 'STT;Họ và tên;Chi bộ;Mã;Ngày;Điểm tích lũy\n1;Nguyễn Văn An;CB 1;01;30/09/2026;70.000'],
    ['family and given name apart', 'Họ đệm;Tên;Mã;Ngày;Điểm\nNguyễn Văn;An;01;30/09/2026;70.000'],
    ['one column per day', 'Họ và tên;Mã;30/09/2026\nNguyễn Văn An;01;70.000'],
    ['a total line and a repeated header', `${HEAD}\nNguyễn Văn An;01;30/09/2026;70.000\n${HEAD}\nTổng cộng;;;70.000`],
    ['JSON rows', JSON.stringify([{ name: 'Nguyễn Văn An', code: '01', date: '2026-09-30', total: 70_000 }])],
    [
      'JSON with a head',
      JSON.stringify({
        format: 'sotay-tally-readings',
        version: 1,
        rows: [{ 'Họ và tên': 'Nguyễn Văn An', Mã: '01', Ngày: '30/09/2026', 'Điểm tích lũy': '70.000' }],
      }),
    ],
  ])('%s', async (_, text) => {
    const { rows } = await readReadings(csv(text));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject(AN);
  });

  it('reads the old code page 1258 and UTF-16', async () => {
    // "Họ và tên;Ngày;Điểm" in windows-1258, where tones are marks of their own.
    const old = Uint8Array.from([
      0x48,
      0x6f,
      0xf2,
      0x20,
      0x76,
      0xe0,
      0x20,
      0x74,
      0xea,
      0x6e,
      0x3b,
      0x4e,
      0x67,
      0xe0,
      0x79,
      0x3b,
      0xd0,
      0x69,
      0xea,
      0xd2,
      0x6d,
      0x0a,
      0x42,
      0x69,
      0xcc,
      0x6e,
      0x68,
      0x3b,
      ...utf8('30/09/2026;5'),
    ]);
    const read = await readReadings({ name: 'cu.csv', bytes: old });
    expect(read.rows[0]).toMatchObject({ name: 'Bình', total: 5 });
    const wide = new Uint8Array(Buffer.from(`\ufeff${HEAD}\nNguyễn Văn An;01;30/09/2026;70.000`, 'utf16le'));
    expect((await readReadings({ name: 'u16.txt', bytes: wide })).rows[0]).toMatchObject(AN);
  });

  it('takes pasted text', async () => {
    const { rows, source } = await readReadings({ name: 'dán', text: 'Họ tên\tNgày\tĐiểm\nAn\t1/9/2026 08:30\t5' });
    expect(rows[0]).toMatchObject({ name: 'An', day: '2026-09-01', at: '08:30', total: 5 });
    expect(source.kind).toBe('paste');
  });

  it.each([
    ['x', true],
    ['X', true],
    ['có', true],
    ['Có', true],
    ['CO\u0301', true],
    ['1', true],
    ['true', true],
    ['TRUE', true],
    ['✓', true],
    ['yes', true],
    ['không', false],
    ['0', false],
    ['false', false],
    ['chưa', false],
    ['', null],
    [' ', null],
  ])('flag %j is %s', async (text, value) => {
    const { rows } = await readReadings(csv(`${HEAD};Đã cài đặt;Đủ điều kiện\nAn;;30/09/2026;5;${text};${text}`));
    expect(rows[0]).toMatchObject({ installed: value, eligible: value });
  });

  it('keeps people without a reading and their reason', async () => {
    const { rows } = await readReadings(csv(`${HEAD};Lý do\nAn;;;;chưa có tài khoản\nBình;;30/09/2026;-;`));
    expect(rows).toMatchObject([
      { name: 'An', day: null, total: null, reason: 'chưa có tài khoản' },
      { name: 'Bình', day: null, total: null, reason: null },
    ]);
  });

  it('drops denied columns unread and says so', async () => {
    const read = await readReadings(
      csv(`${HEAD};Số điện thoại;CCCD;Quê quán\nAn;;30/09/2026;5;0912345678;034200001234;Thái Bình`),
    );
    expect(read.dropped.map(({ header, kind }) => [header, kind])).toEqual([
      ['Số điện thoại', 'phone'],
      ['CCCD', 'nationalId'],
      ['Quê quán', 'homeTown'],
    ]);
    expect(JSON.stringify(read)).not.toMatch(/0912345678|034200001234|Thái Bình/);
  });

  it('prefers the plain column over the weak one', async () => {
    const read = await readReadings(csv('Họ và tên;Ngày;Điểm;Điểm tích lũy;Ghi chú;Lý do\nAn;30/09/2026;3;900;g;l'));
    expect(read.rows[0]).toMatchObject({ total: 900, reason: 'l' });
    expect(read.ignored).toEqual(['Điểm', 'Ghi chú']);
  });

  it('takes keys that every object inherits as text', async () => {
    const json = '[{"name":"An","date":"2026-09-30","total":1,"__proto__":"x","constructor":"y"}]';
    const read = await readReadings(csv(json, 'a.json'));
    expect(read.rows).toHaveLength(1);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    const names = await readReadings(
      csv(`__proto__;constructor;${HEAD}\n1;2;__proto__;;30/09/2026;5\n1;2;toString;;30/09/2026;6`),
    );
    expect(names.rows.map((row) => row.name)).toEqual(['__proto__', 'toString']);
  });

  it('reads a captured ranking and dates it by its reading time', async () => {
    const observations = {
      format: 'sotay-observations',
      version: 1,
      readAt: '2026-09-30T18:00:00.000Z',
      tables: [
        { kind: 'ranking', rows: [{ rank: 1, name: 'An', total: 70_000 }] },
        { kind: 'members', rows: [{ name: 'B' }] },
      ],
    };
    const { rows } = await readReadings(csv(JSON.stringify(observations), 'o.json'));
    expect(rows).toMatchObject([{ name: 'An', day: '2026-10-01', total: 70_000 }]);
    const undated = { ...observations, readAt: undefined };
    expect((await refusal(csv(JSON.stringify(undated), 'o.json'))).issues[0]?.code).toBe('noDateInFile');
  });

  it('reads back what a spreadsheet would write, whatever the names', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map((name) => `N ${name.replace(/[\p{C}\s]/gu, '')}`);
    const reading = fc.record({ name: text, total: fc.nat(99_999), day: fc.integer({ min: 0, max: 3_000 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(reading, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(';', ',', '\t'),
        async (readings, delimiter) => {
          const days = readings.map(({ day }) => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10));
          const table = Papa.unparse(
            [
              ['Họ và tên', 'Ngày', 'Điểm tích lũy'],
              ...readings.map(({ name, total }, index) => [name, days[index], String(total)]),
            ],
            { delimiter },
          );
          const read = await readReadings(csv(`\ufeff${table}`));
          expect(read.rows.map((row) => [row.name, row.day, row.total])).toEqual(
            readings.map(({ name, total }, index) => [name.normalize('NFC').trim(), days[index], total]),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('XLSX', () => {
  it('reads typed dates and numbers of every sheet with readings', async () => {
    const head = ['Họ và tên', 'Mã', 'Ngày', 'Điểm tích lũy', 'Đã cài đặt'];
    const input = await xlsx([
      { sheet: 'Bìa', data: [['Chi bộ thôn An Cư']] },
      {
        sheet: 'T8',
        data: [['Tháng 8'], [], head, ['Nguyễn Văn An', '01', new Date('2026-08-31T00:00:00Z'), 1000, 'x']],
      },
      {
        sheet: 'T9',
        data: [head, ['Nguyễn Văn An', 1, '30/09/2026', '70.000', 1], [], ['Bình', null, 46_295, 5, null]],
      },
    ]);
    const read = await readReadings(input, { source: 3 });
    expect(read.rows).toMatchObject([
      { name: 'Nguyễn Văn An', code: '01', day: '2026-08-31', total: 1000, installed: true, source: 3 },
      { code: '1', day: '2026-09-30', total: 70_000, installed: true },
      { name: 'Bình', code: null, day: '2026-09-30', total: 5, installed: null },
    ]);
    expect(read.ignoredSheets).toEqual(['Bìa']);
    expect(read.source).toEqual({ name: 'diem.xlsx', kind: 'file', detail: 'sheets left out: Bìa' });
  });

  it('names sheet, row and column of every bad cell', async () => {
    const input = await xlsx([
      {
        sheet: 'T9',
        data: [
          ['Tiêu đề'],
          ['Họ và tên', 'Ngày', 'Điểm'],
          ['An', '30/09/2026', 'gần 70.000'],
          [],
          [null, new Date('2026-09-30T00:00:00Z'), -5],
          ['Bình', 'hôm qua', 1.5],
        ],
      },
    ]);
    const { issues, message } = await refusal(input);
    expect(issues.map(({ code, sheet, row, column }) => [code, sheet, row, column])).toEqual([
      ['badTotal', 'T9', 3, 'C (Điểm)'],
      ['missingName', 'T9', 5, 'A (Họ và tên)'],
      ['badTotal', 'T9', 5, 'C (Điểm)'],
      ['badDate', 'T9', 6, 'B (Ngày)'],
      ['badTotal', 'T9', 6, 'C (Điểm)'],
    ]);
    expect(message).toContain(
      'diem.xlsx, sheet "T9", row 3, column C (Điểm): "gần 70.000" is an estimate, not an exact number',
    );
  });

  it('refuses a date in the total column', async () => {
    const input = await xlsx([
      {
        sheet: 'S',
        data: [
          ['Họ và tên', 'Ngày', 'Điểm'],
          ['An', '30/09/2026', new Date('2026-09-30T00:00:00Z')],
        ],
      },
    ]);
    expect((await refusal(input)).issues[0]).toMatchObject({ code: 'badTotal', row: 2 });
  });
});

describe('refusals', () => {
  it.each([
    ['an empty file', csv(''), 'emptyFile'],
    ['only blanks', csv(' \n;;;\n'), 'noHeader'],
    ['no table', csv('Kính gửi Đảng ủy xã\nBáo cáo'), 'noHeader'],
    ['no date column', csv('Họ và tên;Điểm\nAn;5'), 'noHeader'],
    ['no total column', csv('Họ và tên;Ngày\nAn;30/09/2026'), 'noHeader'],
    ['two total columns', csv('Họ và tên;Ngày;Điểm tích lũy;Total\nAn;30/09/2026;5;6'), 'duplicateColumn'],
    ['a web page', csv('<html><body>70.000</body></html>'), 'notATable'],
    ['a PDF', csv('%PDF-1.7'), 'notATable'],
    ['broken JSON', csv('[{"name":'), 'badJson'],
    ['JSON of something else', csv('{"a":1}'), 'badJson'],
    ['nested JSON', csv('[{"name":{"a":1}}]'), 'badJson'],
    ['JSON rows that are no objects', csv('[1,2]'), 'badJson'],
    ['an open quotation mark', csv(`${HEAD}\n"An;01;30/09/2026;5`), 'badQuotes'],
    ['an old .xls', { name: 'a.xls', bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]) }, 'oldExcel'],
    ['zeros', { name: 'a.csv', bytes: new Uint8Array(64) }, 'badEncoding'],
    ['damaged UTF-8', { name: 'a.csv', bytes: Uint8Array.from([...utf8(`${HEAD}\nNguyễn`), 0xff]) }, 'badEncoding'],
    ['a number without a date', csv(`${HEAD}\nAn;;;5`), 'missingDate'],
    ['a missing name', csv(`${HEAD}\n;01;30/09/2026;5`), 'missingName'],
    ['a formula as total', csv(`${HEAD}\nAn;;30/09/2026;=1+1`), 'badTotal'],
    ['an ambiguous comma', csv(`${HEAD}\nAn;;30/09/2026;70,000`), 'badTotal'],
    ['a range', csv(`${HEAD}\nAn;;30/09/2026;2 - 3`), 'badTotal'],
    ['a negative total', csv(`${HEAD}\nAn;;30/09/2026;-3`), 'badTotal'],
    ['a year of two digits', csv(`${HEAD}\nAn;;30/09/26;3`), 'badDate'],
    ['the month first', csv(`${HEAD}\nAn;;09/30/2026;3`), 'badDate'],
    ['a bare number as date in text', csv(`${HEAD}\nAn;;46295;3`), 'badDate'],
    ['an unclear flag', csv(`${HEAD};Đã cài đặt\nAn;;30/09/2026;3;có lẽ`), 'badFlag'],
    ['a citizen id as code', csv(`${HEAD}\nAn;034200001234;30/09/2026;3`), 'deniedValue'],
    ['a name too long', csv(`${HEAD}\n${'A'.repeat(201)};;30/09/2026;3`), 'tooLong'],
  ])('%s', async (_, input, code) => {
    const error = await refusal(input);
    expect(error.issues.map((issue) => issue.code)).toContain(code);
    expect(error.issues[0]?.file).toBe(input.name);
  });

  it('takes a list of people without points only when asked to', async () => {
    const roster = csv('DANH SÁCH\nSTT;Họ và tên;Mã;Chức vụ\n1;Nguyễn Văn An;01;Bí thư\n2;Trần Bình;02;');
    expect((await refusal(roster)).issues.map((issue) => issue.code)).toContain('noHeader');
    const { rows } = await readReadings(roster, { namesAlone: true });
    expect(rows.map(({ name, code, role, day, total }) => [name, code, role, day, total])).toEqual([
      ['Nguyễn Văn An', '01', 'Bí thư', null, null],
      ['Trần Bình', '02', null, null, null],
    ]);
  });

  it('never repeats a denied value', async () => {
    const error = await refusal(csv(`${HEAD}\nAn;034200001234;30/09/2026;3`));
    expect(error.message + JSON.stringify(error.issues)).not.toContain('034200001234');
  });

  it('refuses a file of 50 MB and names the limit', async () => {
    const { issues } = await refusal({ name: 'to.csv', bytes: new Uint8Array(51 * 1024 * 1024) });
    expect(issues[0]).toMatchObject({ code: 'tooLarge', reason: 'the file has 51.0 MB; the limit is 20.0 MB' });
  });

  it('lists at most 50 problems and counts the rest', async () => {
    const error = await refusal(csv(`${HEAD}\n${'An;;30/09/2026;x\n'.repeat(80)}`));
    expect([error.issues.length, error.total]).toEqual([50, 80]);
  });

  it('never throws anything else, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom([], [0x50, 0x4b, 3, 4], [...utf8(`${HEAD}\n`)]),
        async (bytes, head) => {
          const input = { name: 'a', bytes: Uint8Array.from([...head, ...bytes]) };
          const result = await readReadings(input).catch((error: unknown) => error);
          if (result instanceof Error) expect(result).toBeInstanceOf(ImportError);
        },
      ),
      { numRuns: 300 },
    );
  });
});
