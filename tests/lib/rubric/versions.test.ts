/** Versions and copies: an edit never changes what a sheet was scored with. */
import { describe, expect, it } from 'vitest';
import { copyRubric, nextVersion, rubricOf, sameRubric } from '../../../lib/rubric';
import { RUBRICS } from '../../../lib/rubrics';
import { anPhu } from '../../../lib/rubrics/an-phu-2025';

describe('nextVersion', () => {
  it('counts up once per edit and leaves the old one as it was', () => {
    const before = structuredClone(anPhu);
    const after = nextVersion(anPhu, { ...structuredClone(anPhu), title: 'Bảng chấm điểm mới' });
    expect(after).toMatchObject({ id: 'an-phu-2025', rubricVersion: 2, title: 'Bảng chấm điểm mới' });
    expect(anPhu).toEqual(before);
    expect(nextVersion(after, structuredClone(after))).toBe(after);
    expect(nextVersion(after, { ...after, title: 'Khác', rubricVersion: 9, id: 'khac' })).toMatchObject({
      id: 'an-phu-2025',
      rubricVersion: 3,
    });
  });

  it('refuses an edit that is no rubric', () => {
    expect(() => nextVersion(anPhu, { ...anPhu, title: '' })).toThrow();
  });
});

describe('copyRubric', () => {
  it('starts at 1 and says where it comes from', () => {
    const copy = copyRubric(anPhu, { id: 'phuong-toi', title: 'Bảng của phường', issuer: 'Đảng ủy phường' });
    expect(copy).toMatchObject({
      id: 'phuong-toi',
      rubricVersion: 1,
      copiedFrom: { id: 'an-phu-2025', rubricVersion: 1 },
      basis: { certainty: 'own', number: '08-KH/ĐU' },
    });
    expect(sameRubric(copy, anPhu)).toBe(false);
  });
});

describe('rubricOf', () => {
  it('finds the very version, or nothing (R17)', () => {
    expect(rubricOf({ rubric: { id: 'an-phu-2025', rubricVersion: 1 } }, RUBRICS)).toBe(anPhu);
    expect(rubricOf({ rubric: { id: 'an-phu-2025', rubricVersion: 2 } }, RUBRICS)).toBeNull();
  });
});
