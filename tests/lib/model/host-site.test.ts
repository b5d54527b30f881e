/** Hosts: which addresses may be added, and that a definition is for its own host only. */
import { describe, expect, it } from 'vitest';
import { hostOfAddress, hostSiteSchema, patternOfHost } from '../../../lib/model/host-site';
import { taughtSite } from './taught-site';

describe('the host of an address', () => {
  it.each<[string, string | null]>([
    ['https://So-Tay.example.vn/a?b#c', 'so-tay.example.vn'],
    ['http://localhost:8080/x', 'localhost:8080'],
    ['http://127.0.0.1/', '127.0.0.1'],
    ['http://so-tay.example.vn/', null],
    ['https://so-tay.example.vn:8443/', null],
    ['https://localhost/', null],
    ['https://so_tay.example.vn/', null],
    ['https://sổ-tay.vn/', 'xn--s-tay-gb2b.vn'],
    ['https://intranet/', null],
    ['file:///a.html', null],
    ['chrome://extensions/', null],
    ['about:blank', null],
    ['not an address', null],
  ])('%s: %s', (address, host) => {
    expect(hostOfAddress(address)).toBe(host);
  });

  it('gives the pattern asked for', () => {
    expect(patternOfHost('so-tay.example.vn')).toBe('https://so-tay.example.vn/*');
    expect(patternOfHost('localhost:8080')).toBe('http://localhost/*');
  });
});

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
