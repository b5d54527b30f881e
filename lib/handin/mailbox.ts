/** The port over which sealed hand-ins travel: whatever carries them sees pseudonyms and opaque bytes only. */

/** A sealed hand-in on its way. */
export interface Sealed {
  /** Fingerprint of the recipient card: the pseudonymous address. */
  cell: string;
  /** Idempotency key `from:period:revision` (`handInKey`); `sha256:…` where a carrier lost it. */
  key: string;
  /** The age file; a carrier never looks inside. */
  body: Uint8Array;
}

/** A sealed hand-in as a mailbox lists it; `cursor` is its place in the order of arrival. */
export interface Delivered extends Sealed {
  cursor: string;
  /** What a person calls it: the file's name, where there is one. */
  label: string;
}

/**
 * One contract for every carrier (tests/suites/test-mailbox.ts):
 * - what was stored is listed until it is acknowledged, at least once, also after a restart;
 * - a key that was ever stored is a duplicate, whatever its body (each sealing has other bytes), acknowledged or not;
 * - `list` gives in order of arrival, only what came after `after` (a cursor of the same cell), and never an acknowledged one;
 * - `ack` covers everything up to a cursor and nothing that came later; twice is as once;
 * - cells do not see each other.
 */
export interface Mailbox {
  put(sealed: Sealed): Promise<'stored' | 'duplicate'>;
  list(cell: string, after?: string | null): AsyncIterable<Delivered>;
  /** @throws MailboxError for a cursor that was never given */
  ack(cell: string, upTo: string): Promise<void>;
}

/** A mailbox that cannot do what is asked. */
export class MailboxError extends Error {
  override name = 'MailboxError';
}
