/** The figures at which a rubric decides otherwise: a figure shown to people must stay on its side of each. */
import type { Range, Rubric } from '../model/rubric';
import type { MeasureName } from '../model/rubric-measures';
import type { Exact } from './exact';
import { spanOf } from './partition';

/** Ends of all bands and conditions on one measure; those that depend on the minutes required need them. */
export function bordersOf(
  { groups }: Partial<Pick<Rubric, 'groups'>>,
  name: MeasureName,
  required: number | null,
): Exact[] {
  const ranges = (groups ?? []).flatMap(({ items }) =>
    items.flatMap((item): Range[] => {
      const bands = item.mode === 'BAND' ? item.bands : [];
      const tested = item.mode === 'BAND' ? [] : (item.test?.all ?? []);
      const conditions = [...item.appliesWhen, ...tested, ...bands.flatMap((band) => band.orWhen)];
      return [
        ...(item.mode === 'BAND' && item.measure === name ? bands.map((band) => band.range) : []),
        ...conditions.filter((one) => one.measure === name).map((one) => one.range),
      ];
    }),
  );
  return endsOf(ranges, required);
}

/** Ends of the grades of a rubric, in points. */
export function gradeBorders({ grades }: Pick<Rubric, 'grades'>): Exact[] {
  return endsOf(
    grades.map((grade) => grade.range),
    null,
  );
}

function endsOf(ranges: readonly Range[], required: number | null): Exact[] {
  return ranges.flatMap((range) => {
    const span = spanOf(range, required);
    return [span?.from ?? null, span?.to ?? null].filter((end) => end !== null);
  });
}
