/** The whole dashboard on a real store of its own, with the real writer standing where the background stands. */
import '@/entrypoints/dashboard/dashboard.css';
import '@/entrypoints/dashboard/print.css';
import { setUpZod } from '@/entrypoints/dashboard/setup';
import { afterEach } from 'vitest';
import { page } from 'vitest/browser';
import { App } from '@/components/App';
import { DbContext } from '@/components/hooks/use-db';
import { type OwnPageAction, ownPageActionSchema } from '@/lib/model/actions';
import { openTracker, type TrackerDb } from '@/lib/tracker';
import { createRestore } from '@/entrypoints/background/restore';
import { perform } from '@/lib/tracker/perform';
import { NO_SAFETY, type Safety } from '@/lib/tracker/safety';
import { FakePort, installFakeChrome } from './fake-chrome';
import { expectGoodInEveryLook, frame, show } from './screen';

setUpZod();

export const NOW = new Date('2026-11-20T03:00:00.000Z');

export interface Stage {
  db: TrackerDb;
  /** Does what the background does with an action. */
  act: (action: OwnPageAction) => Promise<unknown>;
  /** Set to make every write fail as a full disk would. */
  broken: boolean;
  /** What a restore goes back to. */
  safety: Safety;
  open: (hash: string) => Promise<HTMLElement>;
}

let count = 0;
const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
  location.hash = '';
});

export function createStage(now: () => Date = () => NOW): Stage {
  const db = openTracker(`stage-${Date.now()}-${(count += 1)}`);
  const { chrome, remove } = installFakeChrome();
  const stage: Stage = {
    db,
    broken: false,
    safety: NO_SAFETY,
    act: (action) => perform(db, ownPageActionSchema.parse(action), now()),
    open: async (hash) => {
      location.hash = hash;
      const root = show(
        <DbContext.Provider value={db}>
          <App now={now} />
        </DbContext.Provider>,
      );
      await frame();
      return root;
    },
  };
  chrome.runtime.sendMessage = (message) => {
    if (stage.broken) return Promise.resolve({ ok: false, code: 'storage', detail: 'disk full' });
    const { action } = message as { action: OwnPageAction };
    return stage.act(action);
  };
  const restore = createRestore({
    store: () => Promise.resolve(db),
    // Looked up when it is used: a test may set another one.
    safety: {
      snapshot: (reason) => stage.safety.snapshot(reason),
      at: () => stage.safety.at(),
      restore: (name, onlyIfSeq) => stage.safety.restore(name, onlyIfSeq),
    },
    now,
    onReplaced: () => Promise.resolve(),
  });
  chrome.runtime.connect = ({ name }) => {
    const port = new FakePort(name);
    // The background's end: what is posted here arrives there, and the other way round.
    const said: ((message: unknown) => void)[] = [];
    port.postMessage = (message) => said.forEach((listener) => listener(structuredClone(message)));
    const other = {
      postMessage: (message: unknown) => port.onMessage.emit(message),
      onMessage: { addListener: (listener: (message: unknown) => void) => void said.push(listener) },
    };
    if (name === 'restore' && !stage.broken) restore.addPort(other, Promise.resolve(true));
    else queueMicrotask(() => port.drop());
    chrome.ports.push(port);
    return port;
  };
  // The store is left behind: a live query may still be under way, and each name is used once.
  void page.viewport(1200, 900);
  endings.push(() => {
    show(null);
    remove();
  });
  return stage;
}

/** Consents given, so that the screens themselves are shown. */
export async function consent(stage: Stage): Promise<void> {
  for (const item of ['ownPoints', 'cellLists'] as const) {
    await stage.act({ type: 'giveConsent', item, text: 'Tôi đồng ý.', language: 'vi' });
  }
}

/** The seven of the example cell: 70.000 down to 1.000, mean 15.000, median 6.000. */
export const SEVEN = [
  ['Nguyễn Văn An', 70_000],
  ['Trần Thị Bình', 12_000],
  ['Lê Hoàng Cường', 9_000],
  ['Phạm Thu Dung', 6_000],
  ['Đỗ Văn Đông', 4_000],
  ['Hoàng Thị Hòa', 3_000],
  ['Vũ Minh Khoa', 1_000],
] as const;

/** CSV of the seven with zero before the period, so that points equal the totals. */
export function sevenAsCsv(separator = ';'): string {
  const lines = SEVEN.flatMap(([name, total], index) => [
    [name, `M0${index + 1}`, '31/08/2026', '0', 'x'],
    [name, `M0${index + 1}`, '30/09/2026', String(total), 'x'],
  ]);
  return [['Họ và tên', 'Mã', 'Ngày', 'Điểm tích lũy', 'Đã cài đặt'], ...lines]
    .map((line) => line.join(separator))
    .join('\r\n');
}

/** With consent given, the seven are pasted on the cell's page and saved. */
export async function bringSeven(stage: Stage): Promise<void> {
  await consent(stage);
  await stage.open('#/cell');
  await page.getByRole('tab', { name: 'Đưa số liệu vào' }).click();
  await page.getByLabelText(/Chép các ô trong Excel/).fill(sevenAsCsv('\t'));
  await page.getByRole('button', { name: 'Đọc phần đã dán' }).click();
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
}

/** Axe and pictures in light, dark and large text on a desk-size window, then on a phone-size one. */
export async function expectGoodEverywhere(name: string): Promise<void> {
  await page.viewport(1200, 1700);
  await expectGoodInEveryLook(name);
  await page.viewport(360, 1700);
  await expectGoodInEveryLook(`${name}-360`);
  if (document.documentElement.scrollWidth > 360) throw new Error(`${name} is wider than a 360 px window`);
  await page.viewport(1200, 900);
}
