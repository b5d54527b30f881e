/** After any change a second look at single rows gives what reading the whole page gives, or says that it cannot tell. */
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { READ_ATTRIBUTES, type Change, type Reading, findSite, readTraced, rereadRows } from '../../../lib/reader';
import { SITES } from '../../../lib/sites';
import { type KnownPage, htmlOf, knownPage } from './grid-page';
import { NOW } from './open-page';

type Edit = (page: Document, pick: number) => void;

const one = (page: Document, selector: string, pick: number): Element | undefined => {
  const all = [...page.querySelectorAll(selector)];
  return all[pick % Math.max(1, all.length)];
};
const CELL = '[role="gridcell"] .rs-table-cell-content, td';
const ROW = '.rs-table-row, tbody tr';
const textIn = (page: Document, pick: number, text: string): void => {
  const cell = one(page, CELL, pick);
  if (cell?.querySelector('.rs-radio') === null) cell.textContent = text;
};
const appended = (page: Document, pick: number, html: string): void =>
  one(page, CELL, pick)?.insertAdjacentHTML('beforeend', html);

/** Changes inside cells, as a page makes them while a person looks. */
const SMALL: Record<string, Edit> = {
  'another text, same node': (page, pick) => {
    const cell = one(page, CELL, pick);
    if (cell?.firstChild?.nodeType === 3) cell.firstChild.nodeValue = cell.textContent?.replace(/[1-9]/, '3') ?? '';
  },
  'the same text anew': (page, pick) => textIn(page, pick, one(page, CELL, pick)?.textContent ?? ''),
  'a name of another row': (page, pick) => textIn(page, pick, one(page, CELL, pick + 7)?.textContent ?? ''),
  'a span around': (page, pick) => {
    const cell = one(page, CELL, pick);
    if (cell?.querySelector('.rs-radio') === null) cell.innerHTML = `<span class="new">${cell.innerHTML}</span>`;
  },
  'an icon': (page, pick) => appended(page, pick, '<i aria-hidden="true">star_outline</i>'),
  'the pointer over a row': (page, pick) => one(page, ROW, pick)?.classList.toggle('row-hover'),
  'another choice': (page, pick) => {
    const radios = [...(one(page, '[role="radiogroup"]', pick)?.querySelectorAll('.rs-radio') ?? [])];
    radios.forEach((radio, index) => {
      const on = index === pick % radios.length;
      radio.classList.toggle('rs-radio-checked', on);
      radio.setAttribute('aria-checked', String(on));
    });
  },
};
/** Changes that mean more than one row. */
const LARGE: Record<string, Edit> = {
  'an empty cell': (page, pick) => textIn(page, pick, ''),
  'a stamp': (page, pick) => textIn(page, pick, 'MẬT'),
  'a phone number': (page, pick) => textIn(page, pick, '0912345678'),
  'an estimate': (page, pick) => textIn(page, pick, 'gần 70.000'),
  'a word of the page': (page, pick) =>
    textIn(
      page,
      pick,
      ['Điểm tích lũy: 7', 'Phiên đăng nhập đã hết hạn', 'Tổng số: 3', 'Họ tên', 'Tổng cộng', 'Vai trò: Bí thư'][
        pick % 6
      ] ?? '',
    ),
  'a heading in a cell': (page, pick) => appended(page, pick, '<h4>Học tập nghị quyết</h4>'),
  'a loader in a cell': (page, pick) => appended(page, pick, '<b class="rs-loader"></b>'),
  'a table in a cell': (page, pick) => appended(page, pick, '<table><tr><td>1</td></tr></table>'),
  'a choice in the bar': (page) => {
    const value = page.querySelector('.rs-picker-toggle-value');
    if (value) value.textContent = 'Đảng viên - Chi bộ Tân An';
  },
  'more points': (page) => {
    const points = [...page.querySelectorAll('span, p')].find((span) => span.textContent?.includes('tích lũy:'));
    if (points?.firstChild) points.firstChild.nodeValue = ' Điểm tích lũy: 99999';
  },
  'a row gone': (page, pick) => one(page, ROW, pick)?.remove(),
  'rows in another order': (page, pick) => {
    const row = one(page, ROW, pick);
    row?.parentElement?.append(row);
  },
  'another number of a column': (page, pick) => one(page, '[aria-colindex]', pick)?.setAttribute('aria-colindex', '2'),
  'a cell gone': (page, pick) => one(page, '[role="gridcell"], td', pick)?.remove(),
  'another head': (page, pick) => {
    const head = one(page, '[role="columnheader"] .rs-table-cell-content, th', pick);
    if (head) head.textContent = 'Ghi chú';
  },
  'a word in the search box': (page) => {
    const box = page.querySelector('input[placeholder]');
    if (box) (box as HTMLInputElement).value = 'Lê'; // the selector says so
  },
  'the grid put away': (page) => page.querySelector('[role="grid"], table')?.setAttribute('style', 'display: none'),
};

