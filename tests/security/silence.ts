/** Walks every page and feature of the built extension and counts what would leave the machine, or what its policy had to stop. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import writeXlsx from 'write-excel-file/node';
import { startHandbook } from '../handbook/server.mjs';
import { expectScreen } from '../handbook/expected';
import { openBrowser, until, type ExtensionBrowser } from '../e2e/fixtures';
import { spotOf, written } from '../e2e/spots';
import { openTeaching } from '../e2e/teach-stage';
import { giveConsents, openWithPanel } from './open-asking';
import { type Row, atLeast, none } from './rows';

const QUIET = /^(?:chrome-extension|blob|data|chrome|devtools|about):/;
/** Buttons that end the walk or hand over to the browser's own windows. */
const NOT_PRESSED = /xóa hẳn|in ra|^in$|print/i;

/** Everything the browser's network stack was asked for, with the extension's service worker and workers, from its own log. */
function requestsIn(netLog: string): string[] {
  const text = readFileSync(netLog, 'utf8');
  // Written line by line; a browser ended in a hurry leaves the closing brackets out.
  const { events } = JSON.parse(
    text.trimEnd().endsWith('}') && text.includes(']') ? text : `${text.replace(/,\s*$/, '')}]}`,
  ) as {
    events: { params?: { url?: unknown } }[];
  };
  const urls = events.flatMap(({ params }) => (typeof params?.url === 'string' ? [params.url] : []));
  return [...new Set(urls)].filter((url) => /^(?:https?|wss?|ftp):/.test(url));
}

interface Watch {
  /** Requests of pages, frames and workers that are no business of an extension. */
  foreign: string[];
  violations: string[];
  pages: Set<string>;
  files: string[];
}

async function watch(browser: ExtensionBrowser, own: string): Promise<Watch> {
  const seen: Watch = { foreign: [], violations: [], pages: new Set(), files: [] };
  browser.context.on('request', (request) => {
    const url = request.url();
    if (!QUIET.test(url) && !url.startsWith(own)) seen.foreign.push(`${request.method()} ${url}`);
  });
  await browser.context.exposeFunction('tellViolation', (what: string) => void seen.violations.push(what));
  await browser.context.addInitScript(() => {
    addEventListener(
      'securitypolicyviolation',
      (event) => {
        const told = `${location.pathname}: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`;
        (globalThis as unknown as { tellViolation(what: string): void }).tellViolation(told);
      },
      true,
    );
  });
  const listen = async (page: Page) => {
    const visit = (url: string) => {
      const { protocol, pathname, hash } = new URL(url);
      if (protocol === 'chrome-extension:') seen.pages.add(pathname + hash);
    };
    page.on('framenavigated', (frame) => visit(frame.url()));
    page.on('download', (download) => seen.files.push(download.suggestedFilename()));
    page.on('dialog', (dialog) => void dialog.dismiss());
    visit(page.url());
    const session = await browser.context.newCDPSession(page).catch(() => null);
    await session?.send('Audits.enable').catch(() => undefined);
    session?.on('Audits.issueAdded', ({ issue }) => {
      if (issue.code === 'ContentSecurityPolicyIssue')
        seen.violations.push(JSON.stringify(issue.details).slice(0, 300));
    });
  };
  browser.context.on('page', (page) => void listen(page));
  await Promise.all(browser.context.pages().map(listen));
  return seen;
}

/** Presses every button of a view, one after the other, and takes back what opened. */
async function pressEverything(browser: ExtensionBrowser, address: string): Promise<number> {
  let pressed = 0;
  let page: Page | null = null;
  for (let index = 0; index < 40; index++) {
    // A popup closes itself when it has led elsewhere.
    if (page === null || page.isClosed()) {
      page = await browser.context.newPage();
    }
    if (page.url() !== address) {
      await page.goto(address);
      await page.getByRole('heading').first().waitFor();
      // What the store holds is drawn a moment later.
      await page.waitForTimeout(400);
    }
    const buttons = page.locator(
      'button:visible, [role=tab]:visible, summary:visible, [role=radio]:visible, label:has(input):visible',
    );
    const button = buttons.nth(index);
    if ((await buttons.count()) <= index) break;
    const name = (await button.innerText({ timeout: 1_000 }).catch(() => '')).trim();
    if (NOT_PRESSED.test(name)) continue;
    await button.click({ timeout: 1_000 }).then(
      () => pressed++,
      () => undefined, // covered or gone meanwhile
    );
    await page.waitForTimeout(60).catch(() => undefined);
    if (!page.isClosed()) await page.keyboard.press('Escape').catch(() => undefined);
  }
  await page?.close();
  return pressed;
}

async function bring(page: Page, at: (path: string) => string, name: string, buffer: Buffer): Promise<void> {
  await page.goto(at('dashboard.html#/cell'));
  await page.reload();
  await page.getByRole('tab', { name: 'Đưa số liệu vào' }).click();
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText(/^Đã lưu \d+ lần ghi điểm/).waitFor();
}

