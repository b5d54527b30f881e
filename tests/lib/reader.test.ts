/** The reader and the collector on small pages: what is skipped, what is refused, what counts as complete. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowRead, TableRead } from '../../lib/model/observation';
import { createCollector, readPage } from '../../lib/reader';
import { partOf } from '../../lib/reader/context';
import { looksLikeName, vocabularyOf } from '../../lib/reader/vocabulary';
import { vnpt } from '../../lib/sites/vnpt';
import { NOW, flat, openHtml } from './reader/open-page';

const TOP = '<p>HỒ SƠ ĐẢNG VỤ</p><p>SỔ TAY ĐẢNG VIÊN</p><span> Điểm tích lũy: 1286</span>';
const read = (body: string, limits?: { nodes: number }) =>
  readPage(
    openHtml(`<html><body>${body}</body></html>`),
    'https://stdv.vnpt.me/dashboard/default10?token=abc#x',
    vnpt,
    NOW,
    { limits },
  );
const table = (heads: string[], rows: string[][]): string =>
  `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
const ranking = (rows: string[][], heads = ['Hạng', 'Họ tên', 'Điểm tích lũy']) =>
  read(`${TOP}<h4>Xếp hạng</h4>${table(heads, rows)}`);

describe('readPage', () => {
  it('keeps neither query nor fragment of the address', () => {
    expect(read(`${TOP}<h4>Lạ</h4>`)).toMatchObject({
      status: 'ok',
      address: 'https://stdv.vnpt.me/dashboard/default10',
      points: { value: 1286 },
    });
  });

  it('reads points of a screen nobody knows, and says that it does not know it', () => {
    const page = read(`${TOP}<h4>Màn hình lạ</h4>`);
    expect(page).toMatchObject({
      status: 'ok',
      screen: null,
      points: { value: 1286 },
      tables: [],
      problems: [{ code: 'unknownScreen' }],
    });
  });

  it.each([
    ['70.000', 70_000],
    ['70 000', 70_000],
    ['0', 0],
    ['999.999.999', 999_999_999],
  ])('points %s', (text, value) => expect(read(TOP.replace('1286', text)).points?.value).toBe(value));

  it.each(['gần 70.000', '1.23', '1,234', '70.000 - 80.000', '-5', 'một nghìn', '12a', '034200001234'])(
    'points "%s" are refused',
    (text) =>
      expect(read(TOP.replace('1286', text))).toMatchObject({
        status: 'changed',
        points: null,
        problems: [{ code: 'refusedValue', part: 'points' }],
      }),
  );

  it('does not take a badge for points that are still on their way', () => {
    expect(
      read(
        '<p>HỒ SƠ ĐẢNG VỤ</p><div><span>Điểm tích lũy: </span><button><span class="MuiBadge-badge">10</span></button></div>',
      ),
    ).toMatchObject({
      status: 'notReady',
      points: null,
    });
  });

  it('skips and counts secret rows, and refuses a secret page', () => {
    const page = ranking([
      ['1', 'Lê Văn An', '300'],
      ['2', 'Trần Thị Bình [MẬT]', '200'],
      ['3', 'Đỗ Hữu Chi', '100'],
    ]);
    expect(flat(page.tables[0]).map((row) => row['name'])).toEqual(['Lê Văn An', 'Đỗ Hữu Chi']);
    expect(page.skipped.secret).toBe(1);
    expect(read(`${TOP}<h4>Kế hoạch (TỐI MẬT)</h4>`)).toMatchObject({ status: 'secret', points: null });
    expect(read(`${TOP}<h4>Đổi mật khẩu</h4>`).status).toBe('ok');
  });

  it('drops denied columns even when their head lies', () => {
    const page = ranking(
      [['1', 'Lê Văn An', '300', '0912345678', 'a@b.vn']],
      ['Hạng', 'Họ tên', 'Điểm tích lũy', 'Ghi chú', 'Email'],
    );
    expect(page.skipped.columns.sort()).toEqual(['Email', 'Ghi chú']);
    expect(JSON.stringify(page)).not.toContain('0912345678');
  });

  it.each([
    [
      'rank and points at odds',
      [
        ['1', 'Lê Văn An', '100'],
        ['2', 'Trần Bình', '300'],
      ],
    ],
    [
      'equal ranks, other points',
      [
        ['1', 'Lê Văn An', '100'],
        ['1', 'Trần Bình', '90'],
      ],
    ],
    [
      'ranks that are points',
      [
        ['69000', 'Lê Văn An', '3'],
        ['100', 'Trần Bình', '4'],
      ],
    ],
    ['a number where a name belongs', [['1', '300', '100']]],
    ['a unit where a name belongs', [['1', 'Chi bộ Tân An', '100']]],
    ['an average among whole points', [['1', 'Lê Văn An', '61,0']]],
  ])('refuses %s', (_why, rows) =>
    expect(ranking(rows)).toMatchObject({ status: 'changed', points: null, tables: [] }),
  );

  it('keeps a missing total as null and ties as they are', () => {
    const page = ranking([
      ['1', 'Lê Văn An', '100'],
      ['1', 'Trần Bình', '100'],
      ['3', 'Lý Y', '90'],
      ['', 'Ông Khổng', 'Chưa có'],
    ]);
    expect(flat(page.tables[0]).map((row) => [row['rank'], row['total']])).toEqual([
      [1, 100],
      [1, 100],
      [3, 90],
      [null, null],
    ]);
  });

  it('reads a searched list but never calls it complete', () => {
    const page = read(
      `${TOP}<h4>Xếp hạng</h4><input placeholder="Tìm kiếm" value="An">${table(['Hạng', 'Họ tên', 'Điểm tích lũy'], [['1', 'Lê Văn An', '9']])}`,
    );
    expect(page.tables[0]).toMatchObject({ complete: false });
    expect(page.tables[0]?.listId).toContain('|search:');
  });

  it('ends a huge page with a reason', () => {
    expect(read(TOP + '<p>x</p>'.repeat(500), { nodes: 300 })).toMatchObject({
      status: 'changed',
      points: null,
      problems: [{ code: 'tooLarge' }],
    });
  });

  it('never throws, whatever the page', () => {
    const piece = fc.constantFrom(
      '<table>',
      '<tr><th>Họ tên</th><th>Điểm</th></tr>',
      '<tr><td>1</td></tr>',
      '<div role="grid" aria-rowcount="x">',
      '<div role="row">',
      '<div role="columnheader" aria-colindex="0">STT</div>',
      '<div role="gridcell">',
      '</div>',
      ' Điểm tích lũy: ',
      '12',
      '<h4>',
      '<b>',
      '\u0301',
      'Tổng số:',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(read(pieces.join('')).site).toBe('vnpt');
      }),
      { numRuns: 300 },
    );
  });
});

describe('words', () => {
  it.each([
    ['Bí thư - Chi bộ III - Khối văn phòng', 'Bí thư', 'Chi bộ III - Khối văn phòng'],
    ['Đảng ủy viên - Đảng bộ Viễn Thông', 'Đảng ủy viên', 'Đảng bộ Viễn Thông'],
    ['Chi bộ III - Khối văn phòng', '', 'Chi bộ III - Khối văn phòng'],
    ['Đảng viên', 'Đảng viên', ''],
  ])('%s', (text, role, unit) => expect([partOf(text, 'beforeDash'), partOf(text, 'afterDash')]).toEqual([role, unit]));

  it.each(['Nguyễn Văn An', 'Khổng Minh', 'Ông Quốc Khánh', 'H’Hen Niê', 'TRẦN XUÂN KHÁNH', 'Lý Ý'])(
    '%s is a name',
    (name) => expect(looksLikeName(name)).toBe(true),
  );
  it.each(['Nam', 'Bí thư', 'Chi bộ Tân An', '12', '05/01/2026', 'Xuất sắc', 'Đã diễn ra', 'A1'])(
    '%s is no name',
    (name) => expect(looksLikeName(name)).toBe(false),
  );
  it.each([
    ['Nữ', 'gender'],
    ['Hoàn thành - Mục b', 'rating'],
    ['70.000', 'number'],
    ['Lê Văn An', null],
  ])('%s: %s', (text, owner) => expect(vocabularyOf(text)).toBe(owner));
});

const row = (order: number, name: string): RowRead => ({
  key: `${order}|${name}`,
  cells: { order: { value: order, raw: String(order), where: '' }, name: { value: name, raw: name, where: '' } },
});
const part = (from: number, to: number, more: Partial<TableRead> = {}): TableRead => ({
  kind: 'members',
  listId: 'a',
  headers: [],
  rows: Array.from({ length: to - from + 1 }, (_, index) => row(from + index, `Người ${from + index}`)),
  complete: false,
  total: null,
  page: { from, to, rowsOnPage: to - from + 1, hasNext: true, atEnd: false },
  ...more,
});
const last = { page: { from: 31, to: 34, rowsOnPage: 4, hasNext: false, atEnd: true } };

describe('createCollector', () => {
  it('merges pages in any order and counts nobody twice', () => {
    const collector = createCollector();
    collector.add(part(31, 34, { total: 34 }));
    expect(collector.add(part(31, 34, { total: 34 }))).toMatchObject({ captured: 4, total: 34, complete: false });
    expect(collector.add(part(1, 30, { total: 34 }))).toMatchObject({
      captured: 34,
      total: 34,
      complete: true,
      restarts: 0,
    });
    expect(collector.rows().map((one) => one.cells['order']?.value)).toEqual(
      Array.from({ length: 34 }, (_, index) => index + 1),
    );
  });

  it('knows without a stated total that the last page closed the gap', () => {
    const collector = createCollector();
    expect(collector.add(part(31, 34, last))).toMatchObject({ captured: 4, complete: false });
    expect(collector.add(part(1, 19))).toMatchObject({ captured: 23, total: null, complete: false });
    expect(collector.add(part(15, 30))).toMatchObject({ captured: 34, total: 34, complete: true });
  });

  it('begins anew when the same number is another person, or another list is shown', () => {
    const collector = createCollector();
    collector.add(part(1, 30));
    expect(collector.add(part(1, 1, { rows: [row(1, 'Người mới')] }))).toMatchObject({ captured: 1, restarts: 1 });
    expect(collector.add(part(1, 5, { listId: 'b' }))).toMatchObject({ captured: 5, listId: 'b', restarts: 2 });
    expect(collector.add(part(1, 5, { listId: 'b', total: 5 }))).toMatchObject({ captured: 5, complete: true });
    expect(collector.add(part(1, 5, { listId: 'b', total: 6 }))).toMatchObject({
      captured: 5,
      total: 6,
      complete: false,
      restarts: 3,
    });
  });

  it('never calls a searched list complete', () => {
    expect(createCollector().add(part(1, 3, { listId: 'a|search:an', total: 3, complete: true }))).toMatchObject({
      captured: 3,
      complete: false,
    });
  });

  it('is complete exactly when every row was seen, whatever the windows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.tuple(fc.nat(59), fc.integer({ min: 1, max: 20 })), { maxLength: 20 }),
        (size, windows) => {
          const collector = createCollector();
          const seen = new Set<number>();
          for (const [start, length] of windows) {
            const from = (start % size) + 1;
            const to = Math.min(size, from + length - 1);
            for (let order = from; order <= to; order++) seen.add(order);
            collector.add(part(from, to, { total: size }));
          }
          expect(collector.state()).toMatchObject({ captured: seen.size, complete: seen.size === size });
        },
      ),
    );
  });
});
