/** The document from one's own readings, by the rule of the tally; only the parts chosen. */
import {
  type DatedFigure,
  type FigureSource,
  type HandIn,
  type HandInPart,
  type HandInParts,
  type HandInTotals,
  MOST_READINGS,
} from '../model/hand-in';
import type { Period } from '../model/period';
import { type DatedTotal, inOrder, sumRises } from '../tally/runs';
import { cleanText } from '../vi/text';

/** One's own reading with where it came from. */
export interface SourcedTotal extends DatedTotal {
  source: FigureSource;
}

export interface Composition {
  /** Key id of the sender and fingerprint of the card. */
  from: string;
  to: string;
  name: string;
  period: Period;
  revision: number;
  now: Date;
  readings: readonly SourcedTotal[];
  /** Counts the member knows; each with where it came from. */
  counts?: Pick<HandInParts, 'study' | 'opinions' | 'quiz'>;
  /** Default: totals only. */
  parts?: readonly HandInPart[];
}

/** The document to show and then to seal; a chosen part for which there is nothing is left out. */
export function composeHandIn(given: Composition): HandIn {
  const { from, to, period, revision, now, counts = {}, parts = ['totals'] } = given;
  const figures = readingsOf(given.readings, period);
  const all: HandInParts = {
    totals: totalsOf(given.readings, period) ?? undefined,
    readings: figures.length === 0 ? undefined : figures,
    study: counts.study,
    opinions: counts.opinions,
    quiz: counts.quiz,
  };
  const chosen = Object.entries(all).filter(
    ([part, value]) => value !== undefined && parts.some((one) => one === part),
  );
  return {
    format: 'sotay-hand-in',
    version: 1,
    from,
    to,
    name: cleanText(given.name),
    period: { from: period.from, to: period.to },
    revision,
    createdAt: now.toISOString(),
    parts: Object.fromEntries(chosen),
  };
}

/** Opening, closing and points as `computeTally` counts them; null without a reading up to the last day. */
export function totalsOf(readings: readonly SourcedTotal[], period: Period): HandInTotals | null {
  const upTo = inOrder(readings).filter(({ day }) => day <= period.to);
  const before = upTo.filter(({ day }) => day < period.from).length;
  const openingInPeriod = before === 0;
  const course = upTo.slice(openingInPeriod ? 0 : before - 1);
  const [opening, closing] = [course[0], course.at(-1)];
  if (opening === undefined || closing === undefined) return null;
  const { points, reset } = sumRises(course);
  return {
    opening: figureOf(opening),
    closing: figureOf(closing),
    points: { value: points, source: 'computed' },
    openingInPeriod,
    reset,
  };
}

/** Last reading of each day of the period, oldest first. */
function readingsOf(readings: readonly SourcedTotal[], period: Period): DatedFigure[] {
  const days = new Map<string, DatedFigure>();
  for (const one of inOrder(readings)) {
    if (one.day >= period.from && one.day <= period.to) days.set(one.day, figureOf(one));
  }
  // Of a longer period the last days are the ones that tell.
  return [...days.values()].slice(-MOST_READINGS);
}

function figureOf({ day, total, source }: SourcedTotal): DatedFigure {
  return { day, total, source };
}
