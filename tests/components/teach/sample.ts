/** A page pointed at: total and name, a ranking that reads well, a list that needs a column. */
import type { TakenList, TeachingState } from '@/lib/teaching';

export const RANKING: TakenList = {
  kind: 'ranking',
  list: {
    kind: 'ranking',
    headers: ['Hạng', 'Họ tên', 'Điểm tích lũy', 'Ghi chú', 'Số thẻ'],
    columns: [
      { field: 'name', labels: ['Họ tên'], parse: 'name', required: true, filled: true, anchors: [] },
      { field: 'total', labels: ['Điểm tích lũy'], parse: 'wholeNumber', required: true, filled: true, anchors: [] },
    ],
    items: [],
    paging: 'either',
    place: { path: '/xep-hang', heading: 'abc' },
  },
  problem: null,
  missingFields: [],
  where: null,
  columns: [
    {
      column: 1,
      header: 'Hạng',
      field: 'rank',
      parse: 'wholeNumber',
      state: 'known',
      choices: [{ field: 'rank', parse: 'wholeNumber' }],
    },
    {
      column: 2,
      header: 'Họ tên',
      field: 'name',
      parse: 'name',
      state: 'known',
      choices: [{ field: 'name', parse: 'name' }],
    },
    {
      column: 3,
      header: 'Điểm tích lũy',
      field: 'total',
      parse: 'wholeNumber',
      state: 'chosen',
      choices: [
        { field: 'total', parse: 'wholeNumber' },
        { field: 'points', parse: 'wholeNumber' },
      ],
    },
    {
      column: 4,
      header: 'Ghi chú',
      field: null,
      parse: null,
      state: 'unknown',
      choices: [{ field: 'note', parse: 'text' }],
    },
    { column: 5, header: 'Số thẻ', field: null, parse: null, state: 'denied', choices: [] },
  ],
  count: 30,
  total: 34,
  complete: false,
  sample: [
    { rank: 1, name: 'Trần Thị Kim Trang', total: 69_948 },
    { rank: 2, name: 'Hồ Văn Bình', total: 61_481 },
  ],
  doubts: ['paged', 'unknownColumns'],
};

export const BROKEN_LIST: TakenList = {
  ...RANKING,
  kind: 'meetings',
  list: null,
  problem: 'missingColumn',
  missingFields: ['title'],
  count: 0,
  total: null,
  sample: [],
  doubts: [],
};

export function sampleState(patch: Partial<TeachingState> = {}): TeachingState {
  return {
    tabId: 7,
    host: 'sotay.example.vn',
    can: 'yes',
    open: true,
    picking: null,
    ended: 'taken',
    parts: [
      { what: 'points', value: 12_345, label: 'Điểm tích lũy', anchors: 4, kept: false },
      { what: 'name', value: null, label: '', anchors: 2, kept: true },
    ],
    lists: [
      { key: 'a', kept: false, path: '/xep-hang', taken: RANKING },
      { key: 'b', kept: false, path: '/sinh-hoat', taken: BROKEN_LIST },
    ],
    leapLimit: null,
    unsaved: true,
    kept: true,
    digest: 'd'.repeat(64),
    ...patch,
  };
}
