/** The lock as it lies unsealed in the store's table `meta`: how to get from a passphrase to the key of the rows. */
import * as z from 'zod';

const base64 = (most: number) => z.base64().max(most);

/** Parameters of scrypt; bounded, since a damaged or hostile record must not take all memory. */
export const kdfSchema = z.strictObject({
  name: z.literal('scrypt'),
  /** log2 of N. */
  logN: z.number().int().min(10).max(20),
  r: z.literal(8),
  p: z.literal(1),
  salt: base64(64),
});
export type Kdf = z.infer<typeof kdfSchema>;

export const lockRecordSchema = z.strictObject({
  key: z.literal('lock'),
  version: z.literal(1),
  kdf: kdfSchema,
  /** The key of the rows, sealed under the key that the passphrase gives. */
  wrapped: base64(200),
  /** Tells the right key of the rows from a wrong one. */
  check: base64(64),
});
export type LockRecord = z.infer<typeof lockRecordSchema>;

/** `off`: rows lie open. `locked`: sealed, and the key is not there. `unlocked`: sealed, and the key is in memory. */
export type LockState = 'off' | 'locked' | 'unlocked';
