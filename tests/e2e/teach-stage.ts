/** Teaching on the built extension: the view in a tab of its own, the picker's frame in the page, and what they say. */
import type { Frame, Page } from 'playwright';
import type { Reply } from '../../lib/protocol';
import type { TeachingState, What } from '../../lib/teaching';
import { type ExtensionBrowser, until } from './fixtures';
import type { Spot } from './spots';

interface Chrome {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
}

export interface TeachStage {
  /** The page that is taught. */
  page: Page;
  tabId: number;
  /** The teaching view of that page, in a tab of its own. */
  view: Page;
  state(): Promise<TeachingState>;
  send(message: object): Promise<Reply<TeachingState>>;
  /** Presses “Chỉ” in the view and gives the picker's frame, ready. */
  point(what: What): Promise<Frame>;
  /** The same, ordered by a message. */
  begin(what: What): Promise<Frame>;
  /** The picker's frame, or null. */
  picker(): Frame | null;
  /** Waits until pointing is over. */
  over(): Promise<TeachingState>;
  /** Presses “Lưu” in the view and waits until it says so. */
  save(): Promise<void>;
  /** Moves the mouse there until something is lit, and presses. */
  press(spot: Spot): Promise<void>;
}

const PART_NAMES = {
  points: 'tổng điểm của tôi',
  name: 'tên của tôi',
  role: 'vai trò của tôi',
  unit: 'chi bộ của tôi',
} as const;
const LIST_NAMES = {
  ranking: 'bảng xếp hạng',
  meetings: 'danh sách buổi sinh hoạt',
  members: 'danh sách đảng viên',
  documents: 'tài liệu, văn bản',
  study: 'học tập nghị quyết',
  attendance: 'điểm danh',
  tasks: 'nhiệm vụ',
} as const;

function nameOf(what: What): string {
  const names: Partial<Record<string, string>> = { ...PART_NAMES, ...LIST_NAMES };
  const name = 'part' in what ? names[what.part] : what.list === null ? 'danh sách khác' : names[what.list];
  if (name === undefined) throw new Error(`no name for ${JSON.stringify(what)}`);
  return name;
}

/** Opens the teaching view of a page that stands in a tab already. */
export async function openTeaching(browser: ExtensionBrowser, page: Page): Promise<TeachStage> {
  const own = await browser.openOwn('popup.html');
  const tabId = await own.evaluate(async (url) => {
    const { tabs } = (globalThis as unknown as { chrome: Chrome }).chrome;
    return (await tabs.query({})).find((tab) => tab.url === url)?.id ?? -1;
  }, page.url());
  await own.close();
  if (tabId < 0) throw new Error(`no tab shows ${page.url()}`);
  const view = await browser.openOwn(`dashboard.html#/teach/${tabId}`);
  const send = (message: object) =>
    view.evaluate(
      (sent) =>
        (globalThis as unknown as { chrome: Chrome }).chrome.runtime.sendMessage(sent) as Promise<Reply<TeachingState>>,
      { tabId, ...message },
    );
  const state = async (): Promise<TeachingState> => {
    const reply = await send({ type: 'getTeaching' });
    if (!reply.ok) throw new Error(`no state: ${reply.code} ${reply.detail}`);
    return reply.value;
  };
  const picker = (): Frame | null => page.frames().find((frame) => frame.url().endsWith('/panel.html#pick')) ?? null;
  const ready = async (): Promise<Frame> => {
    const frame = await until(
      async () => {
        const found = picker();
        const asks = await found
          ?.locator('.picker-ask')
          .textContent()
          .catch(() => null);
        return asks !== null && asks !== undefined && asks.startsWith('Chỉ vào') ? found : null;
      },
      (found) => found !== null,
    );
    await page.bringToFront();
    if (frame === null) throw new Error('no picker');
    return frame;
  };
  return {
    page,
    tabId,
    view,
    state,
    send,
    picker,
    async begin(what) {
      await page.bringToFront();
      const reply = await send({ type: 'startPicking', what });
      if (!reply.ok) throw new Error(`not begun: ${reply.code} ${reply.detail}`);
      return ready();
    },
    async point(what) {
      await view.bringToFront();
      const button = view.getByRole('button', { name: new RegExp(`^Chỉ( lại)?: ${nameOf(what)}`) });
      const quiz = view.locator('summary', { hasText: 'trắc nghiệm' });
      if (
        !(await button
          .first()
          .isVisible()
          .catch(() => false)) &&
        (await quiz.count()) > 0 &&
        'part' in what &&
        what.part.startsWith('quiz')
      )
        await quiz.first().click();
      await button.first().click();
      return ready();
    },
    async over() {
      const said = () =>
        picker()
          ?.locator('.picker-words')
          .innerText()
          .catch(() => '');
      const last = await until(state, ({ picking, ended }) => picking === null && ended !== null, 8_000).catch(
        async (error: Error) => {
          throw new Error(`the picker says “${await said()}”; ${error.message.slice(0, 200)}`);
        },
      );
      await until(picker, (frame) => frame === null);
      return last;
    },
    async save() {
      await view.bringToFront();
      await view.getByRole('button', { name: 'Lưu', exact: true }).click();
      await view.getByText('Đã lưu. Từ nay trang này').waitFor();
    },
    async press(spot) {
      const lit = async () =>
        (await picker()
          ?.locator('.picker-lit')
          .textContent()
          .catch(() => '')) ?? '';
      // A frame just shown is not yet in the browser's map of the window: as a person does, the pointer moves until it lights.
      for (let tries = 0; tries < 8; tries++) {
        await page.mouse.move(spot.x - 3, spot.y);
        await page.mouse.move(spot.x, spot.y);
        const shines = await until(
          lit,
          (text) => text.includes(':') || /^(Vùng|Bảng|Dòng|Mục|Danh sách)/.test(text),
          1_000,
        ).then(
          () => true,
          () => false,
        );
        if (shines) break;
      }
      await page.mouse.down();
      await page.mouse.up();
    },
  };
}
