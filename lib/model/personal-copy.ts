/** Everything kept about one person, as handed to that person: `sotay-personal-copy`, version 1. */
import * as z from 'zod';
import { captureSchema } from './capture';
import { dataRequestSchema } from './data-request';
import { DESK_KINDS, type DeskKind, deskIdSchema } from './desk';
import { memberConsentSchema } from './member-consent';
import { memberSchema } from './member';
import { pointReadingSchema } from './point-reading';
import { REFERENCE_NOTE } from './tally';

const { id, kind, host, updatedAt, headers } = captureSchema.shape;

export const personalCopySchema = z.strictObject({
  format: z.literal('sotay-personal-copy'),
  version: z.literal(1),
  exportedAt: z.iso.datetime(),
  note: z.literal(REFERENCE_NOTE),
  person: z.string().min(1).max(200),
  /** Entry of the roster, or null when there is none. */
  member: memberSchema.nullable(),
  /** Withdrawn ones too. */
  readings: z.array(pointReadingSchema),
  /** Rows of captured lists that name the person. */
  capturedRows: z.array(
    z.strictObject({ captureId: id, kind, host, updatedAt, headers, row: captureSchema.shape.rows.element }),
  ),
  consents: z.array(memberConsentSchema),
  requests: z.array(dataRequestSchema),
  /** What records of the desk say of the person: the row alone, or a record about them as a whole. */
  desk: z.array(
    z.strictObject({
      id: deskIdSchema,
      kind: z.enum(DESK_KINDS as [DeskKind, ...DeskKind[]]), // there is one kind at least
      changedAt: z.iso.datetime(),
      said: z.unknown(),
    }),
  ),
});
export type PersonalCopy = z.infer<typeof personalCopySchema>;
