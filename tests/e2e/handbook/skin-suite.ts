/** Every screen of every skin shows what `expected.ts` says, without noise; every fault shows what it promises. */
import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectScreen, PATHS, screenPath, type ExpectedTable, type ScreenRequest } from '../../handbook/expected';
import { FAULTS, type Fault } from '../../handbook/faults';
import { openHandbook, shownTables, untilRows, type OpenHandbook, type ShownTable } from './open-handbook';

type Skin = ScreenRequest['skin'];
type Screen = ScreenRequest['screen'];

/** Heads of the stand-in for the fields of the expectations. */
const FIELDS: Record<string, string> = {
  STT: 'order',
  Hạng: 'rank',
  'Xếp hạng': 'rank',
  'Họ tên': 'name',
  'Họ và tên': 'name',
  'HỌ TÊN': 'name',
  'Điểm tích lũy': 'total',
  'Điểm trong tháng': 'points',
  'Tiêu đề': 'title',
  'Trích yếu': 'title',
  'Số ký hiệu': 'number',
  'Chủ đề': 'topic',
  'Tên công việc': 'task',
  'Nội dung': 'content',
  'Chức vụ': 'role',
  'CHỨC VỤ': 'role',
  'Tên cơ sở Đảng': 'unit',
};
const NUMBERS = new Set(['order', 'rank', 'total', 'points']);
const MISSING = new Set(['', '-', 'Chưa có', 'Chưa xác định']);

function valueOf(field: string, text: string): string | number | null {
  if (!NUMBERS.has(field)) return text === '' ? null : text;
  return MISSING.has(text) ? null : Number(text.replace(/[\s.+]/g, ''));
}

/** The rows of a shown table in the fields both sides know. */
function readRows(shown: ShownTable): Record<string, string | number | null>[] {
  return shown.rows.map((row) =>
    Object.fromEntries(
      shown.heads.flatMap((head, index) => {
        const field = FIELDS[head];
        return field === undefined ? [] : [[field, valueOf(field, row[index] ?? '')]];
      }),
    ),
  );
}

/** Compares the first page of a list, as far as it is drawn. */
function compare(shown: ShownTable, expected: ExpectedTable, path: string): void {
  const rows = readRows(shown);
  expect(rows.length, path).toBeGreaterThan(0);
  if (!expected.virtual) expect(rows.length, path).toBe(Math.min(expected.rows.length, expected.pageSize ?? Infinity));
  rows.forEach((row, index) => {
    const wanted = expected.rows[index];
    const fields = Object.keys(row).filter(
      (field) => field in (wanted?.cells ?? {}) && !wanted?.refused?.includes(field),
    );
    expect(fields.length, path).toBeGreaterThan(1);
    for (const field of fields) expect(row[field], `${path} row ${index + 1} ${field}`).toBe(wanted?.cells[field]);
  });
}

// Smallest, usual and largest cell; `npm run test:long` walks through the others too.
const ACCOUNTS = process.env.ALL_CELLS
  ? ['chibo-7', 'chibo-22', 'chibo-34', 'chibo-63', 'chibo-300']
  : ['chibo-7', 'chibo-34', 'chibo-300'];

