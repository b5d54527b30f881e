/** Documents as LibreOffice prints them: every text on the paper, everything inside the margins, page numbers where they belong. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headerWidths, pageOf } from '../../../lib/documents/geometry';
import { type DocumentId, DEFINITIONS, makeFromUnknown } from '../../../lib/documents/make';
import { type Paper, tablesOf } from '../../../lib/documents/paper';
import { showValue } from '../../../lib/documents/values';
import { writeDocument } from '../../../lib/documents/write';
import { DEFAULT_DOC_PROFILE } from '../../../lib/rules/doc-profiles';
import { type PdfPage, pdfPages, toPdf } from '../../office';
import { ALL } from './samples';

const FILES = DEFINITIONS.flatMap(({ id, formats }) =>
  formats.flatMap((format) => (format === 'csv' ? [] : [{ id, format, name: `${id}-${format}.${format}` }])),
);
const paperOf = (id: DocumentId): Paper => makeFromUnknown(id, ALL[id], DEFAULT_DOC_PROFILE).paper;

let folder: string;
const pages = new Map<string, PdfPage[]>();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sotay-documents-'));
  for (const { id, format, name } of FILES) {
    writeFileSync(join(folder, name), (await writeDocument(paperOf(id), format)).bytes);
  }
  toPdf(
    folder,
    FILES.map(({ name }) => name),
  );
  for (const { name } of FILES) pages.set(name, pdfPages(join(folder, 'pdf', name.replace(/\.\w+$/, '.pdf'))));
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Words with how often they stand there: lines are broken and cells set side by side by the program that prints. */
function wordsOf(texts: readonly string[], format: 'docx' | 'xlsx'): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap((text) => text.normalize('NFC').split(/\s+/))) {
    // In a workbook numbers are shown in the reader's own language.
    const plain = format === 'xlsx' && /^[\d.,]+%?$/.test(word) ? word.replace(/[.,]/g, '') : word;
    counts.set(plain, (counts.get(plain) ?? 0) + 1);
  }
  counts.delete('');
  return counts;
}

const lineOf = (page: PdfPage, first: string) => {
  const start = page.words.find((word) => word.text.startsWith(first));
  if (start === undefined) throw new Error(`"${first}" is not on the page`);
  return start;
};

describe.each(FILES)('$id as $format', ({ id, format, name }) => {
  it('prints every text and every value', () => {
    const paper = paperOf(id);
    const expected = [
      paper.title.type,
      ...paper.title.abstract,
      paper.header.placeDate,
      paper.header.body.toLocaleUpperCase('vi'),
      ...paper.notes,
      ...paper.closing.signatures.flatMap((one) => [one.head, one.name ?? '']),
      ...paper.blocks.flatMap((block) =>
        block.kind === 'table' ? [] : block.kind === 'list' ? [...block.items] : [block.text],
      ),
      ...tablesOf(paper).flatMap((table) => table.rows.flatMap((row) => row.cells.map(showValue))),
    ];
    const all = (pages.get(name) ?? []).flatMap((page) => page.words.map((word) => word.text));
    const printed = wordsOf(all, format);
    for (const [word, times] of wordsOf(expected, format)) {
      expect(printed.get(word) ?? 0, word).toBeGreaterThanOrEqual(times);
    }
  });

  it('is A4 with everything inside the margins', () => {
    const { width, height, margins } = pageOf(paperOf(id));
    for (const page of pages.get(name) ?? []) {
      expect(page.width).toBeCloseTo(width, 0);
      expect(page.height).toBeCloseTo(height, 0);
      for (const word of page.words) {
        expect(word.left, word.text).toBeGreaterThan(margins.left - 1);
        expect(word.right, word.text).toBeLessThan(width - margins.right + 1);
        expect(word.bottom, word.text).toBeLessThan(height - margins.bottom + 1.5);
      }
    }
  });

  it('numbers every page but the first, in the middle of the head', () => {
    const { margins, text } = pageOf(paperOf(id));
    // A workbook begins again with each sheet; its first sheet is a document like any other.
    const all = format === 'docx' ? (pages.get(name) ?? []) : (pages.get(name) ?? []).slice(0, 1);
    all.forEach((page, at) => {
      const above = page.words.filter((word) => word.bottom < margins.top - 1);
      expect(above.map((word) => word.text)).toEqual(at === 0 ? [] : [String(at + 1)]);
      const [number] = above;
      if (number) expect((number.left + number.right) / 2).toBeCloseTo(margins.left + text / 2, 0);
    });
  });
});

describe('the first page of the minutes', () => {
  const first = () => pages.get('minutes-docx.docx')?.[0] ?? { width: 0, height: 0, words: [] };

  it('has the bodies left, the Party right, place and date beside the number', () => {
    const { margins, text } = pageOf(paperOf('minutes'));
    const [left] = headerWidths(text);
    const page = first();
    const cell = lineOf(page, 'CHI');
    const party = page.words.find((word) => word.text === 'CỘNG');
    expect(cell.right).toBeLessThan(margins.left + left);
    expect(party?.left).toBeGreaterThan(margins.left + left);
    const number = lineOf(page, '05-BB/CB');
    const day = page.words.find((word) => word.text === 'ngày');
    expect(day?.top).toBeCloseTo(number.top, 0);
  });

  it('indents paragraphs by 10 mm and sets lines 18 points apart', () => {
    const { margins } = pageOf(paperOf('minutes'));
    const page = first();
    const opening = lineOf(page, 'Hôm');
    expect(opening.left).toBeCloseTo(margins.left + 10, 0);
    const next = page.words.find((word) => word.top > opening.bottom - 1 && word.left < margins.left + 1);
    expect(next?.left).toBeCloseTo(margins.left, 0);
    expect((next?.top ?? 0) - opening.top).toBeCloseTo((18 * 25.4) / 72, 1);
  });

  it('keeps names as they are written', () => {
    const words = (pages.get('minutes-docx.docx') ?? [])
      .flatMap((page) => page.words.map((word) => word.text))
      .join(' ');
    expect(words).toContain('Nguyễn Thị Hoà Bình');
    expect(words).toContain('Đặng Thuỷ Tiên');
  });
});

it('repeats the head of a table that runs over several pages', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => ({
    ...ALL['meeting-quality'].rows[0]!,
    unit: `Chi bộ số ${at + 1}`,
  }));
  const { paper } = makeFromUnknown('meeting-quality', { ...ALL['meeting-quality'], rows }, DEFAULT_DOC_PROFILE);
  for (const format of ['docx', 'xlsx'] as const) {
    writeFileSync(join(folder, `long.${format}`), (await writeDocument(paper, format)).bytes);
    toPdf(folder, [`long.${format}`]);
    const long = pdfPages(join(folder, 'pdf', 'long.pdf'));
    expect(long.length).toBeGreaterThan(3);
    const withRows = long.filter((page) => page.words.some((word) => word.text === '03/01/2026'));
    for (const page of withRows) expect(page.words.filter((word) => word.text === 'STT')).toHaveLength(1);
    expect(long.flatMap((page) => page.words.map((word) => word.text)).join(' ')).toContain('Chi bộ số 60');
  }
});
