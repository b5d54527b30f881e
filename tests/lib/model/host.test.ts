/** Which addresses may be added, and the permission asked for. */
import { describe, expect, it } from 'vitest';
import { hostOfAddress, patternOfHost } from '../../../lib/model/host';

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
