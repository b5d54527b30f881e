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
  const ms = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, Math.round(median(values))]));
  const total = ms.read + ms.match + ms.tally + ms.xlsx;
  return {
    name: 'import + match + tally + XLSX of 10,000 members',
    ms: { ...ms, total },
    ratios: {
      totalToDeflate: Number((total / ms.floor).toFixed(1)),
      xlsxToDeflate: Number((ms.xlsx / ms.floor).toFixed(1)),
    },
    rssMb: Math.round(heap / 1024 / 1024),
    bytes: size,
    peer: 'exceljs is not installed here: no ratio to it is given',
  };
}

if (process.argv[1] === import.meta.filename) process.stdout.write(`${JSON.stringify(await benchTally(), null, 2)}\n`);
