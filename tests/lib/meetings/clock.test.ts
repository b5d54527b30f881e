/** The running clock and the length of a meeting. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaMinutes, lengthOf, minimumOf, readClock } from '../../../lib/meetings/clock';
import { endItem, endMeeting, startItem, startMeeting } from '../../../lib/meetings/edit';
import type { AgendaItem, MeetingKind } from '../../../lib/model/meeting';
import { at, meeting } from './sample';

const START = at('2026-12-03');
const after = (minutes: number) => new Date(Date.parse(START) + minutes * 60_000);
const item = (id: string, minutes: number): AgendaItem => ({
  id,
  title: id,
  presenter: '',
  minutes,
  startedAt: null,
  endedAt: null,
});

it.each<[MeetingKind, number | null, number | null]>([
  ['THUONG_KY', null, 90],
  ['KET_HOP', null, 120],
  ['CHUYEN_DE', null, null],
  ['CHI_UY', null, null],
  ['THUONG_KY', 60, 60],
])('the minimum of %s with %s fixed is %s', (kind, minimumMinutes, expected) =>
  expect(minimumOf({ kind, minimumMinutes })).toBe(expected),
);

it.each([
  [90, 0],
  [89.5, 0.5],
  [75, 15],
  [200, 0],
])('%d minutes are %d short', (minutes, short) => {
  const held = meeting('m', '2026-12-03', { heldFrom: START, heldTo: after(minutes).toISOString() });
  expect(lengthOf(held)).toEqual({ minutes, minimum: 90, short });
});

it('knows no length before the end', () => {
  expect(lengthOf(meeting('m', '2026-12-03', { heldFrom: START }))).toEqual({
    minutes: null,
    minimum: 90,
    short: null,
  });
});

describe('readClock', () => {
  it('follows the agenda item under way', () => {
    let now = meeting('m', '2026-12-03', { agenda: [item('a', 10), item('b', 20), item('c', 0)] });
    expect(readClock(now, after(5))).toMatchObject({ state: 'before', elapsed: 0, toMinimum: 90, plannedLeft: 30 });
    now = startItem(startMeeting(now, START), 'a', START);
    expect(readClock(now, after(4))).toMatchObject({
      state: 'running',
      elapsed: 4,
      toMinimum: 86,
      current: { id: 'a', used: 4, over: -6 },
      plannedLeft: 26,
    });
    now = startItem(now, 'b', after(12).toISOString());
    const clock = readClock(now, after(40));
    expect(clock.items).toMatchObject([
      { state: 'done', used: 12, over: 2 },
      { state: 'running', used: 28, over: 8 },
      { state: 'waiting', used: 0, over: 0 },
    ]);
    expect(clock.plannedLeft).toBe(0);
    now = endMeeting(endItem(now, 'b', after(50).toISOString()), after(95).toISOString());
    expect(readClock(now, after(500))).toMatchObject({ state: 'ended', elapsed: 95, toMinimum: 0, current: null });
  });

  it('has at most one item under way, never runs backwards, and sums to what was used', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 30 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(steps, (taken) => {
        let now = startMeeting(
          meeting('m', '2026-12-03', { agenda: [item('a', 5), item('b', 5), item('c', 5)] }),
          START,
        );
        let minute = 0;
        let before = 0;
        for (const [id, wait] of taken) {
          minute += wait;
          now = startItem(now, id, after(minute).toISOString());
          const clock = readClock(now, after(minute));
          expect(clock.items.filter((one) => one.state === 'running')).toHaveLength(1);
          expect(clock.elapsed).toBe(minute);
          expect(clock.elapsed).toBeGreaterThanOrEqual(before);
          before = clock.elapsed;
        }
        const ended = readClock(endMeeting(now, after(minute).toISOString()), after(minute + 99));
        expect(ended.current).toBeNull();
        expect(ended.toMinimum).toBe(Math.max(0, 90 - minute));
      }),
    );
  });

  it('sums the planned minutes', () => expect(agendaMinutes([item('a', 10), item('b', 25)])).toBe(35));
});
