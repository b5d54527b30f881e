/** Everything the product keeps, as one JSON document: the user's copy of their data (`sotay-data`, version 1). */
import * as z from 'zod';
import { captureSchema } from './capture';
import { consentSchema } from './consent';
import { dataRequestSchema } from './data-request';
import { deletionSchema } from './deletion';
import { SECRET_KINDS, deskRecordSchema } from './desk';
import { hostSiteSchema } from './host-site';
import { memberConsentSchema } from './member-consent';
import { memberSchema } from './member';
import { pointReadingSchema } from './point-reading';
import { settingsSchema } from './settings';

/** Shape of the records this program knows; the tracker's last migration has the same number (tests compare them). */
export const SCHEMA_VERSION = 5;

export const allDataSchema = z.strictObject({
  format: z.literal('sotay-data'),
  version: z.literal(1),
  schemaVersion: z.number().int().positive(),
  exportedAt: z.iso.datetime(),
  /** Number of records in each list below. */
  counts: z.strictObject({
    readings: z.number().int(),
    members: z.number().int(),
    captures: z.number().int(),
    consents: z.number().int(),
    journal: z.number().int(),
    memberConsents: z.number().int(),
    requests: z.number().int(),
    deletions: z.number().int(),
    hostSites: z.number().int(),
    desk: z.number().int(),
  }),
  /** All subjects' readings, withdrawn ones too; `me` is the user of the browser. */
  readings: z.array(pointReadingSchema),
  members: z.array(memberSchema),
  captures: z.array(captureSchema),
  consents: z.array(consentSchema),
  settings: settingsSchema,
  /** Sites, names, roles and units the user confirmed once; `key` is internal. */
  confirmedSites: z.array(z.strictObject({ key: z.string().max(2_000), at: z.iso.datetime() })),
  memberConsents: z.array(memberConsentSchema),
  requests: z.array(dataRequestSchema),
  deletions: z.array(deletionSchema),
  /** Hosts the user added, with what they taught for them. */
  hostSites: z.array(hostSiteSchema),
  /** The secretary's desk: cells, meetings, closed periods and the rest (see model/desk). */
  desk: z.array(deskRecordSchema),
  journal: z.array(
    z.strictObject({
      seq: z.number().int(),
      at: z.iso.datetime(),
      action: z.string(),
      detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
});
export type AllData = z.infer<typeof allDataSchema>;

/** The same without secrets (keys of hand-ins): what an unsealed copy may hold. Sealed backups keep them. */
export function withoutSecrets(data: AllData): AllData {
  const desk = data.desk.filter(({ kind }) => !SECRET_KINDS.includes(kind));
  return { ...data, desk, counts: { ...data.counts, desk: desk.length } };
}
