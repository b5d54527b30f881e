/** The program end to end, in this process: output, files, messages and exit codes. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seal, writePayload } from '../../lib/backup';
import { askSecret } from '../../lib/cli/ask-secret';
import { main } from '../../lib/cli/main';
import { printTally } from '../../lib/cli/print';
import { describeDoubt } from '../../lib/cli/notices';
import { parsePeriod } from '../../lib/model/period';
import { allDataSchema } from '../../lib/model/all-data';
import { tallySchema } from '../../lib/model/tally';
import { computeTally } from '../../lib/tally';
import { stateWith } from './backup/states';
import { readingRow } from './tally/reading-row';

let cwd: string;
let out = '';
let err = '';
let passphrase: string | null = null;
const io = () => ({
  out: (text: string) => void (out += text),
  err: (text: string) => void (err += text),
  now: () => new Date('2026-11-05T03:00:00Z'),
  cwd,
  secret: () => Promise.resolve(passphrase),
});
const run = (...argv: string[]) => main(argv, io());

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'sotay-cli-'));
  writeFileSync(
    join(cwd, 't6.csv'),
    'Họ và tên;Mã;Ngày;Điểm tích lũy\nNguyễn Văn An;1;30/06/2026;1.000\nTrần Thị Hoà;2;30/06/2026;500\n',
  );
  writeFileSync(
    join(cwd, 't9.csv'),
    '\ufeffname,code,date,total,Đã cài đặt,Đủ điều kiện,Lý do\nNguyễn Văn An,1,2026-09-30,70000,x,x,\nTrần Thị Hòa,2,2026-09-30,700,có,,\nLê Bình,,,,,,đi xa\n',
  );
  writeFileSync(join(cwd, 'sai.csv'), 'Họ và tên;Ngày;Điểm tích lũy\nAn;30/09/2026;gần 70.000\n;30/09/2026;5\n');
  writeFileSync(join(cwd, 'to.csv'), Buffer.alloc(51 * 1024 * 1024));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
beforeEach(() => {
  out = '';
  err = '';
  passphrase = null;
});

describe('sotay tally', () => {
  it('joins files, tallies and prints a table', async () => {
    expect(await run('tally', 't6.csv', 't9.csv', '--period', '2026-Q3', '--unit', 'Chi bộ 1')).toBe(0);
    expect(err).toBe('');
    expect(out).toMatch(/^Chi bộ 1, từ 01\/07\/2026 đến 30\/09\/2026/);
    expect(out).toMatch(/1 {2}Nguyễn Văn An +1 +1\.000 +70\.000 +69\.000 +1 +1 {2}có/);
    expect(out).toMatch(/3 {2}Trần Thị Hoà +2 +500 +700 +200 +2/);
    expect(out).toMatch(/chưa có lần ghi: đi xa/);
    expect(out).toContain('không thay thế số liệu trên hệ thống');
  });

  it('writes each format by its ending and keeps stdout clean', async () => {
    for (const name of ['a.json', 'a.csv', 'a.md', 'a.xlsx']) {
      expect(
        await run('tally', 't9.csv', '--period', '2026', '--out', name, '--rank', 'dense', '--by', 'closing'),
      ).toBe(0);
    }
    expect(out).toBe('');
    const tally = tallySchema.parse(JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8')));
    expect(tally).toMatchObject({
      rankedBy: 'closing',
      rankMethod: 'dense',
      period: { from: '2026-01-01', to: '2026-12-31' },
    });
    expect(tally.members.map(({ name, closing, rank }) => [name, closing, rank])).toEqual([
      ['Nguyễn Văn An', 70_000, 1],
      ['Lê Bình', null, null],
      ['Trần Thị Hòa', 700, 2],
    ]);
    expect(tally.summary.installed).toEqual({ count: 2, ofAll: 2 / 3, ofEligible: 2 });
    expect(readFileSync(join(cwd, 'a.xlsx')).subarray(0, 2).toString()).toBe('PK');
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('replaces an older export, and keeps it when the input is refused', async () => {
    writeFileSync(join(cwd, 'cu.json'), 'old');
    expect(await run('tally', 'sai.csv', '--period', '2026', '--out', 'cu.json')).toBe(3);
    expect(readFileSync(join(cwd, 'cu.json'), 'utf8')).toBe('old');
    expect(await run('tally', 't6.csv', '--period', '2026', '--out', 'cu.json')).toBe(0);
    expect(readFileSync(join(cwd, 'cu.json'), 'utf8')).toContain('sotay-tally');
  });

  it('names file, row, column and reason of every problem of every file', async () => {
    expect(await run('tally', 'sai.csv', 'khong-co.csv', 'to.csv', '--period', '2026')).toBe(3);
    expect(out).toBe('');
    expect(err).toContain('sai.csv, row 2, column C (Điểm tích lũy): "gần 70.000" is an estimate');
    expect(err).toContain('sai.csv, row 3, column A (Họ và tên): the name is missing');
    expect(err).toContain('khong-co.csv: there is no such file');
    expect(err).toContain('to.csv: the file has 51.0 MB; the limit is 20.0 MB');
  });

  it('tells what was dropped and what is doubtful, and merges nothing by guess', async () => {
    writeFileSync(
      join(cwd, 'ngo.csv'),
      'Họ và tên;Mã;Ngày;Điểm;Số điện thoại\nAn;1;1/9/2026;5;0912345678\nAn;2;1/9/2026;6;\nAn;;1/9/2026;7;\n',
    );
    expect(await run('tally', 'ngo.csv', '--period', '2026', '--out', 'ngo.json')).toBe(0);
    expect(err).toContain('column "Số điện thoại" dropped');
    expect(err).toContain('"An" stands under several codes (1, 2) and also without one');
    expect(JSON.parse(readFileSync(join(cwd, 'ngo.json'), 'utf8'))).toMatchObject({ summary: { members: 3 } });
  });

  it.each([
    ['no file', ['tally', '--period', '2026']],
    ['no period', ['tally', 't6.csv']],
    ['a bad period', ['tally', 't6.csv', '--period', 'quý 3']],
    ['a bad rank', ['tally', 't6.csv', '--period', '2026', '--rank', 'x']],
    ['a bad figure', ['tally', 't6.csv', '--period', '2026', '--by', 'x']],
    ['a bad ending', ['tally', 't6.csv', '--period', '2026', '--out', 'a.pdf']],
    ['a folder that is not there', ['tally', 't6.csv', '--period', '2026', '--out', 'khong/a.csv']],
    ['an unknown option', ['tally', 't6.csv', '--period', '2026', '--bogus']],
    ['an option without its value', ['tally', 't6.csv', '--period']],
    ['an unknown command', ['constructor']],
    ['no command', []],
    ['an unknown topic', ['--help', 'x']],
  ])('%s ends with 2', async (_, argv) => {
    expect(await run(...argv)).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^sotay: .+\nTry: sotay /);
  });

  it.each([[['--help']], [['tally', '--help']], [['extract', '-h']], [['help', 'tally']], [['--version']]])(
    '%j answers on stdout',
    async (argv) => {
      expect(await run(...argv)).toBe(0);
      expect(out.length).toBeGreaterThan(3);
      expect(err).toBe('');
    },
  );
});

it('a name moves no cursor in the terminal', () => {
  const rows = [readingRow({ name: 'An\u001b[2J' })];
  const text = printTally(computeTally(rows, { period: parsePeriod('2026'), now: new Date(0) }));
  expect(text).not.toContain('\u001b');
});

it.each(['sameCodeOtherName', 'similarName', 'similarCode', 'conflictingDay', 'repeatedName'] as const)(
  'describes %s',
  (kind) => {
    const text = describeDoubt({ kind, names: ['An', 'Ân'], codes: ['1', '01'], rows: [0], day: '2026-09-01' }, []);
    expect(text).toMatch(/^doubtful: .*"An"/);
  },
);

describe('sotay backup', () => {
  const WORDS = 'meo-xanh-lua-thom-cau-dai-ga-vui-sen-trang-song-sau';
  const state = stateWith(3, 2);
  beforeAll(async () => {
    writeFileSync(join(cwd, 'b.age'), await seal(writePayload(state), WORDS, { logN: 4 }));
    writeFileSync(join(cwd, 'huge.age'), '');
    truncateSync(join(cwd, 'huge.age'), 101 * 1024 * 1024);
    writeFileSync(join(cwd, 'cut.age'), (await seal(writePayload(state), WORDS, { logN: 4 })).slice(0, -3));
    writeFileSync(join(cwd, 'other.age'), await seal('{"format":"x"}', WORDS, { logN: 4 }));
  });

  it('checks a copy, its passphrase typed with marks and blanks', async () => {
    passphrase = 'Mèo xanh lúa thơm cầu dài gà vui sen trắng sông sâu';
    expect(await run('backup', 'check', 'b.age')).toBe(0);
    expect(out).toMatch(/^b\.age: good, made 20/);
    expect(out).toMatch(new RegExp(`readings +${state.readings.length}\\n`));
    expect(err).toBe('');
  });

  it('opens it into the data itself', async () => {
    passphrase = WORDS;
    expect(await run('backup', 'open', 'b.age', '--out', 'data.json')).toBe(0);
    expect(allDataSchema.parse(JSON.parse(readFileSync(join(cwd, 'data.json'), 'utf8')))).toEqual(state);
    expect(out).toBe('');
  });

  it.each([
    [3, ['check', 'cut.age'], /cut\.age: the file was cut or changed .*\(damagedBody\)/],
    [3, ['check', 'other.age'], /\(otherFormat\)/],
    [3, ['check', 't6.csv'], /t6\.csv: the file is no age file \(notAge\)/],
    [3, ['check', 'nowhere.age'], /there is no such file/],
    [3, ['check', 'huge.age'], /larger than 100 MB/],
    [3, ['open', 'cut.age', '--out', 'never.json'], /damagedBody/],
    [2, ['open', 'b.age'], /--out <data\.json> is missing/],
    [2, ['check', 'b.age', '--out', 'x.json'], /leave --out away/],
    [2, ['mend', 'b.age'], /check or open\?/],
    [2, ['check'], /which file\?/],
    [2, ['check', 'b.age', 'cut.age'], /one file at a time/],
    [2, ['check', 'b.age', '--bogus'], /bogus/],
  ])('ends with %d for %j', async (code, args, message) => {
    passphrase = WORDS;
    expect(await run('backup', ...args)).toBe(code);
    expect(err).toMatch(message);
    expect(readdirSync(cwd)).not.toContain('never.json');
  });

  it('ends with 3 for a wrong passphrase and with 2 without any', async () => {
    passphrase = 'wrong';
    expect(await run('backup', 'check', 'b.age')).toBe(3);
    expect(err).toMatch(/wrongPassphrase/);
    passphrase = null;
    expect(await run('backup', 'check', 'b.age')).toBe(2);
    expect(err).toMatch(/SOTAY_PASSPHRASE/);
  });
});

describe('askSecret', () => {
  const terminal = () => {
    const emitter = new EventEmitter();
    const modes: boolean[] = [];
    return Object.assign(emitter, {
      isTTY: true,
      modes,
      setRawMode: (on: boolean) => void modes.push(on),
      resume() {},
      pause() {},
    });
  };

  it('takes what is typed up to Enter, letters in pieces and mended, and shows none of it', async () => {
    const tty = terminal();
    let told = '';
    const asked = askSecret(tty, (text) => void (told += text), 'Passphrase: ');
    const bytes = Buffer.from('mèx');
    for (const byte of bytes) tty.emit('data', Buffer.of(byte));
    tty.emit('data', '\u007fo\r');
    expect(await asked).toBe('mèo');
    expect(told).toBe('Passphrase: \n');
    expect(tty.modes).toEqual([true, false]);
    expect(tty.listenerCount('data')).toBe(0);
  });

  it('gives null when stopped, and where there is no terminal', async () => {
    const tty = terminal();
    const asked = askSecret(tty, () => undefined, '');
    tty.emit('data', 'ab\u0003');
    expect(await asked).toBeNull();
    expect(await askSecret({ ...terminal(), isTTY: false } as never, () => undefined, '')).toBeNull();
  });
});
