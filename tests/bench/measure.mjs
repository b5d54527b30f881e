/** What every bench shares: repeated runs, child processes whose memory stands alone, and the form of a result. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
/** A shorter run for a first look: fewer repetitions. */
export const QUICK = process.argv.includes('--quick');

/** The middle one of the values. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? Number.NaN : sorted[Math.floor(sorted.length / 2)];
}

/**
 * One line of the report. `ours` and `peer` are lists of measured values (their medians are compared);
 * `goal` is the highest ratio wanted, or null where none is set; `limit` a goal for our own figure instead.
 */
export function result({
  name,
  unit = 'ms',
  ours,
  peer = null,
  peerName = null,
  goal = null,
  limit = null,
  note = null,
}) {
  const our = median(ours);
  const their = peer === null ? null : median(peer);
  const ratio = their === null || their === 0 ? null : our / their;
  const met = limit !== null ? our <= limit : goal === null || ratio === null ? null : ratio <= goal;
  return {
    name,
    unit,
    n: ours.length,
    ours: our,
    peer: their,
    peerName,
    ratio,
    goal,
    limit,
    met,
    note,
    runs: { ours, peer },
  };
}

/** Runs a Node script and gives the JSON it prints last; fails with what it said on stderr. */
export function runJob(script, args = []) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    const out = [];
    const err = [];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    child.on('error', fail);
    child.on('close', (code) => {
      const text = Buffer.concat(out).toString('utf8').trimEnd();
      if (code !== 0) return fail(new Error(`${script} ended with ${code}: ${Buffer.concat(err)}`));
      done(JSON.parse(text.slice(text.lastIndexOf('\n') + 1)));
    });
  });
}

/** Prints the results as one line of JSON: what `npm run bench` reads. */
export function print(results) {
  process.stdout.write(`${JSON.stringify(results)}\n`);
}

/** Peak memory of this process in MB. */
export function peakMb() {
  return process.resourceUsage().maxRSS / 1024;
}
