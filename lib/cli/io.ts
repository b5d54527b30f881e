/** What a command may touch: two text streams, the clock and the folder it was called from. */

/** Everything a command needs from its surroundings, so that tests can give it others. */
export interface Io {
  /** Results; nothing else. */
  out(text: string): void;
  /** Messages. */
  err(text: string): void;
  now(): Date;
  /** Folder that relative paths start from. */
  cwd: string;
  /** A passphrase; null when there is nobody to ask. */
  secret?(prompt: string): Promise<string | null>;
}

/** 0 done, 1 findings where --strict asks for none, 2 wrong usage, 3 input not understood. */
export const EXIT = { done: 0, findings: 1, usage: 2, input: 3 } as const;

/** Wrong usage: told on stderr with the way to the help; ends with 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Input not understood: told on stderr as it is; ends with 3. */
export class InputError extends Error {
  override name = 'InputError';
}

/** Reads options by `parse` (Node's own); what that refuses is wrong usage. @throws UsageError */
export function readOptions<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The value of `--url`, '' when it was not given. @throws UsageError */
export function readUrl(url = ''): string {
  if (url !== '' && !/^https?:\/\//.test(url)) throw new UsageError(`--url "${url}": not an http address`);
  return url;
}

/** Text of a file on one line of a terminal: it must not move the cursor or colour the screen. */
export function printable(text: string): string {
  return text.replace(/\p{C}+/gu, ' ');
}
