/** A copy made, opened by the stock program, everything erased and put back, on the built extension under its own policies. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seal, writePayload } from '../../lib/backup';
import type { AllData } from '../../lib/model/all-data';
import { stockOpen } from '../lib/backup/age-tool';
import { logical, stateFrom, stateWith } from '../lib/backup/states';
import { openBrowser, until, type ExtensionBrowser } from './fixtures';

const NAME = /^ban-sao-rieng-\d{4}-\d{2}-\d{2}\.age$/;
const folder = mkdtempSync(join(tmpdir(), 'sotay-copy-'));
let browser: ExtensionBrowser;
let page: Page;
/** The file as the picker's target holds it, and its passphrase. */
let copy: Buffer;
let typed = '';

beforeAll(async () => {
  browser = await openBrowser();
  for (const item of ['ownPoints', 'cellLists'] as const) {
    await browser.act({ type: 'giveConsent', item, text: 'Tôi đồng ý', language: 'vi' });
  }
  const saved = await browser.act({
    type: 'saveMembers',
    members: [{ name: 'Lê Hoàng Cường' }, { name: 'Trần Thị Bình' }],
  });
  const subjects = ['me', ...(saved.ok ? saved.value.ids : [])];
  const readings = Array.from({ length: 300 }, (_, index) => ({
    subject: subjects[index % 3]!,
    day: `2025-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
    at: null,
    total: index * 10,
    source: 'manual' as const,
    origin: '',
    raw: String(index * 10),
    where: '',
  }));
  await browser.act({ type: 'recordReadings', readings });
  page = await browser.openOwn('dashboard.html#/data');
  // The picker's dialog belongs to the system: a file of the origin's private folder stands in for the one chosen.
  await page.evaluate(() => {
    const stub = async (options: { suggestedName: string }) => {
      const root = await navigator.storage.getDirectory();
      return root.getFileHandle(options.suggestedName, { create: true });
    };
    Object.assign(globalThis, { showSaveFilePicker: stub });
  });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that is kept, by the dashboard's own plain export. */
async function everything(): Promise<AllData> {
  await page.getByRole('button', { name: 'Tải tất cả về máy' }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải tệp', exact: true }).click();
  const path = await (await waiting).path();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return JSON.parse(readFileSync(path, 'utf8')) as AllData;
}

async function begin(bytes: Uint8Array, passphrase: string): Promise<void> {
  await page.getByRole('button', { name: 'Khôi phục từ bản sao' }).click();
  const path = join(folder, 'ban-sao.age');
  writeFileSync(path, bytes);
  await page.getByLabel('Tệp bản sao').setInputFiles(path);
  await page.getByLabel('Mật khẩu của bản sao').fill(passphrase);
  await page.getByRole('button', { name: 'Mở và xem trước' }).click();
}

const shut = async () => {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(?:Thôi|Đóng)$/ })
    .click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};
/** Without the lines that tell of the copy itself. */
const records = (data: AllData) => {
  const { counts: _counts, journal: _journal, ...rest } = logical(data) as { counts: unknown; journal: unknown };
  return rest;
};

describe('a copy outside the browser', () => {
  it('is made, saved, read back and counted; the stock program opens it', async () => {
    await page.getByText('Bản sao ngoài trình duyệt: chưa có').waitFor();
    await page.getByRole('button', { name: 'Tạo bản sao có mật khẩu' }).click();
    typed = await page.locator('.phrase-typed').innerText();
    await page.getByLabel('Tôi đã ghi lại hoặc in mật khẩu này').check();
    await page.getByRole('button', { name: 'Tạo bản sao', exact: true }).click();
    await page.getByRole('button', { name: 'Lưu tệp…' }).click({ timeout: 60_000 });
    await page.getByText(/Đã có bản sao ban-sao-rieng-/).waitFor({ timeout: 60_000 });
    await shut();
    await page.getByText('Bản sao ngoài trình duyệt: hôm nay').waitFor();
    const files = await page.evaluate(async () => {
      const root = (await navigator.storage.getDirectory()) as unknown as {
        values(): AsyncIterable<{ name: string; getFile(): Promise<Blob> }>;
      };
      const found: [string, number[]][] = [];
      for await (const handle of root.values()) {
        if (handle.name.endsWith('.age')) {
          found.push([handle.name, [...new Uint8Array(await (await handle.getFile()).arrayBuffer())]]);
        }
      }
      return found;
    });
    expect(files.map(([name]) => name)).toEqual([expect.stringMatching(NAME)]);
    copy = Buffer.from(files[0]![1]);
    const inside = JSON.parse(stockOpen(copy, typed)) as AllData;
    expect(inside.counts).toMatchObject({ readings: 300, members: 2, consents: 2 });
    expect(records(inside)).toEqual(records(await everything()));
  });

  it('wrong, cut or changed is refused with its reason, and nothing changes', async () => {
    const before = await everything();
    const cut = copy.subarray(0, copy.length - 20);
    const changed = Buffer.from(copy);
    changed[copy.length - 100]! ^= 1;
    const refused: [Uint8Array, string, RegExp][] = [
      [copy, `${typed}-sai`, /Mật khẩu không đúng/],
      [cut, typed, /Tệp bị cắt hoặc bị sửa sau khi tạo/],
      [changed, typed, /Tệp bị cắt hoặc bị sửa sau khi tạo/],
      [Buffer.from('hello, this is something else'), typed, /không phải tệp bản sao/],
      [await seal('{"format":"sotay-data","version":1}', typed, { logN: 4 }), typed, /không đúng dạng/],
    ];
    for (const [bytes, passphrase, reason] of refused) {
      await begin(bytes, passphrase);
      await page.getByText(reason).waitFor({ timeout: 60_000 });
      await shut();
    }
    expect(records(await everything())).toEqual(records(before));
    expect(browser.wrongs).toEqual([]);
  });

  it('brings everything back after it was erased, with the passphrase typed as it is read', async () => {
    const before = await everything();
    await browser.act({ type: 'eraseEverything' });
    await until(everything, (data) => data.counts.readings === 0 && data.counts.members === 0);
    await begin(copy, typed.replaceAll('-', ' ').toUpperCase());
    await page.getByRole('row', { name: /Lần ghi điểm 300 0 0 0 0/ }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Khôi phục', exact: true }).click();
    await page.getByText(/Đã khôi phục xong\. Hiện có 300 lần ghi điểm và 2 người/).waitFor({ timeout: 60_000 });
    await shut();
    expect(records(await everything())).toEqual(records(before));
    expect(browser.wrongs).toEqual([]);
  });

  it('of a hundred thousand readings goes back in one piece', async () => {
    const [one] = stateWith(1, 0).readings;
    const readings = Array.from({ length: 100_000 }, (_, index) => ({
      ...one!,
      id: `r${index}`,
      subject: `m${index % 500}`,
      total: index,
    }));
    const none = stateFrom(0, 0);
    const big = { ...none, readings, counts: { ...none.counts, readings: readings.length } };
    await begin(await seal(writePayload(big), typed, { logN: 10 }), typed);
    await page.getByText('100.000').first().waitFor({ timeout: 90_000 });
    const began = Date.now();
    await page.getByRole('button', { name: 'Khôi phục', exact: true }).click();
    await page.getByText(/Hiện có 100\.300 lần ghi điểm/).waitFor({ timeout: 90_000 });
    console.info(`100.000 readings put back in ${((Date.now() - began) / 1_000).toFixed(1)} s`);
    await shut();
    expect((await everything()).counts.readings).toBe(100_300);
    expect(browser.wrongs).toEqual([]);
  });
});