async function dashboardWalk(browser: ExtensionBrowser, at: (path: string) => string): Promise<number> {
  const page = await browser.context.newPage();
  await page.goto(at('dashboard.html#/points'));
  await page.getByLabel('Điểm tích lũy (tổng số)').fill('1.000');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.getByText(/^Đã lưu 1\.000 điểm/).waitFor();
  const csv =
    '\ufeffHọ và tên;Mã;Ngày;Điểm tích lũy\r\nNguyễn Văn An;M01;30/06/2025;100\r\nTrần Thị Bình;M02;30/06/2025;200\r\n';
  await bring(page, at, 'diem.csv', Buffer.from(csv));
  const header = ['Họ và tên', 'Ngày', 'Điểm tích lũy'].map((value) => ({ value }));
  const row = [{ value: 'Lê Văn Cường' }, { value: '30/09/2025' }, { value: 300, type: Number }];
  await bring(page, at, 'diem.xlsx', await writeXlsx([header, row]).toBuffer());
  await page.goto(at('dashboard.html#/cell'));
  await page.reload();
  await page.getByRole('group', { name: 'Kỳ báo cáo' }).getByText('Năm').click();
  await page.getByRole('combobox', { name: 'Năm', exact: true }).selectOption('2025');
  await page.getByText('Bảng tổng hợp 01/01/2025 – 31/12/2025').waitFor();
  for (const kind of ['Excel (.xlsx), nên dùng', 'CSV dấu chấm phẩy', 'CSV dấu phẩy', 'JSON, cho phần mềm khác']) {
    await page.getByRole('button', { name: 'Xuất tệp' }).click();
    await page.getByRole('dialog').getByText(kind).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải tệp về máy' }).click();
    await download;
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  // Everything at once, in both ways.
  for (const kind of ['JSON', 'CSV']) {
    await page.goto(at('dashboard.html#/data'));
    await page.reload();
    await page.getByRole('button', { name: 'Tải tất cả về máy' }).first().click();
    await page.getByRole('dialog').getByText(new RegExp(kind)).first().click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải tệp', exact: true }).click();
    await download;
  }
  await page.goto(at('dashboard.html#/cell'));
  await page.reload();
  // Printing as the browser does it, with everything laid out for paper.
  await page.emulateMedia({ media: 'print' });
  await page.pdf();
  await page.emulateMedia({ media: 'screen' });
  let pressed = 0;
  const views = await page.evaluate(() =>
    [...document.querySelectorAll('nav a[href^="#"]')].map((link) => link.getAttribute('href')),
  );
  for (const view of new Set([
    ...views,
    '#/welcome',
    '#/manual',
    '#/settings',
    '#/data',
    '#/rubrics',
    '#/handin',
    '#/receive',
  ])) {
    pressed += await pressEverything(browser, at(`dashboard.html${view}`));
  }
  await page.close();
  return pressed;
}

async function glances(browser: ExtensionBrowser, at: (path: string) => string): Promise<number> {
  let pressed = 0;
  for (const path of ['popup.html', 'sidepanel.html']) pressed += await pressEverything(browser, at(path));
  return pressed;
}

async function overlayWalk(browser: ExtensionBrowser, url: string): Promise<number> {
  const { page, panel } = await openWithPanel(browser, `${url}/dashboard/default?vao=chibo-34`);
  await until(
    () => browser.viewOf(page),
    ({ state }) => state === 'needsConfirm',
  );
  let pressed = 0;
  const press = async (name: RegExp) => {
    await panel.getByRole('button', { name }).first().click({ timeout: 4_000 });
    pressed++;
    await page.waitForTimeout(300);
  };
  const yes = panel.getByRole('button', { name: 'Đúng, ghi lại' });
  await yes.hover();
  await page.waitForTimeout(900);
  await press(/^Đúng, ghi lại/);
  await press(/^Xem thêm/);
  await panel.locator('summary').first().click();
  await page.evaluate(() => {
    history.pushState(null, '', '/quanly/dangvien');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await page.locator('.rs-table').first().waitFor();
  await page.waitForTimeout(1_500);
  await press(/Mở trang chính/);
  await page.bringToFront();
  await press(/^Thu gọn/);
  await page.close();
  return pressed;
}

/** A page of this machine that is no handbook: the controls ask it for something. */
/** A page is taught, as a person does it: pointed at by mouse, looked at in the view, saved. */
async function teachWalk(browser: ExtensionBrowser, url: string): Promise<number> {
  await browser.act({ type: 'useShipped', host: new URL(url).host, on: false });
  const page = await browser.newTab();
  await page.goto(`${url}/dashboard/default?vao=chibo-34`);
  const { name, points } = expectScreen({ skin: 'vnpt', screen: 'home', account: 'chibo-34' });
  await page.getByText(name).first().waitFor();
  const stage = await openTeaching(browser, page);
  await page.bringToFront();
  const spot = await spotOf(page, written(points?.total ?? -1), { inTable: false });
  await stage.point({ part: 'points' });
  await stage.press(spot);
  await stage.over();
  await stage.save();
  await stage.view.close();
  await page.close();
  await browser.act({ type: 'removeHost', host: new URL(url).host, withReadings: false });
  return 3;
}

async function listener(): Promise<{ url: string; asked: string[]; close: () => void }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('x');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}`, asked, close: () => server.close() };
}

export async function playSilence(options: { report?: (line: string) => void } = {}): Promise<Row[]> {
  const handbook = await startHandbook({ skin: 'vnpt' });
  const foreign = await listener();
  const folder = mkdtempSync(join(tmpdir(), 'sotay-silence-'));
  const netLog = join(folder, 'net.json');
  const browser = await openBrowser({ welcome: true, args: [`--log-net-log=${netLog}`] });
  const at = (path: string) => `chrome-extension://${browser.id}/${path}`;
  let counted: Watch;
  let pressed: number;
  const controls = { request: 0, violation: 0 };
  try {
    counted = await watch(browser, handbook.url);
    await giveConsents(browser);
    options.report?.('dashboard');
    pressed = await dashboardWalk(browser, at);
    options.report?.('popup and side panel');
    pressed += await glances(browser, at);
    options.report?.('overlay');
    // Pressing everything has pressed the settings too.
    await giveConsents(browser);
    const placement = { side: 'right' as const, top: 0.3, collapsed: false };
    await browser.act({
      type: 'saveSettings',
      patch: { language: 'vi', hideNumbers: false, largeText: false, placement },
    });
    pressed += await overlayWalk(browser, handbook.url);
    options.report?.('teaching');
    pressed += await teachWalk(browser, handbook.url);
    await browser.killWorker();
    const last = await browser.openOwn('dashboard.html#/data');
    await last.getByRole('heading', { level: 1 }).waitFor();
    const sums = { foreign: counted.foreign.length, violations: counted.violations.length };
    // The same instruments see a request and a violation when there is one.
    await last.evaluate((url) => fetch(`${url}/from-own-page`).catch(() => undefined), foreign.url);
    const page = await browser.newTab();
    await page.goto(`${handbook.url}/dashboard/default?vao=chibo-34`);
    await page.evaluate((url) => fetch(`${url}/control`, { mode: 'no-cors' }).then(() => undefined), foreign.url);
    await page.waitForTimeout(500);
    controls.request = counted.foreign.splice(sums.foreign).filter((line) => line.includes('/control')).length;
    controls.violation = counted.violations
      .splice(sums.violations)
      .filter((line) => line.includes('connect-src')).length;
  } finally {
    await browser.close();
    await handbook.close();
    foreign.close();
  }
  const logged = requestsIn(netLog);
  rmSync(folder, { recursive: true, force: true });
  const outside = logged.filter((url) => !url.startsWith(handbook.url) && !url.startsWith(foreign.url));
  const isOwnOfBrowser = await browsersOwn();
  return [
    none('requests of pages, frames and workers', counted.foreign),
    none(
      'requests in the browser’s own network log',
      outside.filter((url) => !isOwnOfBrowser(url)),
    ),
    none(
      'requests that reached a listener',
      foreign.asked.filter((path) => path !== '/control'),
    ),
    none('violations of the policy', counted.violations),
    none(
      'console errors',
      browser.wrongs.filter((line) => !line.includes('from-own-page') && !line.includes('connect-src')),
    ),
    atLeast('own pages and views walked', counted.pages.size, 8),
    atLeast('buttons pressed', pressed, 30),
    atLeast('files made', counted.files.length, 5),
    atLeast('control: a request is counted', controls.request, 1),
    atLeast('control: it stands in the network log', logged.filter((url) => url.endsWith('/control')).length, 1),
    atLeast('control: a violation is counted', controls.violation, 1),
  ];
}

/** Hosts this browser asks by itself on the very same pages, without any extension: updates, sign-in, filling in of forms. */
async function browsersOwn(): Promise<(url: string) => boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'sotay-silence-'));
  const netLog = join(folder, 'net.json');
  const browser = await openBrowser({ extension: false, args: [`--log-net-log=${netLog}`] });
  const handbook = await startHandbook({ skin: 'vnpt' });
  const page = await browser.newTab();
  await page.goto(`${handbook.url}/dashboard/default?vao=chibo-34`);
  await page.waitForTimeout(5_000);
  await browser.close();
  await handbook.close();
  const hosts = new Set(requestsIn(netLog).map((url) => new URL(url).host));
  rmSync(folder, { recursive: true, force: true });
  return (url) => hosts.has(new URL(url).host);
}