/** Declares the tests of one skin. */
export function describeSkin(skin: Skin): void {
  describe(skin, () => {
    let open: OpenHandbook;
    beforeAll(async () => {
      open = await openHandbook(skin);
    });
    afterAll(async () => {
      await open.close();
    });

    it.each(Object.keys(PATHS[skin]) as Screen[])('shows what is expected: %s', async (screen) => {
      const page = await open.newPage();
      for (const account of screen === 'ranking' || screen === 'members' ? ACCOUNTS : ['chibo-34']) {
        const request: ScreenRequest = { skin, screen, account };
        const expected = expectScreen(request);
        await page.goto(open.handbook.url + screenPath(request));
        const tables = expected.tables.length === 0 ? [] : await untilRows(page);
        expected.tables.forEach((table, index) => {
          const shown = tables[index];
          if (!shown) throw new Error(`table ${index} is missing`);
          compare(shown, table, `${skin} ${screen} ${account}`);
        });
        if (expected.points) {
          const total = String(expected.points.total);
          await expect
            .poll(async () => (await page.textContent('body'))?.replace(/[.\s]/g, ''))
            .toContain(`tíchlũy:${total}`);
        }
        if (skin === 'quoc-gia') expect(await page.textContent('body')).not.toMatch(/điểm tích|xếp hạng/i);
      }
      await page.context().close();
    });

    it('keeps its faults', async () => {
      const page = await open.newPage();
      for (const fault of Object.keys(FAULTS) as Fault[]) {
        // The keys of FAULTS are its faults.
        const screen: Screen = PATHS[skin].ranking === undefined ? 'meetings' : 'ranking';
        const request: ScreenRequest = {
          skin,
          screen,
          account: 'chibo-34',
          role: fault === 'an-diem' ? 1 : 0,
          faults: fault,
        };
        if (skin === 'odoo' && ODOO_LACKS.includes(fault)) continue;
        await page.goto(open.handbook.url + screenPath(request));
        await FAULT_CHECKS[fault](page, skin);
        if (!EXACT.includes(fault)) continue;
        await page.goto(open.handbook.url + screenPath(request));
        const [shown] = await untilRows(page);
        const [expected] = expectScreen(request).tables;
        if (shown && expected) compare(shown, expected, `${skin} ${fault}`);
      }
      await page.context().close();
      expect(open.wrongs).toEqual([]);
    }, 180_000);

    it('grows its points with the day', async () => {
      if (skin === 'quoc-gia') return;
      const page = await open.newPage();
      const screen: Screen = skin === 'cu' ? 'home' : 'ranking';
      const totals: number[] = [];
      for (const day of ['2026-11-01', '2026-11-20', '2026-12-24']) {
        const request: ScreenRequest = { skin, screen, account: 'chibo-34', day };
        await page.goto(open.handbook.url + screenPath(request));
        const total = expectScreen(request).points?.total ?? 0;
        await expect
          .poll(async () => (await page.textContent('body'))?.replace(/[.\s]/g, ''))
          .toContain(`tíchlũy:${total}`);
        totals.push(total);
      }
      expect(totals).toEqual([...totals].sort((left, right) => left - right));
      expect(new Set(totals).size).toBe(3);
      await page.context().close();
    });

    it('makes no noise and asks no other host', () => {
      expect(open.wrongs).toEqual([]);
    });
  });
}

/** Faults of the page as a whole that the small Odoo skin does not show. */
const ODOO_LACKS: readonly Fault[] = ['ve-lai', 'het-phien', 'doi-vai', 'di-dong', 'iframe', 'bong-mo'];

/** Faults under which every value stays readable: the first list is compared whole. */
const EXACT: readonly Fault[] = ['trung-ten', 'tut-diem', 'an-diem', 'chu-nfd', 'doi-thu-tu', 'dau-cham', 'dau-cach'];

const has =
  (text: string) =>
  async (page: Page): Promise<void> => {
    await expect
      .poll(async () => (await page.textContent('body'))?.replace(/\s+/g, ' '), { timeout: 10_000 })
      .toContain(text);
  };
const pointed =
  (check: (page: Page) => Promise<void>) =>
  async (page: Page, skin: Skin): Promise<void> => {
    if (skin === 'quoc-gia') return;
    await check(page);
  };
const inBar =
  (text: string) =>
  async (page: Page, skin: Skin): Promise<void> => {
    if (skin === 'quoc-gia') return;
    if (skin === 'cu') await page.goto(`${new URL(page.url()).origin}/trang-chu`);
    await has(text)(page);
  };
const firstHeads = async (page: Page): Promise<string[]> => (await untilRows(page))[0]?.heads ?? [];

