/** `sotay extract`: its JSON, its exit codes, and what bad input gets. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { runExtract } from '../../../lib/cli/extract';
import { InputError, UsageError } from '../../../lib/cli/io';
import { vnpt } from '../../../lib/sites/vnpt';
import { REAL_PAGES, hasRealPages } from '../reader/open-page';

const folder = mkdtempSync(join(tmpdir(), 'sotay-'));
afterAll(() => rmSync(folder, { recursive: true }));
const FIXTURES = fileURLToPath(new URL('../../fixtures/sites/', import.meta.url));

async function extract(...args: string[]) {
  let out = '';
  let err = '';
  const io = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    now: () => new Date('2026-11-20T00:00:00Z'),
    cwd: folder,
  };
  const code = await runExtract(args, io);
  return { code, out: JSON.parse(out) as Record<string, unknown>, err };
}
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};
const page = (body: string): string => `<!DOCTYPE html><html><body>${body}</body></html>`;

describe('sotay extract', () => {
  it('prints what a saved page shows', async () => {
    const { code, out } = await extract(join(FIXTURES, 'bang-html/home.html'));
    expect(code).toBe(0);
    expect(out).toMatchObject({
      format: 'sotay-observations',
      version: 1,
      site: 'bang-html',
      siteVersion: 1,
      screen: 'trang-chu',
      tables: [],
      skipped: { columns: [], secret: 0 },
    });
    expect(Object.keys(out)).toEqual([
      'format',
      'version',
      'site',
      'siteVersion',
      'screen',
      'context',
      'points',
      'tables',
      'skipped',
    ]);
    expect(out['points']).toMatchObject({ total: 12345 });
  });

  it.runIf(hasRealPages)('reads a page of the real front end', async () => {
    const { out } = await extract(fileURLToPath(new URL('buoc31-diem-danh.html', REAL_PAGES)), '--site', 'vnpt');
    expect(out['points']).toEqual({ total: 47, raw: ' Điểm tích lũy: 47' });
    expect(out['tables']).toMatchObject([{ kind: 'attendance', complete: false, total: 34 }]);
  });

  it('gives the words of the page beside a value that differs from them', async () => {
    const rows = '<tr><td>1</td><td>Nộp báo cáo</td><td>05-01-2026</td></tr>';
    const heads = '<tr><th>STT</th><th>Nhiệm vụ</th><th>Thời hạn</th></tr>';
    const body = `<h4>Nhiệm vụ</h4><p>Điểm tích lũy: 1.286</p><table>${heads}${rows}</table>`;
    const { out } = await extract(file('dates.html', page(body)), '--site', 'bang-html');
    expect(out['tables']).toMatchObject([
      { rows: [{ order: 1, task: 'Nộp báo cáo', deadline: '2026-01-05', deadlineText: '05-01-2026' }] },
    ]);
  });

  it('takes a site from a file', async () => {
    const site = file('site.json', JSON.stringify({ ...vnpt, id: 'toi' }));
    const { out } = await extract(
      join(FIXTURES, 'vnpt/home.html'),
      '--site',
      site,
      '--url',
      'https://stdv.vnpt.me/dashboard/default?token=x',
    );
    expect(out['site']).toBe('toi');
  });

  it.each([
    ['no page', []],
    ['an unknown option', ['--color']],
    ['two pages', ['a.html', 'b.html']],
    ['an unknown site', ['x.html', '--site', 'mars']],
    ['an address that is none', ['x.html', '--url', 'file:///etc/passwd']],
  ])('%s is wrong usage', async (_why, args) => {
    await expect(extract(...args)).rejects.toBeInstanceOf(UsageError);
  });

  it.each([
    ['a page of no handbook', page('<h1>Chợ</h1>'), 'no known handbook'],
    [
      'a sign-in page',
      page('<p>SỔ TAY ĐẢNG VIÊN</p><p>HỒ SƠ ĐẢNG VỤ</p><input type="password"><button>Đăng nhập</button>'),
      'session has ended',
    ],
    [
      'points that are a guess',
      page('<p>HỒ SƠ ĐẢNG VỤ</p><p>SỔ TAY ĐẢNG VIÊN</p><h4>Trang chủ</h4><span>Điểm tích lũy: gần 70.000</span>'),
      'gần 70.000',
    ],
    [
      'a page without its points',
      page('<p>HỒ SƠ ĐẢNG VỤ</p><p>SỔ TAY ĐẢNG VIÊN</p><h4>Trang chủ</h4>'),
      'points not found',
    ],
    ['no HTML at all', 'Điểm tích lũy', 'not an HTML page'],
  ])('%s is refused with its reason', async (_why, html, reason) => {
    const error: unknown = await extract(file('x.html', html)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toContain(reason);
  });

  it('says which file is not there', async () => {
    await expect(extract('nowhere.html')).rejects.toThrow(InputError);
    await expect(extract('x.html', '--site', 'mars.json')).rejects.toThrow('mars.json');
  });

  it('names the limit of a huge file and the fault of a site file', async () => {
    truncateSync(join(folder, file('huge.html', '<')), 50 * 1024 * 1024 + 1);
    await expect(extract('huge.html')).rejects.toThrow('50 MB');
    await expect(extract(file('y.html', page('')), '--site', file('bad.json', '{"format":1}'))).rejects.toThrow(
      'not a site definition',
    );
    writeFileSync(join(folder, 'latin.html'), Buffer.from([0x3c, 0xe1, 0x3e]));
    await expect(extract('latin.html')).rejects.toThrow('UTF-8');
  });
});
