/** What a rubric is told of a meeting. */
import { expect, it } from 'vitest';
import { meetingFactsSchema } from '../../../lib/model/meeting-facts';
import { rubricFacts } from '../../../lib/reports';
import { at, meeting, row } from '../meetings/sample';
import { HELD, SOURCE } from './sample';

it('tells counts by the rules, times as they are, and what is not known as null', () => {
  const facts = rubricFacts(HELD, SOURCE);
  expect(meetingFactsSchema.safeParse(facts).success).toBe(true);
  expect(facts).toEqual({
    kind: 'KET_HOP',
    requiredMinutes: null,
    minutesHeld: null,
    memberCount: 6,
    // Without the exempt and the one on special duty (R1).
    counted: 4,
    present: 3,
    absentExcused: 1,
    absentUnexcused: 0,
    longestExcusedStreak: 1,
    speakers: 1,
    papersPostedAt: at('2026-12-02', '12:00'),
    startAt: at('2026-12-03', '19:40'),
    endAt: at('2026-12-03', '21:45'),
    resultsPostedAt: at('2026-12-04', '09:00'),
    hasCommittee: true,
    committeeMetFirst: true,
    invitedSuperior: true,
    tasksDone: 1,
    tasksTotal: 2,
    indicatorsMet: null,
    indicatorsTotal: null,
  });
});

it('does not count a roll that is not finished, and scores no committee meeting', () => {
  const open = { ...HELD, attendance: [row('An', 'CO_MAT'), row('Bình', null)] };
  expect(rubricFacts(open, SOURCE)).toMatchObject({ memberCount: null, present: null, speakers: null });
  expect(rubricFacts(meeting('c', '2026-12-01', { kind: 'CHI_UY' }), SOURCE)).toBeNull();
});

it('takes the length a committee fixed for the cell', () => {
  const cell = { ...SOURCE.cell, leastMinutes: { regular: 60, combined: 80 } };
  const rules = { ...SOURCE.rules, minimumMinutes: { THUONG_KY: 60, KET_HOP: 80 } };
  expect(rubricFacts(HELD, { ...SOURCE, cell, rules })?.requiredMinutes).toBe(80);
  expect(rubricFacts({ ...HELD, minimumMinutes: 45 }, SOURCE)?.requiredMinutes).toBe(45);
});
