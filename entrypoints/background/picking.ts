/** One pointing in a page: begun by an own page, led by our frame in that tab over its port, ended by anything unusual. */
import type { Browser } from 'wxt/browser';
import type { BackgroundToPicker, BackgroundToTeacher, LitAnswer, PickingEnd, TakeAnswer, What } from '@/lib/teaching';
import { isTooLarge } from './messages';
import { createRateLimit } from './rate';
import { askTeacher, tellTeacher } from './teacher-calls';
import { litAnswerSchema, type PickerMessage, pickerMessageSchema, takeAnswerSchema } from './teaching-messages';

type Port = Browser.runtime.Port;
type Look = Extract<BackgroundToPicker, { type: 'picking' }>['look'];

/** A frame that has not connected by then was kept from loading. */
const FRAME_WITHIN_MS = 8_000;
/** The pointer asks often: more at once and more per second than other messages. */
const PICKER_PACE = { burst: 400, perSecond: 150 };

export interface PickingOptions {
  look: () => Promise<Look>;
  /** Something that can be kept was taken; false: the page is another one now. */
  taken: (tabId: number, pick: string, answer: Extract<TakeAnswer, { type: 'part' | 'list' }>) => Promise<boolean>;
  ended: (tabId: number, why: PickingEnd) => void;
}

interface Picking {
  id: string;
  what: What;
  again: boolean;
  port: Port | null;
  timer: ReturnType<typeof setTimeout>;
}

export interface Pickings {
  start(
    tabId: number,
    what: What,
    guess: Extract<BackgroundToTeacher, { type: 'beginPicking' }>['guess'],
  ): Promise<void>;
  stop(tabId: number, why: PickingEnd): Promise<void>;
  stopAll(): Promise<void>;
  what(tabId: number): What | null;
  /** `tabId` is the tab once the sender was checked, null for a stranger: its messages are never looked at. */
  addPort(port: Port, tabId: Promise<number | null>): void;
}

export function createPickings({ look, taken, ended }: PickingOptions): Pickings {
  const pickings = new Map<number, Picking>();
  const limit = createRateLimit(PICKER_PACE);

  const stop = async (tabId: number, why: PickingEnd) => {
    const picking = pickings.get(tabId);
    if (picking === undefined) return;
    pickings.delete(tabId);
    clearTimeout(picking.timer);
    post(picking.port, { type: 'ended', why });
    await tellTeacher(tabId, { type: 'endPicking', id: picking.id });
    ended(tabId, why);
  };
  const lit = async (tabId: number, message: Extract<PickerMessage, { type: 'point' | 'step' | 'look' }>) => {
    const by =
      message.type === 'point' ? { x: message.x, y: message.y } : message.type === 'step' ? message.by : 'look';
    return askTeacher(tabId, { type: 'light', by }, litAnswerSchema);
  };
  const tellLit = async (
    tabId: number,
    port: Port,
    answer: LitAnswer | null,
    to: Extract<BackgroundToPicker, { type: 'lit' }>['for'],
  ) => {
    if (answer === null) return stop(tabId, 'gone');
    if (!answer.ok && answer.why === 'disturbed') return stop(tabId, 'disturbed');
    post(port, { type: 'lit', answer, for: to });
  };
  const take = async (tabId: number, picking: Picking, port: Port, seq: number) => {
    const pick = crypto.randomUUID();
    const answer = await askTeacher(tabId, { type: 'takeLit', seq, pick, what: picking.what }, takeAnswerSchema);
    if (pickings.get(tabId) !== picking) return;
    if (answer === null) return stop(tabId, 'gone');
    if (answer.type === 'disturbed') return stop(tabId, 'disturbed');
    if (answer.type === 'refused') return post(port, { type: 'refused', problem: answer.problem });
    await stop(tabId, (await taken(tabId, pick, answer)) ? 'taken' : 'gone');
  };
  const onMessage = async (tabId: number, port: Port, message: PickerMessage) => {
    const picking = pickings.get(tabId);
    if (picking === undefined || picking.port !== port) return;
    switch (message.type) {
      case 'watchPicking':
        return post(port, { type: 'picking', what: picking.what, again: picking.again, look: await look() });
      case 'point':
      case 'step':
      case 'look':
        return tellLit(tabId, port, await lit(tabId, message), message.type);
      case 'take':
        return take(tabId, picking, port, message.seq);
      case 'rest':
        return tellTeacher(tabId, { type: 'restPicker', height: message.height, side: message.side });
      case 'resume':
        return tellLit(tabId, port, await askTeacher(tabId, { type: 'resumePicker' }, litAnswerSchema), 'resume');
      case 'leave':
        return stop(tabId, 'left');
    }
  };
  return {
    async start(tabId, what, guess) {
      await stop(tabId, 'left');
      const id = crypto.randomUUID();
      const timer = setTimeout(() => {
        if (pickings.get(tabId)?.id === id && pickings.get(tabId)?.port === null) void stop(tabId, 'gone');
      }, FRAME_WITHIN_MS);
      pickings.set(tabId, { id, what, again: guess !== null, port: null, timer });
      await tellTeacher(tabId, { type: 'beginPicking', id, guess });
    },
    stop,
    async stopAll() {
      for (const tabId of [...pickings.keys()]) await stop(tabId, 'gone');
    },
    what: (tabId) => pickings.get(tabId)?.what ?? null,
    addPort(port, checked) {
      // The frame speaks once its port stands; who it is, and whether anybody asked for it, is known by then.
      const mine = checked.then(async (tabId) => {
        const picking = tabId === null ? undefined : pickings.get(tabId);
        if (tabId === null || picking === undefined) {
          if (tabId !== null) await tellTeacher(tabId, { type: 'endPicking', id: null });
          port.disconnect();
          return null;
        }
        // A second frame: the page moved the first one about, which loads it anew.
        if (picking.port !== null) {
          port.disconnect();
          await stop(tabId, 'disturbed');
          return null;
        }
        picking.port = port;
        return tabId;
      });
      port.onDisconnect.addListener(async () => {
        const tabId = await mine;
        if (tabId !== null && pickings.get(tabId)?.port === port) await stop(tabId, 'gone');
      });
      port.onMessage.addListener(async (raw: unknown) => {
        const tabId = await mine;
        if (tabId === null || isTooLarge(raw) || !limit.take(tabId, Date.now())) return;
        const { data } = pickerMessageSchema.safeParse(raw);
        if (data !== undefined) await onMessage(tabId, port, data);
      });
    },
  };
}

function post(port: Port | null, message: BackgroundToPicker): void {
  try {
    port?.postMessage(message);
  } catch {
    // closed meanwhile: its end is told by onDisconnect
  }
}
