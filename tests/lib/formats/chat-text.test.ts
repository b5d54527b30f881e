/** The text for a group chat: counts and figures, no name. */
import { expect, it } from 'vitest';
import { chatText } from '../../../lib/formats';
import { computeTally } from '../../../lib/tally';

const rows = ['An', 'Bình', 'Chi', 'Dũng', 'Em'].flatMap((name, index) =>
  [0, 1_000 * (index + 1)].map((total, place) => ({
    name,
    code: null,
    day: place === 0 ? '2026-08-31' : '2026-09-30',
    at: null,
    total,
    installed: index < 4,
    eligible: true,
    reason: null,
    source: 0,
  })),
);
const tallyOf = (count: number) =>
  computeTally(rows.slice(0, count * 2), {
    period: { from: '2026-09-01', to: '2026-09-30' },
    unit: 'Chi bộ thôn Đông',
    now: new Date(0),
  });

it('tells the period, counts and figures', () => {
  expect(chatText(tallyOf(5))).toBe(
    [
      'Chi bộ thôn Đông: điểm sổ tay từ 01/09/2026 đến 30/09/2026',
      '- Đã cài đặt: 4/5 (80%)',
      '- Có điểm tăng trong kỳ: 5/5 (100%)',
      '- Có số liệu: 5/5',
      '- Điểm trong kỳ: cao nhất 5.000, thấp nhất 1.000, bình quân 3.000, trung vị 3.000',
      'Số liệu tham khảo do người dùng tự ghi, không thay thế số liệu trên hệ thống.',
    ].join('\n'),
  );
});

it('leaves out the figures of a group so small that they would name somebody, and says so', () => {
  const text = chatText(tallyOf(3));
  expect(text).not.toContain('cao nhất');
  expect(text).toContain('dưới 5 người');
});

it('never names anybody', () => {
  expect(chatText(tallyOf(5))).not.toMatch(/An|Bình,|Chi,|Dũng/);
});
