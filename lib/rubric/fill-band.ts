/** The band of an item by the facts of a meeting, or why it cannot be told; never a silent choice. */
import type { MeetingFacts } from '../model/meeting-facts';
import type { BandItem, Rubric } from '../model/rubric';
import { type CheckedCondition, checkCondition } from './conditions';
import { type Exact, compare, exact } from './exact';
import { type Reading, measure } from './measure';
import { holds, spanOf } from './partition';
import type { Because, Reason } from './proposal';

export type BandResult = { ok: true; band: string; reason: Reason } | { ok: false; because: Because };

export function fillBand(item: BandItem, facts: MeetingFacts, rubric: Rubric): BandResult {
  const ask = (because: Because): BandResult => ({ ok: false, because });
  if (item.measure === null) return ask({ is: 'JUDGEMENT' });
  const measured = measure(item.measure, facts, rubric);
  const readings = measured.ok ? measured.readings : [];
  const byCondition = item.bands.map((band) => ({
    band: band.id,
    conditions: band.orWhen.map((condition) => checkCondition(condition, facts, rubric)),
  }));
  const holding = byCondition.filter(({ conditions }) => conditions.some((one) => one.outcome === 'holds'));
  const [only, ...more] = holding;
  if (only !== undefined && more.length === 0) {
    const conditions = only.conditions.filter((one) => one.outcome === 'holds');
    return { ok: true, band: only.band, reason: { is: 'BAND_BY_CONDITION', band: only.band, conditions, readings } };
  }
  if (more.length > 0) return ask({ is: 'IN_SEVERAL_BANDS', readings, bands: holding.map(({ band }) => band) });
  if (!measured.ok) {
    const { ok: _ok, because, ...rest } = measured;
    return ask({ is: because, ...rest } as Because); // the codes and fields of Measured are those of Because
  }
  const results = readings.map((reading) => bandsAt(item, reading));
  const bands = [...new Set(results.flat())];
  if (results.some((ids) => ids.length === 0)) return ask({ is: 'IN_GAP', readings });
  if (results.some((ids) => ids.length > 1)) return ask({ is: 'IN_SEVERAL_BANDS', readings, bands });
  const [band] = bands;
  if (band === undefined || bands.length > 1) return ask({ is: 'READINGS_DIFFER', readings, bands });
  const open = byCondition.filter((one) => one.band !== band).flatMap(({ conditions }) => conditions.filter(isOpen));
  if (open.length > 0) return ask({ is: 'FACT_MISSING', missing: [...new Set(open.flatMap((one) => one.missing))] });
  return { ok: true, band, reason: { is: 'IN_BAND', band, readings } };
}

/** Bands that hold the value of one reading. */
function bandsAt(item: BandItem, { value, required }: Reading): string[] {
  const taken = clipped(value, item.clip);
  return item.bands
    .filter((band) => {
      const span = spanOf(band.range, required);
      return span !== null && holds(span, taken);
    })
    .map((band) => band.id);
}

function clipped(value: Exact, clip: number | null): Exact {
  return clip !== null && compare(value, exact(clip)) > 0 ? exact(clip) : value;
}

function isOpen(one: CheckedCondition): boolean {
  return one.outcome === 'unknown' || one.outcome === 'differs';
}
