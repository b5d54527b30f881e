/** More than 2,000 changed pages: where the meaning was kept every value is exact or the page refused; where it was broken nothing is wrong. */
import { describe, expect, it } from 'vitest';
import type { PageRead } from '../../../lib/model/observation';
import { findSite, readPage } from '../../../lib/reader';
import { SITES } from '../../../lib/sites';
import { type Outcome, judge, readChanged, samples } from './changed-pages';
import type { KnownPage } from './grid-page';
import { BREAKING, type Change, KEEPING } from './mutations';
import { NOW, flat, hasRealPages, openHtml, readHtml, realText } from './open-page';

/** These changes look at the document only. */
const NO_PAGE: KnownPage = {
  kind: 'members',
  heading: '',
  points: 0,
  heads: [],
  cells: [],
  truth: [],
  total: null,
  complete: false,
};
const PER_CHANGE = 44;
const SEED = 20_261_120;

const tally = { pages: 0, exact: 0, part: 0, refused: 0 };

function run(change: Change, seed: number): { outcomes: Outcome[]; wrong: string[] } {
  const outcomes: Outcome[] = [];
  const wrong: string[] = [];
  for (const [page, a] of samples(PER_CHANGE, seed)) {
    const { read, applied } = readChanged(page, [{ change, seed: a }]);
    if (!applied) continue;
    const outcome = judge(read, page);
    outcomes.push(outcome);
    tally.pages++;
    if (typeof outcome === 'object') wrong.push(`${page.kind}: ${outcome.wrong}`);
    else tally[outcome]++;
  }
  return { outcomes, wrong };
}

describe('changed pages', () => {
  it('reads the unchanged pages exactly', () => {
    for (const [page] of samples(40, SEED)) expect(judge(readChanged(page, []).read, page)).toBe('exact');
  });

  it.each(KEEPING.map((change, index) => ({ change, index })))('meaning kept: $change.name', ({ change, index }) => {
    const { outcomes, wrong } = run(change, SEED + index);
    expect(wrong).toEqual([]);
    expect(outcomes.length).toBeGreaterThan(5);
    const exact = outcomes.filter((outcome) => outcome === 'exact').length;
    expect(exact / outcomes.length, 'share still read exactly').toBeGreaterThanOrEqual(
      change.name === 'all classes gone' ? 0 : 0.99,
    );
  });

  it.each(BREAKING.map((change, index) => ({ change, index })))('meaning broken: $change.name', ({ change, index }) => {
    const { outcomes, wrong } = run(change, SEED + 100 + index);
    expect(wrong).toEqual([]);
    expect(outcomes.length).toBeGreaterThan(5);
    if (change.refuse === true) expect(outcomes.filter((outcome) => outcome !== 'refused')).toEqual([]);
  });

  it.each([
    // Each once slipped through a campaign of 20,000 pages.
    ['points continued in the next span', 'blanks and no-break blanks'],
    ['two heads with one name', 'a required head renamed'],
    ['a required head emptied', 'two heads with one name'],
  ])('nothing wrong: %s + %s', (...names) => {
    const chosen = names.map((name) => [...KEEPING, ...BREAKING].find((change) => change.name === name));
    const wrong: Outcome[] = [];
    let applied = 0;
    for (const [page, a, b] of samples(120, SEED + 600)) {
      const changes = chosen.flatMap((change, index) => (change ? [{ change, seed: index === 0 ? a : b }] : []));
      const changed = readChanged(page, changes);
      if (changed.applied) applied++;
      const outcome = judge(changed.read, page);
      if (typeof outcome === 'object') wrong.push(outcome);
    }
    expect(applied).toBe(120);
    expect(wrong).toEqual([]);
  });

  it('survives several changes at once', () => {
    const wrong: string[] = [];
    for (const [page, a, b] of samples(400, SEED + 500)) {
      const first = KEEPING[a % KEEPING.length];
      const second = b % 3 === 0 ? BREAKING[b % BREAKING.length] : KEEPING[b % KEEPING.length];
      if (!first || !second || first === second) continue;
      const outcome = judge(
        readChanged(page, [
          { change: first, seed: a },
          { change: second, seed: b },
        ]).read,
        page,
      );
      tally.pages++;
      if (typeof outcome === 'object') wrong.push(`${first.name} + ${second.name}: ${page.kind}: ${outcome.wrong}`);
      else tally[outcome]++;
    }
    expect(wrong).toEqual([]);
  });

  it('has looked at 2,000 pages and says how they ended', () => {
    process.stdout.write(
      `changed pages: ${tally.pages}, exact ${tally.exact}, in part ${tally.part}, refused ${tally.refused}, wrong 0\n`,
    );
    expect(tally.pages).toBeGreaterThanOrEqual(2_000);
  });
});

const REAL_CHANGES = [
  'hashed classes renamed',
  'cells wrapped',
  'everything wrapped once more',
  'blanks and no-break blanks',
  'decomposed Unicode',
  'comments everywhere',
  'attributes in another order',
  'columns in another DOM order',
  'cells split over fixed groups',
];
const REAL_NAMES = ['buoc31-diem-danh', 'co-cau-to-chuc', 'dang-vien', 'sinh-hoat-thuong-ky', 'trang-chu'];

describe.runIf(hasRealPages)('changed pages of the real front end', () => {
  const values = (read: PageRead | null) => [
    read?.points?.value,
    read?.tables.map((table) => [table.kind, table.total, table.complete, flat(table)]),
  ];

  it.each(REAL_NAMES)('%s: same values after every change that keeps the meaning', (name) => {
    const html = realText(`${name}.html`);
    const before = values(readHtml(html));
    for (const change of KEEPING.filter((one) => REAL_CHANGES.includes(one.name))) {
      const doc = openHtml(html);
      change.apply(doc, NO_PAGE, 7);
      const site = findSite(doc, '', SITES);
      expect(values(site === null ? null : readPage(doc, '', site, NOW)), change.name).toEqual(before);
    }
  });
});
