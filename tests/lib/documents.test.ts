/** Rules of documents as tables: wording, numbers, places and dates, caps, findings. */
import { describe, expect, it } from 'vitest';
import { CAP_DENOMINATORS, type GradeCounts, checkCap } from '../../lib/documents/cap';
import { longestExcused } from '../../lib/documents/definitions/attendance';
import { gradeOf } from '../../lib/documents/definitions/meeting-quality';
import type { Finding } from '../../lib/documents/findings';
import { checkFrame } from '../../lib/documents/frame';
import { freeColumns } from '../../lib/documents/head-cells';
import type { Frame, Meeting } from '../../lib/documents/inputs';
import { DocumentInputError } from '../../lib/documents/define-document';
import { type DocumentId, DEFINITIONS, makeDocument, makeFromUnknown } from '../../lib/documents/make';
import { linesOf, widthOf } from '../../lib/documents/measure';
import { checkPosting, dueCount, opinionText, personText, presentText, voteText } from '../../lib/documents/meeting';
import {
  DOCUMENT_TYPES,
  NOT_FOR_CELLS,
  NumberingError,
  doubleNumbers,
  nextNumber,
  numberLine,
  numberingScope,
} from '../../lib/documents/numbering';
import { rateOf, showValue, sumOf } from '../../lib/documents/values';
import { dayInWords, endText, monthBefore, placeAndDay, sayIn, sentence } from '../../lib/documents/wording';
import { DEFAULT_DOC_PROFILE as HD05 } from '../../lib/rules/doc-profiles';
import {
  ADOPTION,
  ALL,
  ATTENDANCE,
  CELL,
  COMMITTEE,
  MEETING,
  MINUTES,
  QUALITY,
  REPORT,
  RESOLUTION,
} from './documents/samples';

const codes = (findings: readonly Finding[]) => findings.map((one) => one.code);

describe('wording', () => {
  it.each([
    ['2026-02-05', 'ngày 05 tháng 02 năm 2026'],
    ['2026-05-27', 'ngày 27 tháng 5 năm 2026'],
    ['2026-01-10', 'ngày 10 tháng 01 năm 2026'],
    ['2026-10-09', 'ngày 09 tháng 10 năm 2026'],
    ['2026-03-31', 'ngày 31 tháng 3 năm 2026'],
    ['2026-12-01', 'ngày 01 tháng 12 năm 2026'],
  ])('%s is %s', (day, said) => expect(dayInWords(day, HD05)).toBe(said));

  it('leaves dots where the place is not known', () => {
    expect(placeAndDay('Đông Trà', '2026-02-05', HD05)).toBe('Đông Trà, ngày 05 tháng 02 năm 2026');
    expect(placeAndDay(null, '2026-02-05', HD05)).toMatch(/^…+, ngày/);
  });

  it('respells fixed texts only, never what was put in', () => {
    const old = sayIn({ spelling: 'uỷ' });
    expect(old`Chi ủy, Đảng Ủy, ĐẢNG ỦY, mời ${'đồng chí Lê Thị Thủy ủy viên'}`).toBe(
      'Chi uỷ, Đảng Uỷ, ĐẢNG UỶ, mời đồng chí Lê Thị Thủy ủy viên',
    );
    expect(sayIn({ spelling: 'ủy' })`Chi ủy ${'uỷ'}`).toBe('Chi ủy uỷ');
  });

  it('spells fixed texts of every document as the profile says, and no name', () => {
    const profile = { ...HD05, spelling: 'uỷ' as const };
    for (const [id, input] of Object.entries(ALL)) {
      // With an input that has none, whatever "ủy" is left is ours.
      const without = JSON.parse(JSON.stringify(input).replaceAll('ủy', 'uỷ').replaceAll('Ủy', 'Uỷ')) as unknown;
      const { paper } = makeFromUnknown(id as DocumentId, without, profile);
      expect(JSON.stringify({ ...paper, profile: null }), id).not.toMatch(/ủy/i);
    }
    const { paper } = makeDocument('meeting-quality', QUALITY, profile);
    expect(paper.closing.signatures[0]?.head).toBe('T/M ĐẢNG UỶ');
    expect(paper.header.body).toBe('Đảng ủy xã Đông Trà');
    expect(paper.closing.recipients?.at(-1)).toBe('Lưu Đảng uỷ.');
  });

  it.each([
    ['Đạt', 'Đạt.'],
    ['Đạt.', 'Đạt.'],
    ['Đạt!', 'Đạt!'],
    ['như sau:', 'như sau:'],
    ['  ', ''],
  ])('ends %j as %j', (text, said) => expect(sentence(text)).toBe(said));

  it('ends a text with the profile’s mark', () => {
    expect(endText('Hết./.', HD05)).toBe('Hết.');
    expect(endText('Hết', { endMark: './.' })).toBe('Hết./.');
  });

  it.each([
    ['2026-01', '2025-12'],
    ['2026-12', '2026-11'],
  ])('before %s is %s', (month, before) => expect(monthBefore(month)).toBe(before));
});

