/** The tour: offered quietly, five steps with the keyboard, left by Escape, never offered again, taken again from the settings. */
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { textsOf } from '@/components/i18n';
import { TOUR_STEPS } from '@/components/tour/steps';
import { getSettings } from '@/lib/tracker';
import { consent, createStage } from '../desk-stage';
import { expectGoodInEveryLook, watchScreen } from '../screen';

watchScreen();
const { tour: t, tally } = textsOf('vi');
const button = (name: string) => page.getByRole('button', { name, exact: true });
const count = (at: number) => `Bước ${at} trên 5`;

async function atCell() {
  const stage = createStage();
  await consent(stage);
  await stage.open('#/cell');
  await expect.element(button(t.start)).toBeVisible();
  return stage;
}

describe('the tour', () => {
  it('starts only when asked, shows each view, and is gone when finished', async () => {
    const stage = await atCell();
    expect(document.querySelector('dialog')).toBeNull();
    await button(t.start).click();
    const views = ['#/cell/roster', '#/cell/bring', '#/cell/tally', '#/meetings', '#/reports'];
    for (const [index, step] of TOUR_STEPS.entries()) {
      await expect
        .element(page.getByRole('dialog'))
        .toHaveAccessibleName(`${count(index + 1)} : ${t.steps[step].title}`);
      await expect.poll(() => document.activeElement?.textContent).toContain(count(index + 1));
      expect(location.hash).toBe(views[index]);
      // Leave, back (from the second step on), next; the last step has no leave.
      const presses = index === 0 || index === 4 ? 2 : 3;
      await userEvent.keyboard(`${'{Tab}'.repeat(presses)}{Enter}`);
    }
    await expect.poll(() => document.querySelector('dialog')).toBeNull();
    await expect.poll(() => document.activeElement?.matches('main h1, .nav > [aria-current]')).toBe(true);
    await expect.poll(async () => (await getSettings(stage.db)).tourSeen).toBe(true);
    await stage.open('#/cell');
    await expect.element(page.getByRole('tab', { name: tally.tabs.tally })).toBeVisible();
    expect(document.body.textContent).not.toContain(t.offer);
  });

  it('shows the tab that a step speaks of', async () => {
    await atCell();
    await button(t.start).click();
    await button(t.next).click();
    await expect
      .poll(() => document.querySelector('[role=tab][aria-selected=true]')?.textContent)
      .toBe(tally.tabs.bring);
    await button(t.back).click();
    await expect
      .poll(() => document.querySelector('[role=tab][aria-selected=true]')?.textContent)
      .toBe(tally.tabs.roster);
  });

  it.each([0, 1, 2, 3, 4])('is left by Escape after %i steps, with the focus on the view, for good', async (steps) => {
    const stage = await atCell();
    await button(t.start).click();
    for (let step = 0; step < steps; step++) await button(t.next).click();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.querySelector('dialog')).toBeNull();
    // The heading of the view, or its entry above while the view is still loading.
    await expect.poll(() => document.activeElement?.matches('main h1, .nav > [aria-current]')).toBe(true);
    await expect.element(page.getByText(t.againIn)).toBeVisible();
    await expect.poll(async () => (await getSettings(stage.db)).tourSeen).toBe(true);
    await stage.open('#/settings');
    await button(t.start).click();
    await expect.element(page.getByRole('dialog')).toHaveTextContent(count(1));
  });

  it('is declined with one press and does not come back', async () => {
    const stage = await atCell();
    await button(t.decline).click();
    expect(document.body.textContent).not.toContain(t.offer);
    await expect.poll(async () => (await getSettings(stage.db)).tourSeen).toBe(true);
  });

  it('reads well in every look and at 360 px', async () => {
    await atCell();
    await button(t.start).click();
    await page.viewport(360, 640);
    await expectGoodInEveryLook('tour-360');
    await page.viewport(1280, 800);
    await expectGoodInEveryLook('tour');
  });
});
