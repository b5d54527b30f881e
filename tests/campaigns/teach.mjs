/** Teaches the skins of the stand-in and tables of foreign libraries, then reads them after reloads, new rows, redesigns and thousands of changes. */
import { withSources } from '../../scripts/load.mjs';
import { LIBRARIES, openGallery } from '../teach/gallery.mjs';

const KINDS = ['ranking', 'meetings'];
const ROWS = 12;
/** What happens to a taught page in its own library. */
const AFTER = [
  { name: 'reloaded', change: {} },
  { name: '30 new rows', change: { rows: ROWS + 30 } },
  { name: 'columns reordered', change: { reversed: true } },
  { name: 'changed numbers', change: { seed: 5 } },
];

/** Runs in the page: teaches total, name and list by pointing. */
function teachHere() {
  const frame = document.querySelector('iframe');
  const root = document.querySelector('.list-root').shadowRoot ?? frame?.contentDocument ?? document;
  const cells = [...root.querySelectorAll('td, [role="gridcell"], [role="cell"], .sc-caSCKo, .member-name')];
  const cell = cells.find((one) => one.textContent.trim().length > 8);
  const { sotay } = globalThis;
  const parts = [
    ['points', '.points-value'],
    ['name', '.user-name'],
  ].map(([what, selector]) => sotay.derivePart(document, location.href, document.querySelector(selector), what));
  const list = sotay.deriveList(document, location.href, [cell], null);
  if (!list.ok || parts.some((part) => !part.ok))
    return { site: null, why: JSON.stringify([list.problem, parts.map((part) => part.problem)]) };
  const site = sotay.buildSite({
    host: location.host,
    day: '2026-11-25',
    parts: parts.map((part) => part.part),
    lists: [list.proposal.list],
    leapLimit: null,
  });
  return { site, why: '' };
}

/** Runs in the page: what a site reads there now, flat. */
function readHere(site) {
  const began = performance.now();
  const read = globalThis.sotay.readPage(document, location.href, site, new Date(0), {
    clock: () => performance.now(),
  });
  return {
    ms: performance.now() - began,
    status: read.status,
    problems: read.problems.map((problem) => `${problem.code} ${problem.part}`),
    points: read.points?.value ?? null,
    name: read.context.name?.value ?? null,
    tables: read.tables.map((table) => ({
      complete: table.complete,
      rows: table.rows.map((row) =>
        Object.fromEntries(Object.entries(row.cells).map(([field, cell]) => [field, cell.value])),
      ),
    })),
  };
}

/** Compares with the scene: null for exact, a word for refused or partly, an array of wrong values. */
function judgeScene(read, scene) {
  if (read.status !== 'ok') return { outcome: 'refused', wrong: [] };
  const wrong = [];
  if (read.points !== null && read.points !== scene.points) wrong.push(`points ${read.points}`);
  if (read.name !== null && read.name !== scene.name) wrong.push(`name ${read.name}`);
  let shown = 0;
  for (const table of read.tables) {
    if (table.complete && table.rows.length !== scene.rows.length) wrong.push('called complete');
    for (const row of table.rows) {
      const truth = scene.rows.find((one) => one.rank === row.rank && one.order === row.order);
      if (truth === undefined) wrong.push(`unknown row ${JSON.stringify(row)}`);
      else {
        shown++;
        for (const [field, value] of Object.entries(truth))
          if (field in row && row[field] !== value) wrong.push(`${field} ${row[field]}, not ${value}`);
      }
    }
  }
  const exact = read.points !== null && read.name !== null && shown > 0;
  return { outcome: wrong.length > 0 ? 'wrong' : exact ? 'exact' : 'part', wrong };
}

export default (options) => withSources((load) => teach(load, options));

