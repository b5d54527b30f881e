/** Code in every text the product takes in, by handbook, importers and hand, shown in every view: it must stay text. */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright';
import writeXlsx from 'write-excel-file/node';
import { openBrowser, until, type ExtensionBrowser } from '../e2e/fixtures';
import { giveConsents } from './open-asking';
import { MARKUP } from './payloads';
import { type Row, atLeast, none } from './rows';

const MEMBERS = readFileSync(join(import.meta.dirname, '../fixtures/sites/bang-html/members.html'), 'utf8');
/** Elements only a payload could have made. */
const MADE =
  'script:not([src]), iframe, object, embed, base, [onerror], [onload], [onfocus], [ontoggle], [onclick], [onmouseover], a[href^="javascript" i], img, math, marquee, video, audio, template';

interface Tally {
  combinations: number;
  executed: string[];
  violations: string[];
  made: string[];
  seen: number;
}

const cut = (text: string, length: number) => text.slice(0, length);

/** The handbook's list of members with code in every cell but the number's. */
function hostileMembers(payloads: readonly string[]): string {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  let at = 0;
  const next = () => escape(payloads[at++ % payloads.length] ?? '');
  return MEMBERS.replace(/(<tr><td>\d+<\/td><td>)[^<]*/g, (_all, before: string) => before + next())
    .replace(/(<span id="lblHoTen">)[^<]*/, (_all, before: string) => before + next())
    .replace(/(<option value="0"[^>]*>)[^<]*/, (_all, before: string) => before + next());
}

async function byHand(browser: ExtensionBrowser, payloads: readonly string[], tally: Tally): Promise<void> {
  const members = payloads.map((text) => ({
    name: cut(text, 190),
    otherNames: [cut(`${text} khác`, 190)],
    code: cut(text, 90),
    unit: cut(text, 290),
    role: cut(text, 290),
    reason: cut(text, 290),
  }));
  const saved = await browser.act({ type: 'saveMembers', members });
  if (!saved.ok) throw new Error(`members refused: ${saved.detail}`);
  tally.combinations += payloads.length * 6;
  const day = (index: number) =>
    `2025-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
  const readings = payloads.map((text, index) => ({
    subject: index % 2 === 0 ? 'me' : (saved.value.ids[index] ?? 'me'),
    day: day(index),
    at: null,
    total: index * 10,
    source: 'file' as const,
    origin: cut(text, 290),
    raw: text,
    where: cut(text, 390),
    name: cut(text, 190),
    role: cut(text, 290),
    unit: cut(text, 290),
  }));
  const kept = await browser.act({ type: 'recordReadings', readings });
  if (!kept.ok) throw new Error(`readings refused: ${kept.detail}`);
  tally.combinations += payloads.length * 6;
}

/** Settings, one payload at a time: each stands in several views. */
async function bySettings(
  browser: ExtensionBrowser,
  payloads: readonly string[],
  tally: Tally,
  look: () => Promise<void>,
): Promise<void> {
  for (const text of payloads) {
    const line = cut(text, 290);
    const party = { superior: line, cell: line, place: line, secretaryName: line };
    await browser.act({ type: 'saveSettings', patch: { unitName: line, subjectName: line, party } });
    tally.combinations += 6;
    await look();
  }
}

async function byFiles(
  page: Page,
  at: (path: string) => string,
  payloads: readonly string[],
  tally: Tally,
): Promise<void> {
  const head = ['Họ và tên', 'Mã', 'Ngày', 'Điểm tích lũy', 'Lý do'];
  const rows = payloads.map((text, index) => [
    cut(`${text} ${index}`, 190),
    cut(`${text}${index}`, 90),
    '30/06/2025',
    String(index),
    cut(text, 290),
  ]);
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const csv = [head, ...rows].map((cells) => cells.map(quote).join(';')).join('\r\n');
  const xlsx = await writeXlsx(
    [head, ...rows].map((cells) =>
      cells.map((value) => ({ value: value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '') })),
    ),
  ).toBuffer();
  const json = JSON.stringify(
    rows.map(([name, code, , total, reason]) => ({ name, code, day: '2025-06-30', total: Number(total), reason })),
  );
  const files: [string, Buffer][] = [
    [`<img src=x onerror=pwned(1)>.csv`, Buffer.from(`\ufeff${csv}`)],
    [`"><script>pwned(1)</script>.xlsx`, xlsx],
    [`javascript:pwned(1).json`, Buffer.from(json)],
  ];
  for (const [name, buffer] of files) {
    await page.goto(at('dashboard.html#/cell'));
    await page.reload();
    await page.getByRole('tab', { name: 'Đưa số liệu vào' }).click();
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
    // Taken or refused: either way the file's own words stand on the screen.
    await page
      .getByText(/lần ghi điểm|Không dùng được/)
      .first()
      .waitFor({ timeout: 20_000 });
    await inspect(page, tally);
    await page
      .getByRole('button', { name: 'Lưu', exact: true })
      .click({ timeout: 1_500 })
      .catch(() => undefined);
    await page.waitForTimeout(500);
    tally.combinations += payloads.length * 3;
  }
}

