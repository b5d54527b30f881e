/** Conventions of the house as tests: each failure says what to do. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const SOURCE = /\.(ts|tsx)$/;

function walk(folder: string): string[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).flatMap((name) => {
    const child = join(folder, name);
    return statSync(join(ROOT, child)).isDirectory() ? walk(child) : [child];
  });
}

const sources = ['lib', 'components', 'entrypoints'].flatMap(walk).filter((file) => SOURCE.test(file));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Project files that `file` imports, types included. */
function importsOf(file: string): string[] {
  const found: string[] = [];
  for (const match of read(file).matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)) {
    const target = match[1] ?? '';
    const base = target.startsWith('@/')
      ? target.slice(2)
      : target.startsWith('.')
        ? normalize(join(dirname(file), target))
        : null;
    if (base === null) continue;
    const path = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`].find(
      (candidate) => existsSync(join(ROOT, candidate)) && statSync(join(ROOT, candidate)).isFile(),
    );
    if (path) found.push(path);
  }
  return found;
}

describe('house', () => {
  it('has sources to look at', () => {
    expect(sources.length).toBeGreaterThan(30);
  });

  it('opens every source file with one sentence saying what it is', () => {
    const without = sources.filter((file) => !/^(?:#!.*\n)?\s*\/\*\*/.test(read(file)));
    expect(without, 'start these files with /** one sentence saying what it is. */').toEqual([]);
  });

  it('keeps files short', () => {
    const long = sources
      .filter((file) => !/lib\/sites\/|components\/i18n\/|migrations\//.test(file))
      .map((file) => ({ file, lines: read(file).split('\n').length }))
      .filter(({ lines }) => lines > 320);
    expect(long, 'split these files by what they do').toEqual([]);
  });

  it('calls nothing utils, helpers, common, misc or manager', () => {
    const named = [...sources, ...walk('tests'), ...walk('scripts')].filter((file) =>
      /(^|[/-])(utils?|helpers?|common|misc|manager)([./-]|$)/i.test(file),
    );
    expect(named, 'name these after what they hold').toEqual([]);
  });

  it('has no import cycles', () => {
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, path: string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const next of importsOf(file)) if (SOURCE.test(next)) visit(next, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of sources) visit(file, []);
    expect(cycles, 'move what both need one layer down').toEqual([]);
  });

  it('keeps lib free of everything above it', () => {
    const upward = walk('lib')
      .filter((file) => SOURCE.test(file))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => !target.startsWith('lib/'))
          .map((target) => `${file} imports ${target}`),
      );
    expect(upward, 'lib is the npm package: pass what it needs as a parameter').toEqual([]);
  });

  it('has a test at the same path for every file of lib that holds logic', () => {
    const without = walk('lib')
      .filter((file) => SOURCE.test(file))
      // Migrations are found and tried by the suite of their own.
      .filter((file) => !file.includes('/migrations/'))
      .filter((file) => /export (?:async )?(?:function|class)/.test(read(file)))
      .filter((file) => {
        const path = join('tests', file).replace(SOURCE, '');
        const folder = dirname(path);
        const names = [`${path}.test.ts`, `${path}.test.tsx`, `${folder}.test.ts`];
        return !names.some((name) => existsSync(join(ROOT, name)));
      });
    expect(without, 'add tests/<same path>.test.ts').toEqual([]);
  });

  it('opens every folder of lib and components with a README of at most five lines', () => {
    const folders = ['lib', 'components'].flatMap((top) =>
      readdirSync(join(ROOT, top))
        .map((name) => join(top, name))
        .filter((path) => statSync(join(ROOT, path)).isDirectory()),
    );
    const missing = folders.filter((folder) => {
      const path = join(ROOT, folder, 'README.md');
      return !existsSync(path) || readFileSync(path, 'utf8').trim().split('\n').length > 5;
    });
    expect(missing, 'add README.md: what is here, what it may import; five lines at most').toEqual([]);
  });

  it('names no registry host and no path of a machine', () => {
    const files = [
      ...sources,
      ...walk('scripts'),
      ...walk('tests'),
      'README.md',
      'ARCHITECTURE.md',
      'package-lock.json',
    ]
      .filter((file) => existsSync(join(ROOT, file)) && /\.(ts|tsx|mjs|md|json)$/.test(file))
      .filter((file) => relative(ROOT, join(import.meta.dirname, 'house.test.ts')) !== file);
    const naming = files.filter((file) => /registry\.npmjs|deb\.debian\.org|\/root\/|\/work\//.test(read(file)));
    expect(naming, 'a commit names no registry host and no machine path').toEqual([]);
  });
});
