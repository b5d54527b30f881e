/** A member's hand-in on the built extension: from one person's browser by file to the secretary's, taken over and taken back; an altered file is refused. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, expect, it } from 'vitest';
import { textsOf } from '../../components/i18n';
import { dayInVietnam, formatDay } from '../../lib/vi/dates';
import { type ExtensionBrowser, openBrowser } from './fixtures';

const SHOTS = join(import.meta.dirname, '../../.artifacts/handin');
const { handin: t } = textsOf('vi');
const TODAY = dayInVietnam(new Date());
const NAME = 'Trần Thị Hòa';
const browsers: ExtensionBrowser[] = [];

async function person(): Promise<ExtensionBrowser> {
  const browser = await openBrowser({});
  browsers.push(browser);
  for (const item of ['ownPoints', 'cellLists'] as const) {
    await browser.act({ type: 'giveConsent', item, text: 'Tôi đồng ý', language: 'vi' });
  }
  return browser;
}
afterAll(async () => {
  const wrongs = browsers.flatMap((browser) => browser.wrongs.splice(0));
  await Promise.all(browsers.map((browser) => browser.close()));
  expect(wrongs).toEqual([]);
});
const shot = (page: Page, name: string) => page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });

it('goes from member to secretary by file alone', async () => {
  mkdirSync(SHOTS, { recursive: true });
  const secretary = await person();
  // The roster spells the name in the other way.
  await secretary.act({ type: 'saveMembers', members: [{ name: 'Trần Thị Hoà' }, { name: 'Lê Văn An' }] });
  const desk = await secretary.openOwn('dashboard.html#/receive');
  await desk.getByRole('button', { name: t.makeKey }).click();
  await desk.getByLabel(t.cellField).fill('Chi bộ 5');
  await desk.getByRole('button', { name: t.makeCard }).click();
  const card = await desk.getByLabel(t.cardLine).inputValue();
  expect(card).toMatch(/^sotay-recipient:/);

  const member = await person();
  const reading = { subject: 'me', day: TODAY, at: null, total: 1_234, source: 'manual' as const };
  await member.act({ type: 'recordReadings', readings: [{ ...reading, origin: '', raw: '1234', where: '' }] });
  const own = await member.openOwn('dashboard.html#/handin');
  await own.getByLabel(t.cardField).fill(card);
  await own.getByRole('button', { name: t.cardUse }).click();
  await own.getByLabel(t.name, { exact: true }).fill(NAME);
  // What leaves is told in words before it does.
  await own
    .getByText(`1.234 (ngày ${formatDay(TODAY)}, tự ghi)`)
    .first()
    .waitFor();
  await shot(own, 'send');
  const waiting = own.waitForEvent('download');
  await own.getByRole('button', { name: t.makeFile }).click();
  const file = readFileSync(await (await waiting).path());
  expect(file.length).toBeLessThan(4_000);
  expect(file.subarray(0, 21).toString()).toBe('age-encryption.org/v1');

  const altered = Buffer.from(file);
  altered[altered.length - 20] = (altered[altered.length - 20] ?? 0) ^ 1;
  await desk.getByLabel(t.choose, { exact: true }).setInputFiles([
    { name: 'sai.age', mimeType: '', buffer: altered },
    { name: 'dung.age', mimeType: '', buffer: file },
  ]);
  await desk.getByText('sai.age').first().waitFor();
  await shot(desk, 'review');
  await desk
    .getByLabel(t.takeName('Trần Thị Hoà'))
    .or(desk.getByLabel(t.takeName(NAME)))
    .first()
    .click();
  await desk.getByRole('button', { name: t.apply }).click();
  await desk.getByText(t.applied('1')).waitFor();
  const roster = await secretary.openOwn('dashboard.html#/cell');
  await roster
    .getByRole('row', { name: /Trần Thị Hoà/ })
    .first()
    .getByText('1.234')
    .first()
    .waitFor();
  await roster.close();

  await desk.getByRole('button', { name: t.undo }).click();
  await desk.getByText(t.undone).waitFor();
});
