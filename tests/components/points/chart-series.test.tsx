/** The columns of the chart: one point per day, in order, with a gap where a run breaks. */
import { describe, expect, it } from 'vitest';
import { chartEnds, chartSeries, chartTime, dayOfChartTime } from '@/components/points/chart-series';
import type { PointReading } from '@/lib/model/point-reading';

function reading(day: string, total: number, more: Partial<PointReading> = {}): PointReading {
  return {
    id: `${day}-${total}`,
    subject: 'me',
    day,
    takenAt: `${day}T03:00:00.000Z`,
    lastSeenAt: `${day}T03:00:00.000Z`,
    total,
    raw: String(total),
    where: '',
    source: 'manual',
    site: null,
    siteVersion: null,
    host: null,
    origin: '',
    name: null,
    role: null,
    unit: null,
    newRun: null,
    corrections: [],
    withdrawn: null,
    ...more,
  };
}

const shown = (readings: PointReading[]) => {
  const { x, y } = chartSeries(readings);
  return x.map((at, index) => [dayOfChartTime(at), y[index]]);
};

describe('chart series', () => {
  it('takes the last total of a day and leaves withdrawn ones out', () => {
    const gone = reading('2026-01-02', 999, { withdrawn: { at: '2026-01-03T00:00:00.000Z', reason: 'x' } });
    expect(shown([reading('2026-01-01', 10), reading('2026-01-02', 20), reading('2026-01-02', 25), gone])).toEqual([
      ['2026-01-01', 10],
      ['2026-01-02', 25],
    ]);
  });

  it('breaks the line before a new run, also within one day', () => {
    const { x, y } = chartSeries([reading('2026-01-01', 10), reading('2026-01-01', 4, { newRun: 'fall' })]);
    expect(y).toEqual([10, null, 4]);
    expect([...x].sort((a, b) => a - b)).toEqual(x);
    expect(new Set(x).size).toBe(3);
  });

  it('runs level to the day a total was seen last', () => {
    expect(shown([reading('2026-01-01', 10, { lastSeenAt: '2026-01-05T03:00:00.000Z' })])).toEqual([
      ['2026-01-01', 10],
      ['2026-01-05', 10],
    ]);
  });

  it('does not stretch a reading typed in for an earlier day', () => {
    const typed = { takenAt: '2026-03-01T03:00:00.000Z', lastSeenAt: '2026-03-01T03:00:00.000Z' };
    expect(shown([reading('2026-01-01', 10, typed)])).toEqual([['2026-01-01', 10]]);
  });

  it('names first and last', () => {
    expect(chartEnds(chartSeries([reading('2026-01-01', 10), reading('2026-02-01', 30)]))).toEqual({
      first: { day: '2026-01-01', total: 10 },
      last: { day: '2026-02-01', total: 30 },
    });
    expect(chartEnds({ x: [], y: [] })).toBeNull();
    expect(dayOfChartTime(chartTime('2026-02-28'))).toBe('2026-02-28');
  });
});
