/** The overlay: every state, its looks, moving and folding by keyboard, masking, and what it refuses to do. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Overlay, type OverlayProps } from '@/components/glance/Overlay';
import { LanguageProvider, textsOf } from '@/components/i18n';
import type { PanelPlacement, PanelState, PanelView } from '@/lib/protocol';
import { expectAccessible, expectGoodInEveryLook, frame, picture, pressUnhurried, show, watchScreen } from '../screen';
import { PENDING, sampleView } from './sample-view';

watchScreen();
const text = textsOf('vi').glance;

interface Heard {
  confirmed: string[];
  refused: string[];
  opened: string[];
  placed: PanelPlacement[];
  sizes: { width: number; height: number }[];
}
let heard: Heard;

function overlay(view: PanelView, patch: Partial<OverlayProps> = {}) {
  return show(
    <LanguageProvider language={view.language}>
      <Overlay
        view={view}
        link="live"
        busy={false}
        failure={null}
        startOpen
        onConfirm={({ id }) => heard.confirmed.push(id)}
        onRefuse={({ id }) => heard.refused.push(id)}
        onOpen={(to) => heard.opened.push(to)}
        onPlace={(placement) => heard.placed.push(placement)}
        onSize={(size) => heard.sizes.push(size)}
        {...patch}
      />
    </LanguageProvider>,
  );
}

beforeEach(async () => {
  heard = { confirmed: [], refused: [], opened: [], placed: [], sizes: [] };
  // Higher frames are scaled down by the test page, and what is scaled counts as not really seen.
  await page.viewport(340, 680);
});

const STATES: PanelState[] = [
  'noConsent',
  'unknownSite',
  'reading',
  'read',
  'nothingNew',
  'needsConfirm',
  'noPointsHere',
  'sessionEnded',
  'pageChanged',
  'secretPage',
  'steppedDown',
  'storageFailed',
  'locked',
];

describe('Overlay', () => {
  it.each(STATES)('says in state %s what happens, in every look', async (state) => {
    overlay(
      sampleView({
        state,
        pending: state === 'needsConfirm' ? PENDING : null,
        site: state === 'unknownSite' ? null : sampleView().site,
      }),
    );
    await expect.element(page.getByText(text.states[state].title).first()).toBeVisible();
    await expectGoodInEveryLook(`overlay-${state}`);
  });

  it('shows points, gains, target with pace in words, source and cost', async () => {
    overlay(sampleView());
    await expect.element(page.getByText('12.345', { exact: true })).toBeVisible();
    await expect.element(page.getByText('+45')).toBeVisible();
    await expect.element(page.getByText('+860')).toBeVisible();
    await expect.element(page.getByText(text.pace.behind)).toBeVisible();
    await expect.element(page.getByText('Đã được 860 trên 1.500 điểm')).toBeVisible();
    await page.getByText(text.source.title).click();
    await expect.element(page.getByText('“Điểm tích lũy: 12.345”')).toBeVisible();
    await expect.element(page.getByText('09:15, 23/11/2026')).toBeVisible();
    await expect.element(page.getByText('Đọc trang này: lần cuối 1,4 ms, tất cả 12,6 ms.')).toBeVisible();
  });

  it('counts lists, tells what differs and why, and what was skipped', async () => {
    overlay(
      sampleView({
        tables: [
          { kind: 'ranking', captured: 40, total: 300, complete: false, kept: true },
          { kind: 'members', captured: 34, total: 34, complete: true, kept: true },
          { kind: 'tasks', captured: 12, total: 12, complete: true, kept: false },
        ],
        reconciliation: [
          { subject: 'myPoints', ours: 12_345, theirs: 12_345, difference: 0, verdict: 'match', causes: [] },
          {
            subject: 'memberCount',
            ours: 31,
            theirs: 34,
            difference: -3,
            verdict: 'differ',
            causes: ['secretOrHiddenRows'],
          },
        ],
        skipped: { columns: ['Số điện thoại', 'Ngày sinh'], secret: 2 },
        problems: [{ code: 'refusedValue', part: 'Điểm' }],
      }),
    );
    await expect.element(page.getByText('đã ghi 40/300')).toBeVisible();
    await expect.element(page.getByText('đã ghi 34/34 · đủ')).toBeVisible();
    await expect.element(page.getByText('đã xem 12/12 · đủ')).toBeVisible();
    await expect.element(page.getByText('khớp')).toBeVisible();
    await expect.element(page.getByText('lệch 3')).toBeVisible();
    await expect.element(page.getByText(text.reconcile.causes.secretOrHiddenRows)).toBeVisible();
    await expect.element(page.getByText('Không đọc các cột riêng tư: Số điện thoại, Ngày sinh.')).toBeVisible();
    await expect.element(page.getByText('2 dòng mang dấu mật, không đọc.')).toBeVisible();
    await expectGoodInEveryLook('overlay-lists');
  });

  it.each([
    ['noConsent', text.readConsent, 'welcome'],
    ['unknownSite', text.showPlace, 'manual'],
    ['pageChanged', text.writeByHand, 'manual'],
    ['read', text.openDashboard, 'points'],
    ['storageFailed', text.openDashboard, 'data'],
  ] as const)('in state %s leads on by “%s”', async (state, label, view) => {
    overlay(sampleView({ state }));
    await page.getByRole('button', { name: label }).click();
    expect(heard.opened).toEqual([view]);
  });

  it('before consent shows no figures at all', async () => {
    const root = overlay(sampleView({ state: 'noConsent' }));
    expect(root.textContent).not.toContain('12.345');
    expect(root.textContent).not.toContain('860');
  });

  it('hides every number of mine until asked', async () => {
    const root = overlay(
      sampleView({
        hideNumbers: true,
        reconciliation: [
          { subject: 'myPoints', ours: 12_345, theirs: 12_348, difference: -3, verdict: 'differ', causes: [] },
        ],
      }),
    );
    expect(root.textContent).not.toMatch(/12\.345|12\.348|860|\+45/);
    await expectAccessible();
    await picture('overlay-masked');
    await page.getByRole('button', { name: text.showNumbers }).click();
    await expect.element(page.getByText('12.345', { exact: true })).toBeVisible();
  });

  it('confirms a number only after it was in view, by a real press', async () => {
    overlay(sampleView({ state: 'needsConfirm', pending: PENDING }));
    const yes = page.getByRole('button', { name: text.ask.yes });
    await expect.element(yes).toHaveAttribute('aria-disabled', 'true');
    (yes.element() as HTMLElement).click();
    expect(heard.confirmed).toEqual([]);
    await expect.element(yes).not.toHaveAttribute('aria-disabled');
    // A press made by a script is no person.
    (yes.element() as HTMLElement).click();
    expect(heard.confirmed).toEqual([]);
    await pressUnhurried(yes);
    expect(heard.confirmed).toEqual(['p1']);
    await pressUnhurried(page.getByRole('button', { name: text.ask.no }));
    expect(heard.refused).toEqual(['p1']);
  });

  it.each([
    ['covered', 'position:fixed;inset:0;background:#fff;pointer-events:none;z-index:9'],
    ['faded', ''],
  ])('cannot be confirmed while the number is %s, and says why', async (what, style) => {
    const root = overlay(sampleView({ state: 'needsConfirm', pending: PENDING }));
    const cover = document.createElement('div');
    cover.style.cssText = style;
    if (what === 'covered') document.body.append(cover);
    else root.style.opacity = '0.02';
    await expect.element(page.getByText(text.ask.covered)).toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: text.ask.yes })).toHaveAttribute('aria-disabled', 'true');
    cover.remove();
    root.style.opacity = '';
    await expect.element(page.getByRole('button', { name: text.ask.yes })).not.toHaveAttribute('aria-disabled');
  });

  it('does not take a press in the moment the pointer comes, says so, and takes the next', async () => {
    overlay(sampleView({ state: 'needsConfirm', pending: PENDING }));
    const yes = page.getByRole('button', { name: text.ask.yes });
    await expect.element(yes).not.toHaveAttribute('aria-disabled');
    await page.getByRole('heading', { level: 1 }).hover();
    // Longer than a pointer in the frame is silent: it may have been elsewhere.
    await new Promise((resolve) => setTimeout(resolve, 3_200));
    await yes.click();
    await expect.element(page.getByText(text.ask.hasty)).toBeVisible();
    expect(heard.confirmed).toEqual([]);
    await pressUnhurried(yes);
    expect(heard.confirmed).toEqual(['p1']);
  });

  it('takes the keyboard’s press at once', async () => {
    overlay(sampleView({ state: 'needsConfirm', pending: PENDING }));
    const yes = page.getByRole('button', { name: text.ask.yes });
    await expect.element(yes).not.toHaveAttribute('aria-disabled');
    (yes.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    expect(heard.confirmed).toEqual(['p1']);
  });

  it('wishes for the same size whatever it shows', async () => {
    for (const state of STATES) {
      heard.sizes = [];
      const root = overlay(
        sampleView({
          state,
          pending: state === 'needsConfirm' ? { ...PENDING, total: 7, previous: 123_456_789 } : null,
        }),
        { startOpen: false },
      );
      await frame();
      expect(heard.sizes).toEqual(state === STATES[0] ? [{ width: 260, height: 400, yields: true }] : []);
      expect(root.isConnected).toBe(true);
    }
  });

  it('waits again when the number changes under the hand', async () => {
    overlay(sampleView({ state: 'needsConfirm', pending: PENDING }));
    const yes = page.getByRole('button', { name: text.ask.yes });
    await expect.element(yes).not.toHaveAttribute('aria-disabled');
    overlay(sampleView({ state: 'needsConfirm', pending: { ...PENDING, id: 'p2', total: 99_999 } }));
    await frame();
    await expect.element(yes).toHaveAttribute('aria-disabled', 'true');
  });

  it('says that the page must be reloaded once the extension was updated', async () => {
    overlay(sampleView(), { link: 'gone' });
    await expect.element(page.getByRole('alert')).toHaveTextContent(text.frame.reloadTitle);
    await expectAccessible();
    await picture('overlay-gone');
  });

  it('folds by Escape, opens by Enter, and keeps the focus', async () => {
    overlay(sampleView());
    await page.getByRole('button', { name: text.frame.toLeft }).click();
    await userEvent.keyboard('{Escape}');
    expect(heard.placed.at(-1)).toEqual({ side: 'left', top: 0.3, collapsed: true });
    const open = page.getByRole('button', { name: text.frame.expand });
    await expect.element(open).toHaveFocus();
    await expectGoodInEveryLook('overlay-tab');
    await userEvent.keyboard('{Enter}');
    expect(heard.placed.at(-1)?.collapsed).toBe(false);
    await expect.element(page.getByRole('button', { name: text.frame.collapse })).toHaveFocus();
  });

  it('moves by buttons and by arrow keys, and stays inside the window', async () => {
    overlay(sampleView({ placement: { side: 'right', top: 0.05, collapsed: false } }));
    await page.getByRole('button', { name: text.frame.up }).click();
    expect(heard.placed.at(-1)?.top).toBe(0);
    await page.getByRole('button', { name: text.frame.down }).click();
    expect(heard.placed.at(-1)?.top).toBeCloseTo(0.08);
    (page.getByRole('button', { name: text.frame.move }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(heard.placed.at(-1)?.side).toBe('left');
    await userEvent.keyboard('{ArrowDown}');
    expect(heard.placed.at(-1)?.top).toBeCloseTo(0.16);
  });

  it('asks for the size it needs, small when folded', async () => {
    overlay(sampleView());
    await expect.poll(() => heard.sizes.at(-1)?.width).toBe(340);
    const tall = heard.sizes.at(-1)?.height ?? 0;
    expect(tall).toBeGreaterThan(300);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => heard.sizes.at(-1)).toEqual({ width: 48, height: 48, yields: true });
  });

  it('speaks English when asked', async () => {
    overlay(sampleView({ language: 'en' }));
    await expect.element(page.getByText('12,345', { exact: true })).toBeVisible();
    await expect.element(page.getByText('Behind an even pace')).toBeVisible();
  });

  it('rests as a small card that yields, and opens on purpose', async () => {
    await page.viewport(260, 520);
    overlay(
      sampleView({
        tables: [{ kind: 'ranking', captured: 30, total: 34, complete: false, kept: true }],
        reconciliation: [
          { subject: 'myPoints', ours: 12_345, theirs: 12_348, difference: -3, verdict: 'differ', causes: [] },
        ],
      }),
      { startOpen: false },
    );
    await expect.element(page.getByText('12.345', { exact: true })).toBeVisible();
    await expect.element(page.getByText('đã ghi 30/34')).toBeVisible();
    await expect.element(page.getByText('lệch 3')).toBeVisible();
    await expect.poll(() => heard.sizes.at(-1)).toMatchObject({ width: 260, yields: true });
    await expectGoodInEveryLook('overlay-card');
    await page.getByRole('button', { name: text.frame.more }).click();
    await expect.element(page.getByText(text.source.title)).toBeVisible();
    await expect.poll(() => heard.sizes.at(-1)).toMatchObject({ width: 340, yields: false });
  });

  it('asks on the card in few lines', async () => {
    await page.viewport(260, 480);
    overlay(sampleView({ state: 'needsConfirm', pending: PENDING }), { startOpen: false });
    await expect.element(page.getByRole('button', { name: text.ask.yes })).toBeVisible();
    await expectGoodInEveryLook('overlay-card-asks');
  });

  it('is the tab when it was given no room, and opens in full from there', async () => {
    await page.viewport(48, 48);
    overlay(sampleView(), { startOpen: false });
    await page.getByRole('button', { name: text.frame.expand }).click();
    await expect.poll(() => heard.sizes.at(-1)).toMatchObject({ width: 340, yields: false });
    expect(heard.placed).toEqual([]);
  });
});
