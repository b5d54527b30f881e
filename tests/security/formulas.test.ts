/** Formula injection: the whole set as names through every spreadsheet format, opened in LibreOffice: nothing is calculated, every text comes back. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv, xlsx } from '../../lib/formats';
import { parsePeriod } from '../../lib/model/period';
import { computeTally } from '../../lib/tally';
import { FORMULAS } from './payloads';

const TALLY = computeTally(
  FORMULAS.map((text, index) => ({
    name: `${text} x${index}`,
    code: `${text}${index}`,
    day: '2026-01-12',
    at: null,
    total: index,
    installed: null,
    eligible: null,
    reason: text,
    source: 0,
  })),
  {
    period: parsePeriod('2026-01'),
    unit: '=1+1',
    sources: [{ name: '=HYPERLINK("http://x.example")', kind: 'file', detail: '+1' }],
    now: new Date('2026-02-05T03:00:00Z'),
  },
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sotay-formulas-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The file as LibreOffice understands it, in its own flat XML. */
function opened(name: string, bytes: Uint8Array, filter: string[]): string {
  writeFileSync(join(folder, name), bytes);
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      ...filter,
      '--convert-to',
      'fods',
      '--outdir',
      join(folder, 'out'),
      join(folder, name),
    ],
    { stdio: 'pipe', timeout: 180_000 },
  );
  return readFileSync(join(folder, 'out', name.replace(/\.\w+$/, '.fods')), 'utf8');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Without what only spreads a text out or keeps it from being a formula: blanks, and the apostrophe in front. */
const bare = (text: string) =>
  text
    .replace(/<text:(?:s|tab|line-break)[^>]*\/>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, '')
    .replace(/^'+/, '');

const paragraphs = (fods: string) =>
  new Set([...fods.matchAll(/<text:p>([\s\S]*?)<\/text:p>/g)].map(([, inside]) => bare(inside ?? '')));

const CASES = [
  { name: 'bang.xlsx', make: () => xlsx.write(TALLY), filter: [] as string[] },
  {
    name: 'cham-phay.csv',
    make: () => csv.write(TALLY),
    filter: ['--infilter=Text - txt - csv (StarCalc):59,34,76,1'],
  },
  {
    name: 'phay.csv',
    make: () => csv.write(TALLY, { delimiter: ',' }),
    filter: ['--infilter=Text - txt - csv (StarCalc):44,34,76,1'],
  },
];

describe('formula injection', () => {
  it('has at least 500 combinations of start, end and format', () => {
    expect(FORMULAS.length * CASES.length).toBeGreaterThanOrEqual(500);
    expect(TALLY.members.length).toBe(FORMULAS.length);
  });

  it.each(CASES)('$name: no formula, every text as it was', async ({ name, make, filter }) => {
    const fods = opened(name, await make(), filter);
    expect(fods.match(/table:formula="[^"]*"/g) ?? []).toEqual([]);
    const texts = paragraphs(fods);
    const missing = TALLY.members
      .map((member) => bare(member.name.replaceAll('<', '&lt;')))
      .filter((text) => !texts.has(text));
    expect(missing).toEqual([]);
  });

  it('control: a formula left as it is would be calculated, and is seen', () => {
    const fods = opened('that.csv', new TextEncoder().encode('a;b\r\n=1+1;x\r\n'), [
      '--infilter=Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1,true',
    ]);
    expect(fods).toMatch(/table:formula=/);
  });
});
