/** Import, match, tally and XLSX of 10,000 members, beside the floor of deflating the same XML; prints one line of JSON. */
import { performance } from 'node:perf_hooks';
import { deflateSync } from 'node:zlib';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { strToU8, unzipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/universal';

const ROOT = join(import.meta.dirname, '../..');
const MEMBERS = 10_000;
const RUNS = 3;

const load = (name) => import(pathToFileURL(join(ROOT, 'dist', `${name}.js`)).href);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Two readings of every member, as a workbook. */
async function makeInput() {
  const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô'];
  const givens = ['An', 'Ánh', 'Ân', 'Bình', 'Hoà', 'Hòa', 'Hương', 'Tùng', 'Túng', 'Yến'];
  const rows = [['Họ và tên', 'Mã', 'Ngày', 'Điểm tích lũy', 'Đã cài đặt']];
  for (let index = 0; index < MEMBERS; index++) {
    const name = `${families[index % 10]} Văn ${givens[Math.floor(index / 10) % 10]}`;
    for (const [day, total] of [
      ['2026-06-30', 1_000 + ((index * 37) % 60_000)],
      ['2026-09-30', 1_500 + ((index * 41) % 69_000)],
    ]) {
      rows.push([
        name,
        `DV${index}`,
        { value: new Date(`${day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' },
        total,
        'x',
      ]);
    }
  }
  return new Uint8Array(await (await writeXlsxFile(rows).toBlob()).arrayBuffer());
}

/** Milliseconds of each step and of the floor; medians of three runs. */
export async function benchTally() {
  const { readReadings, computeTally, matchRoster, parsePeriod } = await load('index');
  const { xlsx } = await load('formats');
  const bytes = await makeInput();
  const roster = Array.from({ length: MEMBERS }, (_, index) => ({
    id: String(index),
    name: 'Nguyễn Văn An',
    otherNames: [],
    code: `DV${index}`,
  }));
  const times = { read: [], match: [], tally: [], xlsx: [], floor: [] };
  const step = async (name, run) => {
    const started = performance.now();
    const result = await run();
    times[name].push(performance.now() - started);
    return result;
  };
  let heap = 0;
  let size = 0;
  for (let run = 0; run < RUNS; run++) {
    const file = await step('read', () => readReadings({ name: 'a.xlsx', bytes }));
    roster.forEach((entry, index) => (entry.name = file.rows[index * 2].name));
    await step('match', () => matchRoster(file.rows, roster));
    const tally = await step('tally', () =>
      computeTally(file.rows, { period: parsePeriod('2026-Q3'), now: new Date(0), sources: [file.source] }),
    );
    const workbook = await step('xlsx', () => xlsx.write(tally));
    heap = Math.max(heap, process.memoryUsage().rss);
    size = workbook.length;
    if (tally.members.length !== MEMBERS || tally.summary.withReading !== MEMBERS)
      throw new Error('the tally is wrong');
    const xml = Object.values(unzipSync(workbook)).map((part) => Buffer.from(part));
    await step('floor', () => deflateSync(Buffer.concat(xml.length > 0 ? xml : [strToU8('')])));
  }
  const peer = await benchPeer(bytes, computeTally, parsePeriod);
  const ms = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, Math.round(median(values))]));
  const total = ms.read + ms.match + ms.tally + ms.xlsx;
  const ratio = (value, of) => Number((value / of).toFixed(2));
  return {
    name: 'import + match + tally + XLSX of 10,000 members',
    ms: { ...ms, total },
    rssMb: Math.round(heap / 1024 / 1024),
    bytes: size,
    exceljs: peer,
    ratios: {
      totalToExceljs: peer === null ? null : ratio(total, peer.ms.total),
      xlsxToExceljs: peer === null ? null : ratio(ms.xlsx, peer.ms.xlsx),
      totalToDeflate: ratio(total, ms.floor),
    },
    goals: { totalToExceljs: 0.5 },
  };
}

/** The same job with exceljs reading and writing; null where it is not installed. */
async function benchPeer(bytes, computeTally, parsePeriod) {
  const { default: ExcelJS } = await import('exceljs').catch(() => ({ default: null }));
  if (ExcelJS === null) return null;
  const times = { read: [], tally: [], xlsx: [] };
  let rss = 0;
  for (let run = 0; run < RUNS; run++) {
    let started = performance.now();
    const lap = (name) => {
      times[name].push(performance.now() - started);
      started = performance.now();
    };
    const input = new ExcelJS.Workbook();
    await input.xlsx.load(bytes);
    const rows = [];
    input.worksheets[0].eachRow((row, index) => {
      if (index === 1) return;
      const [, name, code, day, total] = row.values;
      const shared = { at: null, installed: true, eligible: null, reason: null, source: 0 };
      rows.push({ ...shared, name, code, day: day.toISOString().slice(0, 10), total });
    });
    lap('read');
    const tally = computeTally(rows, { period: parsePeriod('2026-Q3'), now: new Date(0) });
    if (tally.members.length !== MEMBERS) throw new Error('the tally of the peer is wrong');
    lap('tally');
    const output = new ExcelJS.Workbook();
    const sheet = output.addWorksheet('Tổng hợp', { views: [{ state: 'frozen', ySplit: 1 }] });
    const border = { style: 'thin', color: { argb: 'FF808080' } };
    const grid = { top: border, left: border, bottom: border, right: border };
    sheet.addRow([
      'STT',
      'Họ và tên',
      'Mã',
      'Đầu kỳ',
      'Cuối kỳ',
      'Trong kỳ',
      'Hạng',
      'Số lần',
      'Cài đặt',
      'Điều kiện',
      'Ghi chú',
    ]);
    tally.members.forEach((one, index) => {
      const { name, code, opening, closing, points, rank, readings } = one;
      const row = sheet.addRow([index + 1, name, code, opening, closing, points, rank, readings, 'có', null, null]);
      for (let column = 1; column <= 11; column++) row.getCell(column).border = grid;
      for (let column = 4; column <= 6; column++) row.getCell(column).numFmt = '#,##0';
    });
    sheet.autoFilter = { from: 'A1', to: `K${MEMBERS + 1}` };
    await output.xlsx.writeBuffer();
    lap('xlsx');
    rss = Math.max(rss, process.memoryUsage().rss);
  }
  const ms = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, Math.round(median(values))]));
  return { ms: { ...ms, total: ms.read + ms.tally + ms.xlsx }, rssMb: Math.round(rss / 1024 / 1024) };
}

if (process.argv[1] === import.meta.filename) process.stdout.write(`${JSON.stringify(await benchTally(), null, 2)}\n`);
