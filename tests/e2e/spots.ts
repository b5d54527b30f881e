/** Finds, inside the page, where a text stands: the smallest thing that says it, through shadow roots and frames, in window pixels. */
import type { Page } from 'playwright';

export interface Spot {
  x: number;
  y: number;
}

/** The middle of the smallest visible element that says one of the texts, or ends with it after a label; `nth` from the first. */
export async function spotOf(page: Page, texts: string[], options: { inTable?: boolean } = {}): Promise<Spot> {
  const find = () =>
    page.evaluate(
      ({ wanted, inTable }) => {
        const clean = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
        const hits: { size: number; x: number; y: number }[] = [];
        const visit = (root: Document | ShadowRoot, dx: number, dy: number) => {
          for (const element of root.querySelectorAll<HTMLElement>('*')) {
            if (element.shadowRoot) visit(element.shadowRoot, dx, dy);
            if (element instanceof HTMLIFrameElement && element.contentDocument) {
              const box = element.getBoundingClientRect();
              visit(element.contentDocument, dx + box.left + element.clientLeft, dy + box.top + element.clientTop);
            }
            const text = clean(element.textContent ?? '');
            const says = wanted.some(
              (one) => text === one || text.endsWith(`: ${one}`) || text.endsWith(` ${one} điểm`),
            );
            if (!says || ['SCRIPT', 'STYLE', 'OPTION'].includes(element.tagName)) continue;
            const cell = element.closest('td, th, [role="row"], .rs-table-row, .ant-table-row') !== null;
            if (inTable !== undefined && cell !== inTable) continue;
            const { left, top, width, height } = element.getBoundingClientRect();
            const x = dx + left + Math.min(width / 2, 200);
            const y = dy + top + height / 2;
            if (width < 2 || height < 2 || x < 0 || y < 0 || x > innerWidth || y > innerHeight) continue;
            if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
            hits.push({ size: element.querySelectorAll('*').length * 1e6 + text.length, x, y });
          }
        };
        visit(document, 0, 0);
        return hits.sort((a, b) => a.size - b.size)[0] ?? null;
      },
      { wanted: texts.map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim()), inTable: options.inTable },
    );
  for (let tries = 0; tries < 60; tries++) {
    const hit = await find();
    if (hit !== null) return { x: hit.x, y: hit.y };
    await page.waitForTimeout(100);
  }
  throw new Error(`nothing on ${page.url()} says ${texts.join(' | ')}`);
}

/** A number as pages write it. */
export function written(value: number): string[] {
  const grouped = (by: string) => String(value).replace(/\B(?=(\d{3})+$)/g, by);
  return [String(value), grouped('.'), grouped(','), grouped(' '), grouped('\u00a0')];
}
