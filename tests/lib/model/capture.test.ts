/** Which lists are kept, and under which consent. */
import { expect, it } from 'vitest';
import { consentForList, KEPT_FIELDS } from '../../../lib/model/capture';
import { TABLE_KINDS } from '../../../lib/model/observation';

it.each([
  ['members', 'cellLists'],
  ['ranking', 'cellLists'],
  ['meetings', 'meetingLists'],
  ['attendance', 'meetingLists'],
  ['documents', null],
  ['quiz', null],
] as const)('%s: %s', (kind, consent) => expect(consentForList(kind)).toBe(consent));

it('keeps no text of minutes or opinions of any list of meetings', () => {
  for (const kind of TABLE_KINDS) {
    if (consentForList(kind) !== 'meetingLists') continue;
    expect(KEPT_FIELDS[kind], kind).toBeDefined();
    expect(KEPT_FIELDS[kind]).not.toContain('content');
    expect(KEPT_FIELDS[kind]).not.toContain('note');
  }
});