async function teach(load, { runs = 5_000, short = false, seed = 20_261_125, say }) {
  const gallery = await openGallery();
  const seen = {
    taught: 0,
    tried: 0,
    exact: 0,
    part: 0,
    refused: 0,
    redesignExact: 0,
    redesignRefused: 0,
    slowest: 0,
    wrong: [],
  };
  const known = [];
  const failed = [];
  try {
    const job = await load('tests/teach/job.ts');
    const { standInPages } = await load('tests/teach/stand-in.ts');
    const { sceneOf } = await load('tests/teach/data.ts');
    const read = async (library, options, site) => {
      const page = await gallery.show(library, options);
      const result = await page.evaluate(readHere, site);
      await page.close();
      seen.slowest = Math.max(seen.slowest, result.ms);
      return { ...judgeScene(result, sceneOf(options)), problems: result.problems };
    };
    for (const [at, library] of LIBRARIES.entries()) {
      for (const kind of KINDS) {
        const options = { kind, rows: ROWS, seed: 1, reversed: false };
        const page = await gallery.show(library, options);
        const { site, why } = await page.evaluate(teachHere);
        const html = await page.content();
        await page.close();
        seen.tried++;
        if (site === null) {
          failed.push(`${library} ${kind}: ${why}`);
          continue;
        }
        seen.taught++;
        const scene = sceneOf(options);
        if (library !== 'shadow' && library !== 'frame')
          known.push({ name: `${library} ${kind}`, html, kind, points: scene.points, rows: scene.rows, whole: true });
        for (const { name, change } of AFTER) {
          const { outcome, wrong, problems } = await read(library, { ...options, ...change }, site);
          if (outcome === 'wrong') seen.wrong.push(`${library} ${kind} ${name}: ${wrong[0]}`);
          else seen[outcome]++;
          if (outcome !== 'exact') say(`${library} ${kind}, ${name}: ${outcome} ${problems.join('; ')}`);
        }
        // A redesign: the same handbook drawn by another library.
        const next = LIBRARIES[(at + 3) % LIBRARIES.length];
        const { outcome, wrong } = await read(next, options, site);
        if (outcome === 'wrong') seen.wrong.push(`${library} ${kind} redrawn by ${next}: ${wrong[0]}`);
        else if (outcome === 'refused') seen.redesignRefused++;
        else seen.redesignExact++;
      }
      say(`${library}: taught ${seen.taught} of ${seen.tried}`);
    }
    const pages = [...known, ...standInPages()].flatMap((page) => {
      const { site, why } = job.teach(page);
      if (site === null) failed.push(`${page.name}: ${why}`);
      return site === null ? [] : [{ known: page, site }];
    });
    const count = short ? 300 : runs;
    say(`${pages.length} taught pages; changing them ${count} times`);
    const tally = job.runChanges(pages, count, seed);
    for (const [name, own] of Object.entries(tally.byChange)) say(`${name}: ${JSON.stringify(own)}`);
    for (const wrong of [...seen.wrong, ...tally.wrong, ...failed].slice(0, 20)) say(wrong);
    const { keeping, breaking } = tally;
    const kept = keeping.exact + keeping.part + keeping.refused;
    const after = seen.exact + seen.part + seen.refused;
    const share = (part, whole) =>
      `${part} of ${whole} (${whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10} %)`;
    return {
      version: gallery.version,
      rows: [
        {
          label: 'lists of foreign libraries taught by pointing',
          value: share(seen.taught, seen.tried),
          bar: 'all',
          ok: seen.taught === seen.tried,
        },
        {
          label: 'pages taught in all, skins of the stand-in included',
          value: pages.length,
          bar: '>= 50',
          ok: pages.length >= 50 && failed.length === 0,
        },
        {
          label: 'still exact after reload, 30 new rows, reordered columns, changed numbers',
          value: share(seen.exact, after),
          bar: '>= 90 %',
          ok: seen.exact * 10 >= after * 9,
        },
        {
          label: 'redrawn by another library',
          value: `${seen.redesignExact} exact or in part, ${seen.redesignRefused} refused`,
          bar: 'exact or refused',
          ok: true,
        },
        { label: 'changed pages', value: tally.pages, bar: `${count}`, ok: tally.pages >= count },
        {
          label: 'meaning kept: still exact',
          value: share(keeping.exact, kept),
          bar: '>= 70 %',
          ok: keeping.exact * 10 >= kept * 7,
        },
        {
          label: 'meaning broken: refused',
          value: share(breaking.refused, breaking.exact + breaking.part + breaking.refused),
          bar: '-',
          ok: true,
        },
        {
          label: 'wrong values',
          value: seen.wrong.length + tally.wrong.length,
          bar: '0',
          ok: seen.wrong.length + tally.wrong.length === 0,
        },
        {
          label: 'two columns of one kind swapped by the page itself: read as the page says',
          value: share(tally.lies.told, tally.lies.pages),
          bar: 'nobody can tell',
          ok: true,
        },
        { label: 'slowest reading of a taught page, ms', value: Math.round(seen.slowest), bar: '-', ok: true },
      ],
    };
  } finally {
    await gallery.close();
  }
}
