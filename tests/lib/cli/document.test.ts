/** `sotay document` and `sotay profile`: files written, findings told, wrong input refused with every place named. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../../lib/cli/main';
import { describeFinding } from '../../../lib/cli/findings';
import { DEFINITIONS } from '../../../lib/documents/make';
import { FINDING_CODES, finding } from '../../../lib/documents/findings';
import { parseDocProfile } from '../../../lib/model/doc-profile';
import { findDocProfile } from '../../../lib/rules/doc-profiles';
import { packageProblems } from '../../office';
import { ADOPTION, MINUTES, QUALITY } from '../documents/samples';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'sotay-cli-documents-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

async function sotay(...args: string[]) {
  let out = '';
  let err = '';
  const code = await main(args, {
    cwd,
    out: (text) => (out += text),
    err: (text) => (err += text),
    now: () => new Date('2026-02-05T03:00:00Z'),
    // Nothing here asks on the terminal.
    secret: () => Promise.reject(new Error('was asked')),
  } as Parameters<typeof main>[1]);
  return { code, out, err };
}
const put = (name: string, data: unknown) => writeFileSync(join(cwd, name), JSON.stringify(data));

describe('sotay document', () => {
  it('writes a document under a neutral name', async () => {
    put('in.json', MINUTES);
    const { code, err } = await sotay('document', 'minutes', 'in.json');
    expect(code).toBe(0);
    expect(err).toContain('profile hd05-2026 version 1 → bien-ban-05-2026-02-05-1930.docx');
    expect(packageProblems(readFileSync(join(cwd, 'bien-ban-05-2026-02-05-1930.docx')))).toEqual([]);
  });

  it('writes each format, with a profile of one’s own', async () => {
    put('in.json', ADOPTION);
    put('own.json', { ...findDocProfile('hd05-2026'), id: 'rieng', profileVersion: 4 });
    for (const format of ['xlsx', 'docx', 'csv']) {
      const { code, err } = await sotay(
        ...['document', 'adoption', 'in.json', '--format', format, '--profile', './own.json', '--out', `a.${format}`],
      );
      expect(code).toBe(0);
      expect(err).toContain('note: Đã cài đặt / đảng viên đủ điều kiện: 102,42%, above 100% and left so');
      expect(err).toContain('profile rieng version 4');
    }
    expect(readdirSync(cwd).sort()).toEqual(['a.csv', 'a.docx', 'a.xlsx', 'in.json', 'own.json']);
  });

  it('tells what has to be mended, and with --strict writes nothing', async () => {
    put('in.json', { ...QUALITY, rows: [{ ...QUALITY.rows[0], points: null }] });
    const told = await sotay('document', 'meeting-quality', 'in.json', '--out', 'a.xlsx');
    expect(told.code).toBe(0);
    expect(told.err).toContain('stop: Chi bộ thôn An Cư: points is missing');
    const strict = await sotay('document', 'meeting-quality', 'in.json', '--out', 'b.xlsx', '--strict');
    expect(strict.code).toBe(3);
    expect(existsSync(join(cwd, 'b.xlsx'))).toBe(false);
  });

  it('refuses input that does not fit, naming each place', async () => {
    put('in.json', { ...QUALITY, month: 'x', rows: [{ ...QUALITY.rows[0], members: 1.5 }] });
    const { code, err } = await sotay('document', 'meeting-quality', 'in.json');
    expect(code).toBe(3);
    expect(err).toContain('in.json: month: ');
    expect(err).toContain('in.json: rows.0.members: ');
  });

  it('prints the schema of every input', async () => {
    for (const { id } of DEFINITIONS) {
      const { code, out } = await sotay('document', id, '--schema');
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ type: 'object', properties: { issuer: { type: 'object' } } });
    }
  });

  it.each([
    [['document'], 2, 'which document?'],
    [['document', 'constructor', 'x.json'], 2, 'unknown document "constructor"; use programme, minutes'],
    [['document', 'minutes'], 2, 'name the file'],
    [['document', 'minutes', 'none.json'], 3, 'there is no such file'],
    [['document', 'minutes', 'a.json', '--format', 'xlsx'], 2, 'minutes is written as docx'],
    [['document', 'minutes', 'a.json', '--profile', 'hd99'], 3, '"hd99" is no shipped profile'],
    [['document', 'minutes', 'bad.json'], 3, 'bad.json: not JSON'],
  ])('%j ends with %i: %s', async (args, code, said) => {
    writeFileSync(join(cwd, 'bad.json'), '{');
    const result = await sotay(...args);
    expect(result.code).toBe(code);
    expect(result.err).toContain(said);
  });
});

describe('sotay profile', () => {
  it('checks and shows a shipped profile', async () => {
    const { code, out } = await sotay('profile', 'check', 'hd05-2026');
    expect(code).toBe(0);
    expect(out).toContain('hd05-2026, version 1: valid');
    expect(out).toContain('margins 20/20/30/15 mm');
    expect(out).toContain('choice: body.lineSpacing');
    const shown = await sotay('profile', 'show', 'hd36-2018');
    expect(parseDocProfile(shown.out)).toEqual(findDocProfile('hd36-2018'));
  });

  it('names everything that is wrong with a file', async () => {
    put('own.json', { ...findDocProfile('hd05-2026'), endMark: '!', spelling: 'uy' });
    const { code, err } = await sotay('profile', 'check', 'own.json');
    expect(code).toBe(3);
    expect(err).toContain('own.json: endMark: ');
    expect(err).toContain('own.json: spelling: ');
  });

  it.each([
    [['profile'], 'profile: do what?'],
    [['profile', 'burn'], 'unknown action "burn"'],
    [['profile', 'check'], 'which profile? Shipped: hd05-2026, hd36-2018'],
  ])('%j is wrong usage: %s', async (args, said) => {
    const { code, err } = await sotay(...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });
});

it('has words for every finding', () => {
  for (const code of FINDING_CODES) expect(describeFinding(finding(code)).length).toBeGreaterThan(5);
});
