/**
 * The steps of making a copy that counts.
 *
 *   phrase ──▶ sealing ──▶ save ──(picker)──▶ checking ──▶ done
 *     ▲           │          └─(download)─▶ again ─┘  │
 *     └──stopped──┘                          ▲        └─ not equal: failed, save once more
 *                                            └────────────┘
 */
import { useRef, useState } from 'preact/hooks';
import { downloadFile } from '@/components/export/download';
import { act } from '@/components/hooks/use-actions';
import { useDb } from '@/components/hooks/use-db';
import { VaultError } from '@/components/workers/vault';
import type { SealedCopy } from '@/components/workers/vault-calls';
import type { ErrorCode } from '@/lib/protocol';
import { dayInVietnam } from '@/lib/vi/dates';
import { canSaveWithPicker, chooseSaveFile, writeAndReadBack } from './file-pickers';
import { useVault } from '@/components/hooks/use-vault';

export type Making =
  | { at: 'phrase' }
  | { at: 'sealing'; fraction: number }
  | { at: 'save'; copy: SealedCopy }
  | { at: 'again'; copy: SealedCopy }
  | { at: 'checking'; copy: SealedCopy; fraction: number }
  | { at: 'done' }
  /** With a copy it can be saved once more; `code` when only the note of it failed. */
  | { at: 'failed'; copy: SealedCopy | null; why: 'differs' | 'failed'; detail: string | null; code?: ErrorCode };

/** A name that tells the day and nothing else; other than those of automatic copies, which are dropped in time. */
export function copyName(now: Date): string {
  return `ban-sao-rieng-${dayInVietnam(now)}.age`;
}

export function useMakeBackup(now: () => Date) {
  const db = useDb();
  const vault = useVault();
  const [making, setMaking] = useState<Making>({ at: 'phrase' });
  const passphrase = useRef('');
  const stop = useRef<AbortController | null>(null);

  /** The copy at hand when a step is stopped: the person can go on from there. */
  const run = async (copy: SealedCopy | null, work: (signal: AbortSignal) => Promise<void>) => {
    const controller = new AbortController();
    stop.current = controller;
    try {
      await work(controller.signal);
    } catch (error) {
      if (controller.signal.aborted) return setMaking(copy === null ? { at: 'phrase' } : { at: 'save', copy });
      const differs = error instanceof VaultError && error.failure.kind !== 'failed' && copy !== null;
      const detail = differs || !(error instanceof Error) ? null : error.message;
      setMaking({ at: 'failed', copy, why: differs ? 'differs' : 'failed', detail });
    }
  };
  const check = (copy: SealedCopy, bytes: ArrayBuffer) =>
    run(copy, async (signal) => {
      setMaking({ at: 'checking', copy, fraction: 0 });
      const onProgress = (fraction: number) => setMaking({ at: 'checking', copy, fraction });
      await vault.call(
        'verifyCopy',
        { bytes, passphrase: passphrase.current, digest: copy.digest },
        { signal, onProgress },
      );
      const { takenAt, seq, counts } = copy;
      const backup = { takenAt, verifiedAt: now().toISOString(), place: 'file' as const, seq, counts };
      const reply = await act({ type: 'recordBackup', backup });
      setMaking(reply.ok ? { at: 'done' } : { at: 'failed', copy, why: 'failed', detail: null, code: reply.code });
    });

  return {
    making,
    stop: () => stop.current?.abort(new DOMException('', 'AbortError')),
    seal: (phrase: string) =>
      run(null, async (signal) => {
        passphrase.current = phrase;
        setMaking({ at: 'sealing', fraction: 0 });
        const onProgress = (fraction: number) => setMaking({ at: 'sealing', fraction });
        const ask = { database: db.name, key: db.key, passphrase: phrase, now: now().toISOString() };
        const copy = await vault.call('sealCopy', ask, { signal, onProgress });
        setMaking({ at: 'save', copy });
      }),
    /** Called on a press: the browser's picker wants one. */
    save: async (copy: SealedCopy, name: string, description: string) => {
      if (!canSaveWithPicker()) {
        downloadFile(copy.bytes, name, 'application/octet-stream');
        return setMaking({ at: 'again', copy });
      }
      let bytes: ArrayBuffer | null = null;
      await run(copy, async () => {
        const file = await chooseSaveFile(name, description);
        if (file !== null) bytes = await writeAndReadBack(file, copy.bytes);
      });
      if (bytes !== null) await check(copy, bytes);
    },
    check: async (copy: SealedCopy, file: Blob) => check(copy, await file.arrayBuffer()),
  };
}
