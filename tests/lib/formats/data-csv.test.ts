/** Everything as CSV tables: every record and field there, nothing a spreadsheet would compute, neutral names. */
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { writeDataCsv } from '../../../lib/formats/data-csv';
import { REFERENCE_NOTE } from '../../../lib/model/tally';
import { stateFrom, stateWith } from '../backup/states';

function tables(bytes: Uint8Array): Record<string, string[][]> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, file]) => {
      // fflate drops the mark, so it is looked at as bytes.
      expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const { data, errors } = Papa.parse<string[]>(strFromU8(file.subarray(3)), { delimiter: ';' });
      expect(errors).toEqual([]);
      return [name, data];
    }),
  );
}

describe('the CSV tables', () => {
  it('hold every record with every field, and end with the notice', () => {
    for (let seed = 1; seed < 30; seed++) {
      const state = stateFrom(seed);
      const all = tables(writeDataCsv(state));
      expect(all['lan-ghi.csv']).toHaveLength(state.readings.length + 4);
      expect(all['danh-sach.csv']).toHaveLength(state.members.length + 4);
      state.readings.forEach((reading, index) => {
        const row = all['lan-ghi.csv']![index + 1]!;
        expect(row.slice(0, 6)).toEqual([
          reading.id,
          reading.subject,
          reading.day,
          String(reading.total),
          reading.takenAt,
          reading.lastSeenAt,
        ]);
        expect(row).toHaveLength(20);
      });
      for (const rows of Object.values(all)) expect(rows.at(-2)).toEqual([REFERENCE_NOTE]);
    }
  });

  it('let no text become a formula or another row', () => {
    const state = stateWith(1, 2);
    const names = ['=HYPERLINK("x")', '+1', '-2', '@a', '\t=1', 'a\r\n=b'];
    const members = names.map((name, index) => ({ ...state.members[0]!, id: `m${index}`, name, reason: name }));
    const rows = tables(writeDataCsv({ ...state, members }))['danh-sach.csv']!;
    expect(rows).toHaveLength(names.length + 4);
    for (const row of rows.slice(1, names.length + 1)) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  it('have names that say nothing about their owner, and the same bytes each time', () => {
    const state = stateWith(2, 2);
    expect(Object.keys(tables(writeDataCsv(state))).join(' ')).not.toMatch(/dang|chi-?bo|so-?tay/);
    expect(writeDataCsv(state)).toEqual(writeDataCsv(state));
  });
});
