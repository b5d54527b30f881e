/** Files that claim to be descriptions: the right one is taken, every other gets the reason a person can act on. */
import { describe, expect, it } from 'vitest';
import { setUpZod } from '@/entrypoints/dashboard/setup';
import { textsOf } from '@/components/i18n';
import { failureWords } from '@/components/sites/failure-words';
import { listHosts } from '@/components/sites/host-list';
import { readSiteFile, readSiteText } from '@/components/sites/read-site-file';
import { sampleFacts } from '@/components/sites/sample-facts';
import { exportSite } from '@/lib/model/describe-site';
import type { HostSite, SiteHealth } from '@/lib/model/host-site';
import { SITES } from '@/lib/sites';
import { taughtSite } from '../../lib/model/taught-site';

setUpZod();
const HOST = 'so-tay.example.vn';
const site = taughtSite(HOST);
const bent = (change: object) => JSON.stringify({ ...site, ...change });

describe('readSiteText', () => {
  it('takes an exported site, with or without the mark some programs put in front', () => {
    for (const text of [exportSite(site), `\uFEFF${exportSite(site)}`])
      expect(readSiteText(text)).toMatchObject({ ok: true, host: HOST, site });
  });

  it.each([
    ['no JSON', '<html>', 'notJson'],
    ['nothing', '', 'notJson'],
    ['a list', '[]', 'notSite'],
    ['other JSON', '{"format":"sotay-data","version":1}', 'notSite'],
    ['a newer version', bent({ version: 2 }), 'newer'],
    ['a field nobody knows', bent({ code: 'x' }), 'grammar'],
    ['several hosts', exportSite({ ...site, hosts: [HOST, 'b.example.vn'] }), 'oneHost'],
    ['no host', bent({ hosts: [] }), 'oneHost'],
    ['a group of hosts', bent({ hosts: ['*.example.vn'] }), 'oneHost'],
    ['a group of hosts in one that was written by hand', bent({ hosts: ['*.example.vn'], taught: null }), 'oneHost'],
    ['a script in place of a host', bent({ hosts: ['javascript:alert(1)'] }), 'oneHost'],
    ['a key that bends objects', exportSite(site).replace('{', '{"__proto__":{},'), 'forbidden'],
    ['data that is never read', bent({ points: { labels: ['Số căn cước'], required: true } }), 'denied'],
    ['more than a file may have', bent({ label: { vi: 'x'.repeat(300_000), en: 'x' } }), 'tooBig'],
    ['deep nesting', `{"format":"sotay-site","a":${'['.repeat(50)}${']'.repeat(50)}}`, 'tooBig'],
  ])('refuses %s', (_name, text, problem) => {
    expect(readSiteText(text)).toMatchObject({ ok: false, problem });
  });

  it('does not read a file above the limit', async () => {
    expect(await readSiteFile(new Blob(['x'.repeat(262_145)]))).toMatchObject({ ok: false, problem: 'tooBig' });
    const broken = { size: 3, text: () => Promise.reject(new Error('gone')) } as unknown as Blob;
    expect(await readSiteFile(broken)).toMatchObject({ ok: false, problem: 'unreadable' });
    expect(await readSiteFile(new Blob([exportSite(site)]))).toMatchObject({ ok: true });
  });
});

