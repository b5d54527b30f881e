/** The page's side of the vault worker. */
import type { VaultCalls, VaultFailure } from './vault-calls';
import { type WorkerClient, createWorkerClient } from './worker-client';

/** A call that failed; `failure` says why in data. */
export class VaultError extends Error {
  override name = 'VaultError';
  constructor(readonly failure: VaultFailure) {
    super(
      failure.kind === 'differs' ? 'the copy differs' : failure.kind === 'failed' ? failure.detail : failure.reason,
    );
  }
}

export type Vault = WorkerClient<VaultCalls>;

/** Starts no worker before the first call. What the worker remembers (the last backup opened) is gone after a cancel. */
export function createVault(): Vault {
  return createWorkerClient<VaultCalls, VaultFailure>({
    name: 'vault',
    toError: (failure) => new VaultError(failure),
    broken: (detail) => ({ kind: 'failed', detail }),
  });
}
