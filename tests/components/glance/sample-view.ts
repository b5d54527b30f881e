/** A PanelView with made-up figures; each test changes what it is about. */
import type { PanelView, PendingReading } from '@/lib/protocol';

export const PENDING: PendingReading = {
  id: 'p1',
  total: 12_345,
  previous: 11_900,
  raw: 'Điểm tích lũy: 12.345',
  where: 'đầu trang › Điểm tích lũy',
  name: 'Nguyễn Thị Hoà',
  role: 'Bí thư',
  unit: 'Chi bộ III',
  reasons: ['leap', 'role'],
  readAt: '2026-11-23T02:15:00.000Z',
};

export function sampleView(patch: Partial<PanelView> = {}): PanelView {
  return {
    state: 'read',
    host: { name: 'handbook.vn', taught: false },
    site: {
      id: 'vnpt',
      label: 'Sổ tay VNPT',
      version: 3,
      checkedAgainst: { vi: 'Chín màn hình thật của bản VNPT.', en: 'Nine real screens of the VNPT build.' },
    },
    me: { name: 'Nguyễn Thị Hoà', role: 'Bí thư', unit: 'Chi bộ III' },
    points: {
      total: 12_345,
      raw: 'Điểm tích lũy: 12.345',
      where: 'đầu trang › Điểm tích lũy',
      origin: 'Trang chủ',
      site: 'vnpt',
      siteVersion: 3,
      readAt: '2026-11-23T02:15:00.000Z',
    },
    progress: { today: 45, week: 120, month: 860, quarter: 2_310, year: 9_870 },
    target: { perMonth: 1_500, done: 860, expectedByNow: 1_150, pace: 'behind', neededPerDay: 91.4 },
    pending: null,
    tables: [],
    reconciliation: [],
    skipped: { columns: [], secret: 0 },
    problems: [],
    cost: { lastMs: 1.4, totalMs: 12.6, passes: 9, steppedDown: false },
    placement: { side: 'right', top: 0.3, collapsed: false },
    hideNumbers: false,
    neutral: false,
    language: 'vi',
    theme: 'light',
    largeText: false,
    ...patch,
  };
}
