/** The VNPT skin is built like the saved screens of the real front end: same heads, roles and library classes. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHandbook, shownTables, untilRows, type OpenHandbook } from './open-handbook';

const PAGES = fileURLToPath(new URL('../../../../shared/pages/vnpt/', import.meta.url));

/** Saved screen → address; `heads` is false where the saved screen holds other tables than the stand-in's. */
const SCREENS = [
  ['dang-vien', '/quanly/dangvien?vao=chibo-300'],
  ['co-cau-to-chuc', '/quanly/cocautochuc?vao=chibo-34'],
  ['hoc-tap-nghi-quyet', '/quanly/hoctapnghiquyet?vao=chibo-34'],
  ['sinh-hoat-thuong-ky', '/quanly/congtacdamg/shthuongky?vao=chibo-34'],
  ['buoc31-diem-danh', '/quanly/congtacdamg/shthuongky/buoc31?vao=chibo-34'],
  ['trang-chu', '/dashboard/default?vao=chibo-34'],
] as const;

/** Written by the older rsuite of the saved build, under another name or not at all by the installed one. */
const OLDER = [
  'rs-checkbox-wrapper',
  'rs-radio-wrapper',
  'rs-checkbox-inner[presentation]',
  'rs-table-scrollbar-vertical',
];

/** Library classes and roles inside grids and pagers, and the classes along the path to the points. */
function signature(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const note = (element: Element): void => {
      const classes = [...element.classList].filter((name) => name.startsWith('rs-') || name.startsWith('Mui'));
      for (const name of classes) found.add(name);
      const role = element.getAttribute('role');
      if (role !== null) found.add(`${classes[0] ?? element.tagName}[${role}]`);
    };
    for (const grid of document.querySelectorAll('[role=grid]')) {
      note(grid);
      grid.querySelectorAll('*').forEach(note);
    }
    const points = [...document.querySelectorAll('span')].find((one) => one.textContent?.startsWith(' Điểm tích lũy'));
    points?.parentElement?.querySelectorAll(':scope > *').forEach(note);
    return [...found];
  });
}

describe.runIf(existsSync(PAGES))('structure of the saved screens', () => {
  let open: OpenHandbook;
  beforeAll(async () => {
    open = await openHandbook('vnpt');
  });
  afterAll(async () => {
    await open.close();
  });

  it.each(SCREENS)('%s', async (name, path) => {
    const ours = await open.newPage();
    await ours.goto(open.handbook.url + path);
    await untilRows(ours);
    const saved = await ours.context().newPage();
    await saved.setContent(readFileSync(`${PAGES}${name}.html`, 'utf8'));
    const have = new Set(await signature(ours));
    const missing = (await signature(saved)).filter((part) => !have.has(part) && !OLDER.includes(part));
    // Ripple, colours and buttons differ by what stands in a cell, not by how a grid is built.
    expect(missing.filter((part) => part.startsWith('rs-table') || part.includes('['))).toEqual([]);
    const [savedTables, ourTables] = [await shownTables(saved), await shownTables(ours)];
    expect(ourTables.map((table) => table.heads)).toEqual(savedTables.map((table) => table.heads));
    expect(await ours.locator('h4').first().textContent()).toBe(await saved.locator('h4').first().textContent());
  });

  it('has the addresses and labels of the saved menu', async () => {
    const page = await open.newPage();
    await page.goto(`${open.handbook.url}/dashboard/default?vao=chibo-34`);
    await untilRows(page);
    const menu = (of: Page): Promise<string[]> =>
      of.evaluate(() =>
        [...document.querySelectorAll('.navigation a')].map(
          (link) => `${link.querySelector('.sidenavHoverShow')?.textContent ?? ''} ${link.getAttribute('href') ?? ''}`,
        ),
      );
    const saved = await page.context().newPage();
    await saved.setContent(readFileSync(`${PAGES}trang-chu.html`, 'utf8'));
    const have = new Set(await menu(page));
    expect((await menu(saved)).filter((entry) => !have.has(entry))).toEqual([]);
  });
});
