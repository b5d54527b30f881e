/** Ranges on a line of exact figures: which parts are covered by none, and which by several. */
import type { Bound, Range } from '../model/rubric';
import { type Exact, compare, exact, times } from './exact';

/** A range whose ends are figures; null has no end. */
export interface Span {
  from: Exact | null;
  fromOpen: boolean;
  to: Exact | null;
  toOpen: boolean;
}

/** A stretch and the ids of the bands that cover it. */
export interface Stretch {
  span: Span;
  bands: string[];
}

/** Minutes required turn `{ofRequired}` into a figure; null where they are needed and not given. */
export function spanOf(range: Range, required: number | null): Span | null {
  const from = endOf(range.from, required);
  const to = endOf(range.to, required);
  if (from === undefined || to === undefined) return null;
  return { from, fromOpen: range.fromOpen, to, toOpen: range.toOpen };
}

function endOf(bound: Bound | null, required: number | null): Exact | null | undefined {
  if (bound === null || typeof bound === 'number') return bound === null ? null : exact(bound);
  return required === null ? undefined : times(exact(bound.ofRequired), exact(required));
}

/** True where an end depends on the minutes required. */
export function needsRequired(range: Range): boolean {
  return typeof range.from === 'object' && range.from !== null
    ? true
    : typeof range.to === 'object' && range.to !== null;
}

export function holds(span: Span, value: Exact): boolean {
  if (span.from !== null) {
    const order = compare(value, span.from);
    if (order < 0 || (order === 0 && span.fromOpen)) return false;
  }
  if (span.to !== null) {
    const order = compare(value, span.to);
    if (order > 0 || (order === 0 && span.toOpen)) return false;
  }
  return true;
}

/** Stretches of `domain` in order, neighbours with the same bands joined; stretches covered exactly once are left out. */
export function findUneven(domain: Span, bands: readonly { id: string; span: Span }[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const atom of atomsOf([domain, ...bands.map((band) => band.span)])) {
    if (!holds(domain, atom.inside)) continue;
    const covering = bands.filter((band) => holds(band.span, atom.inside)).map((band) => band.id);
    const last = stretches.at(-1);
    if (last !== undefined && sameIds(last.bands, covering))
      last.span = { ...last.span, to: atom.span.to, toOpen: atom.span.toOpen };
    else stretches.push({ span: atom.span, bands: covering });
  }
  return stretches.filter((stretch) => stretch.bands.length !== 1);
}

/** The line cut at every end: each end as a point, each stretch between two ends without them; `inside` lies in it. */
function atomsOf(spans: readonly Span[]): { span: Span; inside: Exact }[] {
  const ends = spans.flatMap((span) => [span.from, span.to]).filter((end) => end !== null);
  const cuts: Exact[] = [];
  for (const end of ends.sort(compare)) {
    const last = cuts.at(-1);
    if (last === undefined || compare(last, end) !== 0) cuts.push(end);
  }
  const [first] = cuts;
  const last = cuts.at(-1);
  if (first === undefined || last === undefined) return [{ span: open(null, null), inside: exact(0) }];
  const atoms = [{ span: open(null, first), inside: { num: first.num - first.den, den: first.den } }];
  cuts.forEach((cut, index) => {
    atoms.push({ span: { from: cut, fromOpen: false, to: cut, toOpen: false }, inside: cut });
    const next = cuts[index + 1];
    if (next === undefined) return;
    const middle = { num: cut.num * next.den + next.num * cut.den, den: 2n * cut.den * next.den };
    atoms.push({ span: open(cut, next), inside: middle });
  });
  atoms.push({ span: open(last, null), inside: { num: last.num + last.den, den: last.den } });
  return atoms;
}

function open(from: Exact | null, to: Exact | null): Span {
  return { from, fromOpen: true, to, toOpen: true };
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