const FAULT_CHECKS: Record<Fault, (page: Page, skin: Skin) => Promise<void>> = {
  cham: async (page) => {
    await untilRows(page);
  },
  've-lai': async (page, skin) => {
    await untilRows(page);
    await page.evaluate(() => document.body.append(Object.assign(document.createElement('i'), { id: 'foreign' })));
    await page.waitForFunction(() => document.getElementById('foreign') === null, undefined, { timeout: 10_000 });
    if (skin !== 'quoc-gia') await untilRows(page);
  },
  'chu-sai': pointed(async (page) => {
    expect((await firstHeads(page)).join('|')).toMatch(/Diểm|luỹ/);
  }),
  'chu-hoa': async (page) => {
    const heads = await firstHeads(page);
    expect(heads).toEqual(heads.map((head) => head.toUpperCase()));
  },
  'chu-nfd': async (page) => {
    await untilRows(page);
    const raw = (await page.textContent('body')) ?? '';
    expect(raw).not.toBe(raw.normalize('NFC'));
  },
  'trung-ten': pointed(async () => {
    const expected =
      expectScreen({ skin: 'vnpt', screen: 'members', account: 'chibo-34', faults: 'trung-ten' }).tables[0]?.rows ?? [];
    expect(new Set(expected.slice(2, 5).map((row) => row.cells.name)).size).toBe(1);
  }),
  'tut-diem': inBar('845'),
  'an-diem': pointed(async (page) => {
    await untilRows(page);
    expect(await page.textContent('body')).not.toMatch(/tích lũy:/);
  }),
  'het-phien': async (page) => {
    await page.waitForURL(/signin|login|dang-nhap/, { timeout: 10_000 });
    expect(await page.textContent('body')).toContain('hết hạn');
  },
  'doi-vai': async (page, skin) => {
    await untilRows(page);
    if (skin !== 'vnpt') return;
    const documentNode = await page.evaluateHandle(() => document.documentElement);
    await page.click('.red-quyen .rs-picker-toggle >> nth=0');
    await page.click('.rs-picker-select-menu-item:has-text("Đảng ủy viên")');
    await has('Điểm tích lũy: 2502')(page);
    expect(await documentNode.evaluate((node) => node.isConnected)).toBe(true);
  },
  mat: async (page, skin) => {
    await untilRows(page);
    const screen: Screen = 'documents';
    const request: ScreenRequest = { skin, screen, account: 'chibo-34', faults: 'mat' };
    await page.goto(new URL(page.url()).origin + screenPath(request));
    await untilRows(page);
    await has('TỐI MẬT')(page);
    expect(expectScreen(request).tables[0]?.secret).toBe(3);
  },
  'di-dong': async (page) => {
    await untilRows(page);
    expect(await page.locator('.forced-narrow, .narrow, .hep').count()).toBe(1);
  },
  iframe: async (page) => {
    await page.waitForSelector('iframe');
    const inner = (): Frame | undefined => page.frames().find((frame) => frame.parentFrame() !== null);
    await expect
      .poll(async () => (await inner()?.textContent('body'))?.length ?? 0, { timeout: 10_000 })
      .toBeGreaterThan(500);
    expect(await shownTables(page)).toEqual([]);
  },
  'bong-mo': async (page, skin) => {
    await page.waitForFunction(() => [...document.querySelectorAll('*')].some((node) => node.shadowRoot !== null));
    if (skin === 'vnpt') expect((await untilRows(page))[0]?.rows.length).toBe(30);
  },
  csp: async (page) => {
    await untilRows(page);
    const answer = await page.request.get(page.url());
    expect(answer.headers()['content-security-policy']).toContain("default-src 'none'");
  },
  'doi-cot': pointed(async (page) => {
    await untilRows(page);
    const request: ScreenRequest = { skin: 'vnpt', screen: 'ranking', account: 'chibo-34', faults: 'doi-cot' };
    expect(expectScreen(request).tables[0]).toMatchObject({ swapped: true });
    expect(await page.textContent('body')).toMatch(/69[.\s]?948|gần/);
  }),
  'doi-thu-tu': pointed(async (page) => {
    const heads = await firstHeads(page);
    const at = heads.indexOf('Điểm tích lũy');
    expect(heads[at + 1]).toMatch(/^Điểm (trong|bình quân)/);
  }),
  'doi-ten-cot': pointed(async (page) => {
    expect(await firstHeads(page)).toEqual(expect.arrayContaining(['Điểm thi đua', 'Đồng chí']));
  }),
  'dau-cham': inBar('12.345'),
  'dau-cach': inBar('12 345'),
  'gan-dung': inBar('gần 12.000'),
};