describe('numbers of documents', () => {
  const register = [
    { type: 'NQ', term: '2025-2027', number: 1 },
    { type: 'NQ', term: '2025-2027', number: 4 },
    { type: 'NQ', term: '2022-2025', number: 31 },
    { type: 'BC', term: '2025-2027', number: 9 },
  ] as const;

  it.each([
    ['NQ', '2025-2027', 5],
    ['NQ', '2022-2025', 32],
    ['BC', '2025-2027', 10],
    ['TB', '2025-2027', 1],
    ['NQ', '2027-2030', 1],
  ])('the next %s of %s is %i', (type, term, next) => expect(nextNumber(register, type, term)).toBe(next));

  it.each(Object.keys(NOT_FOR_CELLS))('refuses %s, which a cell does not issue', (type) => {
    expect(() => nextNumber([], type, '2026')).toThrowError(
      expect.objectContaining({ name: 'NumberingError', code: 'notForCells' }) as NumberingError,
    );
  });

  it.each(['XX', 'constructor', 'nq', ''])('refuses the unknown type %j', (type) => {
    expect(() => nextNumber([], type, '2026')).toThrowError(NumberingError);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses a register with the number %s', (number) => {
    expect(() => nextNumber([{ type: 'NQ', term: '2026', number }], 'NQ', '2026')).toThrowError(/no document number/);
  });

  it('runs on within the term, or the year where the profile says so', () => {
    expect(numberingScope(HD05, '2025-2027', '2026-02-05')).toBe('2025-2027');
    expect(numberingScope({ numbering: 'typeAndYear' }, '2025-2027', '2026-02-05')).toBe('2026');
  });

  it('finds numbers given out twice', () => {
    expect(doubleNumbers([...register, { type: 'NQ', term: '2025-2027', number: 4 }], 'NQ', '2025-2027')).toEqual([4]);
    expect(doubleNumbers(register, 'NQ', '2025-2027')).toEqual([]);
  });

  it('has the symbols of the thirteen types', () => {
    expect(Object.values(DOCUMENT_TYPES).map((one) => one.symbol)).toEqual([
      'NQ',
      'QĐ',
      'KL',
      'QC',
      'TB',
      'BC',
      'KH',
      'CTr',
      'ĐA',
      'PA',
      'TTr',
      'CV',
      'BB',
    ]);
  });

  it.each([
    [5, 'NQ', 'cell', 'Số 05-NQ/CB'],
    [12, 'QD', 'cell', 'Số 12-QĐ/CB'],
    [123, 'BC', 'committee', 'Số 123-BC/ĐU'],
    [9, 'DA', 'cell', 'Số 09-ĐA/CB'],
    [null, 'TB', 'cell', 'Số ……-TB/CB'],
  ] as const)('%s %s of a %s is printed "%s"', (number, type, body, printed) => {
    expect(numberLine(number, type, body, HD05)).toBe(printed);
  });
});

describe('values', () => {
  it.each([
    [1234567.5, '1.234.567,5'],
    [{ rate: 0.9163 }, '91,63%'],
    [{ rate: 1.016 }, '101,6%'],
    [{ rate: 1.25 }, '125%'],
    [{ day: '2026-01-05' }, '05/01/2026'],
    ['x', 'x'],
    [null, ''],
    [0, '0'],
  ])('%j is shown as %j', (value, shown) => expect(showValue(value)).toBe(shown));

  it('divides by nothing that is missing or nought, and clamps nothing', () => {
    expect(rateOf(5, 0)).toBeNull();
    expect(rateOf(null, 5)).toBeNull();
    expect(rateOf(5, null)).toBeNull();
    expect(rateOf(6, 5)).toEqual({ rate: 1.2 });
  });

  it('gives no sum with a part missing', () => {
    expect(sumOf([1, 2])).toBe(3);
    expect(sumOf([1, null])).toBeNull();
    expect(sumOf([])).toBe(0);
  });
});

