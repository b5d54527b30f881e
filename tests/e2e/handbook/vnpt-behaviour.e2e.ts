/** The VNPT skin behaves as the observed build does: order of arrival, virtual rows, paging, radios, route changes. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHandbook, untilRows, type OpenHandbook } from './open-handbook';

let open: OpenHandbook;
beforeAll(async () => {
  open = await openHandbook('vnpt');
});
afterAll(async () => {
  await open.close();
});

async function visit(path: string, width?: number): Promise<Page> {
  const page = await open.newPage(width);
  await page.goto(open.handbook.url + path);
  return page;
}

interface GridState {
  rows: number;
  spacers: number;
  firstOrder: string;
  firstIndex: string | null;
  rowCount: string | null;
  busy: string | null;
  empty: boolean;
  scrollTop: number;
  transform: string;
}

function gridState(page: Page): Promise<GridState> {
  return page.evaluate(() => {
    const grid = [...document.querySelectorAll('[role=grid]')].at(-1);
    const rows = [...(grid?.querySelectorAll('[role=row][aria-rowindex]') ?? [])].slice(1);
    const area = grid?.querySelector('.rs-table-body-wheel-area');
    return {
      rows: rows.length,
      spacers: grid?.querySelectorAll('[role=row].virtualized').length ?? 0,
      firstOrder: rows[0]?.querySelector('[aria-colindex="2"]')?.textContent ?? '',
      firstIndex: rows[0]?.getAttribute('aria-rowindex') ?? null,
      rowCount: grid?.getAttribute('aria-rowcount') ?? null,
      busy: grid?.getAttribute('aria-busy') ?? null,
      empty: grid?.textContent?.includes('No data found') ?? false,
      scrollTop: grid?.querySelector('.rs-table-body-row-wrapper')?.scrollTop ?? -1,
      transform: area instanceof HTMLElement ? area.style.transform : '',
    };
  });
}

describe('top bar', () => {
  it('holds the points as one text node with a leading blank, beside another number, and keeps it over routes', async () => {
    const page = await visit('/dashboard/default?vao=chibo-34');
    await untilRows(page);
    const facts = await page.evaluate(() => {
      const span = [...document.querySelectorAll('span')].find((one) => one.textContent?.startsWith(' Điểm tích lũy'));
      Object.assign(window, { pointsNode: span?.firstChild, seen: 0 });
      new MutationObserver((records) =>
        Object.assign(window, { seen: Number(Reflect.get(window, 'seen')) + records.length }),
      ).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      return {
        nodes: span?.childNodes.length,
        text: span?.firstChild?.nodeValue,
        parent: span?.parentElement?.textContent ?? '',
        badge: document.querySelector('.MuiBadge-badge')?.textContent,
        pickers: document.querySelectorAll('.red-quyen').length,
      };
    });
    expect(facts).toMatchObject({ nodes: 1, text: ' Điểm tích lũy: 12345', badge: '10', pickers: 2 });
    expect(facts.parent).toContain('equalizer');
    expect(facts.parent).toContain('Bí thư');
    await page.click('a[href="/dashboard/default10"]');
    await page.waitForFunction(() => document.querySelector('h4')?.textContent === 'Xếp hạng');
    await untilRows(page);
    const after = await page.evaluate(() => {
      const node: unknown = Reflect.get(window, 'pointsNode');
      return {
        same: node instanceof Text && node.isConnected,
        seen: Number(Reflect.get(window, 'seen')),
        title: document.title,
      };
    });
    expect(after.same).toBe(true);
    expect(after.seen).toBeGreaterThan(100);
    expect(after.title).toBe('Đảng bộ phường Hòa Bình Đông');
  });

  it('hides the bar below 900 px but keeps its text', async () => {
    const page = await visit('/dashboard/default?vao=chibo-34', 600);
    await untilRows(page);
    const span = page.locator('span', { hasText: /^ Điểm tích lũy/ }).last();
    expect(await span.isVisible()).toBe(false);
    expect(await span.textContent()).toBe(' Điểm tích lũy: 12345');
  });

  it('comes before the spinner, the busy table and the rows, in that order', async () => {
    const page = await open.newPage();
    await page.addInitScript(() => {
      const order: string[] = [];
      Object.assign(window, { order });
      const note = (name: string, there: boolean): void => {
        if (there && !order.includes(name)) order.push(name);
      };
      new MutationObserver(() => {
        const text = document.body?.textContent ?? '';
        note('points', text.includes('Điểm tích lũy:'));
        note('heading', document.querySelector('h4') !== null);
        note('busy', document.querySelector('[role=grid][aria-busy=true]') !== null);
        note('rows', document.querySelector('[role=gridcell]') !== null);
      }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    await page.goto(`${open.handbook.url}/quanly/dangvien?vao=chibo-34`);
    await untilRows(page);
    expect(await page.evaluate(() => Reflect.get(window, 'order') as unknown)).toEqual([
      'points',
      'heading',
      'busy',
      'rows',
    ]);
  });
});

describe('virtual rows and paging', () => {
  it('keeps about 19 rows with cell-less spacers, moved by the wheel and not by scrolling', async () => {
    const page = await visit('/quanly/dangvien?vao=chibo-300');
    await untilRows(page);
    expect(await gridState(page)).toMatchObject({
      rows: 19,
      spacers: 1,
      firstOrder: '1',
      firstIndex: '2',
      rowCount: '51',
      scrollTop: 0,
    });
    expect(await page.locator('.virtualized [role=gridcell]').count()).toBe(0);
    await page.hover('[role=grid]');
    await page.mouse.wheel(0, 1100);
    await expect.poll(async () => (await gridState(page)).firstOrder).not.toBe('1');
    const scrolled = await gridState(page);
    expect(scrolled.scrollTop).toBe(0);
    expect(scrolled.transform).toMatch(/-\d/);

    await page.click('.rs-pagination-btn[title="2"]');
    await expect.poll(async () => Number((await gridState(page)).firstOrder)).toBeGreaterThan(50);
    const second = await gridState(page);
    expect(Number(second.firstOrder)).toBeGreaterThan(60);
    expect(Number(second.firstIndex)).toBe(Number(second.firstOrder) - 50 + 1);
    expect(await page.locator('.rs-pagination-btn').allTextContents()).toEqual(['', '', '1', '2', '3', '', '']);
    expect(await page.locator('.rs-pagination-group-limit').textContent()).toBe('50 / page');
  });

  it('shows the old rows of a busy table after a click on the pager', async () => {
    const page = await visit('/dashboard/default10?vao=chibo-300&loi=cham');
    await untilRows(page);
    await page.click('.rs-pagination-btn[title="2"]');
    const state = await page.evaluate(() => ({
      active: document.querySelector('.rs-pagination-btn-active')?.textContent,
      busy: document.querySelector('[role=grid]')?.getAttribute('aria-busy'),
      first: document.querySelector('[role=gridcell]')?.textContent,
    }));
    expect(state).toEqual({ active: '2', busy: 'true', first: '1' });
  });

  it('may show no rows on a shorter last page after scrolling', async () => {
    const page = await visit('/quanly/dangvien?vao=chibo-34');
    await untilRows(page);
    await page.click('.rs-pagination-group-limit .rs-picker-toggle');
    await page.click('.rs-picker-select-menu-item:has-text("30")');
    await expect.poll(async () => (await gridState(page)).rowCount).toBe('31');
    await page.hover('[role=grid]');
    await page.mouse.wheel(0, 1400);
    await expect.poll(async () => (await gridState(page)).firstOrder).not.toBe('1');
    await page.click('.rs-pagination-btn[title="2"]');
    await expect.poll(async () => (await gridState(page)).rowCount).toBe('5');
    expect(await gridState(page)).toMatchObject({ rows: 0, empty: true });
  });

  it('filters rows but not the pager', async () => {
    const page = await visit('/quanly/dangvien?vao=chibo-300');
    await untilRows(page);
    const buttons = await page.locator('.rs-pagination-btn').count();
    await page.fill('input[placeholder="Tìm kiếm"]', 'nguyễn');
    await expect.poll(async () => (await gridState(page)).rowCount).not.toBe('51');
    expect(await page.locator('.rs-pagination-btn').count()).toBe(buttons);
  });

  it('says "Select" where the page size is none of those offered, and draws 1,000 rows virtually', async () => {
    const organisation = await visit('/quanly/cocautochuc?vao=chibo-34');
    await untilRows(organisation);
    expect(await organisation.locator('.rs-pagination-group-limit').textContent()).toBe('Select');
    const ranking = await visit('/dashboard/default10/dangbo?vao=chibo-34');
    await untilRows(ranking);
    expect(await gridState(ranking)).toMatchObject({ rowCount: '1001', rows: 19 });
  });
});

describe('the other observed facts', () => {
  it('checks one radio of the whole attendance page, while each row has its own marked wrapper', async () => {
    const page = await visit('/quanly/congtacdamg/shthuongky/buoc31?vao=chibo-34');
    await untilRows(page);
    const facts = await page.evaluate(() => ({
      names: [...new Set([...document.querySelectorAll('input[type=radio]')].map((one) => one.getAttribute('name')))],
      checked: [...document.querySelectorAll('input[type=radio]')].filter(
        (one) => one instanceof HTMLInputElement && one.checked,
      ).length,
      marked: document.querySelectorAll('.rs-radio-checked[aria-checked=true]').length,
      green: document.querySelectorAll('[role=gridcell] .bg-green0').length,
    }));
    expect(facts).toEqual({ names: ['radioList'], checked: 1, marked: 30, green: 30 });
  });

  it('leaves "Loading..." behind, nests heads, splits cells over groups and has no table, shadow root or frame', async () => {
    const page = await visit('/quanly/congtacdamg/shthuongky?vao=chibo-34');
    await untilRows(page);
    const facts = await page.evaluate(() => ({
      loading: document.body.textContent?.includes('Loading...'),
      groups: document.querySelector('[role=row][aria-rowindex="2"]')?.querySelectorAll('.rs-table-cell-group').length,
      forbidden: document.querySelectorAll('table, iframe').length,
      links: new Set([...document.querySelectorAll('[role=gridcell] a')].map((one) => one.getAttribute('href'))).size,
      time: [
        ...(document.querySelector('[role=row][aria-rowindex="2"] [aria-colindex="6"] .rs-table-cell-wrap')
          ?.childNodes ?? []),
      ].map((node) => node.nodeName),
    }));
    expect(facts).toEqual({ loading: true, groups: 2, forbidden: 0, links: 1, time: ['#text', 'BR', '#text'] });
    await page.goto(`${open.handbook.url}/quanly/thongke/tonghop/thongke7`);
    await page.waitForSelector('.rs-table-column-group-header');
    await page.goto(`${open.handbook.url}/quanly/thongke/chibo/danhgia`);
    await page.waitForSelector('text=Chi bộ thôn Phú Thịnh');
    expect(await page.locator('.rs-table-row:not(.rs-table-row-header)').count()).toBe(12);
  });

  it('walks from sign-in through the meeting steps and the study to sign-out', async () => {
    const page = await visit('/');
    await page.waitForURL('**/session/signin');
    await page.fill('input[name=email]', 'chibo-7');
    await page.fill('input[name=password]', 'sai');
    await page.click('button[type=submit]');
    await page.waitForSelector('[role=alert]');
    await page.fill('input[name=password]', 'matkhau-thu');
    await page.click('button[type=submit]');
    await page.waitForURL('**/dashboard/default');
    await page.click('button.has-submenu:has-text("Công tác Đảng")');
    await page.click('.submenu a:has-text("Sinh hoạt thường kỳ")');
    await page.waitForURL('**/shthuongky');
    await untilRows(page);
    await page.click('[role=gridcell] a');
    await page.click('text=Bước 1: Chuẩn bị tài liệu họp');
    for (const step of ['Bước 2', 'Bước 3', 'Bước 4', 'Bước 5']) {
      await page.click('a:has(button:has-text("Tiếp tục"))');
      if (step === 'Bước 3') {
        await page.waitForURL('**/buoc31');
        await page.click('a[href$="/buoc32"]');
      }
      await page.waitForSelector(`b:has-text("${step}")`);
    }
    await page.goto(`${open.handbook.url}/quanly/hoctapnghiquyet`);
    await untilRows(page);
    await page.click('[role=row][aria-rowindex="2"] .div-flex');
    await page.click('button:has-text("Kết quả bài kiểm tra")');
    await page.waitForSelector('text=/Số câu đúng: \\d+\\/15/');
    await page.click('.user-button');
    await page.click('text=Đăng xuất');
    await page.waitForURL('**/session/signin');
    expect(await page.evaluate(() => localStorage.getItem('access_token'))).toBeNull();
  });

  it('makes no noise', () => {
    expect(open.wrongs).toEqual([]);
  });
});
