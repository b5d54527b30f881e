/** Import, match, tally and XLSX of 10,000 members against the same job with exceljs, each in a process of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import writeXlsxFile from 'write-excel-file/universal';
import { QUICK, print, result, runJob } from './measure.mjs';
import { nameAt } from './table-page.mjs';

const MEMBERS = 10_000;
const RUNS = QUICK ? 1 : 5;
const JOB = fileURLToPath(new URL('./tally-job.mjs', import.meta.url));

/** Two readings of every member, as a workbook of a third program. */
async function makeInput() {
  const rows = [['Họ và tên', 'Mã', 'Ngày', 'Điểm tích lũy', 'Đã cài đặt']];
  for (let index = 0; index < MEMBERS; index++) {
    const name = nameAt(index);
    for (const [day, total] of [
      ['2026-06-30', 1_000 + ((index * 37) % 60_000)],
      ['2026-09-30', 1_500 + ((index * 41) % 69_000)],
    ]) {
      const date = { value: new Date(`${day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
      rows.push([name, `DV${index}`, date, total, 'x']);
    }
  }
  return new Uint8Array(await (await writeXlsxFile(rows).toBlob()).arrayBuffer());
}

const folder = mkdtempSync(join(tmpdir(), 'sotay-bench-'));
try {
  const input = join(folder, 'in.xlsx');
  writeFileSync(input, await makeInput());
  const ours = [];
  const peer = [];
  for (let run = 0; run < RUNS; run++) {
    ours.push(await runJob(JOB, ['ours', input]));
    peer.push(await runJob(JOB, ['exceljs', input]));
  }
  const step = (name, title, goal = null) =>
    result({
      name: title,
      ours: ours.map((one) => one.ms[name]),
      peer: peer.map((one) => one.ms[name]),
      peerName: 'exceljs',
      goal,
    });
  print([
    result({
      name: '10,000 members: read XLSX + match + tally + write XLSX',
      ours: ours.map((one) => one.total),
      peer: peer.map((one) => one.total),
      peerName: 'exceljs',
      goal: 0.5,
      note: 'match and tally are the same code in both; a cold process each',
    }),
    result({
      name: '… in processor time, which a busy machine stretches less',
      ours: ours.map((one) => one.cpuMs),
      peer: peer.map((one) => one.cpuMs),
      peerName: 'exceljs',
    }),
    step('read', '… of which reading 20,000 rows'),
    step('match', '… of which matching (the same code)'),
    step('tally', '… of which the tally (the same code)'),
    step('xlsx', '… of which writing the XLSX', 0.5),
    result({
      name: '10,000 members: peak memory of the process',
      unit: 'MB',
      ours: ours.map((one) => one.peakMb),
      peer: peer.map((one) => one.peakMb),
      peerName: 'exceljs',
      goal: 0.3,
      note: 'an empty Node process alone takes about 45 MB',
    }),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
