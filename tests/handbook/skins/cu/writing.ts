/** The several hands that wrote the old handbook: one number or date, written another way from row to row. */
import type { View } from '../../view';

/** A whole number: `70.000`, `70 000` (plain or no-break blank) or `70000`, by row; a fault may fix the way. */
export function figureText(value: number, row: number, faults: View['faults']): string {
  const separators = faults.has('dau-cham') ? ['.'] : faults.has('dau-cach') ? [' '] : ['.', ' ', '\u00a0', ''];
  const separator = separators[row % separators.length] ?? '.';
  return String(value).replace(/\B(?=(\d{3})+$)/g, separator);
}

/** A number with one decimal: `1.234,5` (a day's share of the month, so that decimals occur). */
export function averageText(month: number): string {
  const tenths = Math.round((month / 20) * 10);
  const whole = String(Math.floor(tenths / 10)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${whole},${tenths % 10}`;
}

/** An ISO day: `05/01/2026`, `5-1-2026` or `ngày 05 tháng 01 năm 2026`, by row. */
export function dateText(iso: string, row: number): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  if (row % 3 === 0) return `${day}/${month}/${year}`;
  if (row % 3 === 1) return `${Number(day)}-${Number(month)}-${year}`;
  return `ngày ${day} tháng ${month} năm ${year}`;
}