/** Looks for elements no text makes, and for texts that are there as they were. */
async function inspect(target: Page | Frame, tally: Tally): Promise<void> {
  const { made, texts } = await target.evaluate((selector) => {
    const found = [...document.querySelectorAll(selector)].map((one) => one.outerHTML.slice(0, 160));
    return { made: found, texts: document.body.textContent?.split('pwned').length ?? 0 };
  }, MADE);
  tally.made.push(...made);
  tally.seen += texts - 1;
}

async function views(page: Page, at: (path: string) => string, tally: Tally): Promise<void> {
  for (const path of [
    'dashboard.html#/points',
    'dashboard.html#/cell',
    'dashboard.html#/data',
    'dashboard.html#/settings',
    'dashboard.html#/manual',
    'dashboard.html#/meetings',
    'dashboard.html#/reports',
    'dashboard.html#/rubrics',
    'dashboard.html#/handin',
    'dashboard.html#/receive',
    'popup.html',
    'sidepanel.html',
  ]) {
    await page.goto(at(path));
    await page.reload();
    await page.getByRole('heading').first().waitFor();
    await page.waitForTimeout(400);
    await inspect(page, tally);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await page.waitForTimeout(250);
      await inspect(page, tally);
    }
    for (const open of (await page.getByRole('button', { name: /^Xem, sửa|^Sửa/ }).all()).slice(0, 3)) {
      await open.click({ timeout: 800 }).catch(() => undefined);
      await inspect(page, tally);
      await page.keyboard.press('Escape');
    }
  }
}

async function tallyAndExport(page: Page, at: (path: string) => string, tally: Tally): Promise<void> {
  await page.goto(at('dashboard.html#/cell'));
  await page.reload();
  await page.getByRole('group', { name: 'Kỳ báo cáo' }).getByText('Năm').click();
  await page.getByRole('combobox', { name: 'Năm', exact: true }).selectOption('2025');
  await page.getByText('Bảng tổng hợp 01/01/2025 – 31/12/2025').waitFor({ timeout: 20_000 });
  await inspect(page, tally);
  await page.emulateMedia({ media: 'print' });
  await page.pdf();
  await inspect(page, tally);
  await page.emulateMedia({ media: 'screen' });
  for (const kind of ['Excel (.xlsx), nên dùng', 'CSV dấu chấm phẩy', 'JSON, cho phần mềm khác']) {
    await page.getByRole('button', { name: 'Xuất tệp' }).click();
    await page.getByRole('dialog').getByText(kind).click();
    await inspect(page, tally);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải tệp về máy' }).click();
    await download;
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}

export async function playHostileText(options: { short: boolean; report?: (line: string) => void }): Promise<Row[]> {
  const payloads = MARKUP;
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(hostileMembers(payloads)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const browser = await openBrowser();
  const at = (path: string) => `chrome-extension://${browser.id}/${path}`;
  const tally: Tally = { combinations: 0, executed: [], violations: [], made: [], seen: 0 };
  try {
    await browser.context.exposeFunction('pwned', (what: unknown) => void tally.executed.push(String(what)));
    await browser.context.exposeFunction('tellViolation', (what: string) => void tally.violations.push(what));
    await browser.context.addInitScript(() =>
      addEventListener(
        'securitypolicyviolation',
        (event) =>
          (globalThis as unknown as { tellViolation(what: string): void }).tellViolation(
            `${location.pathname} ${event.effectiveDirective} ${event.sample}`,
          ),
        true,
      ),
    );
    await giveConsents(browser);
    options.report?.('by the handbook');
    const handbook = await browser.newTab();
    await handbook.goto(`http://127.0.0.1:${address.port}/`);
    await handbook.bringToFront();
    const panel = await until(
      () => browser.panelIn(handbook),
      (frame) => frame !== null,
    );
    const view = await until(
      () => browser.viewOf(handbook),
      ({ cost, state }) => cost !== null && state !== 'reading',
      8_000,
    );
    options.report?.(`the handbook is ${view.state}, ${JSON.stringify(view.tables)}`);
    tally.combinations += (hostileMembers(payloads).match(/pwned/g) ?? []).length;
    if (panel) await inspect(panel, tally);
    options.report?.('by hand');
    await byHand(browser, payloads, tally);
    const page = await browser.context.newPage();
    await byFiles(page, at, payloads, tally);
    options.report?.('views');
    await views(page, at, tally);
    await tallyAndExport(page, at, tally);
    await bySettings(browser, options.short ? payloads.slice(0, 6) : payloads, tally, async () => {
      await page.goto(at('dashboard.html#/settings'));
      await page.reload();
      await page.getByRole('heading').first().waitFor();
      await inspect(page, tally);
    });
    if (panel) await inspect(panel, tally);
    const control = await controls(page, tally);
    return [
      atLeast('combinations of field and payload', tally.combinations, 1_000),
      none('executions', tally.executed),
      none('violations of the policy', tally.violations),
      none('elements made by a text', tally.made),
      atLeast('payloads seen as text on our pages', tally.seen, 300),
      none(
        'console errors',
        browser.wrongs.filter((line) => line.includes('chrome-extension')),
      ),
      atLeast('control: a payload taken for HTML is counted', control, 1),
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

/** On a page without our policy the same payloads do run, and are counted. */
async function controls(page: Page, tally: Tally): Promise<number> {
  const before = tally.executed.length;
  await page.goto('about:blank');
  await page.setContent(MARKUP.slice(0, 12).join('\n'));
  await page.waitForTimeout(600);
  return tally.executed.splice(before).length;
}
