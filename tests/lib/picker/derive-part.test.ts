/** Single parts: what may be taught, what is refused with which code, and how pages are read that changed afterwards. */
import { describe, expect, it } from 'vitest';
import { buildSite, derivePart, describeCandidates, guessPart } from '../../../lib/picker';
import { readPage } from '../../../lib/reader';
import { NOW, openHtml } from '../reader/open-page';

const URL_OF = 'https://a.vn/trang-chu';
const page = (body: string): Document => openHtml(`<html><body><h1>Trang chủ</h1>${body}</body></html>`);
const CARD = '<div class="points-box"><span>Điểm tích lũy</span><b class="points-value">12.345</b></div>';
const spot = (doc: Document, selector: string): Element => {
  const found = doc.querySelector(selector);
  if (found === null) throw new Error(selector);
  return found;
};
const siteOf = (doc: Document, selector = '.points-value') => {
  const result = derivePart(doc, URL_OF, spot(doc, selector), 'points');
  if (!result.ok) throw new Error(result.problem);
  return buildSite({ host: 'a.vn', day: '2026-11-25', parts: [result.part], lists: [], leapLimit: null });
};
const read = (body: string) => readPage(page(body), URL_OF, siteOf(page(CARD)), NOW);

describe('a total', () => {
  it('is read with the label and the class it was taught by', () => {
    expect(read(CARD).points?.value).toBe(12_345);
    expect(read(CARD.replace('12.345', '13.000')).points?.value).toBe(13_000);
  });

  it.each([
    ['its label is another', CARD.replace('Điểm tích lũy', 'Điểm rèn luyện'), 'missing'],
    ['only its label is left', CARD.replace('points-value', 'x').replace('points-box', 'y'), 'missing'],
    [
      'label and class part',
      `<div><span>Điểm tích lũy</span><b>7</b></div>${CARD.replace('Điểm tích lũy', 'Tin mới')}`,
      'anchorsDisagree',
    ],
    ['it stands there twice', `${CARD}<p>Điểm tích lũy: 99</p>`, 'ambiguous'],
    ['it is an estimate', CARD.replace('12.345', 'gần 12.345'), 'refusedValue'],
    ['nothing of it is left', '<p>Xin chào</p>', 'missing'],
  ])('is refused when %s', (_why, body, code) => {
    const result = read(body);
    expect(result.status).toBe('changed');
    expect(result.points).toBeNull();
    expect(result.problems[0]?.code).toBe(code);
    expect(JSON.stringify(result.problems)).not.toMatch(/12\.345|99/);
  });

  it.each([
    ['a text', '<p class="points-value">Xin chào</p>', 'notANumber'],
    ['two numbers', '<p class="points-value"><b>1</b> <b>2</b></p>', 'tooWide'],
    ['nothing', '<p class="points-value"></p>', 'empty'],
    ['a bare number', '<main><p class="points-value">12</p></main>', 'noMeaning'],
    ['a phone number', '<p class="points-value">Số điện thoại: 0912345678</p>', 'denied'],
    ['a secret', '<p class="points-value">TUYỆT MẬT 12</p>', 'secret'],
    ['a sign-in page', `${CARD}<input type="password"><button>Đăng nhập</button>`, 'notReady'],
  ])('cannot be %s', (_why, body, problem) => {
    const doc = page(body);
    expect(derivePart(doc, URL_OF, spot(doc, '.points-value'), 'points')).toEqual({ ok: false, problem });
  });

  it('is never a password or hidden field', () => {
    const doc = page('<input type="password" value="1"><input type="hidden" value="2">');
    for (const input of doc.querySelectorAll('input'))
      expect(derivePart(doc, URL_OF, input, 'points')).toEqual({ ok: false, problem: 'barred' });
  });

  it('is guessed where most of its anchors still point', () => {
    const [part] = siteOf(page(CARD)).taught?.parts ?? [];
    if (part === undefined) throw new Error('no part');
    const doc = page(CARD.replace('Điểm tích lũy', 'Điểm rèn luyện'));
    expect(guessPart(doc, part)?.element).toBe(spot(doc, '.points-value'));
    expect(guessPart(page('<p>Khác</p>'), part)).toBeNull();
  });

  it('leaves the page as it was', () => {
    const doc = page(CARD);
    const before = doc.body.outerHTML;
    siteOf(doc);
    describeCandidates(spot(doc, '.points-value'));
    expect(doc.body.outerHTML).toBe(before);
  });

  it('is described with what is around it, without what nobody may see', () => {
    const doc = page(`${CARD}<p class="phone">0912345678</p>`);
    const { chain, start } = describeCandidates(spot(doc, '.points-value'));
    expect(chain[start]).toMatchObject({ kind: 'number', sample: '12.345', barred: false });
    expect(chain.length).toBeGreaterThan(1);
    expect(describeCandidates(spot(doc, '.phone')).chain[0]?.sample).toBe('');
  });
});
