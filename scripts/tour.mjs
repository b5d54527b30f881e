/** One walk through the whole product in a real browser, as a secretary would go, with pictures and an exported tally. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHandbook } from '../tests/handbook/server.mjs';
import { ROOT, say } from './machine.mjs';

const ACCOUNT = 'chibo-34';
const DAY_MS = 86_400_000;
const EXTENSION = join(ROOT, '.output/chrome-mv3-e2e');

/**
 * Plays the tour and leaves pictures, `tong-hop-*.xlsx` and `tong-hop-*.csv` in `folder`. With `headless: false` the browser and
 * the handbook stay open afterwards; the answer's `closed` resolves when the person closes the window.
 */
export async function playTour({ browserPath, headless, folder, now = new Date(), port = 0 }) {
  const { chromium } = await import('playwright');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const handbook = await startHandbook({ skin: 'vnpt', port });
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: browserPath,
    headless,
    viewport: headless ? { width: 1280, height: 860 } : null,
    acceptDownloads: true,
    args: [
      `--disable-extensions-except=${EXTENSION}`,
      `--load-extension=${EXTENSION}`,
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium refuses its sandbox to root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const picture = async (page, name) => {
    await page.screenshot({ path: join(folder, `${name}.png`) });
    say(`  ${name}.png`);
  };
  const at = (days) => new Date(now.getTime() + days * DAY_MS + 7 * 3_600_000).toISOString().slice(0, 10);
  const address = (path, day) => `${handbook.url}${path}?vao=${ACCOUNT}&ngay=${day}`;

  say('1. The first screen: what it reads, what it never does, consent.');
  const own = await ownPage(context);
  await own.getByRole('checkbox').first().waitFor();
  await picture(own, '1-dong-y');
  for (const box of await own.getByRole('checkbox').all()) await box.check();
  await own.getByRole('button', { name: 'Ghi nhận quyết định' }).click();
  await own.getByText('Đã ghi nhận.').first().waitFor();

  say('2. The handbook: the first number read is shown and confirmed once.');
  const page = await context.newPage();
  await page.goto(address('/dashboard/default', at(-4)));
  const panel = await panelIn(page);
  await openIfFolded(panel);
  await panel.getByRole('button', { name: 'Đúng, ghi lại' }).waitFor();
  await picture(page, '2-doc-diem');
  // The overlay takes no press in the moment the pointer comes.
  await panel.getByRole('button', { name: 'Đúng, ghi lại' }).hover();
  await page.waitForTimeout(700);
  await panel.getByRole('button', { name: 'Đúng, ghi lại' }).click();
  await panel.getByText('Đã ghi').first().waitFor();

  say('3. Later the points have risen: kept by itself, with today and this month.');
  await page.goto(address('/dashboard/default', at(0)));
  await (
    await panelIn(page)
  )
    .getByText(/^\+[1-9]/)
    .first()
    .waitFor();
  await picture(page, '3-hom-nay');

  say('4. The ranking, page by page: every row is kept once.');
  await page.getByText('Xếp hạng', { exact: true }).first().click();
  await (await panelIn(page)).getByText('đã ghi 30/34').waitFor();
  await page.getByRole('button', { name: '2', exact: true }).click();
  await (await panelIn(page)).getByText('đã ghi 34/34').waitFor();
  await picture(page, '4-xep-hang');

  say('5. The desk: last month’s figures from a file, today’s from the captured ranking.');
  const file = join(folder, 'diem-thang-truoc.csv');
  writeFileSync(file, await lastMonthsFile(context, address('/dashboard/default10', lastDayBefore(at(0)))));
  await own.bringToFront();
  await own.getByRole('link', { name: 'Chi bộ' }).click();
  await own.getByRole('tab', { name: 'Đưa số liệu vào' }).click();
  await own.getByRole('button', { name: 'Đưa vào danh sách…' }).click();
  await save(own);
  await own.getByRole('tab', { name: 'Đưa số liệu vào' }).click();
  await own.locator('input[type=file]').setInputFiles(file);
  await answerDoubts(own);
  await picture(own, '5-xem-lai');
  await save(own);

  say('6. The tally, exported.');
  await own.getByRole('tab', { name: 'Tổng hợp' }).click();
  await own
    .getByText(/^Bảng tổng hợp/)
    .first()
    .waitFor();
  await picture(own, '6-tong-hop');
  for (const kind of ['Excel (.xlsx), nên dùng', 'CSV dấu chấm phẩy (;), mở bằng Excel tiếng Việt']) {
    await exportTo(own, kind, folder);
  }

  say('7. My points over time.');
  await own.getByRole('link', { name: 'Điểm của tôi' }).click();
  await own.locator('.chart-host canvas').waitFor();
  await picture(own, '7-diem-cua-toi');

  const close = async () => {
    await context.close();
    await handbook.close();
    rmSync(join(folder, 'profile'), { recursive: true, force: true });
  };
  if (headless) await close();
  return { url: handbook.url, close, closed: new Promise((resolve) => context.on('close', resolve)) };
}

/** Our dashboard, which the extension opens by itself when installed. */
async function ownPage(context) {
  const isOwn = (page) => page.url().includes('/dashboard.html');
  const open = context.pages().find(isOwn);
  if (open) return open;
  return context.waitForEvent('page', { predicate: async (page) => (await page.waitForURL(/dashboard/), isOwn(page)) });
}

/** The overlay's frame, once it shows something. */
async function panelIn(page) {
  for (let tries = 0; tries < 100; tries++) {
    const frame = page.frames().find((one) => one.url().includes('/panel.html'));
    if (frame && (await frame.getByRole('button').first().isVisible())) return frame;
    await page.waitForTimeout(150);
  }
  throw new Error('the overlay did not appear');
}

/** The card folds itself where it would cover the site's controls. */
async function openIfFolded(panel) {
  const tab = panel.getByRole('button', { name: 'Mở Sổ tay đồng hành' });
  await panel.page().waitForTimeout(1_500);
  if (await tab.isVisible()) await tab.click();
}

async function save(own) {
  await own.getByRole('button', { name: 'Lưu', exact: true }).click();
  const saved = own.getByText(/^Đã lưu/).last();
  await saved.waitFor({ timeout: 30_000 });
  await own.getByRole('button', { name: 'Đóng' }).last().click();
  await saved.waitFor({ state: 'hidden' });
}

/** Namesakes are a question to the secretary; here the first candidate not yet taken is the answer. */
async function answerDoubts(own) {
  await own.getByRole('button', { name: 'Lưu', exact: true }).waitFor();
  const taken = new Set();
  for (const question of await own.getByRole('combobox', { name: /là ai\?$/ }).all()) {
    const options = await question.locator('option').evaluateAll((all) => all.map((one) => one.value));
    const free = options.find((value) => value !== '' && !taken.has(value));
    if (free === undefined) continue;
    taken.add(free);
    await question.selectOption(free);
  }
}

async function exportTo(own, kind, folder) {
  await own.getByRole('button', { name: /^Xuất/ }).click();
  const dialog = own.getByRole('dialog');
  await dialog.getByText(kind).click();
  const arriving = own.waitForEvent('download');
  await dialog.getByRole('button', { name: /^(Lưu|Xuất|Tải)/ }).click();
  const download = await arriving;
  await download.saveAs(join(folder, download.suggestedFilename()));
  say(`  ${download.suggestedFilename()}`);
}

/** What a secretary wrote down at the end of last month: the stand-in's ranking of that day, read without the extension. */
async function lastMonthsFile(context, address) {
  const day = new URL(address).searchParams.get('ngay');
  const browser = await (
    await import('playwright')
  ).chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 2_400 } });
  const lines = [];
  try {
    await page.goto(address);
    for (const number of [1, 2]) {
      if (number > 1) await page.getByRole('button', { name: String(number), exact: true }).click();
      await page.waitForTimeout(2_500);
      const rows = page.locator('.rs-table-body-row-wrapper [role=row]:not(.virtualized)');
      for (const cells of await rows.evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent.trim())),
      )) {
        lines.push(`${cells[1]};${day};${cells[5]}`);
      }
    }
  } finally {
    await browser.close();
  }
  return `\ufeffHọ và tên;Ngày;Điểm tích lũy\r\n${lines.join('\r\n')}\r\n`;
}

function lastDayBefore(day) {
  return new Date(Date.parse(`${day.slice(0, 7)}-01T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}
