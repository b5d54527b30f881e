/** The line chart itself: uPlot on a canvas, coloured from our tokens; loaded only when there is something to draw. */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatDay } from '@/lib/vi/dates';
import { type ChartSeries, dayOfChartTime } from './chart-series';

export interface DrawnChart {
  /** Draws again in the colours and width of now. */
  refresh: () => void;
  destroy: () => void;
}

/** Draws `series` into `host` and follows its width. `onPoint` hears the point under the pointer, null when it leaves. */
export function drawChart(
  host: HTMLElement,
  series: ChartSeries,
  height: number,
  onPoint: (point: { day: string; total: number } | null) => void,
  label: (total: number) => string,
): DrawnChart {
  let plot: uPlot | null = null;
  const draw = () => {
    plot?.destroy();
    plot = new uPlot(options(host, height, onPoint, label), [series.x, series.y], host);
  };
  const resize = new ResizeObserver(() => {
    const width = Math.floor(host.clientWidth);
    if (plot && width > 0 && width !== plot.width) plot.setSize({ width, height });
  });
  draw();
  resize.observe(host);
  return {
    refresh: draw,
    destroy: () => {
      resize.disconnect();
      plot?.destroy();
      plot = null;
    },
  };
}

function options(
  host: HTMLElement,
  height: number,
  onPoint: (point: { day: string; total: number } | null) => void,
  label: (total: number) => string,
): uPlot.Options {
  const style = getComputedStyle(host);
  const token = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback;
  const ink = token('--chart-ink', style.color);
  const grid = token('--chart-grid', 'rgb(128 128 128 / 0.25)');
  const line = token('--chart-line', style.color);
  const font = `${token('--chart-font-size', '14px')} ${style.fontFamily}`;
  const axis = { stroke: ink, font, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid, width: 1 } };
  return {
    width: Math.max(240, Math.floor(host.clientWidth)),
    height,
    legend: { show: false },
    padding: [12, 24, 4, 4],
    scales: {
      x: { time: true, range: (_plot, low, high) => (low === high ? [low - 86_400, high + 86_400] : [low, high]) },
      y: { range: (_plot, low, high) => spread(low, high) },
    },
    series: [{}, { stroke: line, width: 2.5, points: { show: true, size: 6, fill: line }, spanGaps: false }],
    axes: [
      { ...axis, space: 90, values: (_plot, splits, _axis, _space, step) => splits.map((at) => dayLabel(at, step)) },
      { ...axis, size: 76, values: (_plot, splits) => splits.map((at) => label(at)) },
    ],
    // No zoom by dragging: there is no way back that a person would find.
    cursor: { drag: { x: false, y: false }, y: false },
    hooks: {
      setCursor: [
        (plot) => {
          const index = plot.cursor.idx;
          const x = index === null || index === undefined ? undefined : plot.data[0][index];
          const y = index === null || index === undefined ? undefined : plot.data[1]?.[index];
          onPoint(x === undefined || y === null || y === undefined ? null : { day: dayOfChartTime(x), total: y });
        },
      ],
    },
  };
}

function spread(low: number | null, high: number | null): [number, number] {
  const from = low ?? 0;
  const to = high ?? 1;
  const room = Math.max(1, (to - from) * 0.1);
  return [Math.max(0, Math.floor(from - room)), Math.ceil(to + room)];
}

// Steps of a month or more are named by month; years alone when they are further apart still.
function dayLabel(at: number, step: number): string {
  const day = formatDay(dayOfChartTime(at));
  if (step >= 365 * 86_400) return day.slice(6);
  return step >= 28 * 86_400 ? day.slice(3) : day;
}
