/** `sotay rubric`: what it prints for people and programs, and its exit codes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../../lib/cli/main';
import { exportRubric, parseRubric } from '../../../lib/model/rubric-file';
import { anPhu } from '../../../lib/rubrics/an-phu-2025';

const folder = mkdtempSync(join(tmpdir(), 'sotay-rubric-'));
afterAll(() => rmSync(folder, { recursive: true }));
const save = (name: string, text: string) => writeFileSync(join(folder, name), text);
const sampleOf = (id: string) => {
  const path = new URL(`../../fixtures/rubrics/${id}.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, 'utf8')) as { sheet: object }).sheet;
};

async function run(...args: string[]) {
  let out = '';
  let err = '';
  const io = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    now: () => new Date(0),
    cwd: folder,
  };
  return { code: await main(['rubric', ...args], io), out, err };
}

describe('sotay rubric list', () => {
  it('names the four shipped rubrics with number, date and certainty', async () => {
    const { code, out } = await run('list');
    expect(code).toBe(0);
    expect(
      out
        .split('\n')
        .slice(0, 4)
        .map((line) => line.split(' ')[0]),
    ).toEqual(['hd42-2025', 'an-phu-2025', 'tan-tien-2025', 'hd12-2018']);
    expect(out).toContain('08-KH/ĐU, 2025-09-19 (transcribed)');
    expect(JSON.parse((await run('list', '--json')).out)).toHaveLength(4);
  });
});

describe('sotay rubric check', () => {
  it('names the known defects of the An Phú sheet and ends with 0, with --strict with 1', async () => {
    const { code, out } = await run('check', 'an-phu-2025');
    expect(code).toBe(0);
    expect(out).toContain('10 defects');
    expect(out).toMatch(/exactly 50 % speakers .*is in no band/);
    expect(out).toMatch(/30–45 \(ends not included\) minutes short where 90 minutes are required is in no band/);
    expect(out).toContain('at 30 members the length is 90 or 120 minutes');
    expect(out).toMatch(/more than 100 % of the plan is not named/);
    expect((await run('check', 'an-phu-2025', '--strict')).code).toBe(1);
    expect((await run('check', 'hd42-2025', '--strict')).code).toBe(0);
  });

  it('gives programs the codes with the figures', async () => {
    const { code, out } = await run('check', 'an-phu-2025', '--json', '--strict');
    expect(code).toBe(1);
    const { format, findings } = JSON.parse(out) as { format: string; findings: object[] };
    expect(format).toBe('sotay-rubric-findings');
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'defect', is: 'BAND_GAP', measure: 'speakersPercent', code: '4.5' }),
    );
  });

  it('checks an edited copy, and cannot be made to move the cursor', async () => {
    const copy = structuredClone(anPhu);
    Object.assign(copy, { id: 'phuong-toi', total: 90 });
    if (copy.groups[0]) copy.groups[0].title = 'Thời\u001b[2Jgian';
    if (copy.groups[0]) copy.groups[0].max = 4;
    save('toi.json', exportRubric(copy));
    const { code, out } = await run('check', 'toi.json');
    expect(code).toBe(0);
    expect(out).toContain('the groups give 99, the rubric says 90');
    expect(out).toContain('its items give 5, the group says 4');
    expect(out).not.toContain('\u001b');
  });

  it.each([
    ['not there', 'x.json', null, /there is no such file/],
    ['no JSON', 'a.json', '{', /a\.json: not a rubric: not JSON/],
    ['no rubric', 'b.json', '{"format":"x"}', /b\.json: not a rubric: "format" is not/],
    ['too large', 'c.json', 'x'.repeat(300 * 1024), /larger than 256 KB/],
    ['a wrong field', 'd.json', JSON.stringify({ ...anPhu, total: 'hundred' }), /d\.json: not a rubric: total: /],
  ])('%s: ends with 3', async (_what, name, text, message) => {
    if (text !== null) save(name, text);
    const { code, err } = await run('check', name);
    expect(code).toBe(3);
    expect(err).toMatch(message);
  });
});

describe('sotay rubric show', () => {
  it('prints the form, and as JSON a file to edit', async () => {
    const { out } = await run('show', 'an-phu-2025');
    expect(out).toContain('4.5  Tỉ lệ đảng viên phát biểu [BAND 5] #phat-bieu');
    expect(out).toContain('Khá: [70, 90)');
    expect(parseRubric((await run('show', 'an-phu-2025', '--json')).out)).toEqual(anPhu);
  });
});

describe('sotay rubric score', () => {
  it('prints points, grade and what the facts propose', async () => {
    save('phieu.json', JSON.stringify(sampleOf('an-phu-2025')));
    const { code, out } = await run('score', 'an-phu-2025', 'phieu.json');
    expect(code).toBe(0);
    expect(out).toMatch(/98\.95\/100 {2}in all: Tốt/);
    expect(out).toMatch(/91\/100 {2}in all: Tốt/);
    expect(out).toContain('phat-bieu: asked, the rubric has no band for 50 % speakers (of those present) (16 of 32)');
    expect(out).toContain('du-hop: tu-90, 4 points: 94.12 % attendance (32 of 34)');
    const json = JSON.parse((await run('score', 'an-phu-2025', 'phieu.json', '--json')).out) as { scores: object };
    expect(json.scores).toMatchObject({ self: { points: 98.95, grade: 'TOT' } });
  });

  it('names missing notes, and passes or fails where there are no points', async () => {
    save('tan-tien.json', JSON.stringify(sampleOf('tan-tien-2025')));
    expect((await run('score', 'tan-tien-2025', 'tan-tien.json')).out).toContain(
      'noi-dung: 10 taken off without a note',
    );
    save('hd12.json', JSON.stringify(sampleOf('hd12-2018')));
    expect((await run('score', 'hd12-2018', 'hd12.json')).out).toContain('not met  in all');
  });

  it('refuses the sheet of another version or rubric, and what is no sheet', async () => {
    save('khac.json', JSON.stringify({ ...sampleOf('an-phu-2025'), rubric: { id: 'an-phu-2025', rubricVersion: 2 } }));
    const { code, err } = await run('score', 'an-phu-2025', 'khac.json');
    expect([code, err]).toEqual([
      3,
      expect.stringMatching(/filled in by an-phu-2025, version 2, not by an-phu-2025, version 1/),
    ]);
    save(
      'sai.json',
      JSON.stringify({ ...sampleOf('an-phu-2025'), columns: { self: { 'goi-mo': { kind: 'MAYBE' } } } }),
    );
    expect((await run('score', 'an-phu-2025', 'sai.json')).err).toMatch(
      /sai\.json: not a score sheet: columns\.self\.goi-mo/,
    );
  });

  it('takes the sheet of the documentation', async () => {
    const docs = readFileSync(new URL('../../../docs/rubric-format.md', import.meta.url), 'utf8');
    const example = /```json\n([^`]+)```/.exec(docs)?.[1] ?? '';
    save('docs.json', example);
    expect((await run('score', 'an-phu-2025', 'docs.json')).out).toContain('phat-bieu: asked, the rubric has no band');
  });
});

describe('wrong usage', () => {
  it.each([
    [[], /do what/],
    [['draw'], /unknown action "draw"/],
    [['check'], /one rubric expected, 0 given/],
    [['score', 'an-phu-2025'], /one rubric and one sheet expected/],
    [['list', 'x'], /no name expected/],
    [['list', '--strict'], /--strict belongs to/],
    [['check', 'an-phu'], /no such rubric; known: hd42-2025, an-phu-2025/],
    [['check', '--bogus'], /bogus/],
  ])('%j', async (args, message) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).toContain('sotay rubric --help');
  });
});
