/** How much a file may ask of the computer; above it the file is refused with the limit named. */
import { type ImportError, refuseFile } from './import-error';

export const MAX_FILE_BYTES = 20 * 1024 * 1024;
export const MAX_INFLATED_BYTES = 100 * 1024 * 1024;
export const MAX_ENTRIES = 2_000;
export const MAX_RATIO = 200;
/** Below this size a high ratio is ordinary (empty formatted rows) and harmless. */
export const RATIO_FREE_BYTES = 10 * 1024 * 1024;
export const MAX_NAME = 200;
export const MAX_CODE = 100;
export const MAX_REASON = 500;

/** The refusal for a file of `bytes` bytes, or null when it may be opened. */
export function checkFileSize(file: string, bytes: number): ImportError | null {
  if (bytes <= MAX_FILE_BYTES) return null;
  return refuseFile(
    file,
    'tooLarge',
    `the file has ${megabytes(bytes)} MB; the limit is ${megabytes(MAX_FILE_BYTES)} MB`,
  );
}

/** `51.0`: megabytes with one digit. */
export function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
