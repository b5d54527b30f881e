/** Inputs of the campaign `import`, from a number: valid with what they say, invalid by one known fault, hostile, or mutated bytes. */
import { strToU8, zipSync } from 'fflate';
import { writePayload } from '../../lib/backup';
import { SCHEMA_VERSION } from '../../lib/model/all-data';
import { type Numbers, numbers, stateFrom } from '../lib/backup/states';

export interface ExpectedRow {
  name: string;
  day: string;
  total: number;
}

export interface Input {
  door: 'readings' | 'backup';
  /** `valid` must be taken with exactly `rows`; `invalid` and `hostile` must be refused; of `mutated` nothing is known. */
  kind: 'valid' | 'invalid' | 'hostile' | 'mutated';
  shape: string;
  data: Uint8Array | string;
  rows?: ExpectedRow[];
}

const FAMILY = ['Nguyễn Văn', 'Trần Thị', 'Lê Hoàng', 'Phạm Thu', 'Đỗ', 'Hoàng Thị', 'Vũ Minh'];
const GIVEN = ['An', 'Bình', 'Cường', 'Dung', 'Đông', 'Hòa', 'Khoa', "O'Brien", 'Ê-đê'];
const two = (value: number) => String(value).padStart(2, '0');

function rowsOf(n: Numbers): ExpectedRow[] {
  return Array.from({ length: 1 + n.below(12) }, (_, index) => ({
    name: `${n.pick(FAMILY)} ${n.pick(GIVEN)} ${'IVX'[index % 3]}${'ABCDEFGHIJKL'[index]}`,
    day: `20${20 + n.below(6)}-${two(1 + n.below(12))}-${two(1 + n.below(28))}`,
    total: n.below(200_000),
  }));
}

type Grid = string[][];
const toGrid = (rows: readonly ExpectedRow[]): Grid => [
  ['Họ và tên', 'Ngày', 'Điểm tích lũy'],
  ...rows.map(({ name, day, total }) => [name, day.split('-').reverse().join('/'), String(total)]),
];

