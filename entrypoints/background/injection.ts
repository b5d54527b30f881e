/** Puts the reader and, on hosts granted later, the launcher into pages; nothing is injected anywhere else. */
import { browser } from 'wxt/browser';
import { matchesAny } from './hosts';

const LAUNCHER = '/launcher.js';
const READER = '/reader.js';
const TAUGHT_READER = '/taught-reader.js';
const TEACHER = '/teacher.js';
const REGISTERED = 'granted-hosts';

/** Injects the reader, where a person taught this host the one for that, into the top frame of a handbook tab; running already, it starts afresh. */
export async function injectReader(tabId: number, { taught }: { taught: boolean }): Promise<void> {
  await inject(tabId, taught ? TAUGHT_READER : READER);
}

/** Injects the picker's other half into the top frame of a tab. */
export async function injectTeacher(tabId: number): Promise<void> {
  await inject(tabId, TEACHER);
}

/** Runs the launcher in every open handbook tab on one of these hosts, by default all: after an update the old one has taken itself away. */
export async function relaunchEverywhere(patterns?: readonly string[]): Promise<void> {
  const granted = patterns ?? (await grantedHosts());
  for (const tab of await browser.tabs.query({})) {
    const { id, url } = tab;
    if (id === undefined || url === undefined || !matchesAny(granted, url)) continue;
    await inject(id, LAUNCHER);
  }
}

/** Match patterns of all hosts we may read now. */
export async function grantedHosts(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Match patterns the manifest itself names. */
export function shippedPatterns(): Set<string> {
  return new Set(browser.runtime.getManifest().content_scripts?.flatMap((script) => script.matches ?? []));
}

/** Registers the launcher on hosts the user granted beyond the manifest's; a registration is lost with some restarts. */
export async function syncRegistered(): Promise<void> {
  const shipped = shippedPatterns();
  const matches = (await grantedHosts()).filter((pattern) => !shipped.has(pattern));
  const old = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTERED] });
  if (old.length > 0) await browser.scripting.unregisterContentScripts({ ids: [REGISTERED] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: REGISTERED, matches, js: [LAUNCHER.slice(1)], runAt: 'document_idle', allFrames: false },
  ]);
}

type PageScript = typeof LAUNCHER | typeof READER | typeof TAUGHT_READER | typeof TEACHER;

async function inject(tabId: number, file: PageScript): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [file], world: 'ISOLATED' });
  } catch {
    // The tab is gone, went elsewhere, or shows an error page: there is nothing to read.
  }
}
