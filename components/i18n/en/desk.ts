/** English texts that join the features of the secretary's desk. */
import type { Texts } from '../vi';

export const desk: Texts['desk'] = {
  reports: 'Reports',
  backToReports: 'Back to reports',
  noMembers: 'The roster is empty. Open “Cell” and bring the list in.',
  notSaved: 'Not saved.',

  rubric: 'Rubric',
  otherRubric:
    'This meeting was scored by another rubric. Points entered here take the place of that sheet (can be undone).',
  notScored: 'Meetings of this kind are not scored.',
  settle: 'Settle the score',
  settleText:
    'Settle it to take the points into the resolution and the reports. It then stays as it is, whatever is put right about the meeting, until opened again.',
  settled: 'The score of this meeting is settled.',
  openAgain: 'Open it again',

  papers: 'Papers of the meeting',
  masked: 'Numbers are hidden, so there is no preview.',
  noTerm: 'No term was entered under “About the cell”, so documents cannot be numbered yet.',
  noNumber: 'No number yet.',
  hasNumber: (number, term) => `No. ${number}, term ${term}.`,
  giveNumber: (number) => `Give it number ${number}`,
  undo: 'Undo',
};
