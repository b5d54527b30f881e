/** What the extension may do, read from the builds that people load: few permissions, shipped hosts only, nothing open to strangers. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SITES } from '../../lib/sites';

const ROOT = join(import.meta.dirname, '../..');
const BUILDS = { chrome: join(ROOT, '.output/chrome-mv3'), edge: join(ROOT, '.output/edge-mv3') };
const SHIPPED = [...new Set(SITES.flatMap((site) => site.hosts.map((host) => `https://${host}/*`)))].sort();
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'none'",
  'frame-src': "'none'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'sotay-worker',
};

interface Manifest {
  permissions: string[];
  optional_permissions?: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
  externally_connectable: Record<string, unknown>;
  web_accessible_resources: { resources: string[]; matches: string[]; use_dynamic_url: boolean }[];
  content_scripts: {
    matches: string[];
    js: string[];
    all_frames: boolean;
    match_about_blank?: boolean;
    world?: string;
  }[];
  content_security_policy: Record<string, string>;
  key?: string;
  update_url?: string;
  sandbox?: unknown;
  oauth2?: unknown;
}

beforeAll(() => {
  const config = statSync(join(ROOT, 'wxt.config.ts')).mtimeMs;
  for (const [browser, folder] of Object.entries(BUILDS)) {
    const manifest = join(folder, 'manifest.json');
    if (existsSync(manifest) && statSync(manifest).mtimeMs > config) continue;
    const run = spawnSync('npx', ['wxt', 'build', '-b', browser], { cwd: ROOT, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`the build for ${browser} failed:\n${run.stdout}\n${run.stderr}`);
  }
}, 180_000);

describe.each(Object.entries(BUILDS))('the build for %s', (_browser, folder) => {
  // Written by the build.
  const manifest = () => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

  it('requires at most five permissions, each with its reason in SECURITY.md', () => {
    const { permissions, optional_permissions: optional = [] } = manifest();
    expect(permissions.length).toBeLessThanOrEqual(5);
    const told = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');
    for (const name of [...permissions, ...optional]) {
      expect(told, `SECURITY.md says why ${name} is needed`).toMatch(new RegExp(`^\\| \`${name}\` +\\| .{30,}`, 'm'));
    }
    const section = /## Permissions, and why\n([\s\S]*?)\n## /.exec(told)?.[1] ?? '';
    const explained = [...section.matchAll(/^\| `([a-zA-Z]+)` +\| .{30,}/gm)].map(([, name]) => name);
    expect(explained.sort(), 'SECURITY.md names no permission that is not asked for').toEqual(
      [...permissions, ...optional].sort(),
    );
  });

  it('holds none of the permissions that read or change what people do elsewhere', () => {
    const { permissions, optional_permissions: optional = [] } = manifest();
    const heavy = [
      'tabs',
      'cookies',
      'history',
      'webRequest',
      'declarativeNetRequest',
      'debugger',
      'nativeMessaging',
      'identity',
      'management',
      'proxy',
      'clipboardRead',
      'geolocation',
      'webNavigation',
      'userScripts',
      '<all_urls>',
    ];
    expect([...permissions, ...optional].filter((name) => heavy.includes(name))).toEqual([]);
  });

  it('requires no host but those a shipped definition names; all others are asked one by one', () => {
    const { host_permissions: required, optional_host_permissions: optional, content_scripts: scripts } = manifest();
    expect([...required].sort()).toEqual(SHIPPED);
    expect(required.every((pattern) => /^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/.test(pattern))).toBe(true);
    expect(optional).toEqual(['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*']);
    expect(scripts).toHaveLength(1);
    expect(scripts[0]).toMatchObject({ js: ['launcher.js'], all_frames: false });
    expect([...(scripts[0]?.matches ?? [])].sort()).toEqual(SHIPPED);
    expect(scripts[0]?.world ?? 'ISOLATED').toBe('ISOLATED');
    expect(scripts[0]?.match_about_blank ?? false).toBe(false);
  });

  it('lets no page and no extension connect, and shows pages one file only, under an address of the session', () => {
    expect(manifest().externally_connectable).toEqual({});
    expect(manifest().web_accessible_resources).toEqual([
      { resources: ['panel.html'], matches: expect.any(Array) as unknown, use_dynamic_url: true },
    ]);
    // Wherever a person may add a host; the static address stays shut there too (tests/security/strangers.ts).
    expect(manifest().web_accessible_resources[0]?.matches).toEqual(manifest().optional_host_permissions);
  });

  it('forbids its own pages every connection, foreign script and text as code', () => {
    const policies = manifest().content_security_policy;
    expect(Object.keys(policies)).toEqual(['extension_pages']);
    const directives = (policies['extension_pages'] ?? '')
      .split(';')
      .map((part) => part.trim().split(/ (.*)/s).slice(0, 2));
    expect(Object.fromEntries(directives)).toEqual(POLICY);
  });

  it('carries no key, update address, sandbox or sign-in of its own', () => {
    const { key, update_url: update, sandbox, oauth2 } = manifest();
    expect([key, update, sandbox, oauth2]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('holds no address to send anything to', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(js|html|css)$/.test(name),
    );
    expect(files.length).toBeGreaterThan(8);
    const calls = files.flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      // The CSV parser can fetch files by address; nothing calls that, and the policy above would stop it.
      const hasParser = text.includes('BAD_DELIMITERS');
      const found = [
        ...text.matchAll(
          /\b(?:fetch|sendBeacon|importScripts)\s*\(\s*["'`]https?:|new (?:WebSocket|EventSource|XMLHttpRequest)\b/g,
        ),
      ].map(([call]) => call);
      const ofParser = hasParser ? found.indexOf('new XMLHttpRequest') : -1;
      return found.filter((_call, at) => at !== ofParser).map((call) => `${name}: ${call}`);
    });
    expect(calls).toEqual([]);
  });
});
