/** One job in a process of its own: read a workbook of 20,000 readings, match, tally, write a workbook; by us or with exceljs. */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { ROOT, peakMb, print } from './measure.mjs';

const [, , who, input] = process.argv;
const load = (name) => import(pathToFileURL(join(ROOT, 'dist', `${name}.js`)).href);
const { readReadings, computeTally, matchRoster, parsePeriod } = await load('index');
const { xlsx } = await load('formats');
const ExcelJS = who === 'exceljs' ? (await import('exceljs')).default : null;

const bytes = new Uint8Array(readFileSync(input));
const ms = {};
const cpuBefore = process.cpuUsage();
let last = performance.now();
const lap = (name) => {
  ms[name] = performance.now() - last;
  last = performance.now();
};
const rows = ExcelJS === null ? (await readReadings({ name: 'a.xlsx', bytes })).rows : await readWithPeer();
lap('read');
// The roster is no part of either program's work.
const roster = rows
  .filter((_, index) => index % 2 === 0)
  .map(({ name, code }, index) => ({ id: String(index), name, otherNames: [], code }));
last = performance.now();
const { exact } = matchRoster(rows, roster);
lap('match');
const tally = computeTally(rows, { period: parsePeriod('2026-Q3'), now: new Date(0), sources: [] });
lap('tally');
const file = ExcelJS === null ? await xlsx.write(tally) : await writeWithPeer();
lap('xlsx');
const { user, system } = process.cpuUsage(cpuBefore);
const members = tally.members.length;
if (members !== roster.length || exact.length !== members || tally.summary.withReading !== members)
  throw new Error(`${who}: ${members} members, ${exact.length} matched of ${roster.length}`);
print({
  ms,
  cpuMs: (user + system) / 1_000,
  peakMb: peakMb(),
  bytes: file.byteLength,
  total: ms.read + ms.match + ms.tally + ms.xlsx,
});

async function readWithPeer() {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes);
  const found = [];
  book.worksheets[0].eachRow((row, index) => {
    if (index === 1) return;
    const [, name, code, day, total] = row.values;
    const shared = { at: null, installed: true, eligible: null, reason: null, source: 0 };
    found.push({ ...shared, name, code, day: day.toISOString().slice(0, 10), total });
  });
  return found;
}

// The same columns with the same borders and formats as ours; heading and summary are left out, in the peer's favour.
async function writeWithPeer() {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Tổng hợp', { views: [{ state: 'frozen', ySplit: 1 }] });
  const side = { style: 'thin', color: { argb: 'FF808080' } };
  const border = { top: side, left: side, bottom: side, right: side };
  sheet.addRow('STT,Họ và tên,Mã,Đầu kỳ,Cuối kỳ,Trong kỳ,Hạng,Số lần,Cài đặt,Điều kiện,Ghi chú'.split(','));
  tally.members.forEach((one, index) => {
    const { name, code, opening, closing, points, rank, readings } = one;
    const row = sheet.addRow([index + 1, name, code, opening, closing, points, rank, readings, 'có', null, null]);
    for (let column = 1; column <= 11; column++) row.getCell(column).border = border;
    for (let column = 4; column <= 6; column++) row.getCell(column).numFmt = '#,##0';
  });
  sheet.autoFilter = { from: 'A1', to: `K${tally.members.length + 1}` };
  return book.xlsx.writeBuffer();
}
