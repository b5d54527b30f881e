/** English texts that join the features of the secretary's desk. */
import type { Texts } from '../vi';

export const desk: Texts['desk'] = {
  reports: 'Reports',
  backToReports: 'Back to reports',
  profileSaved: 'The change of the layout is saved.',
  noMembers: 'The roster is empty. Open “Cell” and bring the list in.',
  notSaved: 'Not saved.',

  lookAtRubrics: 'Look at rubrics, edit a copy',
  rubrics: 'Rubrics for scoring meetings',
  toMeetings: 'Back to meetings',
  inUse: 'in use',
  putInUse: 'Use this one in the cell',
  copyToEdit: 'Copy to edit',
  copyOf: (title) => `${title} (the cell’s own)`,
  edit: 'Edit',
  takeOut: 'Save as a file',
  bringIn: 'Bring a rubric in from a file',
  bringInHint: 'A JSON file written by this extension or by “sotay rubric”. Nothing at hand is replaced.',

  send: 'Hand in to the secretary',
  receive: 'Take in hand-ins',
  rubric: 'Rubric',
  otherRubric:
    'This meeting was scored by another rubric. Points entered here take the place of that sheet (can be undone).',
  otherSheet: 'Scored by another form',
  notScored: 'Meetings of this kind are not scored.',
  settle: 'Settle the score',
  settleText:
    'Settle it to take the points into the resolution and the reports. It then stays as it is, whatever is put right about the meeting, until opened again.',
  notYetWhole: (left) => `Not settled yet: ${left}. Reports take points and grade only from a full sheet.`,
  settled: 'The score of this meeting is settled.',
  openAgain: 'Open it again',

  papers: 'Papers of the meeting',
  masked: 'Numbers are hidden, so there is no preview.',
  noTerm: 'No term is set, so papers cannot be numbered yet. Set it at:',
  noNumber: 'No number yet.',
  hasNumber: (number, term) => `No. ${number}, term ${term}.`,
  giveNumber: (number) => `Give it number ${number}`,
};
