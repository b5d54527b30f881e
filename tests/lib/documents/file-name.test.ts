/** Names of files: papers of one day, meetings of one day and periods are told apart. */
import { expect, it } from 'vitest';
import { datedFile, meetingFile, periodFile } from '../../../lib/documents/file-name';
import { meetingPaper, MEETING_PAPERS } from '../../../lib/reports';
import { makeDocument } from '../../../lib/documents';
import { DEFAULT_DOC_PROFILE } from '../../../lib/rules/doc-profiles';
import { at } from '../meetings/sample';
import { HELD, SOURCE } from '../reports/sample';

it.each([
  ['2026-11-01', '2026-11-30', 'bang-2026-11'],
  ['2026-10-01', '2026-12-31', 'bang-2026-10-den-2026-12'],
  ['2026-11-05', '2026-11-20', 'bang-2026-11-05-den-2026-11-20'],
  ['2026-11-05', '2026-11-05', 'bang-2026-11-05'],
])('a table from %s to %s is %s', (from, to, name) => expect(periodFile('bang', { from, to })).toBe(name));

it('carries the number where there is one', () => {
  const meeting = { day: '2026-12-03', start: '19:40' };
  expect(meetingFile('nghi-quyet', { number: 5, meeting })).toBe('nghi-quyet-05-2026-12-03-1940');
  expect(meetingFile('nghi-quyet', { number: null, meeting })).toBe('nghi-quyet-2026-12-03-1940');
  expect(datedFile('bao-cao', { number: 12, day: '2026-11-30' })).toBe('bao-cao-12-2026-11-30');
});

it('differs between all papers of two meetings of one day', () => {
  const second = { ...HELD, id: 'n', plannedStart: at('2026-12-03', '08:00'), heldFrom: at('2026-12-03', '08:05') };
  const names = [HELD, second].flatMap((meeting) =>
    MEETING_PAPERS.map((paper) => makeDocument(paper, meetingPaper(paper, meeting, SOURCE), DEFAULT_DOC_PROFILE).file),
  );
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('bien-ban-2026-12-03-1940');
  expect(names).toContain('bien-ban-2026-12-03-0805');
});
