/** The store with 100,000 readings against raw IndexedDB with one record per reading, in one page of one browser. */
import { bundle, openBrowser, serve } from './browser.mjs';
import { QUICK, print, result } from './measure.mjs';

const COUNT = QUICK ? 20_000 : 100_000;
const RUNS = QUICK ? 3 : 7;
const GOALS = {
  import: [`import of ${COUNT} readings`, 0.1],
  range: ['readings of one quarter, everybody', 0.6],
  list: ['one member’s list', 0.4],
  sum: ['points of everybody, all years', 0.05],
  start: ['cold start to total and progress', 0.45],
  action: ['save one reading, show the new total', 0.6],
};

// The goals are set for the whole 100,000: a quick run only shows the figures.
const script = (await bundle('store-page.js')).replaceAll('</script', '<\\/script');
const server = await serve({
  '/': `<!doctype html><meta charset="utf-8"><title>store</title><script>${script}</script>`,
});
const browser = await openBrowser();
try {
  const page = await browser.context.newPage();
  await page.goto(`http://127.0.0.1:${server.port}/`);
  const times = await page.evaluate(([count, runs]) => globalThis.benchStore(count, runs), [COUNT, RUNS]);
  print(
    Object.entries(GOALS).map(([key, [name, goal]]) =>
      result({
        name,
        ours: times[key].ours,
        peer: times[key].raw,
        peerName: 'raw IndexedDB',
        goal: QUICK ? null : goal,
      }),
    ),
  );
} finally {
  await browser.close();
  await server.close();
}