describe('cap on xuất sắc', () => {
  const of = (HTXSNV: number, HTTNV: number, HTNV = 0, KHTNV = 0): GradeCounts => ({ HTXSNV, HTTNV, HTNV, KHTNV });
  it.each([
    // 39 and 172 of phường Sơn Phong 2022: within the cap or not, by the denominator.
    [of(39, 172, 60, 9), 'HTTNV', 172, 34, true],
    [of(39, 172, 60, 9), 'HTTNV_UP', 211, 42, false],
    [of(39, 172, 60, 9), 'RATED', 280, 56, false],
    [of(20, 80), 'RATED', 100, 20, false],
    [of(21, 79), 'RATED', 100, 20, true],
    // 20,0008 % rounds to 20 %, and is over all the same.
    [of(200_009, 799_991), 'RATED', 1_000_000, 200_000, true],
    [of(1, 3), 'RATED', 4, 0, true],
    [of(0, 0), 'HTTNV', 0, 0, false],
    [of(1, 0), 'HTTNV', 0, 0, true],
  ] as const)('%j over %s: base %i, limit %i, over %s', (counts, denominator, base, limit, over) => {
    expect(checkCap(counts, denominator)).toMatchObject({ base, limit, over, denominator });
  });

  it('is told with its denominator, for every one of them', () => {
    for (const denominator of CAP_DENOMINATORS) {
      const grades = {
        of: 'đảng viên',
        HTXSNV: 20,
        HTTNV: 11,
        HTNV: 0,
        KHTNV: 0,
        total: 31,
        denominator,
        capPercent: 20,
      };
      const { findings } = makeDocument('report', { ...REPORT, grades }, HD05);
      const over = findings.find((one) => one.code === 'overCap');
      expect(over).toMatchObject({ severity: 'stop', facts: { denominator, count: 20 } });
    }
  });
});

describe('meetings', () => {
  it('counts those due without exempt and special duty', () => {
    expect(dueCount(MEETING.counts)).toBe(30);
    expect(presentText(MEETING.counts)).toBe('28 đồng chí, đạt 93,33% số đảng viên phải dự sinh hoạt');
    expect(presentText({ ...MEETING.counts, official: 3, probationary: 1, present: 0 })).toBe('0 đồng chí');
  });

  it('says votes over those present', () => {
    expect(voteText({ matter: '', for: 25, against: 1, other: 1, voters: 27 }, MEETING.counts)).toBe(
      '25/27 đồng chí có quyền biểu quyết tán thành (92,59%); 1 không tán thành; 1 ý kiến khác',
    );
    expect(voteText({ matter: '', for: 26, against: 1, other: 1 }, MEETING.counts)).toBe(
      '26/28 đồng chí có mặt tán thành (92,86%); 1 không tán thành; 1 ý kiến khác',
    );
  });

  it('leaves dots for names that were not written down, and names nobody where nobody spoke', () => {
    expect(personText('')).toBe('đồng chí …………');
    expect(personText(null, 'Bí thư')).toBe('đồng chí …………, Bí thư');
    expect(personText('Lê Uý', '')).toBe('đồng chí Lê Uý');
    expect(opinionText({ name: '', text: 'Nhất trí' })).toBe('Nhất trí.');
    expect(opinionText({ name: 'Lê Uý', text: 'Nhất trí' })).toBe('Đồng chí Lê Uý: Nhất trí.');
  });

  const at = (papersPostedAt: string | null, resultsPostedAt: string | null, more: Partial<Meeting> = {}) =>
    codes(checkPosting({ ...MEETING, papersPostedAt, resultsPostedAt, ...more }));
  it.each([
    // The meeting begins on 5 February at 19:30 in Vietnam, 12:30 UTC, and ends at 21:10.
    ['2026-02-04T12:30:00Z', null, []],
    ['2026-02-04T12:30:01Z', null, ['latePapers']],
    ['2026-02-06T00:00:00Z', null, ['latePapers']],
    [null, '2026-02-07T14:10:00Z', []],
    [null, '2026-02-07T14:10:01Z', ['lateResults']],
    [null, null, []],
  ])('papers %s, results %s: %j', (papers, results, expected) => expect(at(papers, results)).toEqual(expected));

  it('counts on past midnight', () => {
    expect(at(null, '2026-02-07T17:30:00Z', { end: '00:30' })).toEqual([]);
    expect(at(null, '2026-02-07T17:30:01Z', { end: '00:30' })).toEqual(['lateResults']);
  });
});

