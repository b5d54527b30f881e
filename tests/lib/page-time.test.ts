/** Time spent on a page: added up over scripts, counted once, and never lost to an error. */
import { describe, expect, it } from 'vitest';
import { spentOn, timed } from '../../lib/page-time';

describe('time on a page', () => {
  it('adds up what several scripts did in one world', () => {
    let now = 0;
    const clock = () => now;
    const world = {};
    expect(spentOn(world, clock)).toBe(0);
    expect(timed(world, clock, () => (now += 5))).toBe(5);
    now = 100;
    timed(world, clock, () => (now += 2), 90);
    expect(spentOn(world, clock)).toBe(5 + 12);
    expect(spentOn({}, clock)).toBe(0);
  });

  it('counts work within work once, and what is running now', () => {
    let now = 10;
    const clock = () => now;
    const world = {};
    timed(world, clock, () => {
      now += 3;
      timed(world, clock, () => (now += 4));
      expect(spentOn(world, clock)).toBe(7);
    });
    expect(spentOn(world, clock)).toBe(7);
  });

  it('counts work that fails', () => {
    let now = 0;
    const clock = () => now;
    const world = {};
    expect(() =>
      timed(world, clock, () => {
        now += 6;
        throw new Error('x');
      }),
    ).toThrow('x');
    expect(spentOn(world, clock)).toBe(6);
    timed(world, clock, () => (now += 1));
    expect(spentOn(world, clock)).toBe(7);
  });
});
