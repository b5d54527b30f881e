/** What the dashboard asks of the vault worker about hand-ins: keys made, a document sealed, many files opened. */
import type { HandIn, OpeningKey, RecipientCard, SigningKey } from '@/lib/model/hand-in';
import type { HandInCode } from '@/lib/handin/refusal';
import type { ReviewedFile } from '@/lib/handin/review';

export interface HandInCalls {
  createSigningKey: { ask: object; answer: SigningKey };
  createOpeningKey: { ask: object; answer: OpeningKey };
  sealHandIn: {
    ask: { handIn: HandIn; key: SigningKey; card: RecipientCard };
    answer: { bytes: ArrayBuffer; digest: string };
  };
  /** Every file comes back, opened or with why not; tells how far it is. */
  openHandIns: {
    ask: { files: { name: string; bytes: ArrayBuffer }[]; keys: OpeningKey[]; cards: string[]; now: string };
    answer: { files: ReviewedFile[] };
  };
}

/** A hand-in, card or key that was refused. */
export interface HandInFailure {
  kind: 'handIn';
  code: HandInCode;
  where: string | null;
  reason: string;
}
