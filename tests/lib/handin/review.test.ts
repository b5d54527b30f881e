/** The review: who is who, what is new, what contradicts, independent of the order of files; nothing is taken by itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DecisionError, type HandInDecision, applyHandIns, decideHarmless } from '../../../lib/handin/apply';
import type { Composition } from '../../../lib/handin/compose';
import { type Known, type ReviewedFile, reviewHandIns } from '../../../lib/handin/review';
import { activitySchema } from '../../../lib/model/activity';
import { peerKeySchema, takenHandInSchema, type PeerKey } from '../../../lib/model/hand-in';
import { memberConsentDraftSchema } from '../../../lib/model/member-consent';
import { newReadingSchema } from '../../../lib/model/new-reading';
import { NOVEMBER, NOW, an, binh, cuong, documentOf, openedOf } from './people';

const member = (id: string, name: string, code: string | null = null) => ({ id, name, otherNames: [], code });
const ROSTER = [member('m1', 'Nguyễn Văn An'), member('m2', 'Trần Thị Hòa'), member('m3', 'Lê Văn Cường')];
const known = (change: Partial<Known> = {}): Known => ({
  roster: ROSTER,
  peers: [],
  taken: [],
  readings: [],
  ...change,
});
const pin = (keyId: string, memberId: string, change: Partial<PeerKey> = {}): PeerKey => ({
  keyId,
  memberId,
  firstSeen: '2026-10-01T00:00:00Z',
  verifiedOn: null,
  name: ROSTER.find(({ id }) => id === memberId)?.name ?? 'Ai đó',
  ...change,
});
const file = async (name: string, change: Partial<Composition> = {}): Promise<ReviewedFile> => ({
  name,
  ...(await openedOf(documentOf(change))),
});
const reviewOne = async (change: Partial<Composition>, all: Known) => {
  const [row] = reviewHandIns([await file('a.age', change)], all).rows;
  if (row === undefined) throw new Error('no row');
  return row;
};
const decision = (rowId: string, change: Partial<HandInDecision> = {}): HandInDecision => ({
  rowId,
  memberId: 'm1',
  conflicts: null,
  acceptNewKey: false,
  ...change,
});
const ours = (memberId: string, day: string, total: number) =>
  ({ memberId, day, at: null, total, source: 'ranking' }) as const;

describe('who', () => {
  it('by name when the key is new, whatever the spelling', async () => {
    const row = await reviewOne({ name: 'Trần Thị Hoà'.normalize('NFC'), from: binh.keyId }, known());
    expect(row).toMatchObject({ who: { memberId: 'm2', by: 'name' }, trust: 'first', questions: [], harmless: true });
  });

  it('by key before the name, and says when the name is another', async () => {
    const peers = [pin(an.keyId, 'm3', { verifiedOn: '2026-10-05', name: 'Lê Văn Cường' })];
    const row = await reviewOne({}, known({ peers }));
    expect(row.who).toMatchObject({ memberId: 'm3', by: 'key', candidates: ['m3', 'm1'], question: 'otherName' });
    expect(row).toMatchObject({ trust: 'verified', harmless: false, questions: ['otherName'] });
    const same = await reviewOne({ name: 'Lê Văn Cường' }, known({ peers }));
    expect(same).toMatchObject({ trust: 'verified', harmless: true });
  });

  it('asks about two people of one name, about missing marks, about strangers and about those who left', async () => {
    const two = known({ roster: [...ROSTER, member('m4', 'Nguyễn Văn An', '7')] });
    expect((await reviewOne({}, two)).who).toMatchObject({
      memberId: null,
      candidates: ['m1', 'm4'],
      question: 'severalOfName',
    });
    const unmarked = await reviewOne({ name: 'Nguyen Van An' }, known());
    expect(unmarked.who).toMatchObject({ memberId: null, candidates: ['m1'], question: 'similarName' });
    expect((await reviewOne({ name: 'Phạm Dung' }, known())).questions).toEqual(['nobody']);
    expect((await reviewOne({}, known({ peers: [pin(an.keyId, 'm9')] }))).questions).toEqual(['keyOfGone']);
  });

  it('keeps two people of one name apart once their keys are pinned', async () => {
    const roster = [...ROSTER, member('m4', 'Nguyễn Văn An', '7')];
    const peers = [pin(an.keyId, 'm1'), pin(binh.keyId, 'm4', { name: 'Nguyễn Văn An' })];
    const files = [await file('a.age'), await file('b.age', { from: binh.keyId })];
    const { rows } = reviewHandIns(files, known({ roster, peers }));
    expect(rows.map(({ handIn, who, harmless }) => [handIn.from, who.memberId, harmless])).toEqual(
      expect.arrayContaining([
        [an.keyId, 'm1', true],
        [binh.keyId, 'm4', true],
      ]),
    );
  });

  it('warns when a known member sends with another key, and when two keys send as one member', async () => {
    const row = await reviewOne({ from: binh.keyId }, known({ peers: [pin(an.keyId, 'm1')] }));
    expect(row).toMatchObject({ questions: ['keyChanged'], harmless: false, trust: 'first' });
    expect(row.comparison?.otherKeys.map(({ keyId }) => keyId)).toEqual([an.keyId]);
    const { rows } = reviewHandIns([await file('a'), await file('b', { from: binh.keyId })], known());
    expect(rows.map(({ questions }) => questions)).toEqual([['twoKeys'], ['twoKeys']]);
  });
});

describe('what', () => {
  it('one row for copies of one document, and the newest revision before older ones', async () => {
    const first = await file('1.age');
    const { rows } = reviewHandIns(
      [await file('2.age', { revision: 2 }), first, { ...first, name: '1 (1).age' }],
      known(),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ files: ['2.age'], superseded: [{ revision: 1, files: ['1 (1).age', '1.age'] }] });
    expect(rows[0]?.handIn.revision).toBe(2);
  });

  it('knows again what was taken: same, older, newer, changed', async () => {
    const two = documentOf({ revision: 2 });
    const { digest } = await openedOf(two);
    const taken = [
      { from: an.keyId, period: two.period, revision: 2, digest, memberId: 'm1', takenAt: NOW.toISOString() },
    ];
    const standing = async (change: Partial<Composition>) => (await reviewOne(change, known({ taken }))).standing;
    expect(await standing({ revision: 2 })).toBe('same');
    expect(await standing({ revision: 1 })).toBe('older');
    expect(await standing({ revision: 3 })).toBe('newer');
    expect(await standing({ revision: 2, name: 'Nguyễn An' })).toBe('changed');
  });

  it('two texts under one number are both asked about', async () => {
    const { rows } = reviewHandIns([await file('a'), await file('b', { now: new Date(NOW.getTime() + 1) })], known());
    expect(rows.map(({ standing, harmless }) => [standing, harmless])).toEqual([
      ['changed', false],
      ['changed', false],
    ]);
  });

  it('shows contradictions with captured readings side by side', async () => {
    const readings = [ours('m1', '2026-10-30', 1_000), ours('m1', '2026-11-28', 1_450), ours('m2', '2026-11-28', 9)];
    const row = await reviewOne({}, known({ readings }));
    expect(row.questions).toEqual(['conflict']);
    expect(row.comparison).toMatchObject({
      ours: { closing: { total: 1_450, source: 'ranking' } },
      known: [{ day: '2026-10-30' }],
      fresh: [],
      conflicts: [{ kind: 'sameDay', theirs: { total: 1_500, source: 'page' }, ours: { total: 1_450 } }],
    });
    const fall = await reviewOne({}, known({ readings: [ours('m1', '2026-11-30', 1_400)] }));
    expect(fall.comparison?.conflicts).toMatchObject([
      { kind: 'fall', theirs: { total: 1_500 }, ours: { total: 1_400 } },
    ]);
    const fine = await reviewOne({}, known({ readings: [ours('m1', '2026-11-30', 1_600)] }));
    expect(fine.harmless).toBe(true);
  });

  it('asks when two hand-ins of one member tell other totals of one day', async () => {
    const year = { from: '2026-01-01', to: '2026-12-31' };
    const readings = [{ day: '2026-11-28', at: null, total: 1_600, source: 'page' as const }];
    const { rows } = reviewHandIns([await file('a'), await file('b', { period: year, readings })], known());
    expect(rows.map(({ questions }) => questions)).toEqual([['rowsDiffer'], ['rowsDiffer']]);
  });

  it('stands in the order of Vietnamese name lists', async () => {
    const names = ['Lê Thị An', 'Trần Bình', 'Phạm Cường', 'Đỗ Dung', 'Nguyễn Đông', 'Hoàng Hòa', 'Vũ Khoa', 'Bùi Lan'];
    const files = await Promise.all(names.toReversed().map((name) => file(name, { name })));
    // One key and one period: they are all rivals, and still each a row of its own.
    expect(reviewHandIns(files, known()).rows.map(({ handIn }) => handIn.name)).toEqual(names);
  });

  it('is the same to the byte for any order of the files', async () => {
    const peers = [pin(an.keyId, 'm1'), pin(cuong.keyId, 'm3')];
    const readings = [ours('m1', '2026-11-28', 1_450)];
    const files: ReviewedFile[] = [
      await file('a.age'),
      await file('a2.age', { revision: 2 }),
      await file('a2-khac.age', { revision: 2, name: 'Nguyễn An' }),
      await file('b.age', { from: binh.keyId, name: 'Nguyễn Văn An' }),
      await file('c.age', { from: cuong.keyId, name: 'Trần Thị Hoà' }),
      await file('d.age', {
        from: cuong.keyId,
        name: 'Lê Văn Cường',
        period: { from: '2026-10-01', to: '2026-10-31' },
      }),
      { name: 'x.age', refused: { code: 'damagedBody', reason: 'changed', where: null } },
      { name: 'x.age', refused: { code: 'otherRecipient', reason: 'other', where: null } },
    ];
    const copies = [...files, { ...files[0], name: 'z.age' } as ReviewedFile];
    const once = JSON.stringify(reviewHandIns(copies, known({ peers, readings })));
    expect(JSON.parse(once).rows.length).toBe(5);
    const runs = fc.check(
      fc.property(fc.shuffledSubarray(copies, { minLength: copies.length, maxLength: copies.length }), (shuffled) => {
        expect(JSON.stringify(reviewHandIns(shuffled, known({ peers, readings })))).toBe(once);
      }),
      { numRuns: 300 },
    );
    expect([runs.failed, runs.numRuns]).toEqual([false, 300]);
  });
});

describe('taking over', () => {
  it('takes nothing without a decision, and the harmless ones at once', async () => {
    const review = reviewHandIns([await file('a'), await file('b', { from: binh.keyId, name: 'Phạm Dung' })], known());
    expect(applyHandIns(review, [], known(), NOW)).toEqual({
      readings: [],
      activity: [],
      pins: [],
      retiredKeys: [],
      taken: [],
      consents: [],
    });
    const applied = applyHandIns(review, decideHarmless(review), known(), NOW);
    expect(applied.readings.map(({ subject, day, total }) => [subject, day, total])).toEqual([
      ['m1', '2026-10-30', 1_000],
      ['m1', '2026-11-28', 1_500],
    ]);
    expect(applied.readings[0]?.origin).toBe('bài nộp 01/11/2026 – 30/11/2026, lần 1 (đọc từ trang sổ tay)');
    expect(applied.pins).toMatchObject([{ keyId: an.keyId, memberId: 'm1', verifiedOn: null }]);
    expect(applied.taken).toMatchObject([{ from: an.keyId, revision: 1, memberId: 'm1' }]);
  });

  it('gives records that fit their schemas, activity too', async () => {
    const counts = {
      study: { count: 4, source: 'page' as const },
      opinions: { count: 2, source: 'manual' as const },
      quiz: { count: 1, right: 18, asked: 20, source: 'page' as const },
    };
    const parts = ['totals', 'readings', 'study', 'opinions', 'quiz'] as const;
    const review = reviewHandIns([await file('a', { counts, parts: [...parts] })], known());
    const applied = applyHandIns(review, decideHarmless(review), known(), NOW);
    expect(applied.readings.map((one) => newReadingSchema.parse(one))).toHaveLength(3);
    expect(applied.activity.map((one) => activitySchema.parse(one))).toEqual([
      {
        memberId: 'm1',
        period: NOVEMBER,
        used: null,
        visits: null,
        studied: 4,
        quizzes: 1,
        quizRight: 18,
        quizAsked: 20,
        opinions: 2,
        origin: 'bài nộp 01/11/2026 – 30/11/2026, lần 1 (đọc từ trang sổ tay, tự ghi)',
      },
    ]);
    expect(applied.pins.map((one) => peerKeySchema.parse(one))).toHaveLength(1);
    expect(applied.taken.map((one) => takenHandInSchema.parse(one))).toHaveLength(1);
    expect(applied.consents.map((one) => memberConsentDraftSchema.parse(one))).toMatchObject([
      { memberId: 'm1', kinds: ['HO_TEN', 'DIEM', 'Y_KIEN'], givenOn: '2026-12-01' },
    ]);
    const again = known({ peers: [pin(an.keyId, 'm1')] });
    const known2 = reviewHandIns([await file('a')], again);
    expect(applyHandIns(known2, decideHarmless(known2), again, NOW).consents).toEqual([]);
  });

  it('a contradiction goes as chosen, never by itself', async () => {
    const all = known({ readings: [ours('m1', '2026-11-28', 1_450)] });
    const review = reviewHandIns([await file('a')], all);
    const id = review.rows[0]?.id ?? '';
    const days = (conflicts: 'theirs' | 'ours') =>
      applyHandIns(review, [decision(id, { conflicts })], all, NOW).readings.map(({ day }) => day);
    expect(days('theirs')).toEqual(['2026-10-30', '2026-11-28']);
    expect(days('ours')).toEqual(['2026-10-30']);
    expect(() => applyHandIns(review, [decision(id)], all, NOW)).toThrow(DecisionError);
  });

  it('another key of a known member is taken only when accepted, and then the old one is retired', async () => {
    const all = known({ peers: [pin(an.keyId, 'm1')] });
    const review = reviewHandIns([await file('a', { from: binh.keyId })], all);
    const id = review.rows[0]?.id ?? '';
    expect(() => applyHandIns(review, [decision(id)], all, NOW)).toThrow('newKeyNotAccepted');
    const applied = applyHandIns(review, [decision(id, { acceptNewKey: true })], all, NOW);
    expect(applied.pins).toMatchObject([{ keyId: binh.keyId, memberId: 'm1', verifiedOn: null }]);
    expect(applied.retiredKeys).toEqual([an.keyId]);
    // Given to somebody else by the person, the other member's key is asked about just the same.
    const other = known({ peers: [pin(cuong.keyId, 'm3')] });
    const second = reviewHandIns([await file('a')], other);
    const onto = decision(second.rows[0]?.id ?? '', { memberId: 'm3' });
    expect(() => applyHandIns(second, [onto], other, NOW)).toThrow('newKeyNotAccepted');
  });

  it('refuses what cannot be meant, as a whole', async () => {
    const two = reviewHandIns([await file('a'), await file('b', { from: binh.keyId })], known());
    const [a = '', b = ''] = two.rows.map(({ id }) => id);
    const code = (review: typeof two, ...decisions: HandInDecision[]) => {
      try {
        applyHandIns(review, decisions, known(), NOW);
        return 'taken';
      } catch (error) {
        return error instanceof DecisionError ? error.code : 'broken';
      }
    };
    expect(code(two, decision(a), decision(b))).toBe('twoKeys');
    expect(code(two, decision(a), decision(b, { memberId: 'm2' }))).toBe('taken');
    expect(code(two, decision(a), decision(a))).toBe('decidedTwice');
    expect(code(two, decision('x'))).toBe('unknownRow');
    expect(code(two, decision(a, { memberId: 'm9' }))).toBe('unknownMember');
    expect(code(two, decision(a, { memberId: null }))).toBe('taken');
    const texts = reviewHandIns([await file('a'), await file('b', { now: new Date(NOW.getTime() + 1) })], known());
    const [c = '', d = ''] = texts.rows.map(({ id }) => id);
    expect(code(texts, decision(c), decision(d))).toBe('twoTexts');
  });

  it('is the same for any order of the decisions', async () => {
    const review = reviewHandIns(
      [await file('a'), await file('b', { from: binh.keyId, name: 'Trần Thị Hòa' })],
      known(),
    );
    const all = decideHarmless(review);
    expect(all).toHaveLength(2);
    expect(applyHandIns(review, all.toReversed(), known(), NOW)).toEqual(applyHandIns(review, all, known(), NOW));
  });
});
