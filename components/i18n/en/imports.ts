/** English sentences for files that are refused: what is wrong and what to do. */
import type { imports as vi } from '../vi/imports';

export const imports = {
  refused: (file: string) => `The file ${file} was not taken. Your data is unchanged.`,
  place: (parts: { sheet: string | null; row: number | null; column: string | null }) =>
    [
      parts.sheet === null ? null : `sheet “${parts.sheet}”`,
      parts.row === null ? null : `row ${parts.row}`,
      parts.column === null ? null : `column ${parts.column}`,
    ]
      .filter((part) => part !== null)
      .join(', '),
  value: (value: string) => `In the cell: “${value}”.`,
  moreIssues: (count: string) => `And ${count} more.`,
  codes: {
    tooLarge: 'The file is larger than the limit (20 MB). Split it into smaller files.',
    tooManyEntries: 'The Excel file holds too many parts. Save the table into a new file.',
    zipBomb: 'The file is packed in an unusual way and was not opened. Ask for the original.',
    brokenFile: 'The file is damaged or incomplete. Open it in Excel, save it and try again.',
    notATable: 'This is not a table. Choose an .xlsx or .csv file.',
    oldExcel: 'This is an old Excel file (.xls). Open it in Excel and save it as .xlsx.',
    encrypted: 'The file has a password. Remove it and save again.',
    dtd: 'The file holds an unsafe part and was not opened. Copy the table into a new file.',
    badEncoding: 'The text is not Unicode (UTF-8). Save it as “CSV UTF-8”.',
    badQuotes: 'A quotation mark in the CSV file is not closed. Save it again from Excel.',
    emptyFile: 'The file has no rows.',
    noHeader: 'No row of column names was found. The first row needs a column “Họ và tên”.',
    duplicateColumn: 'Two columns mean the same. Keep one of them.',
    missingName: 'This row has no full name.',
    missingDate: 'This row has points but no date.',
    badDate: 'The date is not clear. Write it as 30/09/2026.',
    badTotal: 'The points are no clear whole number. Write them as 12.345.',
    badFlag: 'The yes/no cell is not clear. Write x, có, 1 or leave it empty.',
    badStatus: 'It is not clear whether the member is official or probationary. Write “chính thức” or “dự bị”.',
    badCode: 'The code is not valid.',
    tooLong: 'This cell is too long.',
    deniedValue:
      'This cell looks like a personal document (ID card, phone…) and was not taken. Remove it from the file.',
    formulaWithoutValue: 'The cell holds a formula without a result. Open it in Excel, save it and try again.',
    badJson: 'The JSON file is not one of Sổ tay đồng hành.',
    noDateInFile: 'The file holds no date. Choose the day of these figures.',
  },
} satisfies typeof vi;
