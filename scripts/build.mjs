/** Builds what the other scripts need, each part only when its sources changed. */
import { buildOnce, run } from './machine.mjs';

const EXTENSION_SOURCES = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'wxt.config.ts',
  'package-lock.json',
  'tsconfig.json',
];

/** The extension as tests and demonstrations load it: also allowed on 127.0.0.1. */
export function buildForTests() {
  return buildOnce('e2e', EXTENSION_SOURCES, '.output/chrome-mv3-e2e/manifest.json', () =>
    run('npx', ['wxt', 'build', '--mode', 'e2e'], { quiet: true }),
  );
}

/** The extension as people install it, for Chrome and Edge. */
export function buildForPeople() {
  return buildOnce('people', EXTENSION_SOURCES, '.output/edge-mv3/manifest.json', () => {
    run('npx', ['wxt', 'build'], { quiet: true });
    run('npx', ['wxt', 'build', '-b', 'edge'], { quiet: true });
  });
}

/** The npm package in dist/. */
export function buildLibrary() {
  return buildOnce('lib', ['lib', 'tsdown.config.ts', 'package.json', 'package-lock.json'], 'dist/cli.js', () =>
    run('npx', ['tsdown', '--logLevel', 'error'], { quiet: true }),
  );
}

/** The stand-in handbook's bundles. */
export function buildHandbook() {
  run('node', ['tests/handbook/build.mjs'], { quiet: true });
}