describe('checks', () => {
  const frame: Frame = { issuer: CELL, number: 1, day: '2026-02-05', madeAt: '2026-02-05T00:00:00Z' };
  const signed = (signer: Partial<typeof CELL.signer>) =>
    codes(checkFrame({ ...frame, issuer: { ...CELL, signer: { ...CELL.signer, ...signer } } }, HD05, 'NQ'));
  it.each([
    [{}, []],
    [{ head: 'T/M CHI BỘ' }, []],
    [{ head: 'T/M CHI ỦY' }, ['signatureOverride']],
    [{ head: 'K/T BÍ THƯ' }, ['signatureOverride', 'actingSignature']],
    [{ title: 'KT. Bí thư' }, ['actingSignature']],
    [{ name: null }, ['missingSigner']],
    [{ name: 'TS. Nguyễn Thị Hoà Bình' }, ['academicTitle']],
    [{ name: 'Tô Sơn' }, []],
    [{ name: 'Nguyễn Thị Hoà Bình (đã ký, đóng dấu)' }, ['sealOfCell']],
  ])('signature %j: %j', (signer, expected) => expect(signed(signer)).toEqual(expected));

  it('asks for number and place', () => {
    const bare = { ...frame, number: null, issuer: { ...CELL, place: null } };
    expect(codes(checkFrame(bare, HD05, 'BC'))).toEqual(['missingDocumentNumber', 'missingPlace']);
    expect(codes(checkFrame(bare, HD05, null))).toEqual(['missingPlace']);
  });

  it('lets a committee’s seal be', () => {
    const issuer = { ...COMMITTEE, signer: { ...COMMITTEE.signer, name: 'Trần Quốc Thuỷ (đã đóng dấu)' } };
    expect(codes(checkFrame({ ...frame, issuer }, HD05, null))).toEqual([]);
  });

  it.each([
    [100, 'TOT'],
    [90, 'TOT'],
    [89.99, 'KHA'],
    [70, 'KHA'],
    [69.5, 'TRUNG_BINH'],
    [50, 'TRUNG_BINH'],
    [49.9, 'KEM'],
    [0, 'KEM'],
  ])('%f points are %s', (points, grade) => expect(gradeOf(points)).toBe(grade));

  const quality = (change: Partial<(typeof QUALITY.rows)[number]>) => {
    const [first, ...rest] = QUALITY.rows;
    if (first === undefined) throw new Error('the sample has rows');
    return codes(
      makeDocument('meeting-quality', { ...QUALITY, rows: [{ ...first, ...change }, ...rest] }, HD05).findings,
    );
  };
  it.each([
    [{}, []],
    [{ members: null }, ['missingNumber']],
    [{ metOn: null }, ['missingNumber']],
    [{ points: null }, ['missingNumber']],
    [{ grade: null }, ['missingNumber']],
    [{ grade: 'KHA' as const }, ['gradeDiffers']],
    [{ note: '  ' }, ['deductionWithoutNote']],
    [{ points: 100, note: null }, []],
    [{ points: 101 }, ['sumDiffers']],
    [
      { posting: { start: '19:30', end: '21:00', papers: '2026-01-03T00:00:00Z', results: '2026-01-09T00:00:00Z' } },
      ['latePapers', 'lateResults'],
    ],
  ])('a row with %j: %j', (change, expected) => expect(quality(change)).toEqual(expected));

  it('adds up attendance, votes, tasks and scores', () => {
    const bad = {
      ...MINUTES,
      meeting: { ...MEETING, end: '20:59', counts: { ...MEETING.counts, excused: 3 } },
      votes: [{ matter: 'Một', for: 28, against: 1, other: 0 }],
      tasks: [{ text: 'Việc', person: null, deadline: null, note: null }],
    };
    expect(codes(makeDocument('minutes', bad, HD05).findings)).toEqual([
      'sumDiffers',
      'sumDiffers',
      'shortMeeting',
      'taskIncomplete',
      'taskIncomplete',
    ]);
    const score = RESOLUTION.score && { ...RESOLUTION.score, total: 94 };
    const { findings } = makeDocument('resolution', { ...RESOLUTION, score }, HD05);
    expect(findings).toEqual([
      { code: 'sumDiffers', severity: 'stop', facts: { what: 'score', row: '', found: 94, expected: 93.5 } },
    ]);
  });

  it('holds reasons against those without the handbook', () => {
    const [first, ...rest] = ADOPTION.units;
    const units = [{ ...first!, reasons: { DU_BI: 1 } }, ...rest];
    const { findings } = makeDocument('adoption', { ...ADOPTION, units }, HD05);
    expect(findings.find((one) => one.code === 'sumDiffers')?.facts).toEqual({
      what: 'reasons',
      row: 'Chi bộ thôn An Cư',
      found: 1,
      expected: 3,
    });
  });

  it.each([
    [['VANG_CO_LY_DO', 'VANG_CO_LY_DO', 'CO_MAT', 'VANG_CO_LY_DO'], 2],
    [['VANG_CO_LY_DO', 'MIEN', null, 'VANG_CO_LY_DO', 'VANG_CO_LY_DO', 'VANG_CO_LY_DO'], 4],
    [['VANG_KHONG_LY_DO'], 0],
  ] as const)('the longest excused run of %j is %i', (states, run) => expect(longestExcused(states)).toBe(run));

  it('tells who was excused too often', () => {
    expect(makeDocument('attendance', ATTENDANCE, HD05).findings).toEqual([
      { code: 'manyExcused', severity: 'warn', facts: { row: 'Phạm Văn Thuỵ', times: 4 } },
    ]);
  });
});

