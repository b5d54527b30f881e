/** `sotay extract` of a saved page with 10,000 rows against a program that parses it with jsdom. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { QUICK, ROOT, print, result } from './measure.mjs';
import { tablePage } from './table-page.mjs';

const RUNS = QUICK ? 1 : 3;
const ADDRESS = 'https://sotaydangvien.hue.gov.vn/xep-hang';
/** The second length is measured where the first is refused. */
const LENGTHS = [10_000, 2_000];
const REFUSED = 3;

const folder = mkdtempSync(join(tmpdir(), 'sotay-bench-'));
const page = join(folder, 'page.html');

/** The printed JSON and the time of the whole process; null when the page was refused. */
function timed(args) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const ms = performance.now() - started;
  if (status === REFUSED && stderr.includes('limit')) return null;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return { ms, read: JSON.parse(stdout) };
}

function measure(rows) {
  writeFileSync(page, tablePage(rows));
  const ours = [];
  const peer = [];
  for (let run = 0; run < RUNS; run++) {
    const our = timed([join(ROOT, 'dist/cli.js'), 'extract', page, '--url', ADDRESS]);
    if (our === null) return null;
    const their = timed([fileURLToPath(new URL('./extract-job.mjs', import.meta.url)), page]);
    const [table] = our.read.tables;
    if (table?.rows.length !== rows || their?.read.length !== rows)
      throw new Error(`rows read: ${table?.rows.length} and ${their?.read.length} of ${rows}`);
    ours.push(our.ms);
    peer.push(their.ms);
  }
  return { ours, peer };
}

try {
  const results = [];
  for (const rows of LENGTHS) {
    const times = measure(rows);
    const name = `sotay extract of a saved page of ${rows} rows`;
    const note =
      times === null
        ? 'REFUSED as too many rows: nothing to compare'
        : 'whole processes; ours also recognises, checks and types every cell';
    const line = result({ name, ...(times ?? { ours: [] }), peerName: 'jsdom, cells only', goal: 0.5, note });
    results.push(times === null ? { ...line, met: false } : line);
    if (times !== null) break;
  }
  print(results);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
