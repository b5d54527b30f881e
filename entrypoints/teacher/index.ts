/** The teacher, injected when a person asks to point: shows the picker's frame, says what lies under a point, and derives what was taken. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { browser, type Browser } from 'wxt/browser';
import { guessList, guessPart } from '@/lib/picker';
import type { BackgroundToTeacher, LitAnswer, TakeAnswer } from '@/lib/teaching';
import { timed } from '@/lib/page-time';
import { createLight, type Light } from './light';
import { createMask, type Mask } from './mask';
import { createTaking } from './taking';

const BEGUN = performance.now();
const ALIVE_EVERY_MS = 1_000;
/** Kept between injections into one page: an isolated world of our own, unseen by the page. */
const HERE = globalThis as { sotayTeacher?: () => void };
const clock = (): number => performance.now();
// WXT declares `getURL` in a generated file only, which the type check does without.
const runtime = browser.runtime as unknown as { getURL(path: string): string };

export default defineUnlistedScript(() => timed(HERE, clock, start, BEGUN));

function start(): void {
  // One of an extension that was replaced meanwhile; one that still answers is asked instead of injected anew.
  HERE.sotayTeacher?.();
  const taking = createTaking();
  let picking: { id: string; mask: Mask; light: Light; watch: number } | null = null;

  const end = () => {
    if (picking === null) return;
    clearInterval(picking.watch);
    document.removeEventListener('visibilitychange', whenHidden);
    picking.mask.destroy();
    picking = null;
  };
  const whenHidden = () => document.hidden && end();
  const begin = (id: string) => {
    end();
    const mask = createMask(`${runtime.getURL('/panel.html')}#pick`, end);
    // An updated or removed extension leaves this script behind without its other half: it takes its traces away.
    const watch = window.setInterval(() => browser.runtime?.id === undefined && end(), ALIVE_EVERY_MS);
    picking = { id, mask, light: createLight(mask.isOurs), watch };
    document.addEventListener('visibilitychange', whenHidden);
  };
  const guessed = (guess: Extract<BackgroundToTeacher, { type: 'beginPicking' }>['guess']): void => {
    if (guess === null || picking === null) return;
    const best = 'part' in guess ? guessPart(document, guess.part) : guessList(document, guess.list);
    if (best !== null) picking.light.on(best.element);
  };
  const DISTURBED = { ok: false, why: 'disturbed' } as const;
  const lit = (find: (light: Light) => LitAnswer): LitAnswer =>
    picking === null || !picking.mask.isUndisturbed() ? DISTURBED : find(picking.light);
  const take = (message: Extract<BackgroundToTeacher, { type: 'takeLit' }>): TakeAnswer => {
    if (picking === null || picking.mask.isResting() || !picking.mask.isUndisturbed()) return { type: 'disturbed' };
    const element = picking.light.element(message.seq);
    if (element === null) return { type: 'refused', problem: 'barred' };
    return taking.take(element, message.pick, message.what);
  };
  const answer = (message: BackgroundToTeacher): unknown => {
    switch (message.type) {
      case 'areYouThere':
        return true;
      case 'beginPicking':
        begin(message.id);
        guessed(message.guess);
        return true;
      case 'light': {
        const { by } = message;
        return lit((light) =>
          by === 'look' ? light.look() : typeof by === 'string' ? light.step(by) : light.at(by.x, by.y),
        );
      }
      case 'takeLit':
        return take(message);
      case 'adjustTaken':
        return taking.adjust(message.pick, message.kind, message.choices);
      case 'restPicker':
        picking?.mask.rest(message.height, message.side);
        return true;
      case 'resumePicker':
        picking?.mask.resume();
        return lit((light) => light.look());
      case 'endPicking':
        if (message.id === null || message.id === picking?.id) end();
        return true;
      default:
        return undefined;
    }
  };
  const onMessage = (
    message: BackgroundToTeacher,
    sender: Browser.runtime.MessageSender,
    respond: (value: unknown) => void,
  ) => {
    if (sender.id !== browser.runtime.id) return;
    const value = timed(HERE, clock, () => answer(message));
    if (value !== undefined) respond(value);
  };
  browser.runtime.onMessage.addListener(onMessage);
  HERE.sotayTeacher = () => {
    end();
    browser.runtime?.onMessage?.removeListener(onMessage);
  };
}
