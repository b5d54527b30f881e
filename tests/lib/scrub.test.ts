/** A scrubbed page holds no word and no number of the person, and a site can still be derived from it and checked against it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSite, deriveList, derivePart } from '../../lib/picker';
import { readPage } from '../../lib/reader';
import { scrubPage } from '../../lib/scrub';
import { knownWords } from '../../lib/scrub/known-words';
import { foldLabel } from '../../lib/vi/text';
import { NOW, REAL_PAGES, hasRealPages, openHtml } from './reader/open-page';

const FIXTURES = new URL('../fixtures/sites/', import.meta.url);
const pages = readdirSync(FIXTURES).flatMap((site) =>
  readdirSync(new URL(`${site}/`, FIXTURES))
    .filter((file) => file.endsWith('.html'))
    .map((file) => new URL(`${site}/${file}`, FIXTURES)),
);
const real = hasRealPages
  ? readdirSync(REAL_PAGES)
      .filter((file) => file.endsWith('.html') && existsSync(new URL(file, REAL_PAGES)))
      .map((file) => new URL(file, REAL_PAGES))
  : [];

const wordsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{M}]{2,}/gu) ?? [];
const dictionary = new Set([...knownWords()].flatMap((label) => wordsOf(label)));
const textOf = (html: string): string => {
  const texts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) texts.push(node.nodeValue ?? '');
    for (const child of node.childNodes) walk(child);
  };
  walk(openHtml(html).body);
  return texts.join(' ');
};

/** Words of the result that are neither masked nor of the dictionary, and digits other than 0. */
function leftovers(html: string): string[] {
  const text = textOf(html);
  const words = wordsOf(text).filter((word) => !/^x+$/i.test(word) && !dictionary.has(foldLabel(word)));
  return [...words, ...(text.match(/[1-9]/g) ?? [])];
}

/** Attribute values, the numbers of structure left out. */
function attributeValues(html: string): { name: string; value: string }[] {
  return [...openHtml(html).body.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].map(({ name, value }) => ({ name, value })),
  );
}

describe('scrubbing', () => {
  it.each([...pages, ...real].map((url) => [url.pathname.split('/').slice(-2).join('/'), url] as const))(
    'leaves nothing of %s',
    (_name, url) => {
      const html = readFileSync(url, 'utf8');
      const scrubbed = scrubPage(openHtml(html));
      expect(scrubbed.cut).toBe(false);
      expect(leftovers(scrubbed.html)).toEqual([]);
      for (const { name, value } of attributeValues(scrubbed.html)) {
        expect([
          'href',
          'src',
          'srcset',
          'id',
          'name',
          'value',
          'action',
          'for',
          'data-row-key',
          'data-id',
        ]).not.toContain(name);
        if (!/^(?:colspan|rowspan|tabindex|data-index|row-index|aria-\w+)$/.test(name))
          expect(value).not.toMatch(/[1-9]/);
      }
      expect(scrubbed.html).not.toMatch(/<(?:script|style|link|iframe|img[^>]*src)/);
    },
    60_000,
  );

  it('leaves nothing of any text or attribute whatsoever', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ỹ0-9@. -]{2,30}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 5 }), (rows) => {
        const doc = openHtml('<html><body></body></html>');
        for (const [text, attribute, name] of rows) {
          const element = doc.createElement('div');
          element.textContent = text;
          for (const key of ['class', 'title', 'aria-label', 'id', 'data-testid', 'data-x', 'style', 'placeholder'])
            element.setAttribute(key, `${attribute} zq${name}`);
          element.append(doc.createComment(text));
          doc.body.append(element);
        }
        const { html } = scrubPage(doc);
        expect(leftovers(html)).toEqual([]);
        expect(html).not.toContain('zq');
        expect(html).not.toContain('<!--');
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what people typed, addresses and secrets of attributes out', () => {
    const doc = openHtml(
      '<html><body><a href="/dang-vien/123?ten=An">Nguyễn Văn An</a><input type="text" value="Bí mật" placeholder="Tìm kiếm"><textarea>Ghi chú riêng</textarea><img src="a.png" alt="Nguyễn Văn An"><p class="user-nguyen-van-an css-1x2y3z points">Điểm tích lũy: 12.345</p></body></html>',
    );
    const { html } = scrubPage(doc);
    expect(html).toContain('<a>Xxxxxx Xxx Xx</a>');
    expect(html).toContain('<input type="text" placeholder="Tìm kiếm">');
    expect(html).toContain('<textarea></textarea><img>');
    expect(html).toContain('<p class="points">Điểm tích lũy: 00.000</p>');
  });

  it('writes no more than its limit', () => {
    const doc = openHtml(`<html><body>${'<p>x</p>'.repeat(10)}${'<div>'.repeat(400)}</body></html>`);
    expect(scrubPage(doc).cut).toBe(true);
  });

  it.each([
    ['ptit/ranking.html', 'ranking'],
    ['bang-html/ranking.html', 'ranking'],
    ['vnpt/meetings.html', 'meetings'],
    ['odoo/documents.html', 'documents'],
  ] as const)('gives enough of %s to derive a site from and check it on', (file, kind) => {
    if (!existsSync(new URL(file, FIXTURES))) return;
    const doc = openHtml(scrubPage(openHtml(readFileSync(new URL(file, FIXTURES), 'utf8'))).html);
    const cells = [...doc.querySelectorAll('td, [role="gridcell"]')].filter(
      (cell) => (cell.textContent ?? '').trim() !== '',
    );
    const [cell] = cells;
    expect(cell).toBeDefined();
    const list = cell === undefined ? null : deriveList(doc, 'https://a.vn/x', [cell], kind);
    // Numbers are all 0 and names all x: what is read must refuse on values, or give rows; the columns are known either way.
    const known = (list?.ok === true ? list.proposal.columns : (list?.columns ?? [])).filter(
      (column) => column.state === 'known',
    );
    expect(known.length).toBeGreaterThanOrEqual(2);
  });

  it('lets points be taught on it and read from it', () => {
    const doc = openHtml(scrubPage(openHtml(readFileSync(new URL('vnpt/home.html', FIXTURES), 'utf8'))).html);
    const label = [...doc.querySelectorAll('*')].find(
      (element) => element.children.length === 0 && (element.textContent ?? '').includes('Điểm tích lũy:'),
    );
    const part = label === undefined ? null : derivePart(doc, 'https://a.vn/', label, 'points');
    if (part?.ok !== true) throw new Error(`not derived: ${part?.problem}`);
    const site = buildSite({ host: 'a.vn', day: '2026-11-25', parts: [part.part], lists: [], leapLimit: null });
    expect(readPage(doc, 'https://a.vn/', site, NOW).points?.value).toBe(0);
  });
});
