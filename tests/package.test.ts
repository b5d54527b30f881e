/** The npm package as others get it: packed, installed beside its dependencies, imported and run. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error -- a plain script of the build, without types
import { buildLibrary } from '../scripts/build.mjs';

const ROOT = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  exports: Record<string, unknown>;
  dependencies: Record<string, string>;
};
let home: string;
let installed: string;

beforeAll(() => {
  buildLibrary();
  home = mkdtempSync(join(tmpdir(), 'sotay-package-'));
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', home], {
    cwd: ROOT,
    stdio: 'pipe',
  });
  const tarball = readdirSync(home).find((name) => name.endsWith('.tgz')) ?? '';
  installed = join(home, 'node_modules/sotay-dong-hanh');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(home, tarball), '-C', installed, '--strip-components=1']);
  // Only what the package names itself: anything else it imports must fail here.
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(home, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link);
  }
  writeFileSync(join(home, 'package.json'), '{"type":"module"}');
  writeFileSync(join(home, 't.csv'), 'Họ và tên;Ngày;Điểm tích lũy\nAn;30/06/2026;100\nAn;30/09/2026;150\n');
}, 240_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const node = (code: string) =>
  spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: home, encoding: 'utf8', timeout: 60_000 });

describe('the package', () => {
  it.each(Object.keys(manifest.exports).filter((path) => path !== './package.json'))(
    'imports %s with its types',
    (path) => {
      const name = `sotay-dong-hanh${path.slice(1)}`;
      const result = node(`const m = await import('${name}'); console.log(Object.keys(m).length)`);
      expect(result.stderr).toBe('');
      expect(Number(result.stdout)).toBeGreaterThan(0);
      expect(existsSync(join(installed, 'dist', path === '.' ? 'index.d.ts' : `${path.slice(2)}.d.ts`))).toBe(true);
    },
  );

  it('tallies and exports as a library', () => {
    const result = node(`
      import { readReadings, computeTally, parsePeriod, FORMATS } from 'sotay-dong-hanh';
      import { readFileSync } from 'node:fs';
      const file = await readReadings({ name: 't.csv', bytes: readFileSync('t.csv') });
      const tally = computeTally(file.rows, { period: parsePeriod('2026-Q3'), sources: [file.source], now: new Date(0) });
      const sizes = await Promise.all(FORMATS.map(async (format) => (await format.write(tally)).length > 100));
      console.log(JSON.stringify([tally.members[0].points, sizes]));`);
    expect(result.stderr).toBe('');
    expect(JSON.parse(result.stdout)).toEqual([50, [true, true, true, true]]);
  });

  it('runs sotay tally', () => {
    const sotay = (...args: string[]) =>
      spawnSync(process.execPath, [join(installed, 'dist/cli.js'), ...args], { cwd: home, encoding: 'utf8' });
    const table = sotay('tally', 't.csv', '--period', '2026-Q3');
    expect([table.status, table.stderr]).toEqual([0, '']);
    expect(table.stdout).toMatch(/An +100 +150 +50 +1/);
    expect(sotay('tally', 't.csv', '--period', '2026-Q3', '--out', 'b.xlsx').status).toBe(0);
    expect(sotay('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(sotay('tally', 'x.csv', '--period', '2026').status).toBe(3);
    expect(sotay('tally').status).toBe(2);
  });

  it('runs sotay handin, from keys to the review', () => {
    const handin = (...args: string[]) =>
      spawnSync(process.execPath, [join(installed, 'dist/cli.js'), 'handin', ...args], { cwd: home, encoding: 'utf8' });
    expect(handin('keygen', 'secretary', '--out', 'sec.txt').status).toBe(0);
    expect(handin('keygen', 'member', '--out', 'an.json').status).toBe(0);
    expect(handin('card', '--cell', 'Chi bộ 1', '--secretary', 'sec.txt', '--out', 'card.json').status).toBe(0);
    const to = ['--period', '2026-Q3', '--key', 'an.json', '--card', 'card.json', '--out', 'an.age'];
    expect(handin('seal', 't.csv', '--name', 'An', ...to).status).toBe(0);
    const review = handin('review', 'an.age', '--key', 'sec.txt', '--roster', 't.csv', '--card', 'card.json');
    expect([review.status, review.stderr]).toEqual([0, '']);
    expect(review.stdout).toContain('1 documents, 1 with nothing to ask, 0 files refused');
  });

  it('runs sotay rubric', () => {
    const sotay = (...args: string[]) =>
      spawnSync(process.execPath, [join(installed, 'dist/cli.js'), 'rubric', ...args], { cwd: home, encoding: 'utf8' });
    expect(sotay('check', 'an-phu-2025').stdout).toContain('exactly 50 % speakers');
    expect(sotay('check', 'an-phu-2025', '--strict').status).toBe(1);
    writeFileSync(join(home, 'r.json'), sotay('show', 'hd42-2025', '--json').stdout);
    expect(sotay('check', 'r.json', '--strict').status).toBe(0);
  });

  it('holds nothing but dist, and no code of the extension', () => {
    expect(
      readdirSync(installed)
        .sort()
        .filter((name) => !/^(?:README|LICENSE)/.test(name)),
    ).toEqual(['dist', 'package.json']);
    const code = readdirSync(join(installed, 'dist')).filter((name) => name.endsWith('.js'));
    for (const name of code) {
      expect(readFileSync(join(installed, 'dist', name), 'utf8'), name).not.toMatch(/from ["'](?:dexie|preact|wxt)/);
    }
    expect(readFileSync(join(installed, 'dist/cli.js'), 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
  });

  it('has types that resolve for everybody who uses ESM', () => {
    const tarball = join(home, readdirSync(home).find((name) => name.endsWith('.tgz')) ?? '');
    const result = spawnSync('npx', ['attw', tarball, '--profile', 'esm-only', '--format', 'json'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(result.status, result.stdout).toBe(0);
  });

  it('runs from a checkout, with paths from where the person stands', () => {
    const args = ['--prefix', ROOT, 'run', '-s', 'sotay', '--', 'tally', 't.csv', '--period', '2026-Q3'];
    const result = spawnSync('npm', args, { cwd: home, encoding: 'utf8' });
    expect(result.stdout).toMatch(/^Chi bộ, từ 01\/07\/2026 đến 30\/09\/2026(.|\n)*An +100 +150 +50/);
    expect(result.status).toBe(0);
    const refused = spawnSync('npm', [...args, '--bogus'], { cwd: home, encoding: 'utf8' });
    expect([refused.status, refused.stdout]).toEqual([2, '']);
  });
});
