/** How a fault changes the labels, names and numbers a page writes; every skin writes through these. */
import type { Fault } from './faults';

type Faults = ReadonlySet<Fault>;

const RENAMED: Readonly<Record<string, string>> = {
  'Điểm tích lũy': 'Điểm thi đua',
  'Điểm trong tháng': 'Mức phấn đấu',
  'Họ tên': 'Đồng chí',
  'Họ và tên': 'Đồng chí',
  'HỌ TÊN': 'ĐỒNG CHÍ',
  Hạng: 'Thứ bậc',
};

/** A label as the page writes it. */
export function label(text: string, faults: Faults): string {
  let shown = text;
  if (faults.has('doi-ten-cot')) shown = RENAMED[shown] ?? shown;
  if (faults.has('chu-sai')) shown = misspell(shown);
  if (faults.has('chu-hoa')) shown = shown.toUpperCase();
  if (faults.has('chu-nfd')) shown = shown.normalize('NFD');
  return shown;
}

function misspell(text: string): string {
  const toned = text.replace('lũy', 'luỹ').replace('LŨY', 'LUỸ').replace(' ', '  ');
  return toned.startsWith('Đ') ? `D${toned.slice(1)}` : toned;
}

/** A name as the page writes it. */
export function personName(rawName: string, faults: Faults): string {
  return faults.has('chu-nfd') ? rawName.normalize('NFD') : rawName;
}

/** A whole number as the page writes it; no thousands separator unless a fault asks for one. */
export function number(value: number, faults: Faults): string {
  const separator = faults.has('dau-cham') ? '.' : faults.has('dau-cach') ? ' ' : '';
  return String(value).replace(/\B(?=(\d{3})+$)/g, separator);
}

/** The member's own total as the page writes it, unless it is only said roughly. */
export function ownFigure(value: number, faults: Faults, write = number): string {
  return faults.has('gan-dung') ? 'gần 12.000' : write(value, faults);
}

/** The text node of the top bar, leading blank included. */
export function pointsLabel(value: number, faults: Faults): string {
  return ` ${label('Điểm tích lũy', faults)}: ${ownFigure(value, faults)}`;
}
