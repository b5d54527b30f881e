/** Sentences for the codes and figures of the rubric engine, in the language given. */
import type { Format, Texts } from '@/components/i18n';
import type { Answer, Because, CheckedCondition, Proposal, Range, Reading, Reason, RubricItem } from '@/lib/rubric';
import type { ShownSpan } from '@/lib/rubric';
import { MEASURES, type MeasureName } from '@/lib/model/rubric-measures';

/** What a figure counts; null: nothing that has a name. */
type Counts = MeasureName | 'points' | null;

export interface RubricWords {
  /** `đúng 50%`, `trên 30 phút và dưới 45 phút`. */
  span(span: ShownSpan, counts: Counts): string;
  range(range: Range, counts: Counts): string;
  reading(reading: Reading): string;
  reason(reason: Reason): string;
  because(because: Because, item: RubricItem): string;
  answer(item: RubricItem, answer: Answer): string;
  /** Why a proposal is made, as the note of a sheet. */
  note(proposal: Proposal): string;
  /** The figure with its unit. */
  value(value: number, counts: Counts): string;
  /** `31.5` as this language writes it. */
  figure(value: number): string;
  capital(text: string): string;
}

export function rubricWords(texts: Texts, format: Format): RubricWords {
  const t = texts.rubric;
  const unit = (value: string, counts: Counts) =>
    counts === null ? value : counts === 'points' ? t.points(value) : t.units[MEASURES[counts].unit](value);
  // format.number keeps two decimals; the figures of a form have up to four.
  const figure = (value: number) => {
    const [, decimals = ''] = String(Math.abs(value)).split('.');
    const hidden = format.number(1) === format.number(2);
    if (decimals.length <= 2 || hidden) return format.number(value);
    const mark = format.number(0.5).replaceAll('0', '').replaceAll('5', '');
    return `${value < 0 ? '-' : ''}${format.number(Math.trunc(Math.abs(value)))}${mark}${decimals}`;
  };
  const shown = (value: number, counts: Counts) => unit(figure(value), counts);
  const span: RubricWords['span'] = ({ from, fromOpen, to, toOpen }, measure) => {
    const a = from === null ? null : shown(from, measure);
    const b = to === null ? null : shown(to, measure);
    return joined(a, fromOpen, b, toOpen, from !== null && from === to);
  };
  const joined = (a: string | null, aOpen: boolean, b: string | null, bOpen: boolean, same: boolean): string => {
    const { span: s } = t;
    if (a === null) return b === null ? s.any : bOpen ? s.below(b) : s.upTo(b);
    if (b === null) return aOpen ? s.above(a) : s.from(a);
    if (same) return s.exactly(a);
    if (aOpen) return bOpen ? s.aboveBelow(a, b) : s.aboveTo(a, b);
    return bOpen ? s.fromBelow(a, b) : s.fromTo(a, b);
  };
  const range: RubricWords['range'] = ({ from, fromOpen, to, toOpen }, measure) => {
    const end = (bound: Range['from']) =>
      bound === null
        ? null
        : typeof bound === 'number'
          ? shown(bound, measure)
          : t.ofRequired(format.percent(bound.ofRequired));
    const [a, b] = [end(from), end(to)];
    return joined(a, fromOpen, b, toOpen, a !== null && a === b);
  };
  const reading: RubricWords['reading'] = (one) => {
    const name = t.measures[one.measure];
    if (MEASURES[one.measure].unit === 'yesNo') return t.measured(name, one.shown === 1 ? t.reasons.yes : t.reasons.no);
    if (one.measure === 'papersLeadHours' && one.shown < 0) return t.papersAfterStart;
    let value = shown(one.shown, one.measure);
    if (one.part !== null && one.whole !== null) {
      const [part, whole] = [figure(one.part), figure(one.whole)];
      if (one.measure === 'minutesShort' && one.shown === 0) return t.heldEnough(part, whole);
      value = one.required === null ? t.partOf(value, part, whole) : t.heldOf(value, part, whole);
    }
    return t.measured(name, one.by === null ? value : t.by[one.by](value));
  };
  const list = (readings: readonly Reading[]) => readings.map(reading).join('; ');
  const checked = (conditions: readonly CheckedCondition[]) => list(conditions.flatMap((one) => one.readings));
  const facts = (names: readonly (keyof typeof t.facts)[]) => names.map((name) => t.facts[name]).join(', ');
  const reason: RubricWords['reason'] = (one) => {
    switch (one.is) {
      case 'IN_BAND':
        return t.reasons.byFigures(list(one.readings));
      case 'BAND_BY_CONDITION':
        return t.reasons.byCondition(checked(one.conditions));
      case 'ALL_HOLD':
      case 'ONE_FAILS':
      case 'DOES_NOT_APPLY':
        return t.reasons.byFigures(checked(one.conditions));
      case 'OTHER_KIND':
        return t.reasons.otherKind(t.kinds[one.kind]);
    }
  };
  const bandNames = (item: RubricItem, ids: readonly string[]) =>
    item.mode === 'BAND'
      ? item.bands
          .filter((band) => ids.includes(band.id))
          .map((band) => `“${band.label}”`)
          .join(', ')
      : '';
  const because: RubricWords['because'] = (one, item) => {
    const w = t.because;
    switch (one.is) {
      case 'JUDGEMENT':
        return w.judgement;
      case 'FACT_MISSING':
        return w.missing(facts(one.missing));
      case 'FACTS_CONTRADICT':
        return w.contradict(facts(one.facts));
      case 'NOTHING_PLANNED':
        return w.nothingPlanned(facts(one.facts));
      case 'NO_LENGTH':
        return w.noLength;
      case 'IN_GAP':
        return w.gap(list(one.readings));
      case 'IN_SEVERAL_BANDS':
        return w.several(list(one.readings), bandNames(item, one.bands));
      case 'READINGS_DIFFER':
        return w.differ(list(one.readings));
      case 'PARTLY_KNOWN':
        return w.partly(checked(one.conditions));
      case 'NOT_FULL':
        return w.notFull(checked(one.conditions));
      case 'NO_SCALE':
        return w.noScale;
      case 'NO_POLICY':
        return w.noPolicy(reason(one.reason));
    }
  };
  const answer: RubricWords['answer'] = (item, given) => {
    const met = item.mode === 'PASS_FAIL';
    switch (given.kind) {
      case 'YES':
        return met ? t.sheet.pass : t.sheet.yes;
      case 'NO':
        return met ? t.sheet.fail : t.sheet.no;
      case 'NA':
        return t.sheet.notApplicable;
      case 'POINTS':
        return t.points(figure(given.points));
      case 'BAND':
        return item.mode === 'BAND'
          ? (item.bands.find((band) => band.id === given.band)?.label ?? given.band)
          : given.band;
    }
  };
  return {
    span,
    range,
    reading,
    reason,
    because,
    answer,
    value: shown,
    figure,
    note: (proposal) => (proposal.is === 'ANSWER' ? reason(proposal.reason) : ''),
    capital: (text) => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1),
  };
}
