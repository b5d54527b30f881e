/** Every document in every format: values read back and compared with the source, packages sound, the same bytes for the same paper. */
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it, vi } from 'vitest';
import type { FileFormat } from '../../../lib/documents/define-document';
import { pageOf } from '../../../lib/documents/geometry';
import { type DocumentId, DEFINITIONS, makeDocument, makeFromUnknown } from '../../../lib/documents/make';
import { type Paper, type PaperTable, tablesOf } from '../../../lib/documents/paper';
import { showValue } from '../../../lib/documents/values';
import { writeDocument } from '../../../lib/documents/write';
import { DEFAULT_DOC_PROFILE, findDocProfile } from '../../../lib/rules/doc-profiles';
import { packageProblems, parseXml } from '../../office';
import { ALL, MINUTES, QUALITY } from './samples';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const paperOf = (id: DocumentId) => makeFromUnknown(id, ALL[id], DEFAULT_DOC_PROFILE).paper;
const FILES = DEFINITIONS.flatMap(({ id, formats }) => formats.map((format) => [id, format] as const));
const bytesOf = async (paper: Paper, format: FileFormat, delimiter?: ';' | ',') =>
  (await writeDocument(paper, format, { delimiter })).bytes;

describe.each(FILES)('%s as %s', (id, format) => {
  it('gives the same bytes on another day', async () => {
    const first = await bytesOf(paperOf(id), format);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-07-01T00:00:00Z') });
    try {
      expect(Buffer.from(await bytesOf(paperOf(id), format)).equals(Buffer.from(first))).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  if (format !== 'csv') {
    it('is a sound package', async () => expect(packageProblems(await bytesOf(paperOf(id), format))).toEqual([]));
  }
});

describe('DOCX', () => {
  const documentOf = async (paper: Paper) => {
    const parts = unzipSync(await bytesOf(paper, 'docx'));
    return { doc: parseXml(strFromU8(parts['word/document.xml'] ?? new Uint8Array())), parts };
  };
  const textOf = (element: Element) =>
    [...element.getElementsByTagNameNS(W, 'p')]
      .map((one) => [...one.getElementsByTagNameNS(W, 't')].map((text) => text.textContent).join(''))
      .join('\n');
  const children = (element: Element, name: string) =>
    [...element.children].filter((one) => one.namespaceURI === W && one.localName === name);

  it.each(DEFINITIONS.map(({ id }) => id))('%s holds every value of its tables', async (id) => {
    const paper = paperOf(id);
    const { doc } = await documentOf(paper);
    const tables = [...doc.getElementsByTagNameNS(W, 'tbl')].filter(
      (table) => table.getElementsByTagNameNS(W, 'tblHeader').length > 0,
    );
    expect(tables).toHaveLength(tablesOf(paper).length);
    tablesOf(paper).forEach((table, at) => {
      const rows = children(tables[at]!, 'tr');
      const heads = rows.filter((row) => row.getElementsByTagNameNS(W, 'tblHeader').length > 0);
      expect(heads).toHaveLength(table.head.length);
      const read = rows.slice(table.head.length).map((row) => children(row, 'tc').map(textOf));
      expect(read).toEqual(
        table.rows.map((row) => table.columns.map((_, index) => showValue(row.cells[index] ?? null).normalize('NFC'))),
      );
      const grid = [...tables[at]!.getElementsByTagNameNS(W, 'gridCol')].map((one) =>
        Number(one.getAttributeNS(W, 'w')),
      );
      expect(grid).toHaveLength(table.columns.length);
      expect(grid.reduce((sum, width) => sum + width, 0)).toBe(Math.round((pageOf(paper).text * 1440) / 25.4));
    });
  });

  it.each(DEFINITIONS.map(({ id }) => id))('%s holds every text', async (id) => {
    const paper = paperOf(id);
    const { doc } = await documentOf(paper);
    const all = [...doc.getElementsByTagNameNS(W, 'p')].map(textOf);
    const paragraphs = [...doc.getElementsByTagNameNS(W, 'p')].map((one) =>
      [...one.getElementsByTagNameNS(W, 't')].map((text) => text.textContent).join(''),
    );
    expect(all.length).toBeGreaterThan(10);
    const expected = [
      paper.header.body.toLocaleUpperCase('vi'),
      paper.header.placeDate,
      paper.title.type,
      ...paper.title.abstract,
      ...paper.blocks.flatMap((block) =>
        block.kind === 'table' ? [] : block.kind === 'list' ? block.items.map((item) => `- ${item}`) : [block.text],
      ),
      ...(paper.closing.recipients ?? []).map((one) => `- ${one}`),
      ...paper.closing.signatures.flatMap((one) => [one.head, one.name ?? '']),
      ...paper.notes,
      ...(paper.header.number === null ? [] : [paper.header.number]),
      ...(paper.draft === null ? [] : [`(${paper.draft})`]),
    ].filter((text) => text !== '');
    for (const text of expected) expect(paragraphs, text).toContain(text.normalize('NFC'));
  });

  it('has A4, the profile’s margins, body size, exact lines and a page number after the first page', async () => {
    const profile = structuredClone(DEFAULT_DOC_PROFILE);
    profile.page.margins = { top: 25, bottom: 21, left: 35, right: 16 };
    profile.body.lineSpacing = 20;
    const { paper } = makeDocument('minutes', MINUTES, profile);
    const { doc, parts } = await documentOf(paper);
    const attributes = (name: string) => {
      const element = doc.getElementsByTagNameNS(W, name)[0];
      return Object.fromEntries([...(element?.attributes ?? [])].map((one) => [one.localName, one.value]));
    };
    expect(attributes('pgSz')).toMatchObject({ w: '11906', h: '16838' });
    expect(attributes('pgMar')).toMatchObject({ top: '1417', bottom: '1191', left: '1984', right: '907' });
    expect(doc.getElementsByTagNameNS(W, 'titlePg')).toHaveLength(1);
    const exact = [...doc.getElementsByTagNameNS(W, 'spacing')].filter(
      (one) => one.getAttributeNS(W, 'lineRule') === 'exact',
    );
    expect(new Set(exact.map((one) => one.getAttributeNS(W, 'line')))).toEqual(new Set(['400']));
    const headers = Object.keys(parts).filter((name) => /^word\/header\d+\.xml$/.test(name));
    const numbered = headers.filter((name) => strFromU8(parts[name]!).includes('PAGE'));
    expect([headers.length, numbered.length]).toEqual([2, 1]);
  });

  // ECMA-376: the children of these come in a sequence; Word calls a file damaged when they do not.
  const SEQUENCES: Record<string, readonly string[]> = {
    pPr: ['keepNext', 'keepLines', 'pageBreakBefore', 'pBdr', 'tabs', 'spacing', 'ind', 'jc', 'rPr'],
    rPr: ['rFonts', 'b', 'bCs', 'i', 'iCs', 'color', 'sz', 'szCs', 'u', 'lang'],
    tblPr: ['tblW', 'jc', 'tblInd', 'tblBorders', 'tblLayout', 'tblCellMar', 'tblLook'],
    tcPr: ['tcW', 'gridSpan', 'vMerge', 'tcBorders', 'tcMar', 'vAlign'],
    sectPr: ['headerReference', 'footerReference', 'pgSz', 'pgMar', 'pgNumType', 'titlePg', 'docGrid'],
    tbl: ['tblPr', 'tblGrid', 'tr'],
  };
  it.each(DEFINITIONS.map(({ id }) => id))('%s keeps the order of the schema', async (id) => {
    const { doc } = await documentOf(paperOf(id));
    for (const [name, sequence] of Object.entries(SEQUENCES)) {
      for (const element of doc.getElementsByTagNameNS(W, name)) {
        const found = [...element.children].map((child) => child.localName);
        const places = found.map((child) => sequence.indexOf(child));
        expect(
          found.filter((child) => !sequence.includes(child)),
          name,
        ).toEqual([]);
        expect(places, `${name}: ${found.join(' ')}`).toEqual([...places].sort((a, b) => a - b));
      }
    }
    // Every cell ends with a paragraph.
    for (const cell of doc.getElementsByTagNameNS(W, 'tc')) expect(cell.lastElementChild?.localName).toBe('p');
  });

  it('turns the sheet for wide tables', async () => {
    const { doc } = await documentOf(paperOf('meeting-quality'));
    const size = doc.getElementsByTagNameNS(W, 'pgSz')[0];
    expect(size?.getAttributeNS(W, 'w')).toBe('16838');
    expect(size?.getAttributeNS(W, 'orient')).toBe('landscape');
  });

  it('tells nobody’s name and no time but its own in its properties', async () => {
    const core = strFromU8(unzipSync(await bytesOf(paperOf('minutes'), 'docx'))['docProps/core.xml']!);
    expect([...core.matchAll(/\d{4}-\d\d-\d\dT[\d:]+Z/g)].map(String)).toEqual([
      '2026-02-05T14:30:00Z',
      '2026-02-05T14:30:00Z',
    ]);
    expect(core).not.toMatch(/Un-named|Nguyễn/);
  });

  it('keeps hostile text as text', async () => {
    const hostile = '<w:p>&amp;</w:p> ]]> \u0007\ud800 =HYPERLINK("http://x")\nhai dòng\tthụt';
    const { paper } = makeDocument('minutes', { ...MINUTES, political: [hostile] }, DEFAULT_DOC_PROFILE);
    expect(packageProblems(await bytesOf(paper, 'docx'))).toEqual([]);
    const { doc } = await documentOf(paper);
    const found = [...doc.getElementsByTagNameNS(W, 'p')].find((one) => one.textContent?.includes('HYPERLINK'));
    expect(found?.textContent).toBe('<w:p>&amp;</w:p> ]]>  =HYPERLINK("http://x")hai dòng thụt.');
    expect(found?.getElementsByTagNameNS(W, 'br')).toHaveLength(1);
  });

  it('writes the legacy profile with its own sizes', async () => {
    const { paper } = makeDocument('minutes', MINUTES, findDocProfile('hd36-2018')!);
    const { doc } = await documentOf(paper);
    const title = [...doc.getElementsByTagNameNS(W, 'p')].find((one) => one.textContent === 'BIÊN BẢN');
    expect(title?.getElementsByTagNameNS(W, 'sz')[0]?.getAttributeNS(W, 'val')).toBe('30');
  });
});

const TABLES = DEFINITIONS.filter(({ formats }) => formats.includes('xlsx')).map(({ id }) => id);

describe('XLSX', () => {
  const open = async (bytes: Uint8Array) => {
    const book = new ExcelJS.Workbook();
    // ExcelJS was typed for an older Buffer.
    await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    return book;
  };
  const rowsOf = (sheet: ExcelJS.Worksheet, table: PaperTable) => {
    const titles = sheet.pageSetup.printTitlesRow?.split(':').map(Number) ?? [];
    const first = (titles[1] ?? 0) + 1;
    return { titles, rows: table.rows.map((_, at) => sheet.getRow(first + at)) };
  };

  it.each(TABLES)('%s holds every value as it is, with its format', async (id) => {
    const paper = paperOf(id);
    const book = await open(await bytesOf(paper, 'xlsx'));
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(tablesOf(paper).map((table) => table.name));
    tablesOf(paper).forEach((table, at) => {
      const sheet = book.worksheets[at]!;
      const { titles, rows } = rowsOf(sheet, table);
      expect((titles[1] ?? 0) - (titles[0] ?? 0) + 1).toBe(table.head.length);
      rows.forEach((row, rowAt) =>
        table.columns.forEach((column, columnAt) => {
          const value = table.rows[rowAt]!.cells[columnAt] ?? null;
          const cell = row.getCell(columnAt + 1);
          const where = `${id} ${table.name} ${rowAt} ${column.id}`;
          if (value === null) expect(cell.value, where).toBeNull();
          else if (typeof value !== 'object') expect(cell.value, where).toBe(value);
          else if ('day' in value) {
            expect((cell.value as Date).toISOString().slice(0, 10), where).toBe(value.day);
            expect(cell.numFmt, where).toBe('dd/mm/yyyy');
          } else {
            expect(cell.value, where).toBe(value.rate);
            // The same digits as on paper.
            const decimals = /\.(0+)%$/.exec(cell.numFmt ?? '')?.[1]?.length ?? 0;
            const shown = `${(value.rate * 100).toFixed(decimals)}%`.replace('.', ',');
            expect(shown, where).toBe(showValue(value).replaceAll('.', ''));
          }
        }),
      );
    });
  });

  it('merges a grouped head and prints all of its rows on every page', async () => {
    const sheet = (await open(await bytesOf(paperOf('meeting-quality'), 'xlsx'))).worksheets[0]!;
    const [first = 0, last = 0] = sheet.pageSetup.printTitlesRow?.split(':').map(Number) ?? [];
    expect(last - first).toBe(2);
    const merges = (sheet.model as unknown as { merges: string[] }).merges;
    expect(merges).toContain(`A${first}:A${first + 1}`);
    expect(merges).toContain(`E${first}:I${first}`);
    expect(merges).toContain(`J${first}:J${first + 1}`);
    expect(sheet.getCell(`F${first + 1}`).value).toBe('Tốt');
    expect(sheet.getCell(`J${last}`).value).toBe(10);
    expect(sheet.pageSetup.orientation).toBe('landscape');
    expect(sheet.pageSetup.margins?.left).toBeCloseTo(30 / 25.4, 3);
    // A total among the lines must not be sorted away.
    expect(sheet.autoFilter).toBeFalsy();
  });

  it('never holds a formula', async () => {
    const rows = [{ ...QUALITY.rows[0]!, unit: '=1+1', note: '+cmd|x' }];
    const { paper } = makeDocument('meeting-quality', { ...QUALITY, rows }, DEFAULT_DOC_PROFILE);
    const bytes = await bytesOf(paper, 'xlsx');
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    expect(xml).not.toContain('<f>');
    expect(packageProblems(bytes)).toEqual([]);
  });

  it('is refused for a document without a table', async () => {
    const { paper } = makeDocument('notice', { ...ALL.notice, tasks: [] }, DEFAULT_DOC_PROFILE);
    await expect(writeDocument(paper, 'xlsx')).rejects.toThrowError('notice holds no table');
  });
});

it('makes sound packages of any text and keeps it', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(text, text, async (unit, note) => {
      fc.pre(unit.length > 0);
      const rows = [{ ...QUALITY.rows[0]!, unit, note }];
      const { paper } = makeDocument('meeting-quality', { ...QUALITY, rows }, DEFAULT_DOC_PROFILE);
      for (const format of ['docx', 'xlsx', 'csv'] as const) {
        const bytes = await bytesOf(paper, format);
        if (format !== 'csv') expect(packageProblems(bytes)).toEqual([]);
        else expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toContain('STT');
      }
    }),
    // Every run opens both packages.
    { numRuns: 25, markInterruptAsFailure: true },
  );
});

it('writes a cell of 300 with its history of twelve meetings', async () => {
  const members = Array.from({ length: 300 }, (_, at) => ({
    name: `Đảng viên ${at + 1}`,
    states: Array.from({ length: 12 }, (_, month) => ((at + month) % 7 === 0 ? 'VANG_CO_LY_DO' : 'CO_MAT') as 'CO_MAT'),
  }));
  const meetings = Array.from({ length: 12 }, (_, at) => ({
    day: `2026-${String(at + 1).padStart(2, '0')}-05`,
    name: `Thường kỳ tháng ${at + 1}`,
  }));
  const { paper } = makeDocument('attendance', { ...ALL.attendance, members, meetings }, DEFAULT_DOC_PROFILE);
  const [, byMember] = tablesOf(paper);
  expect(byMember?.rows).toHaveLength(300);
  const total = tablesOf(paper)[0]?.rows.at(-1)?.cells ?? [];
  const absent = members.flatMap((one) => one.states).filter((state) => state !== 'CO_MAT').length;
  expect(total.slice(3)).toEqual([3_600, 3_600 - absent, absent, 0, 0, { rate: (3_600 - absent) / 3_600 }]);
  for (const format of ['docx', 'xlsx'] as const) expect(packageProblems(await bytesOf(paper, format))).toEqual([]);
});

describe('CSV', () => {
  it.each(TABLES.flatMap((id) => [[id, ';'] as const, [id, ','] as const]))('%s with %s', async (id, delimiter) => {
    const paper = paperOf(id);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(paper, 'csv', delimiter));
    expect(text.startsWith('\ufeff')).toBe(true);
    const rows = Papa.parse<string[]>(text.slice(1), { delimiter }).data;
    const comma = (shown: string) => (delimiter === ';' ? shown : shown.replace(',', '.'));
    const expected = tablesOf(paper).flatMap((table) => [
      table.columns.map((column) => column.title),
      ...table.rows.map((row) =>
        table.columns.map((_, at) => {
          const value = row.cells[at] ?? null;
          if (typeof value === 'number') return comma(String(value).replace('.', ','));
          if (typeof value === 'string') return value.normalize('NFC');
          return value !== null && 'rate' in value ? comma(showValue(value).replaceAll('.', '')) : showValue(value);
        }),
      ),
    ]);
    const from = rows.findIndex((row) => row.length > 1);
    const table = rows.slice(from).filter((row) => row.length > 1);
    expect(table).toEqual(expected);
    for (const note of paper.notes) expect(rows.flat()).toContain(note);
  });

  it('neutralises what a spreadsheet would run', async () => {
    const rows = [{ ...QUALITY.rows[0]!, unit: '=HYPERLINK("http://x")', note: '@SUM(A1)' }];
    const { paper } = makeDocument('meeting-quality', { ...QUALITY, rows }, DEFAULT_DOC_PROFILE);
    const text = new TextDecoder().decode(await bytesOf(paper, 'csv'));
    expect(text).toContain(`'=HYPERLINK`);
    expect(text).toContain(`'@SUM`);
  });
});
