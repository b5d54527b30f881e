/** How long each kind of record is kept; nothing is ever purged before the user has seen the periods and agreed to them once. */
import * as z from 'zod';
import { isDay } from '../vi/dates';

/** Own readings, other members' readings, lists captured in the handbook, lines of the journal, records of the secretary's desk. */
export const RETENTION_KINDS = ['own', 'members', 'captures', 'journal', 'desk'] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** Months offered for each kind; null is "for ever". Readings stay a year at least, so that the current year always counts right. */
export const RETENTION_CHOICES: Record<RetentionKind, readonly (number | null)[]> = {
  own: [null, 12, 24, 36, 60],
  members: [null, 12, 24, 36, 60],
  captures: [null, 1, 3, 6, 12],
  journal: [null, 12, 24, 36, 60],
  desk: [null, 12, 24, 36, 60, 120],
};

const months = (least: number) => z.number().int().min(least).max(120).nullable();

/** Months each kind is kept; null keeps for ever. */
export const retentionPeriodsSchema = z.strictObject({
  own: months(12),
  members: months(12),
  captures: months(1),
  journal: months(12),
  desk: months(12),
});
export type RetentionPeriods = z.infer<typeof retentionPeriodsSchema>;

export const retentionSchema = z.strictObject({
  /** Periods agreed to before the desk had one say nothing of it: it is kept. */
  periods: retentionPeriodsSchema.extend({ desk: retentionPeriodsSchema.shape.desk.default(null) }),
  /** When the user agreed to these periods; null: never, and nothing is purged. */
  agreedAt: z.iso.datetime().nullable(),
  /** Day of the last purge. */
  purgedOn: z.string().refine(isDay, 'expected YYYY-MM-DD').nullable(),
});
export type Retention = z.infer<typeof retentionSchema>;

/**
 * What is proposed: one's own history is one's own; members' readings serve yearly reviews and one five-year term; a
 * captured list has done its work once it was looked through; the journal lives as long as what it tells about; the desk's
 * records are the cell's own files, kept until somebody says otherwise and never purged but by a press.
 */
export const DEFAULT_RETENTION: Retention = {
  periods: { own: null, members: 60, captures: 3, journal: 60, desk: null },
  agreedAt: null,
  purgedOn: null,
};
