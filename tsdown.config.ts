/** The npm package: one entry per subpath of package.json, and the program. */
import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsdown';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

const shared = {
  outDir: 'dist',
  format: 'esm',
  target: 'es2023',
  tsconfig: 'lib/tsconfig.json',
  fixedExtension: false,
  // Sources are in the repository; the package stays small.
  sourcemap: false,
  report: false,
} as const;

export default defineConfig([
  {
    ...shared,
    entry: {
      index: 'lib/index.ts',
      vi: 'lib/vi/index.ts',
      sites: 'lib/sites/index.ts',
      reader: 'lib/reader/index.ts',
      tally: 'lib/tally/index.ts',
      formats: 'lib/formats/index.ts',
      documents: 'lib/documents/index.ts',
      backup: 'lib/backup/index.ts',
      rubric: 'lib/rubric/index.ts',
      handin: 'lib/handin/index.ts',
      meetings: 'lib/meetings/index.ts',
    },
    platform: 'neutral',
    dts: true,
    clean: true,
  },
  {
    ...shared,
    entry: { cli: 'lib/cli/bin.ts' },
    platform: 'node',
    dts: false,
    clean: false,
    define: { __SOTAY_VERSION__: JSON.stringify(version) },
  },
]);
