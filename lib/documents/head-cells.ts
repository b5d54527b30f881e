/** Where the cells of a grouped header stand when some reach over several columns and rows. */
import type { PaperTable } from './paper';

/** Columns of a header row that no cell above reaches down to. */
export function freeColumns(table: Pick<PaperTable, 'columns' | 'head'>, row: number): number[] {
  const taken = table.head.map(() => new Set<number>());
  for (const [at, cells] of table.head.entries()) {
    let column = 0;
    for (const head of cells) {
      while (taken[at]?.has(column)) column++;
      for (let down = 1; down < (head.down ?? 1); down++) {
        for (let over = 0; over < (head.span ?? 1); over++) taken[at + down]?.add(column + over);
      }
      column += head.span ?? 1;
    }
  }
  return table.columns.map((_, column) => column).filter((column) => !taken[row]?.has(column));
}
