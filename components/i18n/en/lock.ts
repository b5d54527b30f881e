/** English words of the lock. */
import type { lock as vi } from '../vi/lock';

export const lock = {
  title: 'Lock',
  offText:
    'The notebook is not locked: whoever gets at this computer and the browser’s folder can read the data. With the lock on, every record and copy is encrypted with your passphrase; after each start of the browser it must be unlocked before anything is shown or kept.',
  onText: 'The notebook is locked by a passphrase and open just now. On the disk the data is always encrypted.',
  limits:
    'While it is unlocked, whoever sits at the computer can read it. The lock does not help against malicious software running on the computer.',
  switchOn: 'Switch on the lock…',
  switchOff: 'Switch off the lock…',
  change: 'Change the passphrase…',
  lockNow: 'Lock now',
  minutes: 'Lock by itself when you are away for',
  minutesHint: 'Also locks when the screen locks and when the browser closes. What is typed and not saved is lost.',
  minutesOption: (count: string) => `${count} minutes`,
  withoutIdle:
    'The browser may not yet tell when you leave the computer, so the time counts from your last use of the notebook. Press to allow it.',
  allowIdle: 'Allow to notice when I leave',

  onTitle: 'Switch on the lock',
  onWarning: 'If you forget the passphrase nobody can get the data back, not even the makers of this software.',
  onWarningText:
    'First make a backup outside the browser (Data page), and write the passphrase on paper kept in a safe place.',
  understood: 'I understand: without the passphrase the data in this browser is lost',
  understoodNeeded: 'Read this and tick it first.',
  forgetNote: 'Older copies that are not encrypted are removed; one new encrypted copy stays.',
  passphrase: 'Passphrase',
  newPassphrase: 'New passphrase',
  passphraseHint: 'At least 12 characters. Best are a few unrelated words that you remember easily.',
  again: 'Passphrase once more',
  show: 'Show what I type',
  make: 'Let the computer suggest one',
  makeAnother: 'Suggest another',
  madeText: 'Copy these six phrases to paper, keep it safe, then type them again below (with or without marks):',
  weak: {
    tooShort: 'The passphrase needs at least 12 characters.',
    fewDifferent: 'The passphrase repeats too few characters and is easy to guess.',
  },
  notSame: 'The two are not the same yet.',
  working: 'Working out the key from the passphrase…',
  sealing: 'Encrypting the data and checking it…',
  opening: 'Decrypting the data and checking it…',
  turnedOn: 'The lock is on.',
  turnedOff: 'The lock is off.',
  changed: 'The passphrase was changed.',
  failed: 'It could not be done; the data is as before.',

  offTitle: 'Switch off the lock',
  offWarning: 'Data and copies will lie on the disk readable, as before the lock was on.',
  offConfirm: 'Switch off',

  changeTitle: 'Change the passphrase',
  present: 'Present passphrase',
  known: 'Somebody else may know the old passphrase',
  knownHint: 'Then all data is encrypted anew with another key; older copies are removed.',

  locked: 'The notebook is locked',
  lockedText: 'Enter the passphrase to open it. Nothing is read or kept while it is locked.',
  unlock: 'Unlock',
  wrong: 'That is not the passphrase.',
  wrongHint: 'Check the Vietnamese keyboard, capitals and blanks. The data is not affected.',
  wait: (seconds: string) => `Wrong several times. Wait ${seconds} seconds and try again.`,
  forgotten: 'Passphrase forgotten?',
  forgottenText:
    'Nobody can get it back. With a backup outside the browser you can start with an empty store on the rescue page and then restore that backup.',
  damaged: 'What the lock needs is damaged, so it cannot be opened. Restore a copy on the rescue page.',
  toRescue: 'Open the rescue page',
  sealedRescue: 'The notebook is locked: what you take out here is encrypted and readable only with the passphrase.',
} satisfies typeof vi;
