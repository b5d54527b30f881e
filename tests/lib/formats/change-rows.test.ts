/** The sheet "Thay đổi": the same rows in XLSX and CSV. */
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/universal';
import { expect, it } from 'vitest';
import { csv, xlsx } from '../../../lib/formats';
import { changeRows } from '../../../lib/formats/change-rows';
import { compareTallies, computeTally } from '../../../lib/tally';
import { readingRow } from '../tally/reading-row';

const tally = (total: number) =>
  computeTally([readingRow({ person: '1', name: '=Trần Thị Hoà', day: '2026-09-20', total })], {
    period: { from: '2026-09-01', to: '2026-09-30' },
    now: new Date('2026-10-01T00:00:00Z'),
  });
const told = {
  since: 3,
  reason: 'đọc lại',
  changes: compareTallies({ tally: tally(10), members: ['1'] }, { tally: tally(25), members: ['1'] }),
};

it('tells field, before and now', () => {
  expect(changeRows(told.changes).slice(0, 2)).toEqual([
    ['=Trần Thị Hoà', 'Điểm đầu kỳ', 10, 25],
    ['=Trần Thị Hoà', 'Điểm cuối kỳ', 10, 25],
  ]);
});

it('stands in XLSX and CSV with the same numbers', async () => {
  const sheets = await readXlsxFile(new Blob([(await xlsx.write(tally(25), { changes: told })).slice()]), {
    trim: false,
  });
  const sheet = sheets.find(({ sheet: name }) => name === 'Thay đổi')?.data ?? [];
  expect(sheet[0]?.[0]).toBe('Thay đổi so với báo cáo số 3. Lý do: đọc lại');
  const text = new TextDecoder().decode(await csv.write(tally(25), { changes: told }));
  const lines = Papa.parse<string[]>(text.replace('\ufeff', ''), { delimiter: ';' }).data;
  const from = lines.findIndex(([first]) => first === 'Mục');
  const rows = changeRows(told.changes);
  expect(sheet.slice(2, 2 + rows.length).map((line) => line.slice(2))).toEqual(rows.map((line) => line.slice(2)));
  expect(lines.slice(from + 1, from + 1 + rows.length).map((line) => line.slice(2))).toEqual(
    rows.map((line) => line.slice(2).map((value) => String(value ?? ''))),
  );
  expect(lines[from + 1]?.[0]).toBe("'=Trần Thị Hoà");
});
