/** How reading goes on a host: counted seldom, failures newest first, begun afresh with another definition. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { SiteHealth } from '../../../lib/model/host-site';
import { getSiteHealth, listSiteHealth } from '../../../lib/tracker';
import { type Look, healthAfter, noteLook } from '../../../lib/tracker/write-health';
import { freshStore } from './readings';

const at = (minutes: number) => new Date(Date.parse('2026-11-20T05:00:00Z') + minutes * 60_000);
const good: Look = { host: 'a.example.vn', site: 's', siteVersion: 1, status: 'good', problems: [] };
const bad = (...parts: string[]): Look => ({
  ...good,
  status: 'bad',
  problems: parts.map((part) => ({ code: 'missing' as const, part })),
});

function after(...looks: [number, Look][]): { health: SiteHealth | null; written: number } {
  let health: SiteHealth | null = null;
  let written = 0;
  for (const [minutes, look] of looks) {
    const next = healthAfter(health, look, at(minutes));
    if (next === null) continue;
    health = next;
    written++;
  }
  return { health, written };
}

describe('health', () => {
  it('counts a page that goes on well once in ten minutes', () => {
    const { health, written } = after([0, good], [1, good], [9, good], [10, good]);
    expect([written, health?.good, health?.lastGoodAt]).toEqual([2, 2, at(10).toISOString()]);
  });

  it('tells what was missing, how often, the latest first', () => {
    const { health } = after(
      [0, good],
      [1, bad('points')],
      [2, bad('points')],
      [3, bad('table ranking')],
      [4, good],
      [5, bad('points')],
    );
    expect(health).toMatchObject({ good: 2, bad: 3, lastGoodAt: at(4).toISOString(), lastBadAt: at(5).toISOString() });
    expect(health?.failures.map(({ part, times }) => [part, times])).toEqual([
      ['points', 2],
      ['table ranking', 1],
    ]);
  });

  it('begins afresh with another version of the definition', () => {
    const { health } = after([0, bad('points')], [1, { ...good, siteVersion: 2 }]);
    expect(health).toMatchObject({ good: 1, bad: 0, failures: [], siteVersion: 2 });
  });

  it('keeps no more than twenty failures and no long part', () => {
    const looks = Array.from({ length: 30 }, (_, index): [number, Look] => [
      index,
      bad(`part ${index} ${'x'.repeat(200)}`),
    ]);
    const { health } = after(...looks);
    expect(health?.failures.length).toBe(20);
    expect(health?.failures.every(({ part }) => part.length <= 100)).toBe(true);
    expect(health?.failures[0]?.part).toMatch(/^part 29 /);
  });

  it('is stored, and hosts with the latest trouble come first', async () => {
    const db = freshStore();
    await noteLook(db, good, at(0));
    expect(await noteLook(db, good, at(1))).toBeNull();
    await noteLook(db, { ...bad('points'), host: 'b.example.vn' }, at(2));
    expect((await listSiteHealth(db)).map(({ id }) => id)).toEqual(['b.example.vn', 'a.example.vn']);
    expect(await getSiteHealth(db, 'a.example.vn')).toMatchObject({ good: 1, bad: 0 });
  });
});
