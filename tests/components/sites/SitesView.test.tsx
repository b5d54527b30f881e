/** The view of handbook pages on a real store: health in words, switching, taking away, files in and out, samples. */
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { textsOf } from '@/components/i18n';
import type { ExtensionApi } from '@/components/hooks/extension';
import { exportSite } from '@/lib/model/describe-site';
import { scrubPage } from '@/lib/scrub';
import { noteLook } from '@/lib/tracker/write-health';
import { takePagePoints } from '@/lib/tracker/write-page-reading';
import { getHostSite, listReadings } from '@/lib/tracker';
import { taughtSite } from '../../lib/model/taught-site';
import { NOW, type Stage, consent, createStage, expectGoodEverywhere } from '../desk-stage';
import { FakeEvent } from '../fake-chrome';
import { expectGoodInEveryLook, watchScreen } from '../screen';

watchScreen();
const { sites: t, ui } = textsOf('vi');
const HOST = 'so-tay.example.vn';

interface Browser {
  origins: string[];
  /** What the person answers when the browser asks. */
  answer: boolean | Error;
  asked: unknown[];
  tabs: { id?: number; url?: string; title?: string }[];
  scrub: unknown[];
  removed: unknown[];
}

/** The browser around the stage: permissions, tabs, and a background that scrubs as told. */
async function open(origins: string[] = []): Promise<{ stage: Stage; browser: Browser }> {
  const stage = createStage();
  await consent(stage);
  const browser: Browser = {
    origins: ['https://stdv.vnpt.me/*', 'https://*.sotaydangvien.com/*', ...origins],
    answer: true,
    asked: [],
    tabs: [],
    scrub: [],
    removed: [],
  };
  const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
  const changed = new FakeEvent<[object]>();
  chrome.permissions = {
    contains: () => Promise.resolve(false),
    request: (wanted) => {
      browser.asked.push(wanted);
      if (browser.answer instanceof Error) return Promise.reject(browser.answer);
      if (browser.answer) browser.origins.push(...(wanted.origins ?? []));
      queueMicrotask(() => changed.emit({}));
      return Promise.resolve(browser.answer);
    },
    remove: (wanted) => Promise.resolve(void browser.removed.push(wanted)).then(() => true),
    getAll: () => Promise.resolve({ origins: [...browser.origins] }),
    onAdded: changed,
    onRemoved: changed,
  };
  if (chrome.tabs) chrome.tabs.query = () => Promise.resolve(browser.tabs) as never;
  const before = chrome.runtime.sendMessage;
  chrome.runtime.sendMessage = (message) =>
    message.type === 'scrubPage' ? Promise.resolve(browser.scrub.shift()) : before(message);
  await stage.open('#/sites');
  await expect.element(page.getByRole('heading', { name: t.title, level: 1 })).toBeVisible();
  return { stage, browser };
}
const card = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
const choose = (text: string, name = 'mo-ta-trang-2026-11-20.json') =>
  userEvent.upload(page.getByLabelText(t.import.choose, { exact: true }), new File([text], name));

async function withHealth(stage: Stage) {
  await stage.act({ type: 'addHost', host: HOST });
  const look = { host: HOST, site: 'ptit', siteVersion: 1 };
  const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
  await noteLook(stage.db, { ...look, status: 'good', problems: [] }, at(0));
  await noteLook(stage.db, { ...look, status: 'bad', problems: [{ code: 'missing', part: 'points' }] }, at(20));
}

