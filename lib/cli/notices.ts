/** What the secretary should know although the file was read: dropped columns and doubts about who is who. */
import type { ReadingsFile } from '../importers';
import type { ReadingRow } from '../model/tally';
import type { Doubt } from '../tally';

/** One line per thing a file held that was left out. */
export function describeDropped(file: ReadingsFile): string[] {
  const { name } = file.source;
  return [
    ...file.dropped.map(({ header, kind }) => `${name}: column "${header}" dropped, ${kind} is never kept`),
    ...file.ignoredSheets.map((sheet) => `${name}: sheet "${sheet}" holds no readings, left out`),
  ];
}

/** One line about a doubt; names what was done, since nothing is merged by guess. */
export function describeDoubt(doubt: Doubt, rows: readonly ReadingRow[]): string {
  const names = [...new Set(doubt.names)].map((name) => `"${name}"`).join(', ');
  const codes = doubt.codes.join(', ');
  switch (doubt.kind) {
    case 'nameWithoutCode':
      return `doubtful: ${names} stands under several codes (${codes}) and also without one; rows without a code are kept as a separate person`;
    case 'sameCodeOtherName':
      return `doubtful: code ${doubt.codes[0] ?? ''} is used by ${names}; kept as separate people`;
    case 'similarName':
      return `doubtful: ${names} differ only in marks; kept as separate people`;
    case 'similarCode':
      return `doubtful: ${names} has codes ${codes}, which differ only in leading zeros; kept as separate people`;
    case 'repeatedName':
      return `doubtful: ${names} stands ${doubt.rows.length} times in a list without points; taken as one person`;
    case 'conflictingDay': {
      const totals = doubt.rows.map((index) => rows[index]?.total ?? '?').join(', ');
      return `doubtful: ${names} has several totals on ${doubt.day ?? '?'} (${totals}); the last one in the files counts`;
    }
  }
}
