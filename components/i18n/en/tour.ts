/** English texts of the tour of the secretary's desk. */
import type { Texts } from '../vi';

export const tour: Texts['tour'] = {
  offer: 'New to the secretary’s desk?',
  start: 'Take the tour of 5 steps',
  decline: 'No need',
  step: (at, of) => `Step ${at} of ${of}`,
  leave: 'Leave the tour',
  back: 'Step back',
  next: 'Next step',
  done: 'Done',
  againIn: 'The tour can be started again from Settings.',
  section: 'Tour for the secretary',
  sectionText: 'Walks through five tasks: roster, figures, tally, meetings, reports. You can leave at any step.',
  steps: {
    roster: {
      title: 'Make the roster',
      text: 'Under “Cell”, “Roster”: add people one by one, or bring a whole list in at the next step. Note who is a full or a probationary member and who is exempt, so that reports count right.',
    },
    bring: {
      title: 'Bring figures in',
      text: 'Under “Bring figures in”: choose an Excel or CSV file, paste from a spreadsheet, or take a table captured from the handbook. You look everybody over before anything is saved.',
    },
    tally: {
      title: 'Tally and close the period',
      text: 'Under “Tally”: choose a month, quarter or year to see the points of the whole cell. When they are right, press “Close the figures” to keep what was reported.',
    },
    meetings: {
      title: 'Prepare and record a meeting',
      text: 'Under “Meetings”: plan, write the invitation; at the meeting call the roll and note opinions; afterwards make minutes and resolution and score the meeting.',
    },
    reports: {
      title: 'Report, and take in hand-ins',
      text: 'Under “Reports”: choose a report and a period, preview it as on paper, then export or print. What members send is taken in under “Cell”, “Take in hand-ins”.',
    },
  },
};
