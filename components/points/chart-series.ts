/** Turns dated totals into the columns a line chart needs: one point per day, a gap where a new run starts. */
import type { PointReading } from '@/lib/model/point-reading';
import { dayInVietnam } from '@/lib/vi/dates';

/** Seconds since 1970 (noon in Vietnam) and totals; `null` is a gap between two runs. */
export interface ChartSeries {
  x: number[];
  y: (number | null)[];
}

const NOON_IN_VIETNAM = 'T12:00:00+07:00';

/** Noon of a day in Vietnam as chart time, so that no computer zone moves a point to another day. */
export function chartTime(day: string): number {
  return Date.parse(`${day}${NOON_IN_VIETNAM}`) / 1000;
}

/** The day a chart time stands for. */
export function dayOfChartTime(seconds: number): string {
  return dayInVietnam(new Date(seconds * 1000));
}

/** Readings must be in order; withdrawn ones are left out, of several on one day the last stands. */
export function chartSeries(readings: readonly PointReading[]): ChartSeries {
  const series: ChartSeries = { x: [], y: [] };
  let lastDay = '';
  for (const reading of readings) {
    if (reading.withdrawn) continue;
    const breaks = reading.newRun !== null && reading.newRun !== 'first' && series.x.length > 0;
    if (breaks) {
      // The gap stands half a day earlier, between the two runs, also when both fall on one day.
      series.x.push(Math.max((series.x.at(-1) ?? 0) + 1, chartTime(reading.day) - 43_200));
      series.y.push(null);
      lastDay = '';
    }
    if (reading.day === lastDay) {
      series.y[series.y.length - 1] = reading.total;
    } else {
      series.x.push(Math.max(chartTime(reading.day), (series.x.at(-1) ?? 0) + 1));
      series.y.push(reading.total);
    }
    lastDay = reading.day;
    extend(series, reading);
  }
  return series;
}

// A total seen again on later days holds until then: the line runs level.
function extend(series: ChartSeries, reading: PointReading): void {
  if (reading.lastSeenAt === reading.takenAt) return;
  const seen = dayInVietnam(new Date(reading.lastSeenAt));
  const taken = dayInVietnam(new Date(reading.takenAt));
  // A corrected or typed day says nothing about when it was seen last.
  if (seen <= reading.day || taken !== reading.day) return;
  series.x.push(chartTime(seen));
  series.y.push(reading.total);
}

/** First and last drawn total with their days, for the sentence that says what the picture shows; null when empty. */
export function chartEnds(series: ChartSeries) {
  const drawn = series.y.flatMap((total, index) => {
    const x = series.x[index];
    return total === null || x === undefined ? [] : [{ day: dayOfChartTime(x), total }];
  });
  const first = drawn[0];
  const last = drawn.at(-1);
  return first && last ? { first, last } : null;
}
