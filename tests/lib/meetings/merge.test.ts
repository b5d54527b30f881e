/** Two windows at once: neither loses what it wrote. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Json, mergeEdits } from '../../../lib/meetings/merge';
import { addOpinion, markRow } from '../../../lib/meetings/edit';
import { at, meeting, row } from './sample';

const BASE = meeting('m', '2026-12-03', {
  attendance: [row('a', null), row('b', null), { ...row('x', null), memberId: null, name: 'Khách' }],
  agenda: [{ id: 'i', title: 'Một', presenter: '', minutes: 5, startedAt: null, endedAt: null }],
});
const opinion = (id: string) => ({ id, memberId: null, name: id, text: id, at: at('2026-12-03') });

describe('mergeEdits', () => {
  it('takes rows, opinions and texts from both sides', () => {
    const mine = addOpinion(markRow(BASE, 0, { state: 'CO_MAT' }), opinion('mine'));
    const theirs = addOpinion(markRow(BASE, 1, { state: 'CO_MAT' }), opinion('theirs'));
    const { value, conflicts } = mergeEdits(
      { ...BASE },
      { ...mine, place: 'Hội trường' },
      { ...theirs, minutes: { ...theirs.minutes, ideology: 'Ổn định.' } },
    );
    expect(conflicts).toEqual([]);
    expect(value.attendance.map(({ state }) => state)).toEqual(['CO_MAT', 'CO_MAT', null]);
    expect(value.opinions.map(({ id }) => id)).toEqual(['mine', 'theirs']);
    expect(value).toMatchObject({ place: 'Hội trường', minutes: { ideology: 'Ổn định.' } });
  });

  it('takes a removal, but not over a change', () => {
    const gone = { ...BASE, agenda: [] };
    expect(mergeEdits({ ...BASE }, BASE, gone).value.agenda).toEqual([]);
    const renamed = { ...BASE, agenda: BASE.agenda.map((item) => ({ ...item, title: 'Hai' })) };
    expect(mergeEdits({ ...BASE }, renamed, gone).value.agenda).toHaveLength(1);
    expect(mergeEdits({ ...BASE }, gone, renamed).value.agenda).toHaveLength(1);
  });

  it('takes the longer text where one went on writing, and tells a true conflict', () => {
    const say = (place: string) => ({ ...BASE, place });
    expect(mergeEdits(say('Nhà'), say('Nhà văn'), say('Nhà văn hóa'))).toEqual({
      value: say('Nhà văn hóa'),
      conflicts: [],
    });
    expect(mergeEdits(say('Nhà'), say('Trường'), say('Đình'))).toEqual({
      value: say('Trường'),
      conflicts: [{ path: 'place', mine: 'Trường', theirs: 'Đình' }],
    });
  });

  it('lets the other side stand where asked, as when a step is taken back', () => {
    const say = (place: string) => ({ ...BASE, place });
    expect(mergeEdits(say('Nhà'), say('Trường'), say('Đình'), 'theirs').value.place).toBe('Đình');
  });

  it('obeys its laws: one side unchanged gives the other, and the same on both sides is the same', () => {
    const json: fc.Arbitrary<Json> = fc
      .letrec<{ value: Json }>((tie) => ({
        value: fc.oneof(
          { maxDepth: 3 },
          fc.string({ maxLength: 4 }),
          fc.integer(),
          fc.boolean(),
          fc.constant(null),
          fc.array(tie('value'), { maxLength: 3 }),
          fc.dictionary(fc.constantFrom('id', 'a', 'b', 'c'), tie('value'), { maxKeys: 4 }),
        ),
      }))
      .value.map((value): Json => JSON.parse(JSON.stringify(value)));
    fc.assert(
      fc.property(json, json, (base, other) => {
        expect(mergeEdits(base, base, other)).toEqual({ value: other, conflicts: [] });
        expect(mergeEdits(base, other, base)).toEqual({ value: other, conflicts: [] });
        expect(mergeEdits(base, other, other)).toEqual({ value: other, conflicts: [] });
      }),
    );
  });

  it('loses no opinion, whatever both add', () => {
    const ids = (from: number, to: number) => fc.uniqueArray(fc.integer({ min: from, max: to }), { maxLength: 8 });
    fc.assert(
      fc.property(ids(0, 9), ids(10, 19), ids(20, 29), (before, left, right) => {
        const of = (list: number[]) => list.reduce((now, id) => addOpinion(now, opinion(String(id))), { ...BASE });
        const { value } = mergeEdits(of(before), of([...before, ...left]), of([...before, ...right]));
        expect(value.opinions.map(({ id }) => id)).toEqual([...before, ...left, ...right].map(String));
      }),
    );
  });
});
