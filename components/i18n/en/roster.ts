/** English texts of the roster's history. */
import type { Texts } from '../vi';

export const roster: Texts['roster'] = {
  loggedIn: 'Signed in',
  since: 'New office or status since',
  sinceHint:
    'Leave it empty to put a mistake right. With a day, reports of earlier periods keep the old office and status.',
  past: 'Before',
  pastLine: (day, status, role) => `until ${day}: ${status}, office: ${role}`,
  stays: 'Time in the cell',
  staysHint:
    'A period’s report counts who is in the cell on its last day. With nothing here, a member is in it all the time.',
  joinedOn: 'Joined the cell on',
  leftOn: 'Left the cell on',
  leftHint: 'Last day in the cell',
  dayExample: 'For example 05/01/2026',
  openEnd: 'Empty if not known yet',
  endsBefore: 'The last day must not be before the first.',
  takeAway: 'Take this away',
  addStay: 'Note days of joining and leaving',
  addAnotherStay: 'Add another stay',
  exemptions: 'Exempt from party work and meetings',
  exemptionsHint: 'Exempt members and those on special duty are not counted among those who should attend.',
  exemptionKind: 'Kind',
  exemptionKinds: { MIEN: 'exempt', NHIEM_VU_DAC_BIET: 'armed forces on special duty' },
  exemptionReason: 'Reason',
  addExemption: 'Add an exemption',
  added: (name: string) => `${name} was added.`,
  changed: (name) => `${name}: changes saved.`,
  withLeft: (count) => `Also ${count} who left the cell`,

  twins: 'These may be one person',
  twinReasons: { sameName: 'the same name', marksMissing: 'only marks differ', typo: 'one letter differs' },
  onePerson: 'One person',
  twoPeople: 'Two people',
  joined: (second, first) => `${second} joined to ${first}: the points of both count together.`,
  keptApart: (first, second) => `Noted: ${first} and ${second} are two people.`,

  brought: (name: string, when: string) => `Last brought in: ${name}, ${when}.`,
  broughtCounts: (made: string, changed: string, readings: string) =>
    `${made} people added, ${changed} people filled in, ${readings} readings recorded.`,
  broughtUndone: 'Undone: roster and points are exactly as they were before that list was brought in.',
  broughtBlocked: 'Not undone, because it would lose what was done after that list was brought in',
  blockers: {
    changed: (name: string) => `${name}: was edited.`,
    readings: (name: string) => `${name}: has a new reading, or one that was corrected or withdrawn.`,
    named: (name: string) => `${name}: stands in a meeting, a task, a closed report, a hand-in or a consent.`,
  },
  moreBlockers: (count: string) => `And ${count} others.`,
  broughtBlockedHint: 'Nothing was changed. Edit or take off single people under “Members”.',
  moreTwins: (count) => `${count} more pairs.`,
};
