/** The picker's frame: lights what the page's half says, takes only what was lit and seen, and has a key for every button. */
import '@/components/picker/picker.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { textsOf } from '@/components/i18n';
import { PickerFrame } from '@/components/picker/PickerFrame';
import type { BackgroundToPicker, Lit } from '@/lib/teaching';
import { type FakeChrome, installFakeChrome } from '../fake-chrome';
import { expectGoodInEveryLook, show, watchScreen } from '../screen';

watchScreen();
const { picker: text, teach } = textsOf('vi');
let chrome: FakeChrome;
let remove: () => void;
beforeEach(async () => {
  await page.viewport(800, 600);
  ({ chrome, remove } = installFakeChrome());
});
afterEach(() => remove());

const LIT: Lit = {
  seq: 3,
  box: { left: 100, top: 100, width: 160, height: 30 },
  kind: 'number',
  sample: '12.345',
  alike: 1,
  barred: false,
  wider: true,
  narrower: false,
};
const say = (message: BackgroundToPicker) => chrome.ports.at(-1)?.onMessage.emit(message);
const lit = (patch: Partial<Lit> = {}) =>
  say({ type: 'lit', answer: { ok: true, lit: { ...LIT, ...patch } }, for: 'point' });
/** Looks ask by themselves; what a person does is told apart. */
const sent = () => (chrome.ports.at(-1)?.sent ?? []).filter((message) => (message as { type: string }).type !== 'look');

async function open() {
  show(<PickerFrame />);
  await expect.poll(sent).toEqual([{ type: 'watchPicking' }]);
  say({
    type: 'picking',
    what: { part: 'points' },
    again: false,
    look: { theme: 'light', largeText: false, language: 'vi' },
  });
  await expect.element(page.getByText(text.askPart(teach.ask.points))).toBeVisible();
}

describe('PickerFrame', () => {
  it('says what to point at, and lights it, in every look', async () => {
    await open();
    lit();
    await expect.element(page.getByRole('status')).toHaveTextContent('Con số: 12.345');
    await expectGoodInEveryLook('picker');
  });

  it('sends steps for keys, and takes on Enter what was lit and seen', async () => {
    await open();
    await userEvent.keyboard('{Tab}');
    lit();
    await expect.element(page.getByRole('status')).toHaveTextContent('12.345');
    await userEvent.keyboard('{ArrowUp}');
    lit({ seq: 4 });
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(sent)
      .toEqual([
        { type: 'watchPicking' },
        { type: 'step', by: 'next' },
        { type: 'step', by: 'wider' },
        { type: 'take', seq: 4 },
      ]);
    say({ type: 'refused', problem: 'tooWide' });
    await expect.element(page.getByRole('status')).toHaveTextContent(teach.problems.tooWide);
    await userEvent.keyboard('{Escape}');
    expect(sent().at(-1)).toEqual({ type: 'leave' });
  });

  it('takes nothing that is barred, and nothing while nothing is lit', async () => {
    await open();
    await userEvent.keyboard('{Enter}');
    lit({ barred: true });
    await expect.element(page.getByRole('status')).toHaveTextContent(text.barred);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: text.take })).toHaveAttribute('aria-disabled', 'true');
    await expect.element(page.getByRole('status')).toHaveTextContent(text.covered);
    expect(sent().some((message) => (message as { type: string }).type === 'take')).toBe(false);
  });

  it('takes nothing while something lies over the light', async () => {
    await open();
    lit();
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;left:90px;top:90px;width:200px;height:60px;background:#fff;z-index:9';
    document.body.append(cover);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('status')).toHaveTextContent(text.covered);
    cover.remove();
    expect(sent().some((message) => (message as { type: string }).type === 'take')).toBe(false);
  });

  it('leaves the page to the person, and comes back', async () => {
    await open();
    lit();
    await page.getByRole('button', { name: text.scroll }).click();
    expect(sent().at(-1)).toMatchObject({ type: 'rest', side: 'bottom' });
    await expect.element(page.getByText(text.resting)).toBeVisible();
    await page.getByRole('button', { name: text.resume }).click();
    expect(sent().at(-1)).toEqual({ type: 'resume' });
  });

  it('moves its bar away from the light', async () => {
    await open();
    lit({ box: { left: 100, top: 560, width: 160, height: 30 } });
    await expect.poll(() => document.querySelector('.picker-bar')?.getAttribute('data-side')).toBe('top');
  });

  it('says so when the extension is gone', async () => {
    await open();
    chrome.ports.at(-1)?.drop();
    await expect.element(page.getByRole('status')).toHaveTextContent(text.gone);
  });
});