const plainOf = (page: KnownPage): string =>
  `<!doctype html><html lang="vi"><head><title>Sổ tay</title></head><body><h1>${page.heading}</h1><p>Sổ tay đảng viên</p><p>Xin chào: <b>Lê Thị Mẫu</b></p>
<p>Điểm tích lũy: ${page.points}</p><div>Tổng số: ${page.total}</div><table><thead><tr>${page.heads
    .map((head) => `<th>${head.text}</th>`)
    .join('')}</tr></thead><tbody>${page.cells
    .map((cells) => `<tr>${cells.map((text) => `<td>${text.replace(/^radio:\d/, 'Có mặt')}</td>`).join('')}</tr>`)
    .join('')}</tbody></table></body></html>`;

function readWhole(page: Document): Reading | null {
  const site = findSite(page, '', SITES);
  return site === null ? null : readTraced(page, '', site, NOW);
}

function play(known: KnownPage, grid: boolean, steps: [string, number][]) {
  const { window } = new JSDOM(
    grid
      ? htmlOf(known).replace(
          '<div class="table-toolbar">',
          '<div class="table-toolbar"><input placeholder="Tìm kiếm">',
        )
      : plainOf(known),
  );
  const page = window.document;
  const observer = new window.MutationObserver(() => undefined);
  observer.observe(page.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeOldValue: true,
    attributeFilter: READ_ATTRIBUTES,
  });
  let reading = readWhole(page);
  const looks = { small: 0, whole: 0 };
  const told: string[] = [];
  for (const [name, pick] of steps) {
    (SMALL[name] ?? LARGE[name])?.(page, pick);
    // The records of jsdom are those of a browser.
    const changes = observer.takeRecords() as unknown as Change[];
    const small = reading === null ? null : rereadRows(reading, changes, SITES, NOW);
    const whole = readWhole(page);
    told.push(name);
    if (small === null) looks.whole++;
    else {
      looks.small++;
      expect(small.read, told.join(' → ')).toEqual(whole?.read);
    }
    reading = small ?? whole;
  }
  window.close();
  return looks;
}

const seed = 20_261_125;
const steps = (names: string[]) =>
  fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(200)), { minLength: 1, maxLength: 5 });

describe('reading rows again', () => {
  it('equals reading the whole page, whatever changes', () => {
    const looks = { small: 0, whole: 0 };
    const names = [...Object.keys(SMALL), ...Object.keys(LARGE)];
    fc.assert(
      fc.property(knownPage, fc.boolean(), steps(names), (known, grid, list) => {
        const { small, whole } = play(known, grid, list);
        looks.small += small;
        looks.whole += whole;
      }),
      { numRuns: 120, seed },
    );
    expect(looks.small).toBeGreaterThan(50);
    expect(looks.whole).toBeGreaterThan(50);
  });

  it('leaves a row to the whole page while its words name the role', () => {
    const row = (word: string): string => `<tr><td>1</td><td>Lê Thị Mẫu</td><td>${word}</td><td>100</td></tr>`;
    const { window } = new JSDOM(
      `<h1>Xếp hạng</h1><table><tr><th>STT</th><th>Họ và tên</th><th>Ghi chú</th><th>Điểm tích lũy</th></tr>${row('Chức vụ: Bí thư')}</table>`,
    );
    const page = window.document;
    const before = readWhole(page);
    expect(before?.read.context.role?.value).toBe('Bí thư');
    const text = page.querySelectorAll('td')[2]?.firstChild;
    if (before === null || !text) throw new Error('no such cell');
    text.nodeValue = 'vắng';
    expect(rereadRows(before, [{ type: 'characterData', target: text }], SITES, NOW)).toBeNull();
    expect(readWhole(page)?.read.context.role).toBeNull();
  });

  it('is enough for almost every change inside a cell', () => {
    const looks = { small: 0, whole: 0 };
    const quiet = [
      'another text, same node',
      'the same text anew',
      'the pointer over a row',
      'an icon',
      'another choice',
    ];
    fc.assert(
      fc.property(knownPage, fc.boolean(), steps(quiet), (known, grid, list) => {
        const { small, whole } = play(known, grid, list);
        looks.small += small;
        looks.whole += whole;
      }),
      { numRuns: 40, seed },
    );
    expect(looks.small / (looks.small + looks.whole)).toBeGreaterThan(0.5);
  });
});
