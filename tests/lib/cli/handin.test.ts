/** `sotay handin` end to end: keys, card, sealing, opening (the stock program too), review and taking over; and the folder mailbox. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFolderDirectory } from '../../../lib/cli/folder-directory';
import { main } from '../../../lib/cli/main';
import { createFileMailbox } from '../../../lib/handin';
import { testMailbox } from '../../suites/test-mailbox';

const home = mkdtempSync(join(tmpdir(), 'sotay-handin-cli-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const cwd = home;
let out = '';
let err = '';

async function run(...args: string[]): Promise<number> {
  out = '';
  err = '';
  return main(['handin', ...args], {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    now: () => new Date('2026-12-01T03:00:00Z'),
    cwd,
  });
}
const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
const age = (...args: string[]) => spawnSync('age', args, { cwd, encoding: 'utf8' });

const OWN = 'Họ và tên;Ngày;Điểm tích lũy\nNguyễn Văn An;30/10/2026;1.000\nNguyễn Văn An;28/11/2026;1.500\n';
const OTHER = 'Họ và tên;Ngày;Điểm tích lũy\nTrần Thị Hoà;30/10/2026;700\nTrần Thị Hoà;28/11/2026;900\n';
const SEAL = ['--period', '2026-11', '--card', 'card.json'];

beforeAll(async () => {
  writeFileSync(join(cwd, 'an.csv'), OWN);
  writeFileSync(join(cwd, 'hoa.csv'), OTHER);
  writeFileSync(
    join(cwd, 'roster.csv'),
    'Họ và tên;Mã;Ngày;Điểm tích lũy\nNguyễn Văn An;1;;\nTrần Thị Hòa;2;28/11/2026;850\nLê Bình;3;;\n',
  );
  expect(await run('keygen', 'secretary', '--out', 'sec.txt')).toBe(0);
  expect(await run('keygen', 'secretary', '--out', 'dep.txt')).toBe(0);
  expect(await run('keygen', 'member', '--out', 'an.json')).toBe(0);
  expect(out).toMatch(/^key [\w-]{43}\nwords (?:\p{L}+ \p{L}+, ){4}\p{L}+ \p{L}+\n$/u);
  expect(await run('keygen', 'member', '--out', 'hoa.json')).toBe(0);
  const card = ['card', '--cell', 'Chi bộ 5', '--secretary', 'sec.txt', '--deputy', 'dep.txt', '--out', 'card.json'];
  expect(await run(...card)).toBe(0);
  expect(out).toMatch(/^sotay-recipient:[\w-]+\nwords /);
});
beforeEach(() => {
  out = '';
  err = '';
});

describe('keys', () => {
  it('are for their owner only, and never written over', async () => {
    expect(statSync(join(cwd, 'sec.txt')).mode & 0o777).toBe(0o600);
    const before = read('an.json');
    expect(await run('keygen', 'member', '--out', 'an.json')).toBe(2);
    expect(err).toContain('cannot be written');
    expect(read('an.json')).toBe(before);
  });

  it('of the secretary are those of age-keygen', async () => {
    const made = spawnSync('age-keygen', ['-y', join(cwd, 'sec.txt')], { encoding: 'utf8' });
    expect(made.stdout.trim()).toBe(/public key: (age1\S+)/.exec(read('sec.txt'))?.[1]);
  });
});

describe('sealing and opening', () => {
  it('seals the totals, says what leaves, and opens for both; the stock program opens it too', async () => {
    expect(await run('seal', 'an.csv', '--name', 'Nguyễn Văn An', '--key', 'an.json', ...SEAL)).toBe(0);
    expect(err).toContain('so-lieu-2026-11-30-1.age');
    const shown = JSON.parse(out);
    expect(shown.parts).toMatchObject({ totals: { points: { value: 500, source: 'computed' } } });
    for (const key of ['sec.txt', 'dep.txt']) {
      expect(await run('open', 'so-lieu-2026-11-30-1.age', '--key', key, '--card', 'card.json')).toBe(0);
      expect(JSON.parse(out)).toEqual(shown);
    }
    expect(age('-d', '-i', 'dep.txt', '-o', 'inside.gz', 'so-lieu-2026-11-30-1.age').stderr).toBe('');
    const [, payload = ''] = gunzipSync(readFileSync(join(cwd, 'inside.gz')))
      .toString()
      .split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual(shown);
  });

  it('seals what was chosen, in another revision', async () => {
    const more = ['--parts', 'readings', '--study', '4', '--revision', '2', '--out', 'b.age'];
    expect(await run('seal', 'an.csv', '--name', 'Nguyễn Văn An', '--key', 'an.json', ...SEAL, ...more)).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ revision: 2, parts: { study: { count: 4, source: 'manual' } } });
    expect(Object.keys(JSON.parse(out).parts)).toEqual(['readings', 'study']);
  });

  it.each([
    [3, ['seal', 'an.csv', '--name', 'Ai Đó', '--key', 'an.json', ...SEAL], 'nobody in it'],
    [3, ['seal', 'an.csv', '--name', 'Nguyễn Văn An', '--key', 'sec.txt', ...SEAL], 'not a key of a member'],
    [
      3,
      ['seal', 'an.csv', '--name', 'Nguyễn Văn An', '--key', 'an.json', '--period', '2026-11', '--card', 'an.csv'],
      'notACard',
    ],
    [2, ['seal', 'an.csv', '--name', 'Nguyễn Văn An', '--key', 'an.json', ...SEAL, '--parts', 'quiz'], 'none of'],
    [2, ['seal', 'an.csv'], 'are needed'],
    [3, ['open', 'an.csv', '--key', 'sec.txt'], '(notAge)'],
    [3, ['open', 'nowhere.age', '--key', 'sec.txt'], 'no such file'],
    [3, ['open', 'an.csv', '--key', 'an.csv'], 'AGE-SECRET-KEY'],
    [2, ['open', 'an.csv'], '--key'],
    [2, ['review', 'an.csv', '--key', 'sec.txt'], 'are needed'],
    [2, ['review', 'an.csv', '--key', 'sec.txt', '--roster', 'roster.csv', '--take', 'x.csv'], '--state'],
    [3, ['card', '--cell', 'A', '--secretary', 'age1qqqq'], 'badCard'],
    [2, ['nonsense'], 'keygen'],
  ])('ends with %i for %j', async (code, args, said) => {
    expect(await run(...args)).toBe(code);
    expect(err).toContain(said);
  });
});

describe('the review', () => {
  const review = (...more: string[]) => [
    'review',
    'in',
    '--key',
    'sec.txt',
    '--roster',
    'roster.csv',
    '--card',
    'card.json',
    ...more,
  ];

  it('shows who, what and questions, takes the harmless over once, and settles the folder when nothing is open', async () => {
    mkdirSync(join(cwd, 'in'));
    const seal = (who: string, name: string, file: string) =>
      run('seal', `${who}.csv`, '--name', name, '--key', `${who}.json`, ...SEAL, '--out', `in/${file}`);
    await seal('an', 'Nguyễn Văn An', 'z.age');
    await seal('hoa', 'Trần Thị Hoà', 'a.age');
    const take = ['--state', 'state.json', '--take', 'taken.csv'];
    expect(await run(...review(...take))).toBe(0);
    expect(out).toMatch(
      /Nguyễn Văn An +Nguyễn Văn An +01\/11\/2026-30\/11\/2026 +1 +1\.000 +1\.500 +500 +first time +new\n/,
    );
    expect(out).toMatch(/Trần Thị Hoà +Trần Thị Hòa .* new +conflict\n/);
    expect(out).toContain('Trần Thị Hoà: handed in 900 on 28/11/2026 (file), captured 850 on 28/11/2026 (file)');
    expect(err).toContain('1 taken, 2 readings');
    expect(read('taken.csv')).toContain('Nguyễn Văn An;1;28/11/2026;1500;');
    expect(read('taken.csv')).not.toContain('Hòa');
    // What is still open is listed again, and what was taken is known.
    expect(await run(...review('--state', 'state.json'))).toBe(0);
    expect(out).toMatch(/Nguyễn Văn An .* same\n/);
    expect(out).toMatch(/Trần Thị Hoà .* conflict\n/);
    writeFileSync(join(cwd, 'roster.csv'), read('roster.csv').replace('850', '900'));
    expect(await run(...review(...take))).toBe(0);
    expect(err).toContain('1 taken');
    expect(await run(...review('--state', 'state.json'))).toBe(0);
    expect(out).toContain('0 documents');
  });

  it('is the same for any order of the files, and ends with 3 when one is refused', async () => {
    const bytes = readFileSync(join(cwd, 'in/z.age'));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(join(cwd, 'changed.age'), bytes);
    const files = ['in/z.age', 'in/a.age', 'changed.age', 'an.csv'];
    const rest = ['--key', 'sec.txt', '--roster', 'roster.csv'];
    expect(await run('review', ...files, ...rest, '--out', 'one.json')).toBe(3);
    expect(out).toContain('changed.age: REFUSED');
    expect(await run('review', ...files.toReversed(), ...rest, '--out', 'two.json')).toBe(3);
    expect(read('two.json')).toBe(read('one.json'));
  });

  it('refuses a broken state rather than forgetting it', async () => {
    writeFileSync(join(cwd, 'bad.json'), '{}');
    expect(await run(...review('--state', 'bad.json'))).toBe(3);
    expect(read('bad.json')).toBe('{}');
  });
});

describe('the mailbox over a folder', () => {
  testMailbox(() => {
    const folder = mkdtempSync(join(home, 'mailbox-'));
    const directoryOf = (cell: string) => {
      mkdirSync(join(folder, cell), { recursive: true });
      return createFolderDirectory(join(folder, cell));
    };
    return { open: () => createFileMailbox(directoryOf) };
  });

  it('leaves no drafts behind and never writes over a file', async () => {
    const folder = mkdtempSync(join(home, 'folder-'));
    const directory = createFolderDirectory(folder);
    expect(await directory.create('a.age', new Uint8Array([1]))).toBe(true);
    expect(await directory.create('a.age', new Uint8Array([2]))).toBe(false);
    expect([...((await directory.read('a.age')) ?? [])]).toEqual([1]);
    expect(await directory.read('b.age')).toBeNull();
    expect(readdirSync(folder)).toEqual(['a.age']);
  });
});