describe('definitions', () => {
  it('have distinct ids, a label in both languages and a file name of its own that says nothing of whose it is', () => {
    expect(new Set(DEFINITIONS.map((one) => one.id)).size).toBe(DEFINITIONS.length);
    const files = DEFINITIONS.map(({ id }) => makeFromUnknown(id, ALL[id], HD05).file);
    expect(new Set(files).size).toBe(files.length);
    for (const file of files) {
      expect(file).toMatch(/^[a-z0-9-]+-[0-9-]+$/);
      expect(file).not.toMatch(/dang|chi-bo|so-tay/);
    }
    for (const one of DEFINITIONS) {
      expect(one.label.vi).not.toBe('');
      expect(one.label.en).not.toBe('');
    }
  });

  it('refuse input that does not fit, naming each place', () => {
    const wrong = { ...QUALITY, month: '2026-13', rows: [{ ...QUALITY.rows[0], members: -1 }], extra: 1 };
    const error = (() => {
      try {
        makeFromUnknown('meeting-quality', wrong, HD05);
      } catch (thrown) {
        return thrown;
      }
      return null;
    })();
    expect(error).toBeInstanceOf(DocumentInputError);
    const { issues } = error as DocumentInputError;
    expect(issues.some((issue) => issue.startsWith('month: '))).toBe(true);
    expect(issues.some((issue) => issue.startsWith('rows.0.members: '))).toBe(true);
    expect(issues.some((issue) => issue.includes('extra'))).toBe(true);
  });
});

describe('layout', () => {
  it('knows which columns of a grouped head are free', () => {
    const table = makeDocument('meeting-quality', QUALITY, HD05).paper.blocks[0];
    if (table?.kind !== 'table') throw new Error('the list begins with its table');
    expect(freeColumns(table, 0)).toHaveLength(10);
    expect(freeColumns(table, 1)).toEqual([4, 5, 6, 7, 8]);
    expect(freeColumns(table, 2)).toHaveLength(10);
  });

  it('measures the Party’s name as printed', () => {
    // 206,7 points at 15 points in Times New Roman Bold.
    expect(widthOf('ĐẢNG CỘNG SẢN VIỆT NAM', 15)).toBeCloseTo(72.9, 1);
    expect(linesOf('một hai ba', 12, 200)).toBe(1);
    expect(linesOf('một hai ba', 12, 12)).toBe(3);
    expect(linesOf('a\nb', 12, 100)).toBe(2);
  });
});
