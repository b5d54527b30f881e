/** The user's settings: one small record with a default for every field. */
import * as z from 'zod';
import { RANK_KEYS, RANK_METHODS } from './tally';

export const panelPlacementSchema = z.strictObject({
  side: z.enum(['left', 'right']),
  /** Distance from the top edge as a fraction of the window height. */
  top: z.number().min(0).max(1),
  collapsed: z.boolean(),
});

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
});
export type Settings = z.infer<typeof settingsSchema>;

/** Any part of the settings; `party` is replaced as a whole. */
export const settingsPatchSchema = settingsSchema.partial();
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
};
