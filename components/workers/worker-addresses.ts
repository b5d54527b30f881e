/** Addresses of our own worker files, named by the one Trusted Types policy the extension's pages allow. */
import deskAddress from './desk-worker?worker&url';
import vaultAddress from './vault-worker?worker&url';

/** The part of Trusted Types used here; TypeScript's DOM types do not have it yet. */
interface TypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): unknown };
}

const ADDRESSES = { desk: deskAddress, vault: vaultAddress };
export type WorkerName = keyof typeof ADDRESSES;

// Trusted Types: the only strings this policy lets through are our own workers' addresses.
const policy = (globalThis as { trustedTypes?: TypesFactory }).trustedTypes?.createPolicy('sotay-worker', {
  createScriptURL: (address) => {
    if (!Object.values(ADDRESSES).includes(address)) throw new TypeError('only our own workers may be started');
    return address;
  },
});

const waiting = new Map<WorkerName, Worker>();

/** Starts a worker ahead of the first call, for whoever calls first: it loads while the page is still reading its settings. */
export function readyWorker(name: WorkerName): void {
  if (waiting.has(name)) return;
  const worker = newWorker(name);
  waiting.set(name, worker);
  // One that could not be started is started again by the call, which then hears why.
  worker.addEventListener('error', (event) => {
    if (waiting.get(name) !== worker) return;
    event.preventDefault();
    waiting.delete(name);
  });
}

export function startWorker(name: WorkerName): Worker {
  const ready = waiting.get(name);
  waiting.delete(name);
  return ready ?? newWorker(name);
}

function newWorker(name: WorkerName): Worker {
  const address = ADDRESSES[name];
  // The DOM types do not know TrustedScriptURL as a worker address yet.
  return new Worker((policy ? policy.createScriptURL(address) : address) as string, { type: 'module', name });
}
