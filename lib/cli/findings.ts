/** Findings about a document in plain English, for the terminal. */
import type { Finding, FindingCode } from '../documents/findings';

type Facts = Finding['facts'];

const WORDS: Record<FindingCode, (facts: Facts) => string> = {
  missingNumber: ({ field, row }) => `${of(row)}${field} is missing`,
  sumDiffers: ({ what, row, found, expected }) => `${of(row)}${what} is ${found}, should be ${expected}`,
  gradeDiffers: ({ row, points, grade, expected }) => `${row}: ${points} points are ${expected}, not ${grade}`,
  deductionWithoutNote: ({ row, points }) => `${row}: ${points} points without a note on what was taken off`,
  overCap: ({ count, limit, base, denominator, percent }) =>
    `${count} HTXSNV are more than ${percent}% of ${base} (${denominator}); at most ${limit}`,
  capWithoutBase: ({ denominator }) => `the cap cannot be checked: nobody counts for ${denominator}`,
  latePapers: ({ row, hours }) => `${of(row)}papers were posted ${hours} h before the meeting, less than 24`,
  lateResults: ({ row, hours }) => `${of(row)}results were posted ${hours} h after the meeting, more than 48`,
  rateOverHundred: ({ row, rate }) => `${row}: ${rate}, above 100% and left so`,
  noTarget: ({ row }) => `${row}: no target was set, so there is no rate`,
  manyExcused: ({ row, times }) => `${row}: excused ${times} times in a row`,
  signatureOverride: ({ found, expected }) => `signed "${found}" instead of "${expected}"`,
  actingSignature: ({ found }) => `"${found}": party documents know no K/T`,
  sealOfCell: ({ found }) => `"${found}": a cell has no seal`,
  academicTitle: ({ found }) => `"${found}": no academic title before the name`,
  missingSigner: () => 'nobody signs',
  missingDocumentNumber: () => 'the document has no number yet',
  missingPlace: () => 'the place of the date line is missing',
  taskIncomplete: ({ row, field }) => `task "${row}": ${field} is missing`,
  shortMeeting: ({ minutes, expected }) => `the meeting takes ${minutes} minutes, less than ${expected}`,
};

/** One line. */
export function describeFinding({ code, facts }: Finding): string {
  return WORDS[code](facts);
}

function of(row: string | number | undefined): string {
  return row === undefined || row === '' ? '' : `${row}: `;
}
