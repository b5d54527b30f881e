/** English texts of reports and documents. */
import type { FindingCode, FindingField, FindingSum } from '@/lib/documents/findings';
import type { Texts } from '../vi';

type Facts = Readonly<Record<string, string>>;

const fields: Record<FindingField, string> = {
  members: 'the number of members',
  official: 'the number of official members',
  probationary: 'the number of probationary members',
  metOn: 'the day of the meeting',
  points: 'the points',
  grade: 'the grade',
  installed: 'the number installed',
  plan: 'the planned figure',
  done: 'the figure reached',
  minutes: 'the length',
  closing: 'the closing points',
  states: 'the attendance of some meetings',
  person: 'the person',
  deadline: 'the deadline',
  attended: 'attendance',
  spoke: 'speakers',
  massWork: 'mass mobilisation',
  thematicStudy: 'thematic study',
  articles: 'articles read',
  thematicPlans: 'plans of thematic meetings',
  admissions: 'admissions',
  inspections: 'inspections',
};

const sums: Record<FindingSum, string> = {
  attendance: 'Present and absent together',
  vote: 'Votes together',
  points: 'The points',
  score: 'The total of the self-assessment',
  maximum: 'The highest total',
  reasons: 'Members with a reason for not installing',
  installed: 'The number installed',
  eligible: 'The number eligible',
  organisation: 'Official and probationary together',
  exempt: 'The number exempt',
  grades: 'The number graded',
  extras: 'The rows of further figures',
  members: 'The number of members',
};

const denominators: Record<string, string> = {
  HTTNV: 'those graded “good”',
  HTTNV_UP: 'those graded “good” or better',
  RATED: 'those graded',
};

const grades: Record<string, string> = { TOT: 'good', KHA: 'fair', TRUNG_BINH: 'average', KEM: 'poor' };

const at = (row: string | undefined) => (row === undefined || row === '' ? '' : `${row}: `);
const start = (row: string | undefined, text: string) =>
  at(row) === '' ? text.charAt(0).toUpperCase() + text.slice(1) : at(row) + text;

const findings: Record<FindingCode, (facts: Facts) => string> = {
  missingNumber: (f) => start(f.row, `${fields[f.field as FindingField] ?? f.field} is missing.`),
  sumDiffers: (f) => `${at(f.row)}${sums[f.what as FindingSum] ?? f.what}: ${f.found}, should be ${f.expected}.`,
  gradeDiffers: (f) =>
    `${at(f.row)}${f.points} points are “${grades[f.expected ?? ''] ?? f.expected}”, but “${grades[f.grade ?? ''] ?? f.grade}” is written.`,
  deductionWithoutNote: (f) => `${at(f.row)}${f.points} points, without a note on what was taken off.`,
  overCap: (f) =>
    `${f.count} graded “excellent” are more than ${f.percent}% of ${denominators[f.denominator ?? ''] ?? f.denominator} (${f.base}); at most ${f.limit}.`,
  capWithoutBase: (f) =>
    `The cap on “excellent” cannot be checked: ${denominators[f.denominator ?? ''] ?? f.denominator} are none.`,
  latePapers: (f) =>
    start(
      f.row,
      Number(f.hours) < 0
        ? 'papers were posted after the meeting had begun.'
        : `papers were posted ${f.hours} hours before the meeting, less than 24.`,
    ),
  lateResults: (f) => start(f.row, `results were posted ${f.hours} hours after the meeting, more than 2 days.`),
  rateOverHundred: (f) => `${at(f.row)}${f.rate}, above 100%; left as it is.`,
  manyExcused: (f) => `${at(f.row)}excused ${f.times} times in a row.`,
  signatureOverride: (f) => `Signed “${f.found}”; the layout says “${f.expected}”.`,
  actingSignature: (f) => `“${f.found}”: party documents are not signed K/T.`,
  sealOfCell: (f) => `“${f.found}”: a cell has no seal.`,
  academicTitle: (f) => `“${f.found}”: no academic title before the signer’s name.`,
  missingSigner: () => 'The signer’s name is missing.',
  missingDocumentNumber: () => 'The document has no number yet.',
  missingPlace: () => 'The place of the date line is missing.',
  taskIncomplete: (f) => `Task “${f.row}”: ${fields[f.field as FindingField] ?? f.field} is missing.`,
  shortMeeting: (f) => `${f.minutes} minutes long, less than ${f.expected}.`,
};

