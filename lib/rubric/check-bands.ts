/** What is wrong with the bands of one item. */
import type { BandItem, Rubric } from '../model/rubric';
import { MEASURES } from '../model/rubric-measures';
import { compare, exact, figureOf } from './exact';
import type { RubricFinding, ShownSpan } from './findings';
import { type Span, findUneven, needsRequired, spanOf } from './partition';

/** Gaps, overlaps, mixed conditions and tops of one item; bands that depend on the minutes required are tried for each. */
export function checkBands(item: BandItem, rubric: Pick<Rubric, 'requiredMinutes'>): RubricFinding[] {
  const about = { item: item.id, code: item.code, text: item.text };
  const found: RubricFinding[] = [];
  const { measure } = item;
  for (const required of lengths(item, rubric)) {
    const domain = item.domain === null ? null : spanOf(item.domain, required);
    if (domain === null) continue;
    const bands = item.bands.flatMap((band) => {
      const span = spanOf(band.range, required);
      return span === null ? [] : [{ id: band.id, span }];
    });
    for (const { span, bands: ids } of findUneven(domain, bands)) {
      const where = { measure, span: showSpan(span), required };
      found.push(
        ids.length === 0
          ? { is: 'BAND_GAP', ...where, ...about }
          : { is: 'BAND_OVERLAP', ...where, bands: ids, ...about },
      );
    }
  }
  for (const band of item.bands) {
    const others = [...new Set(band.orWhen.map((condition) => condition.measure))];
    if (others.length > 0) found.push({ is: 'MIXED_CONDITION', band: band.id, measure, others, ...about });
    if (band.points > item.max)
      found.push({ is: 'BAND_ABOVE_MAX', band: band.id, points: band.points, max: item.max, ...about });
  }
  const best = Math.max(...item.bands.map((band) => band.points));
  if (best < item.max) found.push({ is: 'MAX_NEVER_REACHED', best, max: item.max, ...about });
  const top = item.domain?.to;
  if (
    measure !== null &&
    typeof top === 'number' &&
    beyond(measure, top) &&
    !item.bands.some((band) => reaches(band.range.to, top))
  )
    found.push({ is: 'ABOVE_TOP', measure, top, clip: item.clip, ...about });
  return found;
}

function beyond(measure: keyof typeof MEASURES, top: number): boolean {
  const most = MEASURES[measure].top;
  return most === null || most > top;
}

function reaches(to: BandItem['bands'][number]['range']['to'], top: number): boolean {
  return to === null || (typeof to === 'number' && compare(exact(to), exact(top)) > 0);
}

/** The lengths for which the bands have to be looked at; one null where they do not depend on any. */
function lengths(item: BandItem, rubric: Pick<Rubric, 'requiredMinutes'>): (number | null)[] {
  const ranges = [...item.bands.map((band) => band.range), ...(item.domain === null ? [] : [item.domain])];
  if (!ranges.some(needsRequired)) return [null];
  return [...new Set(rubric.requiredMinutes.map(({ minutes }) => minutes))].sort((a, b) => a - b);
}

/** Ends as plain figures. */
export function showSpan(span: Span): ShownSpan {
  const { from, to } = span;
  return {
    from: from === null ? null : figureOf(from),
    fromOpen: span.fromOpen,
    to: to === null ? null : figureOf(to),
    toOpen: span.toOpen,
  };
}
