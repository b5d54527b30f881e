/** Drafts of what was pointed at: what would be kept, what is shown of it, and one digest for both. */
import { describe, expect, it } from 'vitest';
import type { TaughtPart } from '../../../lib/model/taught';
import type { TakenList } from '../../../lib/teaching';
import { RANKING } from '../../components/teach/sample';

const { blankDraft, digestOf, isUnsaved, shownOf, siteOf, withList, withPart, without } =
  await import('../../../entrypoints/background/teaching-draft');

const HOST = 'sotay.example.vn';
const DAY = '2026-11-25';
const part = (label: string): TaughtPart => ({
  what: 'points',
  anchors: [
    { by: 'label', text: label, side: 'before', distance: 0 },
    { by: 'path', select: '.points' },
  ],
  part: 'whole',
  place: { path: '/xep-hang', heading: 'abc' },
});
const pointed = (label = 'Điểm tích lũy', value = 12_345) => ({ part: part(label), value, label });
const list = (pick: string, taken: TakenList = RANKING) => ({ pick, path: '/xep-hang', taken });

describe('a draft', () => {
  it('becomes a site for its host alone, and is shown as it would be kept', () => {
    const draft = withList(withPart(blankDraft(HOST), pointed()), list('a'));
    const site = siteOf(draft, null, DAY);
    expect(site?.hosts).toEqual([HOST]);
    expect(site?.taught).toMatchObject({ day: DAY, parts: [{ what: 'points' }], lists: [{ kind: 'ranking' }] });
    expect(shownOf(draft, null)).toMatchObject({
      parts: [{ what: 'points', value: 12_345, label: 'Điểm tích lũy', anchors: 2, kept: false }],
      lists: [{ key: 'a', kept: false }],
    });
  });

  it('pointed at again replaces; a list that cannot be read yet is kept apart and saved never', () => {
    let draft = withPart(withPart(blankDraft(HOST), pointed()), pointed('Tổng điểm', 7));
    draft = withList(withList(draft, list('a')), list('b'));
    expect(draft.parts.map(({ value }) => value)).toEqual([7]);
    expect(draft.lists.map(({ pick }) => pick)).toEqual(['b']);
    const broken = withList(blankDraft(HOST), list('c', { ...RANKING, list: null, problem: 'missingColumn' }));
    expect(isUnsaved(broken)).toBe(false);
    expect(siteOf(broken, null, DAY)).toBeNull();
  });

  it('adds to what is kept, raises its version, and takes out what was dropped', () => {
    const kept = siteOf(withList(withPart(blankDraft(HOST), pointed()), list('a')), null, DAY);
    const again = siteOf(withPart(blankDraft(HOST), pointed('Tổng điểm', 7)), kept, DAY);
    expect(again?.siteVersion).toBe(2);
    expect(again?.taught?.parts).toEqual([part('Tổng điểm')]);
    expect(again?.taught?.lists).toHaveLength(1);
    const [shown] = shownOf(blankDraft(HOST), kept).lists;
    const dropped = without(blankDraft(HOST), { key: shown?.key ?? '' });
    expect(siteOf(dropped, kept, DAY)?.taught?.lists).toEqual([]);
    expect(shownOf(dropped, kept).lists).toEqual([]);
    expect(siteOf(without(dropped, { part: 'points' }), kept, DAY)).toBeNull();
  });

  it('keeps the limit for leaps, its own or the one kept', () => {
    const draft = { ...withPart(blankDraft(HOST), pointed()), leap: { limit: 900 } };
    const kept = siteOf(draft, null, DAY);
    expect(kept?.taught?.invariants.leapLimit).toBe(900);
    expect(siteOf(withPart(blankDraft(HOST), pointed()), kept, DAY)?.taught?.invariants.leapLimit).toBe(900);
    expect(siteOf({ ...blankDraft(HOST), leap: { limit: null } }, kept, DAY)?.taught?.invariants.leapLimit).toBeNull();
  });

  it('has another digest for every change of what would be kept or is shown', async () => {
    const draft = withList(withPart(blankDraft(HOST), pointed()), list('a'));
    const others = [
      withPart(draft, pointed('Điểm tích luỹ')),
      withPart(draft, pointed('Điểm tích lũy', 12_346)),
      without(draft, { part: 'points' }),
      withList(draft, list('a', { ...RANKING, sample: [] })),
      { ...draft, leap: { limit: 5 } },
      { ...draft, host: 'khac.example.vn' },
    ];
    const digests = await Promise.all([draft, ...others].map((one) => digestOf(one, null)));
    const withKept = await digestOf(draft, siteOf(draft, null, DAY));
    expect(new Set([...digests, withKept]).size).toBe(others.length + 2);
    expect(await digestOf(structuredClone(draft), null)).toBe(digests[0]);
  });
});
