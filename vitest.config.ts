/** Test projects: pure code in Node, components in Chromium, and the built extension end to end. */
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

// A browser at work keeps about two cores busy, and waits often enough that two may share them.
const browsers = Math.max(2, Math.floor(availableParallelism() / 2));

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'node',
          sequence: { groupOrder: 0 },
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/components/**', 'tests/browser/**', 'tests/e2e/**'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        plugins: [preact({ devToolsEnabled: false })],
        // Named up front: found while tests run, they would be bundled anew and give two copies of preact.
        optimizeDeps: {
          include: [
            'preact',
            'preact/hooks',
            'preact/jsx-runtime',
            'preact/jsx-dev-runtime',
            '@tanstack/virtual-core',
            'age-encryption',
            '@noble/ciphers/chacha.js',
            '@noble/hashes/scrypt.js',
            '@noble/hashes/utils.js',
            '@scure/base',
            'axe-core',
            'dexie',
            'docx',
            'fflate',
            'jose',
            'lean-qr',
            'lean-qr/extras/svg',
            'papaparse',
            'read-excel-file/universal',
            'uplot',
            'zod',
          ],
        },
        test: {
          name: 'browser',
          sequence: { groupOrder: 1 },
          include: ['tests/components/**/*.test.tsx', 'tests/browser/**/*.test.ts'],
          maxWorkers: browsers,
          testTimeout: 30_000,
          // A busy machine may draw a screen late; what is wrong stays wrong longer than this.
          expect: { poll: { timeout: 10_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath,
                args: [
                  '--no-sandbox',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                  '--no-first-run',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          // One after the other: what is timed in a browser should not wait for a neighbour.
          sequence: { groupOrder: 2 },
          include: ['tests/e2e/**/*.e2e.ts', 'tests/campaigns.e2e.ts'],
          environment: 'node',
          maxWorkers: browsers,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          globalSetup: ['tests/e2e/global-setup.ts'],
        },
      },
    ],
  },
});
