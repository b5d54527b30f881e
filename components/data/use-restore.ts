/**
 * The steps of putting a copy back.
 *
 *   pick ──▶ opening ──▶ preview ──▶ applying ──▶ applied ──▶ undone
 *     ▲         └─refused──┐  ▲          └─failed: back to the preview, nothing has changed
 *     └────────────────────┘  └──────────────┘
 */
import { useRef, useState } from 'preact/hooks';
import { useDb } from '@/components/hooks/use-db';
import { VaultError } from '@/components/workers/vault';
import type { OpenedBackup, VaultFailure } from '@/components/workers/vault-calls';
import type { MergeOptions } from '@/lib/backup/merge';
import { MAX_BACKUP_BYTES } from '@/lib/backup/limits';
import { foldPassphrase } from '@/lib/backup/passphrase';
import type { ErrorCode, RestoreResult } from '@/lib/protocol';
import { type RestoreStage, applyBackup, undoRestore } from './restore-client';
import { useVault } from '@/components/hooks/use-vault';

export type Restoring =
  | { at: 'pick'; failure: VaultFailure | null }
  | { at: 'opening'; fraction: number }
  | { at: 'preview'; opened: OpenedBackup; failed: ErrorCode | 'lost' | null }
  | { at: 'applying'; stage: RestoreStage; fraction: number | null }
  | { at: 'applied'; result: RestoreResult; undoing: boolean; undoFailed: ErrorCode | 'lost' | null }
  | { at: 'undone' };

export function useRestore(now: () => Date) {
  const db = useDb();
  const vault = useVault();
  const [restoring, setRestoring] = useState<Restoring>({ at: 'pick', failure: null });
  const stop = useRef<AbortController | null>(null);

  return {
    restoring,
    stop: () => stop.current?.abort(new DOMException('', 'AbortError')),
    open: async (file: File, typed: string) => {
      if (file.size > MAX_BACKUP_BYTES) {
        const failure = { kind: 'refused' as const, code: 'tooLarge' as const, where: null, reason: '' };
        return setRestoring({ at: 'pick', failure });
      }
      const controller = new AbortController();
      stop.current = controller;
      setRestoring({ at: 'opening', fraction: 0 });
      try {
        const bytes = await file.arrayBuffer();
        const ask = {
          database: db.name,
          key: db.key,
          bytes,
          passphrase: foldPassphrase(typed),
          now: now().toISOString(),
        };
        const onProgress = (fraction: number) => setRestoring({ at: 'opening', fraction });
        const opened = await vault.call('openBackup', ask, { signal: controller.signal, onProgress });
        setRestoring({ at: 'preview', opened, failed: null });
      } catch (error) {
        const failure: VaultFailure =
          error instanceof VaultError
            ? error.failure
            : { kind: 'failed', detail: error instanceof Error ? error.message : String(error) };
        setRestoring({ at: 'pick', failure: controller.signal.aborted ? null : failure });
      }
    },
    apply: async (opened: OpenedBackup, how: MergeOptions) => {
      const onStage = (stage: RestoreStage, fraction: number | null) =>
        setRestoring({ at: 'applying', stage, fraction });
      onStage('sending', 0);
      const reply = await applyBackup({ vault, characters: opened.characters, ...how, onStage });
      if (reply?.ok) setRestoring({ at: 'applied', result: reply.value, undoing: false, undoFailed: null });
      else setRestoring({ at: 'preview', opened, failed: reply?.code ?? 'lost' });
    },
    undo: async (result: RestoreResult) => {
      if (result.undo === null) return;
      setRestoring({ at: 'applied', result, undoing: true, undoFailed: null });
      const reply = await undoRestore(result.undo);
      if (reply?.ok) setRestoring({ at: 'undone' });
      else setRestoring({ at: 'applied', result, undoing: false, undoFailed: reply?.code ?? 'lost' });
    },
  };
}
