/** Reading files of points: one call in, rows or a refusal out. */
export { readReadings, type ReadReadingsOptions, type ReadingsFile } from './read-readings';
export { type ImportInput } from './read-table';
export {
  IMPORT_CODES,
  ImportError,
  MAX_ISSUES,
  describeIssue,
  type ImportCode,
  type ImportIssue,
} from './import-error';
export { MAX_FILE_BYTES, checkFileSize } from './limits';
