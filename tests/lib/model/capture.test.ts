/** Which lists are kept at all, and by which consent. */
import { expect, it } from 'vitest';
import { KEPT_FIELDS, LIST_CONSENTS, consentForList } from '../../../lib/model/capture';
import { TABLE_KINDS } from '../../../lib/model/observation';

it.each([
  ['ranking', 'cellLists'],
  ['members', 'cellLists'],
  ['meetings', 'meetingLists'],
  ['attendance', 'meetingLists'],
  ['documents', null],
  ['quiz', null],
] as const)('a list of %s needs %s', (kind, consent) => expect(consentForList(kind)).toBe(consent));

it('keeps nothing without a consent named for it', () => {
  const kept = TABLE_KINDS.filter((kind) => consentForList(kind) !== null);
  expect(kept.sort()).toEqual(Object.keys(LIST_CONSENTS).sort());
});

it('keeps of meetings and rolls only what the consent names: never content or opinions', () => {
  for (const fields of Object.values(KEPT_FIELDS)) {
    expect(fields).not.toContain('content');
    expect(fields).not.toContain('note');
  }
});
