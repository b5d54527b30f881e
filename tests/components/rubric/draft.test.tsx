/** Drafts: free names, points that stand only where they belong, ends in order. */
import { describe, expect, it } from 'vitest';
import {
  backwards,
  change,
  emptyTexts,
  freeId,
  newGroup,
  newItem,
  setMeasure,
  settled,
} from '@/components/rubric/draft';
import { rubricSchema } from '@/lib/rubric';
import { anPhu } from '@/lib/rubrics/an-phu-2025';
import { hd12 } from '@/lib/rubrics/hd12-2018';

describe('draft', () => {
  it('finds names nobody has', () => {
    expect(freeId('muc', [])).toBe('muc-1');
    expect(freeId('muc', ['muc-2', 'x'])).toBe('muc-3');
    expect(freeId('muc', ['muc-2'])).toBe('muc-3');
  });

  it.each(['YES_NO', 'NUMERIC', 'PASS_FAIL', 'BAND'] as const)('makes a valid %s item', (mode) => {
    const rubric = change(anPhu, (copy) => copy.groups[0]?.items.push(newItem(mode, 'Mục mới', copy)));
    expect(rubricSchema.safeParse(settled(rubric)).error?.issues).toBeUndefined();
  });

  it('makes valid groups in forms with and without points, and sets points in all', () => {
    for (const form of [anPhu, hd12]) {
      const rubric = change(form, (copy) => copy.groups.push(newGroup('Nhóm mới', 'Mục mới', copy)));
      expect(rubricSchema.safeParse(settled(rubric)).success).toBe(true);
    }
    const pointless = change(
      anPhu,
      (copy) =>
        (copy.groups = copy.groups.map((group) => ({ ...group, items: [newItem('PASS_FAIL', group.title, copy)] }))),
    );
    expect(settled(pointless).total).toBeNull();
  });

  it('sees empty texts and ends before beginnings', () => {
    expect([emptyTexts(anPhu), backwards(anPhu).size]).toEqual([0, 0]);
    const wrong = change(anPhu, (copy) => {
      copy.title = ' ';
      Object.assign(copy.grades[1]?.range ?? {}, { from: 95 });
    });
    expect(emptyTexts(wrong)).toBe(1);
    expect([...backwards(wrong)]).toEqual(['grade KHA']);
  });

  it('changes the figure of an item without a share left where none can be', () => {
    const changed = change(anPhu, (copy) => {
      const item = copy.groups[0]?.items[0];
      if (item?.mode === 'BAND') setMeasure(item, 'absentUnexcused');
    });
    const item = changed.groups[0]?.items[0];
    if (item?.mode !== 'BAND') throw new Error('the first item has bands');
    expect(item.domain).toEqual({ from: 0, fromOpen: false, to: null, toOpen: false });
    expect(
      item.bands.flatMap(({ range }) => [range.from, range.to]).every((end) => typeof end !== 'object' || end === null),
    ).toBe(true);
    expect(rubricSchema.safeParse(changed).success).toBe(true);
  });
});
