/** English words every screen uses, and the sentences for error codes. */
import type { ui as vi } from '../vi/ui';

export const ui = {
  productName: 'Sổ tay đồng hành',
  loading: 'Loading…',
  save: 'Save',
  saved: 'Saved.',
  cancel: 'Cancel',
  close: 'Close',
  confirm: 'Confirm',
  edit: 'Edit',
  remove: 'Remove',
  restore: 'Restore',
  retry: 'Try again',
  back: 'Back',
  next: 'Next',
  yes: 'Yes',
  no: 'No',
  unknown: 'Unknown',
  more: 'Show more',
  less: 'Show less',
  optional: 'optional',
  stop: 'Stop',
  points: (shown: string) => `${shown} points`,
  ofTotal: (done: string, total: string) => `${done}/${total}`,
  listKeys: 'Use the arrow keys, Page Up, Page Down, Home and End to move through the list.',
  loadFailed: 'The data on this computer could not be read. Nothing was changed; try again or restart the browser.',
  errors: {
    badMessage: 'What was sent has the wrong shape and was not taken. Reload this page and try again.',
    notAllowed: 'This can only be done on the main page of Sổ tay đồng hành. Open it and try again.',
    noConsent:
      'You have not agreed to keeping this kind of data. Open “Before you start” and agree if you wish to keep it.',
    notFound:
      'This entry is no longer there; it may have been changed or removed in another window. Look at the list again.',
    conflict: 'This entry has just changed elsewhere, so nothing was overwritten. Look at the new value and try again.',
    readOnly: 'The data can only be viewed at the moment. Close other windows of Sổ tay đồng hành and try again.',
    storage:
      'Not saved to this computer yet. What you typed is still on the screen: try again, or export it to a file now.',
    tooLarge: 'Too much was sent at once and was not taken. Split it and try again.',
    invalid: 'A value is not valid, so nothing was saved. Check the fields.',
    locked: 'The notebook is locked. Unlock it on the main page and try again.',
  },
  numberRefusals: {
    empty: 'The field is empty. Enter a number such as 12345.',
    qualified: 'This is an estimate (about, more than…). Enter the exact number.',
    range: 'This is a range. Enter one number.',
    notANumber: 'This is not a number. Use digits only, such as 12345.',
    badGrouping: 'A dot or comma is in the wrong place. Write 12.345 or 12345.',
    ambiguousComma: 'This comma can be read in two ways. For thousands write 1.234 or 1234.',
    notWhole: 'Points are whole numbers. Leave out what follows the comma.',
    tooLarge: 'The number is too large. Check for extra digits.',
  },
} satisfies typeof vi;
