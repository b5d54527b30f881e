/** English explanations of terms, shown where the term stands. */
import type { Texts } from '../vi';

export const help: Texts['help'] = {
  what: (term) => `What it means: ${term}`,
  closing: {
    term: 'closing figures, check mark, amended version',
    text: 'Closing keeps the figures as they were reported: later changes of roster or points leave the old report alone. The check mark is worked out from those figures; it differs as soon as one of them is changed. An amended version closes the same period again under a new report number, with the reason and what changed; the earlier one is kept.',
  },
  summary: {
    term: 'median, eligible',
    text: 'The median is the points of the person in the middle when all stand from low to high, so a few very high ones do not pull it up. Eligible are those who can install the handbook; the secretary notes who cannot.',
  },
  roll: {
    term: 'attendance rate',
    text: 'Those present divided by those who had to come. Exempt members, and members of the armed forces absent on special duty, do not count among those who had to come.',
  },
  profile: {
    term: 'layout',
    text: 'The layout sets margins, type, headings, number and recipients of a document. Another layout changes how it looks, never its figures.',
  },
  fingerprint: {
    term: 'words to compare, QR code',
    text: 'Every key has its own row of words. Read them to each other face to face or by telephone: the very same words mean the right person, one other word means somebody else. The QR code holds the same words, or the whole card, for a scanner.',
  },
  recipient: {
    term: 'recipient card, deputy’s key',
    text: 'The card names the cell and the public keys of secretary and deputy; a member’s computer seals the hand-in with it, and only those on the card can open it. With the deputy on it, hand-ins can still be opened when the secretary’s computer fails.',
  },
  bands: {
    term: 'scale, bands, gaps',
    text: 'The scale is the most points of an item; a band says from where to where how many are given. A gap belongs to no band, an overlap to two: there whoever scores has to choose.',
  },
  scoring: {
    term: 'filled in, not applicable, deduction',
    text: '“Filled in” comes from what is known of the meeting; say why when you choose otherwise. “Not applicable” means there was nothing to score that month, no thematic part for example. A deduction is what is missing from the most points of an item and needs its reason.',
  },
  activity: {
    term: 'the columns of activity',
    text: '“Used” means that the handbook was opened in the month. Visits, documents and resolutions studied, quizzes, opinions: as the statistics of the handbook or the member’s hand-in say. Empty is not known, 0 is known to be none.',
  },
  exemption: {
    term: 'exempt from work and meetings',
    text: 'Exempt members do not count among those who had to come. Besides age and poor health: long or distant treatment, alone abroad, lone work in a remote place, mobile work of less than a year, maternity on request (as cited from guide 12-HD/BTCTW of 18/01/2022).',
  },
  number: {
    term: 'document number',
    text: 'By guide 05-HD/VPTW of 27/5/2026 numbers run on for each type of document through the whole term and do not start again each year; below 10 a zero stands before, as in “Số 05-NQ/CB”.',
  },
  posting: {
    term: 'deadlines for papers and results',
    text: 'By guide 42-HD/BTCTW of 28/10/2025: papers are on the handbook at least 1 day before the meeting; finished papers are posted and reported upward within 2 days after it.',
  },
};
