/** Saved pages of the stand-in's skins as known pages, their shipped sites switched off. */
import { readFileSync, readdirSync } from 'node:fs';
import type { CellValue, TableKind } from '../../lib/model/observation';
import type { Known } from './job';

const FIXTURES = new URL('../fixtures/sites/', import.meta.url);

interface Expected {
  points: { total: number } | null;
  tables: { kind: TableKind; complete: boolean; rows: Record<string, CellValue>[] }[];
}

/** Pages with exactly one list of rows. */
export function standInPages(): Known[] {
  return readdirSync(FIXTURES).flatMap((site) =>
    readdirSync(new URL(`${site}/`, FIXTURES))
      .filter((file) => file.endsWith('.html'))
      .flatMap((file): Known[] => {
        const expected = JSON.parse(
          readFileSync(new URL(`${site}/${file.replace('.html', '.json')}`, FIXTURES), 'utf8'),
        ) as Expected; // written by the capture script
        const [table, second] = expected.tables;
        if (table === undefined || second !== undefined || table.rows.length === 0 || table.kind === 'usage') return [];
        return [
          {
            name: `${site}/${file}`,
            html: readFileSync(new URL(`${site}/${file}`, FIXTURES), 'utf8'),
            kind: table.kind,
            points: expected.points?.total ?? null,
            rows: table.rows,
            whole: table.complete,
          },
        ];
      }),
  );
}
