/** English explanations of terms, shown where the term stands. */
import type { Texts } from '../vi';

export const help: Texts['help'] = {
  what: (term) => `What it means: ${term}`,
  closing: {
    term: 'closing figures, check mark',
    text: 'Closing keeps the figures as they were reported: later changes of roster or points leave the old report alone. The check mark is worked out from those figures; it differs as soon as one of them is changed.',
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
};
