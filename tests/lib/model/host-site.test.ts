/** Rows of hosts: a definition is for its own host only, and says where it comes from. */
import { describe, expect, it } from 'vitest';
import { hostSiteSchema } from '../../../lib/model/host-site';
import { taughtSite } from './taught-site';

describe('a host’s row', () => {
  const row = (change: object) => ({
    id: 'a.example.vn',
    addedAt: '2026-11-25T01:00:00.000Z',
    changedAt: '2026-11-25T01:00:00.000Z',
    shipped: true,
    site: taughtSite('a.example.vn'),
    from: 'taught',
    ...change,
  });
  it.each<[string, boolean, object]>([
    ['with its own definition', true, {}],
    ['without one', true, { site: null, from: null }],
    ['with one for another host', false, { site: taughtSite('b.example.vn') }],
    ['with one of unknown origin', false, { from: null }],
    ['without one but with its origin', false, { site: null }],
    ['of no host', false, { id: 'A.example.vn', site: null, from: null }],
    ['of a path', false, { id: 'a.example.vn/x', site: null, from: null }],
  ])('%s: %s', (_name, good, change) => {
    expect(hostSiteSchema.safeParse(row(change)).success).toBe(good);
  });
});
