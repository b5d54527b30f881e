/** Build of the extension: manifest, hosts computed from the shipped sites, and gates on what a content script may hold. */
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { SITES } from './lib/sites';
import { pageFiles } from './scripts/page-files';

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  // The one policy allowed names our own worker files, nothing else (components/workers).
  'trusted-types sotay-worker',
].join('; ');

// Public half of a throw-away key: gives builds for tests and demonstrations one id wherever the checkout lies.
const E2E_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAm69oS+65x/zAXykzi31E+YPbRH/SYOaDiZDPD6Ml7TfBF5M1HVF2YEVjj7knLVejKBzClvxW6xMz6vWrYJGo5mrqv0VcaqNNzXuo3BnV7WYxgT4mvKk/HOXX/G0JFU7y5xIaf3AlvhoIz0Rf+0ziZfVv3Z+iB7ePtVVgLGRMsL7GUg4QKQ9RRIwKyWqGNaJ+uNZXU11kLDCpfIlGbPoFwPZ9qKtPRzAopiRGkFE3ZbDMRPERKqpBAgMQFX0aWKiO3ksMOYV4NLzexwTS7RtLniu88IX4TF536Hy4D+ejk39VmfYmchZkwtjf2yhoacAREz6nb2QWJIeRz/b5nRf0TwIDAQAB';

/** Where a person may say that this is their handbook. */
const ADDABLE = ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'];

/** Match patterns of every host a shipped site names; https only. */
function shippedHosts(): string[] {
  return [...new Set(SITES.flatMap((site) => site.hosts.map((host) => `https://${host}/*`)))].sort();
}

export default defineConfig({
  imports: false,
  webExt: { disabled: true },
  manifest: ({ mode }) => {
    const e2e = mode === 'e2e';
    const hosts = e2e ? [...shippedHosts(), 'http://127.0.0.1/*', 'http://localhost/*'] : shippedHosts();
    return {
      name: '__MSG_name__',
      short_name: '__MSG_shortName__',
      description: '__MSG_description__',
      default_locale: 'vi',
      minimum_chrome_version: '131',
      ...(e2e ? { key: E2E_KEY } : {}),
      // Each with its reason in SECURITY.md; tests/security/manifest.test.ts holds them to it.
      permissions: ['storage', 'unlimitedStorage', 'scripting', 'sidePanel', 'activeTab'],
      host_permissions: hosts,
      // Asked for when the lock is switched on: tells when the person has gone.
      optional_permissions: ['idle'],
      optional_host_permissions: ADDABLE,
      // Declared empty: without the key every other extension could open a connection.
      externally_connectable: {},
      content_security_policy: { extension_pages: CSP },
      // Hosts added later show the panel too; its address changes with every session, so that no page can ask for it.
      web_accessible_resources: [{ resources: ['panel.html'], matches: ADDABLE, use_dynamic_url: true }],
      content_scripts: [{ matches: hosts, js: ['launcher.js'], run_at: 'document_idle', all_frames: false }],
      commands: {
        'toggle-panel': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_togglePanel__' },
        'lock-now': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_lockNow__' },
      },
    };
  },
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false }), asciiOnly(), pageFiles()],
    // Modules, so that the heavy writers are loaded when they are wanted and not with the worker.
    worker: { format: 'es' },
    build: { modulePreload: { polyfill: false }, target: 'chrome131', chunkSizeWarningLimit: 900 },
  }),
});

/** Writes every character outside ASCII as an escape: Chromium refuses a content script that holds U+FFFF raw. */
function asciiOnly() {
  return {
    name: 'ascii-only',
    generateBundle(_options: unknown, bundle: Record<string, { type: string; code?: string }>) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || chunk.code === undefined) continue;
        chunk.code = chunk.code.replace(
          /[^\x00-\x7f]/g,
          (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
      }
    },
  };
}