export const documents: Texts['documents'] = {
  title: 'Reports and papers',
  document: 'Report',
  profile: 'Layout',
  editProfile: 'Change the layout…',
  draft: 'Print the line “draft”, as a reminder to read it before it is signed',
  loading: 'Fetching the figures…',
  loadFailed: 'The figures could not be fetched.',
  tryAgain: 'Try again',
  noneTitle: 'Not enough figures for this report yet',
  wrongPeriod: 'Choose a valid period.',
  notMade: 'The figures do not fit, so the report could not be made.',
  preview: (name) => `Preview: ${name}`,
  previewHint: 'The preview looks as it prints; zoom the page to look closer.',
  maskedTitle: 'Numbers are hidden',
  maskedText: 'Switch off “Hide numbers” in the settings to see the preview.',
  checks: 'Checks before export',
  allGood: 'Nothing has to be mended.',
  stops: (count) => `${count} to mend`,
  warnings: (count) => `${count} to look at`,
  notes: 'For your information',
  more: (count) => `Show ${count} more`,
  less: 'Show fewer',
  exports: 'Export',
  formats: { xlsx: 'Excel (XLSX)', docx: 'Word (DOCX)', csv: 'CSV', print: 'Print or save as PDF' },
  dialogTitle: 'Export the report',
  leaves: (name, rows) => `The file holds: ${name}, ${rows} rows of figures.`,
  leavesText: (name) => `The file holds: ${name}.`,
  duty: 'Once the file leaves this machine, this program cannot protect it. Send it only to those who may have it, never to a group chat.',
  fileName: (name) => `File name: ${name}`,
  csvSign: 'Separator in the CSV',
  csvSigns: { semicolon: 'Semicolon ( ; ), for Vietnamese Excel', comma: 'Comma ( , )' },
  stillStops: 'Something has to be mended. You can export all the same, but better mend it first.',
  make: 'Export',
  makeAnyway: 'Export anyway',
  printNow: 'Print',
  printAnyway: 'Print anyway',
  making: 'Making the file…',
  done: (name) => `${name} exported.`,
  failed: 'The file could not be made.',
  findings,

  profiles: {
    title: 'Document layout',
    source: (number, day) => `After ${number} of ${day}.`,
    ownSource: 'A layout of your own.',
    shipped: 'A shipped layout cannot be changed; make a copy of your own and change that.',
    copy: 'Make my own copy',
    copyName: (name) => `${name} (own copy)`,
    name: 'Name',
    paper: 'Paper and margins (mm)',
    margins: { top: 'Top', bottom: 'Bottom', left: 'Left', right: 'Right' },
    sizes: 'Font sizes',
    fonts: {
      party: 'Name of the Party',
      organisation: 'Bodies',
      number: 'Document number',
      placeDate: 'Place and date',
      type: 'Type of document',
      abstract: 'Abstract',
      body: 'Body',
      table: 'Tables',
      recipients: 'Recipients',
      signature: 'Signature',
      pageNumber: 'Page number',
    },
    text: 'Paragraphs',
    indent: 'First-line indent (mm)',
    lineSpacing: 'Line spacing (pt)',
    spaceAfter: 'Space after (pt)',
    rules: 'Wording',
    spelling: 'Spelling of fixed texts',
    spellings: { ủy: 'ủy (chi ủy)', uỷ: 'uỷ (chi uỷ)' },
    endMark: 'End mark',
    endMarks: { '.': 'Full stop ( . )', './.': 'Stop and stroke ( ./. )' },
    pageNumber: 'Page number',
    pageNumbers: { headerCentre: 'Top centre, from page 2', none: 'None' },
    numbering: 'Numbering',
    numberings: { typeAndTerm: 'Per type within a term', typeAndYear: 'Per type within a year' },
    cellHead: 'Signature line of a cell',
    last: 'Last recipient line of a cell',
    certainty: 'How sure',
    certainties: {
      text: 'from the text itself',
      transcribed: 'from a transcription',
      takenOver: 'taken over from another instrument',
      choice: 'our choice',
    },
    overall: (how) => `In general: ${how}.`,
    save: 'Save the layout',
    saved: 'Layout saved.',
    exportFile: 'Export the layout',
    importFile: 'Import a layout',
    importHint: 'The JSON file of a layout, such as one sent by the body above.',
    refused: 'This layout cannot be used yet',
    notANumber: 'Enter a number.',
    version: (version) => `Version ${version}`,
  },
};
