/** The second look passes what scrubbing writes and refuses whatever else a page could hand over in its place. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkScrubbed, hasSecrecyMark, scrubPage } from '../../../lib/scrub';
import { REAL_PAGES, hasRealPages, openHtml } from '../reader/open-page';

const FIXTURES = new URL('../../fixtures/sites/', import.meta.url);
const pages = [
  ...readdirSync(FIXTURES).flatMap((site) =>
    readdirSync(new URL(`${site}/`, FIXTURES)).map((file) => new URL(`${site}/${file}`, FIXTURES)),
  ),
  ...(hasRealPages ? readdirSync(REAL_PAGES).map((file) => new URL(file, REAL_PAGES)) : []),
].filter((url) => url.pathname.endsWith('.html') && existsSync(url));

describe('checkScrubbed', () => {
  it.each(pages.map((url) => [url.pathname.split('/').slice(-2).join('/'), url] as const))(
    'passes %s once scrubbed, and not as it is',
    (_name, url) => {
      const html = readFileSync(url, 'utf8');
      const scrubbed = scrubPage(openHtml(html)).html;
      expect(checkScrubbed(scrubbed)).toBeNull();
      expect(checkScrubbed(html)).not.toBeNull();
      expect(checkScrubbed(scrubbed.replace('</body>', '<p>Nguyễn Văn Hiển</p></body>'))).toBe('a text is not masked');
    },
  );

  const wrap = (inner: string) =>
    scrubPage(openHtml('<html><body></body></html>')).html.replace('</body>', `${inner}</body>`);
  it.each([
    ['a name', '<p>Hiển</p>'],
    ['a number', '<p>12</p>'],
    ['a full-width digit', '<p>１</p>'],
    ['a sign outside the list', '<p>€</p>'],
    ['a script', '<script>x</script>'],
    ['an address', '<a href="/x">x</a>'],
    ['an id', '<p id="x">x</p>'],
    ['a class of unknown words', '<p class="hien">x</p>'],
    ['an attribute nobody knows', '<p data-x="x">x</p>'],
    ['a title', '<p title="Hiển">x</p>'],
    ['an unquoted attribute', '<p class=point>x</p>'],
    ['an event', '<p onclick="x">x</p>'],
    ['a comment', '<!-- x -->'],
    ['an upper-case tag', '<P>x</P>'],
    ['a tag left open', '<p'],
    ['a name in an escape', '<p title="&lt;Hiển&gt;">x</p>'],
    ['a made-up mark', '<p data-scrub="hien">x</p>'],
  ])('refuses %s', (_name, inner) => {
    expect(checkScrubbed(wrap('<p class="point">Xxx 00</p>'))).toBeNull();
    expect(checkScrubbed(wrap(inner))).not.toBeNull();
  });

  it('refuses what does not begin or end as written, and what is too long', () => {
    expect(checkScrubbed('')).toBe('not written by scrubbing');
    expect(checkScrubbed(`${wrap('')}x`)).toBe('not written by scrubbing');
    expect(checkScrubbed('x'.repeat(6_000_000))).toBe('too long');
  });

  it('never passes a page with a name put into any place of it', () => {
    const scrubbed = scrubPage(openHtml(readFileSync(new URL('vnpt/home.html', FIXTURES), 'utf8'))).html;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: scrubbed.length }), (at) => {
        expect(checkScrubbed(`${scrubbed.slice(0, at)}Hiển${scrubbed.slice(at)}`)).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});

describe('hasSecrecyMark', () => {
  it.each([
    ['<p>MẬT</p>', true],
    ['<h2>Báo cáo tuyệt mật của chi bộ về việc gì đó rất là dài dòng</h2>', true],
    ['<td>Tối mật</td>', true],
    ['<p>Đổi mật khẩu</p>', false],
    ['<p>Mặt trận Tổ quốc</p>', false],
    ['<p>Nghị quyết về công tác bảo vệ bí mật nhà nước trong tình hình mới</p>', false],
  ])('%s: %s', (html, is) => {
    expect(hasSecrecyMark(openHtml(`<html><body><table><tr>${html}</tr></table>${html}</body></html>`))).toBe(is);
  });
});
