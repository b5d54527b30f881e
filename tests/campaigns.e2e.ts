/** The short form of the quick campaigns: a few seconds each, every bar met but those of time. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Played with every test run; the others have test files of their own or are run by hand (RELIABILITY.md). */
const PLAYED = ['first', 'kill', 'wipe', 'corrupt', 'full', 'backup', 'import', 'tabs', 'locked', 'worker', 'migrate'];
const FOLDER = join(import.meta.dirname, 'campaigns');

interface Row {
  label: string;
  value: unknown;
  bar: string;
  ok: boolean;
}
type Campaign = (how: {
  short: boolean;
  backend: 'leveldb' | 'sqlite';
  say: (line: string) => void;
}) => Promise<{ rows: Row[] }>;

const modules = await Promise.all(
  readdirSync(FOLDER)
    .filter((file) => PLAYED.some((name) => file === `${name}.mjs`))
    .map(async (file) => {
      // Files without a default export are what campaigns share.
      const { default: run } = (await import(join(FOLDER, file))) as { default?: Campaign };
      return { name: file.slice(0, -4), run };
    }),
);
const campaigns = modules.flatMap(({ name, run }) => (run === undefined ? [] : [{ name, run }]));

it.each(campaigns)('$name meets its bars', { timeout: 400_000 }, async ({ run }) => {
  const said: string[] = [];
  const { rows } = await run({ short: true, backend: 'leveldb', say: (line) => said.push(line) });
  expect(rows.length).toBeGreaterThan(0);
  expect(
    rows.filter(({ ok }) => !ok),
    said.join('\n'),
  ).toEqual([]);
});
