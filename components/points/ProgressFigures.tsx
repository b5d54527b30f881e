/** Points gained today, this week, month, quarter, year and between any two days, with what makes a figure less than plain. */
import { useMemo, useState } from 'preact/hooks';
import { DayField } from '@/components/fields/DayField';
import { useFormat, useText } from '@/components/i18n';
import { type Period, periodAround, weekAround } from '@/lib/model/period';
import { gainedIn } from '@/lib/tally/progress';
import type { DatedTotal } from '@/lib/tally/runs';
import { dayInVietnam, isDay } from '@/lib/vi/dates';
import { totalsFor } from './counted-totals';

interface Props {
  /** Readings that count, in time order. */
  totals: readonly DatedTotal[];
  /** Readings up to this day were purged by age; null when none were. */
  purgedTo: string | null;
  now: Date;
}

export function ProgressFigures({ totals, purgedTo, now }: Props) {
  const { points: t, tally } = useText();
  const f = useFormat();
  const today = dayInVietnam(now);
  const month = periodAround(today, 'month');
  const [from, setFrom] = useState(month.from);
  const [to, setTo] = useState(today);
  const gained = (period: Period) => gainedIn(totalsFor(totals, period), period);
  const rows = [
    [t.today, { from: today, to: today }],
    [t.week, { from: weekAround(today).from, to: today }],
    [t.month, { from: month.from, to: today }],
    [t.quarter, { from: periodAround(today, 'quarter').from, to: today }],
    [t.year, { from: periodAround(today, 'year').from, to: today }],
  ] as const;
  const figures = useMemo(() => rows.map(([label, period]) => ({ label, ...gained(period) })), [totals, today, t]);
  const valid = isDay(from) && isDay(to) && from <= to;
  const between = useMemo(() => (valid ? gained({ from, to }) : null), [totals, from, to]);
  const shown = (points: number | null) => (points === null ? t.unknown : t.rise(f.signed(points)));
  const marked = figures.some((one) => one.openingInPeriod && one.points !== null);

  return (
    <section class="card stack" aria-labelledby="gained-title">
      <h2 id="gained-title">{t.gained}</h2>
      <dl class="gains figures">
        {figures.map((one) => (
          <div key={one.label}>
            <dt>{one.label}</dt>
            <dd class={one.points === null ? 'gain-none' : 'gain'}>
              {shown(one.points)}
              {one.openingInPeriod && one.points !== null ? <span class="mark">*</span> : null}
            </dd>
          </div>
        ))}
      </dl>
      {marked ? <p class="soft small">{t.openingMark}</p> : null}
      <fieldset class="between">
        <legend>{t.between}</legend>
        <div class="between-fields">
          <DayField label={t.from} value={from} onDay={setFrom} />
          <DayField label={t.to} value={to} error={valid ? null : t.wrongDays} onDay={setTo} />
          <output class="gain" aria-live="polite">
            {between ? shown(between.points) : ''}
          </output>
        </div>
        {between?.openingInPeriod && between.points !== null ? <p class="soft small">{t.openingInPeriod}</p> : null}
        {between && purgedTo !== null && from <= purgedTo ? (
          <p class="soft small">{tally.purged(f.day(purgedTo))}</p>
        ) : null}
        {between?.reset ? <p class="soft small">{t.resetInPeriod}</p> : null}
      </fieldset>
      <p class="soft small">{t.derivedFrom(f.number(totals.length))}</p>
    </section>
  );
}
