/** The user's settings: one small record with a default for every field. */
import * as z from 'zod';
import { isDay } from '../vi/dates';
import { breachSchema } from './breach';
import { DEFAULT_RETENTION, retentionSchema } from './retention';
import { RANK_KEYS, RANK_METHODS } from './tally';

export const panelPlacementSchema = z.strictObject({
  side: z.enum(['left', 'right']),
  /** Distance from the top edge as a fraction of the window height. */
  top: z.number().min(0).max(1),
  collapsed: z.boolean(),
});

/** How often the user wants to be reminded of a copy outside the browser. */
export const BACKUP_CADENCES = ['week', 'twoWeeks', 'month', 'never'] as const;
export type BackupCadence = (typeof BACKUP_CADENCES)[number];

const line = z.string().max(300);

export const settingsSchema = z.strictObject({
  language: z.enum(['vi', 'en']),
  theme: z.enum(['auto', 'light', 'dark']),
  largeText: z.boolean(),
  hideNumbers: z.boolean(),
  /** Icon and titles of a plain notebook. */
  neutralLook: z.boolean(),
  /** Minutes without the person after which a locked store is locked again. */
  lockAfterMinutes: z.number().int().min(1).max(240),
  /** Points a total may rise by between two readings without asking. */
  leapLimit: z.number().int().positive().max(1e9),
  targetPerMonth: z.number().int().positive().max(1e9).nullable(),
  placement: panelPlacementSchema,
  unitName: line.nullable(),
  /** Heading and signature block of exports. */
  party: z.strictObject({
    superior: line.nullable(),
    cell: line.nullable(),
    place: line.nullable(),
    secretaryName: line.nullable(),
  }),
  rankMethod: z.enum(RANK_METHODS),
  rankBy: z.enum(RANK_KEYS),
  /** How the user calls themself; shown, never compared. */
  subjectName: line.nullable(),
  retention: retentionSchema,
  /** Public holidays the user entered, in order; they move days counted in working days. */
  holidays: z.array(z.string().refine(isDay, 'expected YYYY-MM-DD')).max(400),
  /** A leak being dealt with, or null. */
  breach: breachSchema.nullable(),
  backupEvery: z.enum(BACKUP_CADENCES),
  /** The tour of the secretary's desk was taken or declined. */
  tourSeen: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Any part of the settings; `party` is replaced as a whole. What has consequences of its own has an action of its own. */
export const settingsPatchSchema = settingsSchema.omit({ retention: true, holidays: true, breach: true }).partial();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

export const DEFAULT_SETTINGS: Settings = {
  language: 'vi',
  theme: 'auto',
  largeText: false,
  hideNumbers: false,
  neutralLook: false,
  lockAfterMinutes: 15,
  leapLimit: 2_000,
  targetPerMonth: null,
  placement: { side: 'right', top: 0.3, collapsed: false },
  unitName: null,
  party: { superior: null, cell: null, place: null, secretaryName: null },
  rankMethod: 'competition',
  rankBy: 'points',
  subjectName: null,
  retention: DEFAULT_RETENTION,
  holidays: [],
  breach: null,
  backupEvery: 'month',
  tourSeen: false,
};
