/** The shipped sites: each within the closed grammar, each reading its saved pages. */
import { describe, expect, it } from 'vitest';
import { findSite, matchesHost } from '../../lib/reader';
import { SITES } from '../../lib/sites';
import { testSite } from '../suites/test-site';
import { openHtml } from './reader/open-page';

describe.each(SITES.map((site) => ({ id: site.id, site })))('site $id', ({ site }) => testSite(site));

describe('the list of sites', () => {
  it('has unique ids and hosts', () => {
    const hosts = SITES.flatMap((site) => site.hosts);
    expect(new Set(SITES.map((site) => site.id)).size).toBe(SITES.length);
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  it.each([
    ['https://stdv.vnpt.me/quanly/dangvien', 'vnpt'],
    ['https://qldv.vnpt.me/', 'vnpt'],
    ['https://longan.sotaydangvien.com/xep-hang', 'ptit'],
    ['https://sotaydangvien.dcs.vn/page/Account/home', 'quoc-gia'],
    ['https://sotaydangvien.hue.gov.vn/', 'bang-html'],
  ])('%s belongs to %s', (url, id) => {
    expect(findSite(openHtml('<html><body></body></html>'), url, SITES)?.id).toBe(id);
  });

  it.each([
    ['stdv.vnpt.me', 'https://stdv.vnpt.me', true],
    ['stdv.vnpt.me', 'http://stdv.vnpt.me', false],
    ['stdv.vnpt.me', 'https://stdv.vnpt.me.evil.vn', false],
    ['*.sotaydangvien.com', 'https://a.b.sotaydangvien.com', true],
    ['*.sotaydangvien.com', 'https://evilsotaydangvien.com', false],
  ])('%s and %s', (pattern, origin, expected) => expect(matchesHost(pattern, origin)).toBe(expected));

  it('claims no page that is no handbook', () => {
    for (const html of [
      '<h1>Tin tức</h1><p>Không có gì</p>',
      '<table><tr><th>Giá</th><th>Tên hàng</th></tr><tr><td>1</td><td>Gạo</td></tr></table>',
    ]) {
      expect(findSite(openHtml(`<html><body>${html}</body></html>`), 'https://example.com/', SITES)).toBeNull();
    }
  });
});
