/** Opens the stand-in handbook in Chromium and reads what its tables show, independently of the product's reader. */
import { chromium, type Browser, type Page } from 'playwright';
import { startHandbook, type RunningHandbook, type Skin } from '../../handbook/server.mjs';

/** A browser, a skin and everything that went wrong on its pages. */
export interface OpenHandbook {
  handbook: RunningHandbook;
  browser: Browser;
  /** A page of its own context; console errors and warnings and foreign or failed requests land in `wrongs`. */
  newPage: (width?: number) => Promise<Page>;
  wrongs: string[];
  close: () => Promise<void>;
}

export async function openHandbook(skin: Skin): Promise<OpenHandbook> {
  const handbook = await startHandbook({ skin });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
  const wrongs: string[] = [];
  const newPage = async (width = 1366): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 850 } });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') wrongs.push(`${page.url()} ${message.text()}`);
    });
    page.on('pageerror', (error) => wrongs.push(`${page.url()} ${error.message}`));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol !== 'data:' && origin !== handbook.url) wrongs.push(`foreign request ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) wrongs.push(`${response.status()} ${response.url()}`);
    });
    return page;
  };
  const close = async (): Promise<void> => {
    await browser.close();
    await handbook.close();
  };
  return { handbook, browser, newPage, wrongs, close };
}

/** The texts of a table: heads and rows, in column order, NFC, blanks collapsed. */
export interface ShownTable {
  heads: string[];
  rows: string[][];
}

/** Every table in sight: rsuite grids, Ant Design tables (virtual ones too) and plain ones. */
export async function shownTables(page: Page): Promise<ShownTable[]> {
  return page.evaluate(() => {
    const root = document.querySelector('#root')?.shadowRoot ?? document;
    const clean = (node: Element): string => {
      const checked = node.querySelector('.rs-radio-checked');
      return ((checked ?? node).textContent ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
    };
    const byColumn = (cells: Element[]): string[] =>
      cells
        .sort((left, right) => Number(left.getAttribute('aria-colindex')) - Number(right.getAttribute('aria-colindex')))
        .map(clean);
    const grids = [...root.querySelectorAll('.rs-table[role=grid]')].map((grid) => ({
      heads: byColumn([...grid.querySelectorAll('[role=columnheader]')]),
      rows: [...grid.querySelectorAll('[role=row][aria-rowindex]:not(.rs-table-row-header)')].map((row) =>
        byColumn([...row.querySelectorAll('[role=gridcell]')]),
      ),
    }));
    const virtual = [...root.querySelectorAll('.ant-table-virtual')].map((table) => ({
      heads: [...table.querySelectorAll('th')].map(clean),
      rows: [...table.querySelectorAll('.ant-table-tbody-virtual .ant-table-row')].map((row) =>
        [...row.querySelectorAll('.ant-table-cell')].map(clean),
      ),
    }));
    const plain = [...root.querySelectorAll('table:not(.dau-trang)')]
      .filter((table) => !table.closest('.ant-table-virtual') && table.querySelector('tbody td') !== null)
      .map((table) => ({
        heads: [...table.querySelectorAll('thead th')].map(clean),
        rows: [...table.querySelectorAll('tbody tr:not(.ant-table-measure-row):not(.ant-table-placeholder)')].map(
          (row) => [...row.querySelectorAll('td')].map(clean),
        ),
      }));
    return [...grids, ...virtual, ...plain];
  });
}

/** Waits until the first table shows rows. */
export async function untilRows(page: Page): Promise<ShownTable[]> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const tables = await shownTables(page);
    if (tables.length > 0 && tables.every((table) => table.rows.length > 0)) return tables;
    await page.waitForTimeout(50);
  }
  throw new Error(`no rows on ${page.url()}`);
}