describe('hosts', () => {
  it('are shown with what reads them and how that goes, in words, and follow the store', async () => {
    const { stage } = await open([`https://${HOST}/*`]);
    await expect.element(card(HOST).getByText(t.neverRead)).toBeVisible();
    await withHealth(stage);
    await expect.element(card(HOST).getByText(/mô tả có sẵn “.*”, bản/)).toBeVisible();
    await card(HOST).getByText(t.missing).click();
    await expect.element(card(HOST).getByText(/^Không thấy tổng điểm của tôi: 1 lần, gần nhất 10:20/)).toBeVisible();
    await expectGoodEverywhere('sites');
  });

  it('say what to do when there is none yet', async () => {
    await open();
    await expect.element(page.getByText(t.none)).toBeVisible();
    // Shipped hosts cannot be taken away.
    await expect.element(page.getByRole('button', { name: t.remove })).not.toBeInTheDocument();
  });

  it('are switched off one by one, a shipped one too', async () => {
    const { stage } = await open();
    await card('stdv.vnpt.me').getByRole('checkbox', { name: t.useShipped }).click();
    await expect.element(card('stdv.vnpt.me').getByText(t.byNone)).toBeVisible();
    expect(await getHostSite(stage.db, 'stdv.vnpt.me')).toMatchObject({ shipped: false });
    await expect.element(card('Mọi địa chỉ thuộc sotaydangvien.com').getByText(t.allBelowText)).toBeVisible();
  });

  it('are taken away with their readings only when the box is ticked, counted before', async () => {
    const { stage } = await open([`https://${HOST}/*`]);
    await stage.act({ type: 'addHost', host: HOST });
    const read = {
      raw: '10',
      where: 'span',
      site: 'ptit',
      siteVersion: 1,
      origin: '',
      name: null,
      role: null,
      unit: null,
    };
    for (const [host, total] of [
      [HOST, 10],
      ['stdv.vnpt.me', 20],
    ] as const) {
      await takePagePoints(stage.db, { ...read, host, total, readAt: NOW.toISOString() }, NOW);
      const waits = await stage.db.pending.get('me');
      await stage.act({ type: 'confirmPending', pendingId: waits?.pending?.id ?? '', total });
    }
    await card(HOST).getByRole('button', { name: t.remove }).click();
    await expect.element(page.getByRole('dialog').getByText(t.readingsThere('1', '0'))).toBeVisible();
    await page.getByRole('checkbox', { name: t.withReadings }).click();
    await expect.element(page.getByText(t.readingsGone)).toBeVisible();
    await expectGoodEverywhere('sites-remove');
    stage.broken = true;
    await page.getByRole('button', { name: t.removeAll }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(ui.errors.storage);
    stage.broken = false;
    await page.getByRole('button', { name: t.removeAll }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(await getHostSite(stage.db, HOST)).toBeNull();
    expect((await listReadings(stage.db, { subject: 'me' })).map(({ host }) => host)).toEqual(['stdv.vnpt.me']);
  });

  it('are added by their address in the very press, and not when the browser is refused', async () => {
    const { stage, browser } = await open();
    const field = page.getByLabelText(t.addField);
    await field.fill('http://so-tay.example.vn/x');
    await page.getByRole('button', { name: t.addButton }).click();
    await expect.element(page.getByText(t.addWrong)).toBeVisible();
    expect(browser.asked).toEqual([]);
    await field.fill(`https://${HOST}/dang-nhap?x=1`);
    browser.answer = false;
    await page.getByRole('button', { name: t.addButton }).click();
    await expect.element(page.getByText(t.denied)).toBeVisible();
    expect(await getHostSite(stage.db, HOST)).toBeNull();
    browser.answer = true;
    await page.getByRole('button', { name: t.addButton }).click();
    await expect.element(card(HOST)).toBeVisible();
    expect(browser.asked).toEqual([{ origins: [`https://${HOST}/*`] }, { origins: [`https://${HOST}/*`] }]);
    await expect.element(page.getByText(t.added(HOST))).toBeVisible();
    await field.fill('stdv.vnpt.me');
    await page.getByRole('button', { name: t.addButton }).click();
    await expect.element(page.getByText(t.addThere)).toBeVisible();
  });
});

describe('files', () => {
  it('are shown in words before anything is asked or kept, then allowed and kept in one press', async () => {
    const { stage, browser } = await open();
    await choose(exportSite(taughtSite(HOST, 3, 500)));
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText(t.import.trust)).toBeVisible();
    await expect.element(dialog.getByRole('strong')).toHaveTextContent(HOST);
    await expect.element(dialog.getByText(t.words.leap('500'))).toBeVisible();
    await expect.element(dialog.getByText(/^tổng điểm của tôi/)).toBeVisible();
    await expectGoodEverywhere('sites-import');
    expect(browser.asked).toEqual([]);
    browser.answer = false;
    await dialog.getByRole('button', { name: t.import.use }).click();
    await expect.element(dialog.getByText(t.denied)).toBeVisible();
    expect(await getHostSite(stage.db, HOST)).toBeNull();
    browser.answer = new Error('no gesture');
    await dialog.getByRole('button', { name: t.import.use }).click();
    await expect.element(dialog.getByText(t.askFailed)).toBeVisible();
    browser.answer = true;
    await dialog.getByRole('button', { name: t.import.use }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(await getHostSite(stage.db, HOST)).toMatchObject({ from: 'imported', site: { siteVersion: 3 } });
    expect(browser.asked.at(-1)).toEqual({ origins: [`https://${HOST}/*`] });
    await expect.element(card(HOST).getByText(/mô tả lấy từ tệp/)).toBeVisible();
  });

  it('may be dropped onto the section', async () => {
    await open();
    const data = new DataTransfer();
    data.items.add(new File([exportSite(taughtSite(HOST))], 'mo-ta-trang.json'));
    const region = page.getByRole('region', { name: t.import.title });
    await expect.element(region).toBeVisible();
    const box = region.element();
    for (const type of ['dragover', 'drop'])
      box.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    await expect.element(page.getByRole('dialog', { name: t.import.dialog(HOST) })).toBeVisible();
  });

  it('leave no permission behind when they could not be kept', async () => {
    const { stage, browser } = await open();
    await choose(exportSite(taughtSite(HOST)));
    stage.broken = true;
    await page.getByRole('dialog').getByRole('button', { name: t.import.use }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(t.import.notSaved);
    expect(browser.removed).toEqual([{ origins: [`https://${HOST}/*`] }]);
  });

  it('stand beside what is used now', async () => {
    const { stage } = await open([`https://${HOST}/*`]);
    await stage.act({ type: 'saveHostSite', host: HOST, text: exportSite(taughtSite(HOST)), from: 'taught' });
    await expect.element(card(HOST).getByText(t.byTaught('1', '25/11/2026'))).toBeVisible();
    await choose(exportSite(taughtSite(HOST)));
    await expect.element(page.getByText(t.import.same)).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: ui.cancel }).click();
    await choose(exportSite(taughtSite(HOST, 2)));
    await expect.element(page.getByRole('table', { name: t.import.conflict })).toBeVisible();
    await expect.element(page.getByRole('row', { name: 'Phiên bản 1 2' })).toBeVisible();
    await expectGoodEverywhere('sites-conflict');
  });

  it.each([
    ['no JSON', 'x', t.import.problems.notJson],
    ['another file', '{"format":"sotay-data"}', t.import.problems.notSite],
    ['a group of hosts', JSON.stringify({ ...taughtSite(HOST), hosts: ['*.example.vn'] }), t.import.problems.oneHost],
  ])('are refused: %s', async (_name, text, words) => {
    const { browser } = await open();
    await choose(text);
    await expect.element(page.getByRole('alert')).toHaveTextContent(words);
    expect(browser.asked).toEqual([]);
  });

  it('say what is in them before they are saved', async () => {
    const { stage } = await open([`https://${HOST}/*`]);
    await stage.act({ type: 'saveHostSite', host: HOST, text: exportSite(taughtSite(HOST)), from: 'taught' });
    await card(HOST).getByRole('button', { name: t.exportSite }).click();
    await expect.element(page.getByText(t.export.inside)).toBeVisible();
    await page.getByText(t.export.all).click();
    // Each text the file holds is told.
    for (const word of ['Điểm tích lũy', 'header span', '/'])
      await expect.element(page.getByRole('dialog').getByText(word, { exact: true })).toBeVisible();
    await expectGoodInEveryLook('sites-export');
    await page.getByRole('dialog').getByRole('button', { name: ui.cancel }).click();
    await card(HOST).getByRole('button', { name: t.forget }).click();
    await page.getByRole('dialog').getByRole('button', { name: t.forget }).click();
    await expect.element(card(HOST).getByText(t.byAny)).toBeVisible();
    expect(await getHostSite(stage.db, HOST)).toMatchObject({ site: null });
  });
});

describe('samples', () => {
  const doc = () => {
    const made = document.implementation.createHTMLDocument('x');
    const line = made.createElement('p');
    line.textContent = 'Điểm tích lũy: 12.345';
    const name = made.createElement('p');
    name.textContent = 'Nguyễn Văn Hiển';
    made.body.append(line, name);
    return made;
  };

  it('are made of an open page, looked at and thrown away', async () => {
    const { browser } = await open();
    await expect.element(page.getByText(t.sample.noTabs)).toBeVisible();
    browser.tabs = [{ id: 1 }, { id: 2, url: 'https://stdv.vnpt.me/dashboard', title: 'Trang chủ' }];
    await page.getByRole('button', { name: t.sample.again }).click();
    await expect.element(page.getByLabelText(t.sample.tab)).toHaveTextContent('stdv.vnpt.me: Trang chủ');
    browser.scrub = [{ ok: true, value: scrubPage(doc()).html }];
    await page.getByRole('button', { name: t.sample.make }).click();
    await expect.element(page.getByText(t.sample.replaced('3', '1'))).toBeVisible();
    await expect
      .element(page.getByRole('region', { name: t.sample.source }))
      .toHaveTextContent('Điểm tích lũy: 00.000');
    expect(document.body.textContent).not.toContain('Hiển');
    await expectGoodEverywhere('sites-sample');
    await page.getByRole('button', { name: t.sample.drop }).click();
    await expect.element(page.getByText(t.sample.preview)).not.toBeInTheDocument();
  });

  it.each([
    [{ ok: false, code: 'notAllowed', detail: 'secretPage' }, t.sample.failures.secret],
    [{ ok: false, code: 'tooLarge', detail: '' }, t.sample.failures.tooLarge],
    [{ ok: false, code: 'invalid', detail: 'notScrubbed' }, t.sample.failures.notScrubbed],
    [{ ok: false, code: 'noConsent', detail: '' }, ui.errors.noConsent],
  ])('say why there is none: %s', async (reply, words) => {
    const { browser } = await open();
    browser.tabs = [{ id: 2, url: 'https://stdv.vnpt.me/dashboard', title: 'x' }];
    await page.getByRole('button', { name: t.sample.again }).click();
    browser.scrub = [reply];
    await page.getByRole('button', { name: t.sample.make }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(words);
  });

  it('name no title while numbers are hidden', async () => {
    const { stage, browser } = await open();
    await stage.act({ type: 'saveSettings', patch: { hideNumbers: true } });
    browser.tabs = [{ id: 2, url: 'https://stdv.vnpt.me/dashboard', title: 'Nguyễn Văn An: 12.345' }];
    await page.getByRole('button', { name: t.sample.again }).click();
    await expect.element(page.getByLabelText(t.sample.tab)).toHaveTextContent('stdv.vnpt.me');
    await expect.poll(() => document.body.textContent).not.toContain('12.345');
  });
});
