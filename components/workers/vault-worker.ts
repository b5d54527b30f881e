/** The vault worker: backups sealed, opened and compared off the main thread; what it does stands in vault-tasks.ts. */
import { zodSettings } from './zod-setup';
import { BackupRefusal } from '@/lib/backup/refusal';
import { HandInRefusal } from '@/lib/handin/refusal';
import { transferOf } from './transfer';
import type { ToVault, VaultFailure } from './vault-calls';
import { CopyDiffers, createVaultTasks } from './vault-tasks';
import type { FromWorker } from './worker-client';

if (zodSettings.jitless !== true) throw new Error('Zod is not set up');
const tasks = createVaultTasks();
const post = (message: FromWorker<VaultFailure>, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer });

self.onmessage = async (event: MessageEvent<ToVault>) => {
  const { id } = event.data;
  try {
    const answer = await tasks.run(event.data, (progress) => post({ id, progress }));
    post({ id, answer }, transferOf(answer));
  } catch (error) {
    post({ id, failure: failureOf(error) });
  }
};

function failureOf(error: unknown): VaultFailure {
  if (error instanceof BackupRefusal) {
    return { kind: 'refused', code: error.code, where: error.where, reason: error.reason };
  }
  if (error instanceof HandInRefusal) {
    return { kind: 'handIn', code: error.code, where: error.where, reason: error.reason };
  }
  if (error instanceof CopyDiffers) return { kind: 'differs' };
  return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) };
}
