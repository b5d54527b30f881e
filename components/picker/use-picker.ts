/** The picker's line to the background: one question at a time, the newest wins; a port that breaks ends it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BackgroundToPicker, DeriveProblem, Lit, LightFailure, PickerToBackground, What } from '@/lib/teaching';
import { type ExtensionPort, extensionApi } from '../hooks/extension';

/** The page may scroll or move things under the light: so often it is asked where it stands. */
const LOOK_EVERY_MS = 350;
const ANSWER_WITHIN_MS = 2_000;

export interface PickerState {
  what: What | null;
  /** Something was read here before: the likeliest place is lit from the start. */
  again: boolean;
  look: Extract<BackgroundToPicker, { type: 'picking' }>['look'];
  lit: Lit | null;
  why: LightFailure | null;
  problem: DeriveProblem | null;
  resting: boolean;
  taking: boolean;
  /** No answers any more. */
  gone: boolean;
}

export interface PickerLine extends PickerState {
  point(x: number, y: number): void;
  step(by: Extract<PickerToBackground, { type: 'step' }>['by']): void;
  take(lit: Lit): void;
  rest(height: number, side: 'top' | 'bottom'): void;
  resume(): void;
  leave(): void;
  /** True while a point is on its way that is not drawn yet. */
  isAsking(): boolean;
}

const FIRST: PickerState = {
  what: null,
  again: false,
  look: { theme: 'auto', largeText: false, language: 'vi' },
  lit: null,
  why: null,
  problem: null,
  resting: false,
  taking: false,
  gone: false,
};

export function usePicker(): PickerLine {
  const [state, setState] = useState(FIRST);
  const now = useRef(state);
  now.current = state;
  const [line] = useState(createLine);
  useEffect(() => {
    const stop = line.open(setState, () => now.current);
    return stop;
  }, [line]);
  const { point, step, take, rest, resume, leave, isAsking } = line;
  return { ...state, point, step, take, rest, resume, leave, isAsking };
}

type Update = (change: (before: PickerState) => PickerState) => void;
type Question = Extract<PickerToBackground, { type: 'point' | 'step' | 'look' }>;

function createLine() {
  let port: ExtensionPort | null = null;
  let update: Update = () => {};
  let current: () => PickerState = () => FIRST;
  let asking: 'point' | 'step' | 'look' | 'resume' | null = null;
  let askedAt = 0;
  let waiting: Question | null = null;

  const send = (message: PickerToBackground): void => {
    try {
      port?.postMessage(message);
    } catch {
      update((before) => ({ ...before, gone: true }));
    }
  };
  const ask = (question: Question): void => {
    // An answer that has not come by then will not come.
    if (asking !== null && Date.now() - askedAt < ANSWER_WITHIN_MS) {
      // Only the newest counts, and a look gives way to points and steps.
      if (question.type !== 'look') waiting = question;
      return;
    }
    asking = question.type;
    askedAt = Date.now();
    send(question);
  };
  const receive = (message: BackgroundToPicker): void => {
    if (message.type === 'picking') {
      const { what, again, look } = message;
      update((before) => ({ ...before, what, again, look }));
      if (again) ask({ type: 'look' });
    }
    if (message.type === 'lit') {
      asking = null;
      const { answer } = message;
      const next = waiting;
      waiting = null;
      update((before) => {
        const lit = answer.ok ? answer.lit : answer.why === 'end' ? before.lit : null;
        const why = answer.ok || message.for === 'look' ? null : answer.why;
        return { ...before, lit, why, problem: lit?.seq === before.lit?.seq ? before.problem : null };
      });
      if (next !== null) ask(next);
    }
    if (message.type === 'refused') update((before) => ({ ...before, problem: message.problem, taking: false }));
  };
  return {
    open(setState: Update, now: () => PickerState): () => void {
      update = setState;
      current = now;
      const opened = extensionApi()?.runtime.connect({ name: 'picker' }) ?? null;
      port = opened;
      // Only the background of this same extension and version can hold the other end of this port.
      opened?.onMessage.addListener((message) => receive(message as BackgroundToPicker));
      opened?.onDisconnect.addListener(() => update((before) => ({ ...before, gone: true })));
      send({ type: 'watchPicking' });
      const timer = setInterval(() => {
        const { lit, resting, taking, gone } = current();
        if (!resting && !taking && !gone && lit !== null) ask({ type: 'look' });
      }, LOOK_EVERY_MS);
      return () => {
        clearInterval(timer);
        opened?.disconnect();
      };
    },
    isAsking: () => waiting !== null || (asking !== null && asking !== 'look'),
    point: (x: number, y: number) => ask({ type: 'point', x, y }),
    step: (by: Extract<PickerToBackground, { type: 'step' }>['by']) => ask({ type: 'step', by }),
    take(lit: Lit) {
      update((before) => ({ ...before, taking: true, problem: null }));
      send({ type: 'take', seq: lit.seq });
    },
    rest(height: number, side: 'top' | 'bottom') {
      update((before) => ({ ...before, resting: true, lit: null, why: null, problem: null }));
      send({ type: 'rest', height, side });
    },
    resume() {
      update((before) => ({ ...before, resting: false }));
      asking = 'resume';
      askedAt = Date.now();
      send({ type: 'resume' });
    },
    leave: () => send({ type: 'leave' }),
  };
}
