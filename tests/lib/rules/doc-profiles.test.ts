/** The list of shipped profiles. */
import { expect, it } from 'vitest';
import { DEFAULT_DOC_PROFILE, DOC_PROFILES, findDocProfile } from '../../../lib/rules/doc-profiles';

it('holds HD 05 and HD 36, found by id', () => {
  expect(DOC_PROFILES.map((profile) => profile.id)).toEqual(['hd05-2026', 'hd36-2018']);
  expect(DOC_PROFILES[0]).toBe(DEFAULT_DOC_PROFILE);
  expect(findDocProfile('hd36-2018')?.source?.issued).toBe('2018-04-03');
  expect(findDocProfile('hd99')).toBeNull();
});
