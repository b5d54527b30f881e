/** A table of 100,000 rows: few in the page, all reachable by keyboard, positions told to screen readers. */
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LanguageProvider } from '@/components/i18n';
import { type Column, VirtualTable } from '@/components/ui';
import { expectGoodInEveryLook, frame, show, watchScreen } from '../screen';

watchScreen();
const COUNT = 100_000;
interface Row {
  day: string;
  total: number;
}
const columns: Column<Row>[] = [
  { id: 'day', header: 'Ngày', rowHeader: true, cell: (row) => row.day },
  { id: 'total', header: 'Điểm tích lũy', align: 'end', cell: (row) => row.total },
  { id: 'origin', header: 'Nguồn', width: 'minmax(160px, 2fr)', cell: () => 'Trang chủ' },
];
const rowAt = (index: number): Row => ({ day: `Dòng ${index + 1}`, total: index * 3 });

function table(patch: Partial<Parameters<typeof VirtualTable<Row>>[0]> = {}) {
  return show(
    <LanguageProvider language="vi">
      <VirtualTable<Row>
        label="Các lần ghi điểm"
        columns={columns}
        count={COUNT}
        rowAt={rowAt}
        height={440}
        {...patch}
      />
    </LanguageProvider>,
  );
}
const grid = () => page.getByRole('grid', { name: 'Các lần ghi điểm' });
const rows = () => page.getByRole('row').elements();

describe('VirtualTable', () => {
  it('holds a screenful of rows and tells how many there are', async () => {
    await page.viewport(800, 600);
    table();
    await expect.element(page.getByText('Dòng 1', { exact: true })).toBeVisible();
    expect(rows().length).toBeLessThan(40);
    await expect.element(grid()).toHaveAttribute('aria-rowcount', String(COUNT + 1));
    expect(rows()[1]?.getAttribute('aria-rowindex')).toBe('2');
    await expectGoodInEveryLook('virtual-table');
  });

  it('reaches the last row and back by keyboard, with the active row named', async () => {
    table();
    (grid().element() as HTMLElement).focus();
    await userEvent.keyboard('{End}');
    await expect.element(page.getByText(`Dòng ${COUNT}`, { exact: true })).toBeVisible();
    expect(
      document.querySelector(`#${CSS.escape(grid().element().getAttribute('aria-activedescendant') ?? '')}`)
        ?.textContent,
    ).toContain(`Dòng ${COUNT}`);
    await userEvent.keyboard('{Home}');
    await expect.element(page.getByText('Dòng 1', { exact: true })).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{PageDown}');
    const active = grid().element().getAttribute('aria-activedescendant');
    expect(Number(active?.split('-').at(-1))).toBe(2 + Math.floor((440 - 2) / 44) - 2);
  });

  it('opens the active row by Enter', async () => {
    const opened: number[] = [];
    table({ onOpen: (_row, index) => opened.push(index) });
    (grid().element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(opened).toEqual([1]);
  });

  it('never loses the rows in view while it scrolls far and fast', async () => {
    table();
    const box = grid().element();
    let longest = 0;
    for (let step = 1; step <= 40; step++) {
      const before = performance.now();
      box.scrollTop = (step / 40) * (COUNT * 44);
      await frame();
      longest = Math.max(longest, performance.now() - before);
      const area = box.getBoundingClientRect();
      const middle = document.elementFromPoint(area.left + 60, area.top + 240);
      expect(middle?.closest('[role=row]'), `row in the middle at step ${step}`).not.toBeNull();
      expect(rows().length).toBeLessThan(40);
    }
    // Two frames at 60 Hz are 33 ms; the bound is wide because the machine of a test run is shared.
    expect(longest).toBeLessThan(500);
  });

  it('shows few rows without empty space and follows a shrinking list', async () => {
    table({ count: 3 });
    await expect.poll(() => rows().length).toBe(4);
    expect(grid().element().clientHeight).toBeLessThan(220);
    table({ count: 0 });
    await expect.poll(() => rows().length).toBe(1);
  });

  it('asks for the rows in view, so that pages of them can be loaded', async () => {
    const ranges: [number, number][] = [];
    table({ onRange: (first, last) => void ranges.push([first, last]), rowAt: () => undefined });
    await expect.element(page.getByText('…').first()).toBeVisible();
    grid().element().scrollTop = 44 * 5_000;
    await expect.poll(() => ranges.at(-1)?.[0] ?? 0).toBeGreaterThan(4_900);
    expect(ranges.at(-1)?.[1] ?? 0).toBeLessThan(5_100);
  });
});
