/** Which element is lit: by a point, or by steps of the keyboard; each light has a number, so that only what was drawn is taken. */
import { describeCandidates, type Candidates } from '@/lib/picker';
import type { Lit, LitAnswer, Step } from '@/lib/teaching';
import { boxOf, elementAt, thingsInView } from './aim';

export interface Light {
  at(x: number, y: number): LitAnswer;
  on(element: Element): LitAnswer;
  step(by: Step): LitAnswer;
  /** Where it stands now. */
  look(): LitAnswer;
  /** The element of this light; null when another one is lit, or it is not to be taken. */
  element(seq: number): Element | null;
}

const NOTHING: LitAnswer = { ok: false, why: 'nothing' };

export function createLight(isOurs: (element: Element) => boolean): Light {
  let found: Candidates | null = null;
  let index = 0;
  let seq = 0;
  let pointed: Element | null = null;

  const show = (): LitAnswer => {
    const candidate = found?.chain[index];
    const box = candidate === undefined ? null : boxOf(candidate.element);
    if (found === null || candidate === undefined || box === null) return NOTHING;
    const { kind, sample, alike, barred } = candidate;
    const lit: Lit = {
      seq,
      box,
      kind,
      sample,
      alike,
      barred,
      wider: reach(1) !== null,
      narrower: reach(-1) !== null,
    };
    return { ok: true, lit };
  };
  /** The next one up or down the chain; arrows pass over what may not be taken. */
  const reach = (by: 1 | -1): number | null => {
    for (let at = index + by; found !== null && at >= 0 && at < found.chain.length; at += by)
      if (found.chain[at]?.barred === false) return at;
    return null;
  };
  const on = (element: Element, start: 'narrow' | 'asIs' = 'narrow'): LitAnswer => {
    const candidates = describeCandidates(element);
    if (candidates.chain.length === 0) return NOTHING;
    const itself = candidates.chain.findIndex((candidate) => candidate.element === element);
    found = candidates;
    index = start === 'asIs' && itself >= 0 ? itself : candidates.start;
    pointed = element;
    seq += 1;
    return show();
  };
  const walk = (by: 1 | -1): LitAnswer => {
    const things = thingsInView(isOurs);
    const here = found?.chain[index]?.element ?? pointed;
    const next = here === null || !here.isConnected ? things.at(by === 1 ? 0 : -1) : neighbour(things, here, by);
    return next === undefined ? { ok: false, why: 'end' } : on(next);
  };
  return {
    at(x, y) {
      const element = elementAt(x, y, isOurs);
      if (element === null) return NOTHING;
      // The pointer moves within the same thing: what was widened stays so.
      if (element === pointed && found !== null && found.chain[index]?.element.isConnected === true) return show();
      return on(element);
    },
    on: (element) => on(element, 'asIs'),
    step(by) {
      if (by === 'next') return walk(1);
      if (by === 'previous') return walk(-1);
      const to = reach(by === 'wider' ? 1 : -1);
      if (to === null) return { ok: false, why: 'end' };
      index = to;
      seq += 1;
      return show();
    },
    look: show,
    element(wanted) {
      const candidate = found?.chain[index];
      return wanted !== seq || candidate === undefined || candidate.barred || !candidate.element.isConnected
        ? null
        : candidate.element;
    },
  };
}

/** The first thing after (or last before) `here` in the page that is not `here` itself; from inside a wide light, on past it. */
function neighbour(things: readonly Element[], here: Element, by: 1 | -1): Element | undefined {
  const at = things.findIndex((thing) => thing === here || here.contains(thing));
  if (at < 0) {
    const before = things.filter((thing) => isBefore(thing, here)).length;
    return things[by === 1 ? before : before - 1];
  }
  if (by === -1) return things[at - 1];
  let end = at;
  while (end < things.length && (things[end] === here || here.contains(things[end] ?? null))) end++;
  return things[end];
}

function isBefore(a: Element, b: Element): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
