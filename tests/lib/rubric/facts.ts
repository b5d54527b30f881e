/** Facts of an invented meeting of a cell of 34: everything known, everything in order. */
import { type MeetingFacts, meetingFactsSchema } from '../../../lib/model/meeting-facts';

export const GOOD: MeetingFacts = meetingFactsSchema.parse({
  kind: 'KET_HOP',
  minutesHeld: 125,
  memberCount: 36,
  counted: 34,
  present: 32,
  absentExcused: 2,
  absentUnexcused: 0,
  longestExcusedStreak: 2,
  speakers: 20,
  papersPostedAt: '2026-11-01T12:00:00Z',
  startAt: '2026-11-03T12:30:00Z',
  endAt: '2026-11-03T14:35:00Z',
  resultsPostedAt: '2026-11-04T03:00:00Z',
  hasCommittee: true,
  committeeMetFirst: true,
  invitedSuperior: true,
  tasksDone: 9,
  tasksTotal: 10,
  indicatorsMet: 11,
  indicatorsTotal: 12,
});

export const facts = (change: Partial<MeetingFacts> = {}): MeetingFacts => ({ ...GOOD, ...change });
