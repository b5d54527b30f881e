/** What is known of the store outside IndexedDB: enough to notice that it was lost or is short, and what a recovery did. */
import * as z from 'zod';

const count = z.number().int().nonnegative();

export const canarySchema = z.object({
  version: z.literal(1),
  /** Name of the database in use; a recovery moves to the next one and leaves the damaged one as it is. */
  database: z.string().regex(/^sotay(?:-\d{1,6})?$/),
  schemaVersion: count,
  /** Number of the last commit that was acknowledged, and the digest of its change-log file. */
  seq: count,
  digest: z.string().max(64),
  at: z.iso.datetime(),
  /** Rows of each table after that commit. */
  counts: z.record(z.string().max(64), count),
  /** Something was erased for good, and copies from before are still there. */
  forgetDue: z.boolean().default(false),
  /** Last commit held by a verified snapshot. */
  snapshotSeq: count,
  /** Floor below which everything is known to be gone (lib/recovery/floor.ts). */
  settled: count.optional(),
});
export type Canary = z.infer<typeof canarySchema>;

/** Why a store was taken to be damaged: gone, empty, behind what was acknowledged, short of rows, changed rows, or not readable. */
export const LOSS_CAUSES = ['missing', 'empty', 'behind', 'short', 'damaged', 'unreadable'] as const;
export type LossCause = (typeof LOSS_CAUSES)[number];

export const recoveryReportSchema = z.object({
  at: z.iso.datetime(),
  cause: z.enum(LOSS_CAUSES),
  /** When the data that was restored was last changed; null when nothing could be restored. */
  restoredTo: z.iso.datetime().nullable(),
  /** Acknowledged changes that could not be restored. */
  lost: count,
  /** Rows of each table after the recovery. */
  counts: z.record(z.string().max(64), count),
  /** Name of the snapshot of the store as it was found, or null when nothing of it could be read. */
  kept: z.string().max(200).nullable(),
  seen: z.boolean(),
});
export type RecoveryReport = z.infer<typeof recoveryReportSchema>;
