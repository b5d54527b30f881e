/** English texts of the cell's desk. */
import type { Texts } from '../vi';

export const cell: Texts['cell'] = {
  closing: 'Closing the period',
  open: 'This period is not closed. Close it to keep the figures as reported, whatever is put right later.',
  openRunning: 'This period is not over, so its figures still change.',
  closedAs: (number, when) => `Closed as report no. ${number} at ${when}.`,
  digest: (start) => `Check mark: ${start}…`,
  notIntact:
    'The closed figures do not fit their check mark any more: the stored data may have been altered. Restore them from a copy.',
  redacted: (day) =>
    `On ${day} initials took the place of a name at a member’s request, so the check mark cannot be compared any more.`,
  changedSince: (number) => `The figures now differ from report no. ${number}`,
  changedText: 'The closed report stays as it is. To send it again, close an amended version with its reason.',
  whatChanged: 'What changed',
  close: 'Close the figures…',
  closeAmended: 'Close an amended version…',
  closeTitle: (number) => `Close as report no. ${number}`,
  amendTitle: (number, old) => `Close report no. ${number}, amending report no. ${old}`,
  closeText:
    'The figures you see are kept as they are, with a check mark. If they change later, close another version.',
  closeRunning: 'The period is not over: points noted after closing will not be in the report.',
  closeFailed: 'Not closed.',
  amendReason: 'Reason for the change',
  amendReasonNeeded: 'Write the reason, so that whoever gets the report knows why it changed.',
  putAside: 'Put this version aside',
  versionLine: (number, when, reason) =>
    `Report no. ${number}, closed at ${when}${reason === null ? '' : `. Reason: ${reason}`}`,
  shown: 'Showing',
  shownClosed: (number) => `Report no. ${number} (closed)`,
  shownNow: 'Figures now',

  compare: 'Beside the period before and the same period last year',
  compareCell: 'Whole cell',
  compareSums: { total: 'Points in the period', mean: 'Mean per member', active: 'Members who gained' },
  compareMembers: 'Each member',
  thisPeriod: 'This period',
  periodBefore: 'Period before',
  yearAgo: 'Same period last year',
  change: 'Change',
  trend: 'Last 12 months',
  sparkWords: (name, from, to, values) => `${name}: points of each month from ${from} to ${to}: ${values}`,

  names: 'Names shown as',
  nameKinds: { full: 'Full names', initials: 'Initials (anonymous)', codes: 'Codes (anonymous)' },
  anonymousNote: 'Anonymous: no names, offices or reasons in free words; the order does not follow names.',

  visits: 'Members to visit and help',
  visitsNone: 'Nobody needs help as far as the figures tell.',
  visitNeed: 'What is in the way',
  visitStep: 'What to do',
  needs: {
    device: 'no phone that fits',
    account: 'no account yet, or wrong data',
    notInstalled: 'not installed',
    neverSignedIn: 'installed, never signed in',
    noReading: 'no points noted',
    notUsed: 'no points gained in the period',
  },
  needSteps: {
    device: 'Ask whether a relative’s phone or the web page on a computer could serve.',
    account: 'Tell the higher committee: check the data, issue the account.',
    notInstalled: 'Help with installing at home.',
    neverSignedIn: 'Help with signing in for the first time; note how to get a new password.',
    noReading: 'Ask for the present total and note it.',
    notUsed: 'Ask what the difficulty is.',
  },

  chat: 'Summary for the group',
  chatText: 'Only figures of the cell, no names. You can change it before copying.',
  chatField: 'Text',
  chatCopy: 'Copy',
  chatCopied: 'Copied. Open the group and paste it.',
  chatNotCopied: 'The browser does not allow copying. Select the text and press Ctrl+C.',
};
