/** Renders a component the way our pages do and checks it with axe in light, dark and large text; console output fails the test. */
import '@/components/ui/ui.css';
import '@/components/glance/glance.css';
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { type Locator, page, server } from 'vitest/browser';
import { VISIBLE_FIRST_MS } from '@/components/glance/Ask';
import { applyAppearance } from '@/components/hooks/use-appearance';

const LOOKS = [
  { name: 'light', theme: 'light', largeText: false },
  { name: 'dark', theme: 'dark', largeText: false },
  { name: 'large', theme: 'light', largeText: true },
] as const;

let root: HTMLElement | null = null;

/** Call once at the top of a test file. */
export function watchScreen() {
  const output: unknown[][] = [];
  beforeEach(() => {
    output.length = 0;
    for (const level of ['log', 'info', 'warn', 'error'] as const) {
      vi.spyOn(console, level).mockImplementation((...args: unknown[]) => void output.push([level, ...args]));
    }
    document.title = 'Sổ tay đồng hành';
    applyAppearance(document.documentElement, { theme: 'light', largeText: false, language: 'vi' });
  });
  afterEach(() => {
    if (root) {
      render(null, root);
      root.remove();
      root = null;
    }
    vi.restoreAllMocks();
    expect(output, 'a component wrote to the console').toEqual([]);
  });
}

/** Renders into a fresh element of the body. */
export function show(node: ComponentChild): HTMLElement {
  if (!root) {
    root = document.createElement('div');
    root.id = 'root';
    document.body.append(root);
  }
  render(node, root);
  return root;
}

/** No finding of WCAG 2.2 A and AA, target sizes included; `look` is light, dark or large. */
export async function expectAccessible(): Promise<void> {
  const report = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // A component alone is not a page: landmarks and the first heading belong to the page around it.
    rules: {
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
      'landmark-one-main': { enabled: false },
    },
  });
  const found = report.violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map((node) => `${node.html.slice(0, 160)} | ${node.any[0]?.message ?? ''}`),
  }));
  expect(found).toEqual([]);
}

/** Checks in light, dark and large text, and keeps a picture of each in .artifacts/screens. */
export async function expectGoodInEveryLook(name: string): Promise<void> {
  for (const look of LOOKS) {
    document.documentElement.dataset.theme = look.theme;
    if (look.largeText) document.documentElement.dataset.text = 'large';
    else delete document.documentElement.dataset.text;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await picture(`${name}-${look.name}`);
    await expectAccessible();
  }
}

export async function picture(name: string): Promise<void> {
  await page.screenshot({
    element: document.documentElement,
    path: `${server.config.root}/.artifacts/screens/${name}.png`,
  });
}

/** Presses as a person does: the pointer comes first, and the press a moment later. */
export async function pressUnhurried(target: Locator): Promise<void> {
  await target.hover();
  await new Promise((resolve) => setTimeout(resolve, VISIBLE_FIRST_MS + 100));
  await target.click();
}

/** The next painted frame. */
export function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
