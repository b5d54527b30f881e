/** How wide a text in bold Times is: rules and row heights have to fit it before any program lays it out. */

// Advance widths of Times New Roman Bold in thousandths of the size; a mark above or below a letter adds nothing.
const CAPITALS: Readonly<Record<string, number>> = {
  A: 722,
  B: 667,
  C: 722,
  D: 722,
  E: 667,
  F: 611,
  G: 778,
  H: 778,
  I: 389,
  J: 500,
  K: 778,
  L: 667,
  M: 944,
  N: 722,
  O: 778,
  P: 611,
  Q: 778,
  R: 722,
  S: 556,
  T: 667,
  U: 722,
  V: 722,
  W: 1000,
  X: 722,
  Y: 722,
  Z: 667,
  Đ: 722,
  ' ': 250,
};
const OTHER = 520;
const MM_PER_POINT = 25.4 / 72;

/** Millimetres. */
export function widthOf(text: string, size: number): number {
  let units = 0;
  for (const letter of text.normalize('NFD').replace(/\p{M}/gu, '')) units += CAPITALS[letter] ?? OTHER;
  return (units / 1000) * size * MM_PER_POINT;
}

/** Lines a text takes in a column of `width` millimetres, broken at spaces. */
export function linesOf(text: string, size: number, width: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines++;
    let used = 0;
    for (const word of paragraph.split(' ')) {
      const length = widthOf(word, size);
      if (used > 0 && used + length > width) {
        lines++;
        used = 0;
      }
      // A word longer than the column is broken inside.
      lines += Math.max(0, Math.ceil(length / width) - 1);
      used += length + widthOf(' ', size);
    }
  }
  return lines;
}
