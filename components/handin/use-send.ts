/** Making the file: a key on first use, kept before anything is signed with it; then sealed, downloaded, noted. */
import { useState } from 'preact/hooks';
import { downloadFile } from '@/components/export/download';
import { useVault } from '@/components/hooks/use-vault';
import { VaultError } from '@/components/workers/vault';
import type { HandInCode } from '@/lib/handin/refusal';
import { handInFileName } from '@/lib/handin/file-name';
import type { HandIn, RecipientCard, SigningKey, TakenHandIn } from '@/lib/model/hand-in';
import { SELF } from '@/lib/model/point-reading';
import type { ErrorCode } from '@/lib/protocol';

export type Sending =
  | { at: 'idle' }
  | { at: 'sealing' }
  | { at: 'done'; file: string; revision: number; unsaved: ErrorCode | null }
  | { at: 'failed'; code: HandInCode | null; store: ErrorCode | null; detail: string | null };

/** What the store does with keys and notes; null means it is kept. */
export interface SendStore {
  onSaveKey: (key: SigningKey) => Promise<ErrorCode | null>;
  /** One's own hand-in, as it is to be remembered. */
  onSent: (sent: TakenHandIn) => Promise<ErrorCode | null>;
}

export function useSend({ onSaveKey, onSent }: SendStore) {
  const vault = useVault();
  const [sending, setSending] = useState<Sending>({ at: 'idle' });
  const failed = (store: ErrorCode | null, error?: unknown) => {
    const failure = error instanceof VaultError ? error.failure : null;
    const code = failure?.kind === 'handIn' ? failure.code : null;
    setSending({ at: 'failed', code, store, detail: code === null && error instanceof Error ? error.message : null });
  };
  const send = async (known: SigningKey | null, card: RecipientCard, compose: (from: string) => HandIn) => {
    setSending({ at: 'sealing' });
    try {
      const key = known ?? (await vault.call('createSigningKey', {}));
      const unkept = known === null ? await onSaveKey(key) : null;
      // A key that is not kept would make the next hand-in look like somebody else's.
      if (unkept !== null) return failed(unkept);
      const handIn = compose(key.keyId);
      const { bytes, digest } = await vault.call('sealHandIn', { handIn, key, card });
      const file = handInFileName(handIn);
      downloadFile(bytes, file, 'application/octet-stream');
      const { from, period, revision, createdAt } = handIn;
      const unsaved = await onSent({ from, period, revision, digest, memberId: SELF, takenAt: createdAt });
      setSending({ at: 'done', file, revision, unsaved });
    } catch (error) {
      failed(null, error);
    }
  };
  return { sending, send, clear: () => setSending({ at: 'idle' }) };
}
