/** The chart of totals over time: drawn on demand, told in words, redrawn for paper and for the other theme. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useFormat, useMasked, useText } from '@/components/i18n';
import type { PointReading } from '@/lib/model/point-reading';
import { chartEnds, chartSeries } from './chart-series';
import type { DrawnChart } from './draw-chart';

const HEIGHT = 280;

export function PointChart({ readings }: { readings: readonly PointReading[] }) {
  const { points: t } = useText();
  const f = useFormat();
  const masked = useMasked();
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnChart | null>(null);
  const [state, setState] = useState<'loading' | 'drawn' | 'failed'>('loading');
  const [point, setPoint] = useState<{ day: string; total: number } | null>(null);
  const series = useMemo(() => chartSeries(readings), [readings]);
  const ends = useMemo(() => chartEnds(series), [series]);

  useEffect(() => {
    const target = host.current;
    if (target === null || series.x.length === 0) return;
    let live = true;
    import('./draw-chart')
      .then(({ drawChart }) => {
        if (!live) return;
        drawn.current = drawChart(target, series, HEIGHT, setPoint, f.number);
        setState('drawn');
      })
      .catch(() => live && setState('failed'));
    return () => {
      live = false;
      drawn.current?.destroy();
      drawn.current = null;
    };
    // The axis is drawn anew when numbers are hidden or shown.
  }, [series, masked]);

  useEffect(() => {
    const refresh = () => drawn.current?.refresh();
    const queries = ['print', '(prefers-color-scheme: dark)'].map((query) => matchMedia(query));
    for (const query of queries) query.addEventListener('change', refresh);
    // Theme and text size are attributes of the root element.
    const looks = new MutationObserver(refresh);
    looks.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-text'] });
    return () => {
      looks.disconnect();
      for (const query of queries) query.removeEventListener('change', refresh);
    };
  }, []);

  if (ends === null) return null;
  const { first, last } = ends;
  const alt = t.chartAlt(f.day(first.day), f.number(first.total), f.day(last.day), f.number(last.total));
  return (
    <figure class="card chart stack" aria-labelledby="chart-title">
      <h2 id="chart-title">{t.chart}</h2>
      <div class="chart-host" ref={host} role="img" aria-label={alt} />
      <figcaption class="soft small">
        {state === 'loading' ? t.chartLoading : null}
        {state === 'failed' ? t.chartFailed : null}
        {state === 'drawn' ? (point ? t.chartPoint(f.day(point.day), f.number(point.total)) : t.chartHint) : null}
      </figcaption>
    </figure>
  );
}