function toCsv(n: Numbers, grid: Grid): Uint8Array {
  const delimiter = n.pick([';', ',', '\t']);
  const end = n.pick(['\r\n', '\n']);
  const quoted = n.chance(0.3);
  const cell = (text: string) => (quoted || /[";,\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const text = grid.map((row) => row.map(cell).join(delimiter)).join(end);
  return strToU8(`${n.chance(0.5) ? '\ufeff' : ''}${text}${end}`);
}

function toXlsx(grid: Grid): Uint8Array {
  const safe = (text: string) => text.replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`);
  const rows = grid
    .map((row, y) => {
      const cells = row.map((text, x) => `<c r="${'ABC'[x]}${y + 1}" t="inlineStr"><is><t>${safe(text)}</t></is></c>`);
      return `<row r="${y + 1}">${cells.join('')}</row>`;
    })
    .join('');
  return workbook(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  );
}

function workbook(sheet: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${rels}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="T9" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${rels}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    ...more,
  });
}

const toJson = (rows: readonly ExpectedRow[]) =>
  JSON.stringify({
    format: 'sotay-tally-readings',
    rows: rows.map(({ name, day, total }) => ({ name, date: day, total })),
  });

/** One cell spoilt in a way no reading may pass over. */
function spoil(n: Numbers, grid: Grid): Grid {
  const copy = grid.map((row) => [...row]);
  const row = copy[1 + n.below(copy.length - 1)]!;
  const [column, values] = n.pick<[number, string[]]>([
    [2, ['gần 70.000', '-5', '12,5', 'abc', '1e5', '5 10', '٥٠', '70.00']],
    [1, ['31/02/2026', '32/01/2026', '01/13/2026', '01/01/26', 'hôm qua', '']],
    [0, ['', ' ', '\u00a0', '\u200b']],
  ]);
  row[column] = n.pick(values);
  return copy;
}

function encode(n: Numbers, grid: Grid): Pick<Input, 'shape' | 'data'> {
  return n.pick([
    () => ({ shape: 'csv', data: toCsv(n, grid) }),
    () => ({ shape: 'paste', data: grid.map((row) => row.join('\t')).join('\r\n') }),
    () => ({ shape: 'xlsx', data: toXlsx(grid) }),
  ])();
}

function valid(n: Numbers): Input {
  if (n.chance(0.25)) {
    return { door: 'backup', kind: 'valid', shape: 'backup', data: writePayload(stateFrom(n.below(1e9), 20)) };
  }
  const rows = rowsOf(n);
  if (n.chance(0.25)) return { door: 'readings', kind: 'valid', shape: 'json', data: toJson(rows), rows };
  return { door: 'readings', kind: 'valid', rows, ...encode(n, toGrid(rows)) };
}

/** A backup with one known fault. */
function wrongBackup(n: Numbers): string {
  const state = JSON.parse(writePayload(stateFrom(n.below(1e9), 20))) as Record<string, unknown> & {
    counts: Record<string, number>;
    journal: unknown[];
    settings: Record<string, unknown>;
  };
  n.pick([
    () => void (state.counts['readings']! += 1),
    () => void (state['version'] = 2),
    () => void (state['schemaVersion'] = SCHEMA_VERSION + 1),
    () => void (state['schemaVersion'] = 'x'),
    () => void (state['format'] = 'sotay-tally'),
    () => void delete state['readings'],
    () => void (state['more'] = 1),
    () => void (state.settings['leapLimit'] = -1),
    () => void (state['exportedAt'] = 'yesterday'),
    () => {
      const line = { seq: 900, at: '2026-01-01T00:00:00.000Z', action: 'x', detail: {} };
      state.journal.push(line, line);
      state.counts['journal']! += 2;
    },
    () => {
      state.journal.push({ seq: 901, at: '2026-01-01T00:00:00.000Z', action: 'x', detail: { nested: {} } });
      state.counts['journal']! += 1;
    },
  ])();
  return JSON.stringify(state);
}

function invalid(n: Numbers): Input {
  if (n.chance(0.3)) return { door: 'backup', kind: 'invalid', shape: 'backup', data: wrongBackup(n) };
  return { door: 'readings', kind: 'invalid', ...encode(n, spoil(n, toGrid(rowsOf(n)))) };
}

// Made once: packing it takes longer than refusing it.
let bomb: Uint8Array | null = null;
const DTD = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';

function hostile(n: Numbers): Input {
  const at = (door: Input['door'], shape: string, data: Input['data']): Input => ({
    door,
    kind: 'hostile',
    shape,
    data,
  });
  const backup = writePayload(stateFrom(n.below(1e9), 5));
  return n.pick([
    () => at('backup', 'pollution', backup.replace('"settings": {', '"settings": {"__proto__":{"polluted":1},')),
    () =>
      at(
        'backup',
        'pollution',
        backup.replace('"settings": {', '"settings": {"constructor":{"prototype":{"polluted":1}},'),
      ),
    () => at('backup', 'depth', `${'['.repeat(100 + n.below(50_000))}`),
    () =>
      at('backup', 'depth', backup.replace('"settings": {', `"settings": {"x":${'['.repeat(90)}${']'.repeat(90)},`)),
    () => at('readings', 'depth', `${'['.repeat(100 + n.below(50_000))}`),
    () => at('readings', 'depth', `[{"name":"An","date":"2026-01-01","total":${'['.repeat(500)}${']'.repeat(500)}}]`),
    () =>
      at('readings', 'zip bomb', (bomb ??= workbook('x', { 'xl/worksheets/sheet2.xml': new Uint8Array(12_000_000) }))),
    () => at('readings', 'dtd', workbook(`<?xml version="1.0"?>${DTD}<worksheet/>`)),
    () => at('readings', 'web page', `<html><body><table><tr><td>${n.below(9)}</td></tr></table></body></html>`),
    () =>
      at(
        'readings',
        'old excel',
        Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...Array.from({ length: 200 }, () => n.below(256))),
      ),
    () =>
      at(
        'readings',
        'no text',
        Uint8Array.from({ length: 1 + n.below(400) }, (_, index) => (index === 0 ? 0 : n.below(256))),
      ),
    () => at('readings', 'empty', ' '.repeat(n.below(5))),
    () => at('readings', 'no header', `${n.below(9)};${n.below(9)}\n${n.below(9)};x\n`),
    () => at('readings', 'open quotes', `Họ và tên;Ngày;Điểm tích lũy\n"An;01/01/2026;${n.below(99)}\n`),
    () => at('readings', 'prototype columns', '[{"__proto__":"x","constructor":"y","toString":1}]'),
  ])();
}

const WILD = ['\u0000', '"', ';', '\n', '=', '{', '}', '[', ']', ',', 'é', '\ud800', '9', '-', '\\', '<', '&'];

function mutated(n: Numbers): Input {
  const base = n.chance(0.8) ? valid(n) : invalid(n);
  const bytes = typeof base.data === 'string' ? strToU8(base.data) : base.data.slice();
  let changed = bytes;
  for (let round = 1 + n.below(3); round > 0 && changed.length > 1; round--) {
    const at = n.below(changed.length);
    const how = n.chance(0.1) ? 2 : n.pick([0, 1, 3, 4]);
    if (how === 0) changed[at]! ^= 1 << n.below(8);
    else if (how === 1) changed[at] = n.below(256);
    else if (how === 2) changed = changed.slice(0, at);
    else if (how === 3)
      changed = Uint8Array.of(...changed.subarray(0, at), ...strToU8(n.pick(WILD)), ...changed.subarray(at));
    else
      changed = Uint8Array.of(
        ...changed.subarray(0, at),
        ...changed.subarray(Math.min(changed.length, at + n.below(40))),
      );
  }
  const asText = base.shape === 'paste' || base.door === 'backup';
  return {
    door: base.door,
    kind: 'mutated',
    shape: base.shape,
    data: asText ? new TextDecoder().decode(changed) : changed,
  };
}

/** The n-th input; every fourth of a kind. */
export function inputOf(seed: number): Input {
  const n = numbers(seed * 2_654_435_761);
  return [valid, invalid, hostile, mutated][seed % 4]!(n);
}
