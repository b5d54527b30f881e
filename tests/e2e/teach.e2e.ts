/** Teaching by pointing on the built extension: every skin of the stand-in with its shipped site switched off, read again exactly. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { startHandbook, type RunningHandbook, type Skin } from '../handbook/server.mjs';
import { expectScreen, screenPath, type ScreenRequest } from '../handbook/expected';
import type { TableKind } from '../../lib/model/observation';
import type { What } from '../../lib/teaching';
import { openBrowser, until, type ExtensionBrowser } from './fixtures';
import { spotOf, written } from './spots';
import { openTeaching, type TeachStage } from './teach-stage';

let browser: ExtensionBrowser;
const handbooks = new Map<Skin, RunningHandbook>();
const SKINS: readonly Skin[] = ['vnpt', 'ptit', 'cu', 'quoc-gia', 'odoo'];

beforeAll(async () => {
  for (const skin of SKINS) handbooks.set(skin, await startHandbook({ skin }));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  for (const handbook of handbooks.values()) await handbook.close();
});
beforeEach(async () => {
  for (const page of browser.context.pages()) if (!page.url().includes('popup.html')) await page.close();
  await browser.act({ type: 'eraseEverything' });
  for (const item of ['ownPoints', 'cellLists'] as const)
    await browser.act({ type: 'giveConsent', item, text: 'Tôi đồng ý', language: 'vi' });
});
afterEach(() => {
  expect(browser.wrongs.splice(0)).toEqual([]);
});

async function open(request: ScreenRequest, page?: Page): Promise<Page> {
  const tab = page ?? (await browser.newTab());
  const url = handbooks.get(request.skin)?.url ?? '';
  await browser.act({ type: 'useShipped', host: new URL(url).host, on: false });
  await tab.goto(`${url}${screenPath(request)}`);
  return tab;
}

/** Points by mouse at what the screen is known to show, and saves. */
async function teach(page: Page, request: ScreenRequest, wanted: readonly What[]): Promise<TeachStage> {
  const known = expectScreen(request);
  const stage = await openTeaching(browser, page);
  for (const what of wanted) {
    await page.bringToFront();
    const spot = await spotFor(page, known, what);
    await stage.point(what);
    await page.mouse.move(spot.x - 2, spot.y);
    await page.mouse.move(spot.x, spot.y);
    await page.mouse.down();
    await page.mouse.up();
    const state = await stage.over();
    expect(state.ended, JSON.stringify(what)).toBe('taken');
  }
  return stage;
}

async function spotFor(page: Page, known: ReturnType<typeof expectScreen>, what: What) {
  if ('part' in what) {
    if (what.part === 'points') return spotOf(page, written(known.points?.total ?? -1), { inTable: false });
    return spotOf(page, [what.part === 'name' ? known.name : what.part === 'role' ? known.role : known.unit], {
      inTable: false,
    });
  }
  const row = known.tables.find((table) => table.kind === what.list)?.rows[1]?.cells ?? {};
  return spotOf(page, [String(row['name'] ?? row['title'] ?? row['topic'] ?? row['unit'])]);
}

interface Plan {
  skin: Skin;
  /** Screen, and what is taught on it. */
  screens: { screen: ScreenRequest['screen']; teach: What[] }[];
}
const points: What = { part: 'points' };
const name: What = { part: 'name' };
const list = (kind: TableKind): What => ({ list: kind });

const PLANS: readonly Plan[] = [
  {
    skin: 'vnpt',
    screens: [
      { screen: 'ranking', teach: [points, name, list('ranking')] },
      { screen: 'meetings', teach: [list('meetings')] },
    ],
  },
  {
    skin: 'ptit',
    screens: [
      { screen: 'ranking', teach: [points, name, list('ranking')] },
      { screen: 'meetings', teach: [list('meetings')] },
    ],
  },
  {
    skin: 'cu',
    screens: [
      { screen: 'home', teach: [points, name] },
      { screen: 'ranking', teach: [list('ranking')] },
      { screen: 'meetings', teach: [list('meetings')] },
    ],
  },
  { skin: 'quoc-gia', screens: [{ screen: 'meetings', teach: [list('meetings')] }, { screen: 'documents', teach: [list('documents')] }] },
  { skin: 'odoo', screens: [{ screen: 'ranking', teach: [points, list('ranking')] }, { screen: 'members', teach: [list('members')] }] },
];

describe('pointing by mouse, with the shipped site switched off', () => {
  it.each(PLANS)('$skin: total, name and lists are read again exactly after a reload', async ({ skin, screens }) => {
    let page: Page | undefined;
    for (const { screen, teach: wanted } of screens) {
      const request: ScreenRequest = { skin, screen, account: 'chibo-34' };
      page = await open(request, page);
      const stage = await teach(page, request, wanted);
      const shown = await stage.state();
      const known = expectScreen(request);
      for (const what of wanted) {
        if ('part' in what) {
          const value = shown.parts.find((part) => part.what === what.part)?.value;
          expect(value).toBe(what.part === 'points' ? known.points?.total : known.name);
        } else {
          const taken = shown.lists.find((one) => one.taken.kind === what.list)?.taken;
          expect(taken?.problem).toBeNull();
          sameRows(taken?.sample ?? [], known, what.list);
        }
      }
      await stage.save();
      expect(await stage.state()).toMatchObject({ unsaved: false, kept: true });
      await stage.view.close();
    }
    for (const { screen, teach: wanted } of screens) {
      const request: ScreenRequest = { skin, screen, account: 'chibo-34' };
      const again = await open(request, page);
      const known = expectScreen(request);
      const view = await until(
        () => browser.viewOf(again),
        ({ site, state, tables }) =>
          site !== null &&
          ['read', 'nothingNew', 'needsConfirm', 'noPointsHere'].includes(state) &&
          wanted.every((what) => 'part' in what || tables.some((table) => table.kind === what.list && table.captured > 0)),
      );
      expect(view.problems).toEqual([]);
      const total = view.pending?.total ?? view.points?.total ?? null;
      if (wanted.includes(points)) expect(total).toBe(known.points?.total);
      if (wanted.includes(name)) expect(view.me.name ?? view.pending?.name).toBe(known.name);
      for (const what of wanted) {
        if ('part' in what) continue;
        const read = view.tables.find((table) => table.kind === what.list);
        const stated = known.tables.find((table) => table.kind === what.list);
        expect(read?.total ?? stated?.statedTotal).toBe(stated?.statedTotal);
      }
    }
  });
});

/** Each row shown is the known row at its place, field by field. */
function sameRows(
  sample: Record<string, unknown>[],
  known: ReturnType<typeof expectScreen>,
  kind: TableKind | null,
): void {
  const rows = known.tables.find((table) => table.kind === kind)?.rows ?? [];
  expect(sample.length).toBeGreaterThan(0);
  const clean = (value: unknown) => {
    const text = typeof value === 'string' ? value.normalize('NFC').replace(/\s+/g, ' ').trim() : value;
    const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(String(text)) ?? [];
    return year === undefined ? text : `${year}-${month}-${day}`;
  };
  sample.forEach((row, at) => {
    const truth = rows[at]?.cells ?? {};
    const fields = Object.keys(row).filter((field) => field in truth);
    expect(fields.length).toBeGreaterThan(0);
    for (const field of fields) expect(clean(row[field]), `${kind} row ${at + 1} ${field}`).toBe(clean(truth[field]));
  });
}
