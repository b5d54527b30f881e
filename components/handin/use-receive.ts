/** Files dropped, opened in the vault and kept on screen until the page is left; what is taken goes to the store at once. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { VaultError } from '@/components/workers/vault';
import { type AppliedHandIns, DecisionError, type DecisionCode, applyHandIns } from '@/lib/handin/apply';
import { MAX_HAND_IN_BYTES } from '@/lib/handin/limits';
import { type Known, type ReviewedFile, reviewHandIns } from '@/lib/handin/review';
import type { OpeningKey } from '@/lib/model/hand-in';
import type { ErrorCode } from '@/lib/protocol';
import { type RowChoice, choiceOf, planOf } from './decisions';
import { useVault } from '@/components/hooks/use-vault';

export type Receiving =
  | { at: 'idle' }
  | { at: 'opening'; fraction: number }
  | { at: 'failed'; detail: string | null }
  | { at: 'applying' }
  | { at: 'applied'; documents: number }
  | { at: 'undone' }
  | { at: 'refused'; code: DecisionCode | null; store: ErrorCode | null };

interface Options {
  now: () => Date;
  keys: readonly OpeningKey[];
  /** Fingerprints of the cards given out. */
  cards: readonly string[];
  known: Known;
  onApply: (applied: AppliedHandIns) => Promise<ErrorCode | null>;
}

export function useReceive({ now, keys, cards, known, onApply }: Options) {
  const vault = useVault();
  const [receiving, setReceiving] = useState<Receiving>({ at: 'idle' });
  const [files, setFiles] = useState<ReviewedFile[]>([]);
  const [choices, setChoices] = useState<ReadonlyMap<string, RowChoice>>(new Map());
  /** Keys compared before they were pinned, with the day. */
  const [verified, setVerified] = useState<ReadonlyMap<string, string>>(new Map());
  const stop = useRef<AbortController | null>(null);
  const review = useMemo(() => reviewHandIns(files, known), [files, known]);
  const plan = useMemo(() => planOf(review, choices, known), [review, choices, known]);

  const open = async (dropped: readonly File[]) => {
    const controller = new AbortController();
    stop.current = controller;
    setReceiving({ at: 'opening', fraction: 0 });
    try {
      const read = await Promise.all(
        dropped.map(async (file) => ({
          name: file.name,
          // One byte more than any hand-in: a film dropped by mistake is refused without being read.
          bytes: await file.slice(0, MAX_HAND_IN_BYTES + 1).arrayBuffer(),
        })),
      );
      const ask = { files: read, keys: [...keys], cards: [...cards], now: now().toISOString() };
      const onProgress = (fraction: number) => setReceiving({ at: 'opening', fraction });
      const opened = await vault.call('openHandIns', ask, { signal: controller.signal, onProgress });
      setFiles((before) => [...before, ...opened.files]);
      setReceiving({ at: 'idle' });
    } catch (error) {
      if (controller.signal.aborted) return setReceiving({ at: 'idle' });
      const detail = error instanceof VaultError || error instanceof Error ? error.message : null;
      setReceiving({ at: 'failed', detail });
    }
  };
  const apply = async () => {
    setReceiving({ at: 'applying' });
    try {
      const applied = applyHandIns(review, plan.decisions, known, now());
      const pins = applied.pins.map((pin) => ({ ...pin, verifiedOn: verified.get(pin.keyId) ?? null }));
      const store = await onApply({ ...applied, pins });
      if (store !== null) return setReceiving({ at: 'refused', code: null, store });
      setChoices(new Map());
      setReceiving({ at: 'applied', documents: applied.taken.length });
    } catch (error) {
      if (!(error instanceof DecisionError)) throw error;
      setReceiving({ at: 'refused', code: error.code, store: null });
    }
  };
  const undo = async (takeBack: (() => Promise<ErrorCode | null>) | null) => {
    if (takeBack === null) return;
    const store = await takeBack();
    setReceiving(store === null ? { at: 'undone' } : { at: 'refused', code: null, store });
  };
  const choose = (rowIds: readonly string[], change: Partial<RowChoice>) => {
    setReceiving((one) => (one.at === 'applied' || one.at === 'refused' || one.at === 'undone' ? { at: 'idle' } : one));
    setChoices((before) => {
      const after = new Map(before);
      for (const row of review.rows) {
        if (rowIds.includes(row.id)) after.set(row.id, { ...choiceOf(before, row), ...change });
      }
      return after;
    });
  };
  return {
    receiving,
    review,
    plan,
    choices,
    verified,
    files: files.length,
    open,
    stop: () => stop.current?.abort(new DOMException('', 'AbortError')),
    choose,
    apply,
    undo,
    noteVerified: (keyId: string, day: string) => setVerified((before) => new Map(before).set(keyId, day)),
  };
}
