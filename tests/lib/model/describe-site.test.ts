/** What a person is told a site reads, and that an exported site is the same bytes again. */
import { describe, expect, it } from 'vitest';
import { describeSite, exportSite } from '../../../lib/model/describe-site';
import { parseSite } from '../../../lib/model/site';
import { buildSite, reteach } from '../../../lib/picker';
import type { TaughtList, TaughtPart } from '../../../lib/model/taught';
import { vnpt } from '../../../lib/sites/vnpt';

const PLACE = { path: '/diem', heading: 'abc' };
const points: TaughtPart = {
  what: 'points',
  part: 'whole',
  place: PLACE,
  anchors: [
    { by: 'label', text: 'Điểm tích lũy', side: 'inside', distance: 0 },
    { by: 'attribute', name: 'id', value: 'lblDiem' },
  ],
};
const ranking: TaughtList = {
  kind: 'ranking',
  headers: ['Hạng', 'Họ tên', 'Điểm', 'Số điện thoại'],
  columns: [
    { field: 'name', labels: ['Họ tên'], parse: 'name', required: true, filled: true, anchors: [] },
    { field: 'total', labels: ['Điểm'], parse: 'wholeNumber', required: true, filled: false, anchors: [] },
  ],
  items: [],
  paging: 'pager',
  place: PLACE,
};
const site = buildSite({ host: 'a.vn', day: '2026-11-25', parts: [points], lists: [ranking], leapLimit: 500 });

describe('describing a site', () => {
  it('names host, parts, columns and what stays unread', () => {
    expect(describeSite(site, 'vi')).toMatchObject({
      hosts: ['a.vn'],
      taught: true,
      day: '2026-11-25',
      leapLimit: 500,
      parts: [{ what: 'points', label: 'Điểm tích lũy', anchors: ['label', 'attribute'], path: '/diem' }],
      lists: [
        {
          kind: 'ranking',
          columns: [{ field: 'name', label: 'Họ và tên', headers: ['Họ tên'] }, { field: 'total' }],
          ignored: ['Hạng', 'Số điện thoại'],
        },
      ],
    });
  });

  it('describes shipped sites too', () => {
    const told = describeSite(vnpt, 'en');
    expect(told.taught).toBe(false);
    expect(told.parts.map((part) => part.what)).toContain('points');
    expect(told.lists.length).toBe(vnpt.tables.length);
  });
});

describe('exporting a site', () => {
  it('gives the same bytes whatever order its keys had', () => {
    const text = exportSite(site);
    const turned = Object.fromEntries(Object.entries(site).reverse()) as unknown as typeof site;
    expect(exportSite(turned)).toBe(text);
    expect(parseSite(text)).toEqual(site);
  });

  it('replaces what is taught again and raises the version', () => {
    const again = reteach(site, {
      day: '2026-12-01',
      parts: [{ ...points, place: { ...PLACE, path: '/moi' } }],
      lists: [],
    });
    expect(again.siteVersion).toBe(2);
    expect(again.taught?.parts.map((part) => part.place.path)).toEqual(['/moi']);
    expect(again.taught?.lists).toEqual(site.taught?.lists);
  });

  it.each([
    ['one anchor', { ...points, anchors: points.anchors.slice(0, 1) }],
    [
      'a denied label',
      { ...points, anchors: [{ by: 'label', text: 'Số điện thoại', side: 'before', distance: 0 }, points.anchors[1]] },
    ],
    [
      'a quote in an attribute',
      { ...points, anchors: [points.anchors[0], { by: 'attribute', name: 'id', value: 'a"] , input[type=password' }] },
    ],
    [
      'an attribute outside the list',
      { ...points, anchors: [points.anchors[0], { by: 'attribute', name: 'value', value: 'x' }] },
    ],
    ['a password field', { ...points, anchors: [points.anchors[0], { by: 'path', select: 'input[type="password"]' }] }],
    ['a regular expression', { ...points, anchors: [points.anchors[0], { by: 'regex', text: '.*' }] }],
  ])('is refused with %s', (_why, part) => {
    const text = JSON.stringify({ ...site, taught: { ...site.taught, parts: [part] } });
    expect(() => parseSite(text)).toThrow();
  });
});
