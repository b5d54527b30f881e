/** The tally in a few plain lines to paste into a group chat: counts and figures of the cell, no name of anybody. */
import type { Tally } from '../model/tally';
import { formatDay } from '../vi/dates';
import { formatNumber, formatPercent } from '../vi/numbers';

/** Fewer people than this, and highest and lowest would tell whose they are. */
const FEWEST = 5;

/** Lines joined by line breaks; rates are worked out of counts, and what is not known is left out. */
export function chatText(tally: Tally): string {
  const { summary, period } = tally;
  const { points, installed, active } = summary;
  const figure = (value: number | null) => (value === null ? null : formatNumber(Math.round(value)));
  const counted = (label: string, { count, ofAll }: { count: number | null; ofAll: number | null }) =>
    count === null
      ? []
      : [
          `- ${label}: ${formatNumber(count)}/${formatNumber(summary.members)}${ofAll === null ? '' : ` (${formatPercent(ofAll)})`}`,
        ];
  const lines = [
    `${tally.unit ?? 'Chi bộ'}: điểm sổ tay từ ${formatDay(period.from)} đến ${formatDay(period.to)}`,
    ...counted('Đã cài đặt', installed),
    ...counted('Có điểm tăng trong kỳ', active),
    `- Có số liệu: ${formatNumber(summary.withReading)}/${formatNumber(summary.members)}`,
    ...(points.max === null
      ? []
      : summary.withReading < FEWEST
        ? [`- Điểm trong kỳ: không nêu, vì dưới ${FEWEST} người có số liệu`]
        : [
            `- Điểm trong kỳ: cao nhất ${figure(points.max)}, thấp nhất ${figure(points.min)}, bình quân ${figure(points.mean)}, trung vị ${figure(points.median)}`,
          ]),
    `${tally.note}.`,
  ];
  return lines.join('\n');
}
