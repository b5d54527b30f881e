/** `npm start`: installs what is missing, builds, and walks once through the product beside a stand-in handbook. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, checkNode, ensureChromium, ensureFonts, ensureModules, say } from './machine.mjs';

checkNode();
ensureModules();
process.env.CHROMIUM = ensureChromium();
ensureFonts();
const { buildForPeople, buildForTests, buildHandbook, buildLibrary } = await import('./build.mjs');
say('Building the extension, the package and the stand-in handbook …');
buildForTests();
buildForPeople();
buildLibrary();
buildHandbook();

const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = !display || process.argv.includes('--headless');
const folder = join(ROOT, '.artifacts/start');
const { playTour } = await import('./tour.mjs');
say(headless ? 'No display: walking through the product without a window.' : 'Opening a browser with the extension …');
const tour = await playTour({ browserPath: process.env.CHROMIUM, headless, folder });
if (process.argv.includes('--readme')) {
  mkdirSync(join(ROOT, 'docs'), { recursive: true });
  copyFileSync(join(folder, '3-hom-nay.png'), join(ROOT, 'docs/overview.png'));
}
say(`
Done. Pictures and the exported tally: .artifacts/start/
To use the extension yourself: chrome://extensions (or edge://extensions), developer mode, "Load unpacked",
and choose .output/chrome-mv3 (Edge: .output/edge-mv3).`);
if (!headless) {
  say(`The handbook is at ${tour.url}; close the browser window to end.`);
  await tour.closed;
  await tour.close().catch(() => undefined);
}