describe('listHosts', () => {
  const at = '2026-11-20T05:00:00.000Z';
  const row = (id: string, more: Partial<HostSite> = {}): HostSite => ({
    id,
    addedAt: at,
    changedAt: at,
    shipped: true,
    site: null,
    from: null,
    ...more,
  });
  const seen = (id: string, by: string | null): SiteHealth => ({
    id,
    site: by,
    siteVersion: 1,
    good: 1,
    bad: 0,
    lastGoodAt: at,
    lastBadAt: null,
    failures: [],
  });
  const list = (more: Partial<Parameters<typeof listHosts>[0]>) =>
    listHosts({ sites: SITES, origins: [], rows: [], health: [], language: 'vi', ...more });
  const of = (hosts: ReturnType<typeof list>, host: string) => hosts.find((one) => one.host === host);

  it('has every shipped host, granted or not', () => {
    const hosts = list({ origins: ['https://stdv.vnpt.me/*'] });
    expect(hosts.map(({ host }) => host)).toEqual([...new Set(SITES.flatMap((one) => one.hosts))].sort());
    expect(of(hosts, 'stdv.vnpt.me')).toMatchObject({ required: true, granted: true, readBy: { by: 'shipped' } });
    expect(of(hosts, 'qldv.vnpt.me')).toMatchObject({ required: true, granted: false });
  });

  it('takes hosts under a group as required, each with its own row', () => {
    const hosts = list({
      origins: ['https://*.sotaydangvien.com/*'],
      rows: [row('phuong.sotaydangvien.com', { shipped: false })],
    });
    expect(of(hosts, 'phuong.sotaydangvien.com')).toMatchObject({
      required: true,
      granted: true,
      readBy: { by: 'none' },
    });
    expect(of(hosts, '*.sotaydangvien.com')).toMatchObject({ granted: true });
    expect(of(list({ rows: [row('xsotaydangvien.com')] }), 'xsotaydangvien.com')).toMatchObject({ required: false });
  });

  it('says what reads an added host', () => {
    const hosts = list({
      origins: ['https://a.example.vn/*', 'https://*/*'],
      rows: [row('a.example.vn'), row(HOST, { site, from: 'taught' })],
      health: [seen('b.example.vn', 'ptit')],
    });
    expect(of(hosts, 'a.example.vn')).toMatchObject({ granted: true, required: false, readBy: { by: 'any' } });
    expect(of(hosts, HOST)).toMatchObject({ granted: false, readBy: { by: 'taught', version: 1, day: '2026-11-25' } });
    expect(of(hosts, 'b.example.vn')).toMatchObject({ readBy: { by: 'shipped', site: { id: 'ptit' } } });
    expect(hosts.map(({ host }) => host)).not.toContain('*');
  });

  it('shows the ports of this computer in place of the whole of it', () => {
    const origins = ['http://localhost/*'];
    expect(of(list({ origins }), 'localhost')).toMatchObject({ granted: true });
    const hosts = list({ origins, rows: [row('localhost:4600')] });
    expect(of(hosts, 'localhost')).toBeUndefined();
    expect(of(hosts, 'localhost:4600')).toMatchObject({ granted: true, required: false });
  });
});

describe('failureWords', () => {
  const { sites, glance } = textsOf('vi');
  it.each([
    ['missing', 'points', 'Không thấy tổng điểm của tôi'],
    ['missing', 'table ranking', 'Không thấy danh sách “Xếp hạng”'],
    ['ambiguous', 'context.name', 'Có hai chỗ cùng giống tên của tôi nên không chọn bừa'],
    ['refusedValue', 'column "Ngày họp", row 3', 'Giá trị ở cột “Ngày họp” không rõ ràng nên không nhận'],
    ['refusedValue', 'usage, card 2', 'Giá trị ở danh sách “Lượt sử dụng” không rõ ràng nên không nhận'],
    ['unknownScreen', 'screen', 'Không nhận ra màn hình'],
    ['missing', 'toString', 'Không thấy một phần của trang'],
    ['somethingNew', 'points', 'tổng điểm của tôi'],
  ])('%s of %s', (code, part, words) => {
    expect(failureWords({ code, part }, sites, glance.tables.kinds)).toBe(words);
  });
});

describe('sampleFacts', () => {
  it('counts words, numbers and labels between tags', () => {
    expect(sampleFacts('<head><title>x</title></head><body class="x 0"><p>Xxx xx 00.000 00</p>Điểm: 0</body>')).toEqual(
      {
        words: 2,
        numbers: 3,
        labels: 1,
      },
    );
  });
});
