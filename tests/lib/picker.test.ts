/** Teaching on every skin of the stand-in with its shipped site switched off, and what changed copies of its pages then give. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/reader';
import { judge, open, runChanges, teach } from '../teach/job';
import { standInPages } from '../teach/stand-in';

const pages = standInPages();
const NOW = new Date('2026-11-25T05:00:00Z');

describe('teaching the stand-in', () => {
  it('has pages of all skins', () => {
    expect(new Set(pages.map(({ name }) => name.split('/')[0])).size).toBe(5);
    expect(pages.length).toBeGreaterThan(30);
  });

  it.each(pages.map((page) => [page.name, page] as const))(
    '%s is taught by pointing and read exactly',
    (_name, page) => {
      const { site, why } = teach(page);
      expect(why.split(', ').filter((text) => text !== 'no points' && text !== '')).toEqual([]);
      if (site === null) throw new Error(why);
      expect(
        judge(
          readPage(open(page.html), 'https://so-tay.example.vn/trang', site, NOW),
          page,
          page.points !== null && why === '',
        ),
      ).toBe('exact');
    },
  );

  it('never reads a wrong value from 700 changed pages', () => {
    const small = pages.filter((page) => page.html.length < 90_000);
    const taught = small.flatMap((known) => {
      const { site } = teach(known);
      return site === null ? [] : [{ known, site }];
    });
    const tally = runChanges(taught, 700, 20_261_125);
    expect(tally.wrong).toEqual([]);
    expect(tally.pages).toBe(700);
    expect(tally.keeping.exact).toBeGreaterThan(tally.keeping.refused);
    process.stdout.write(`taught pages changed: ${JSON.stringify({ ...tally, byChange: undefined })}\n`);
  }, 300_000);
});
