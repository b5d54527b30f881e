/** A dated reading of somebody's cumulative total, never overwritten; a correction keeps what was there. */
import * as z from 'zod';
import { isDay } from '../vi/dates';

/** Where a reading came from. */
export const READING_SOURCES = ['page', 'ranking', 'file', 'paste', 'manual'] as const;

/** Why a reading does not continue the run before it. `null` in a reading means it does. */
export const RUN_REASONS = ['first', 'fall', 'role', 'unit', 'site', 'name'] as const;
export type RunReason = (typeof RUN_REASONS)[number];

/** The user of this browser; every other subject is a member id of the roster. */
export const SELF = 'me';

const day = z.string().refine(isDay, 'expected YYYY-MM-DD');
const total = z.number().int().nonnegative().max(1e12);

/** Sightings kept of one total. */
export const MOST_SIGHTINGS = 4_000;

export const pointReadingSchema = z.strictObject({
  id: z.string().min(1).max(64),
  /** `me` or a member id. */
  subject: z.string().min(1).max(64),
  day,
  /** First and last instant at which this total was seen; equal readings extend `lastSeenAt`. */
  takenAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  /** Last sighting of each hour seen again (of each day, from older versions), oldest first; absent when seen within its first hour only. */
  alsoSeenAt: z.array(z.iso.datetime()).max(MOST_SIGHTINGS).optional(),
  total,
  raw: z.string().max(2_000),
  where: z.string().max(400),
  source: z.enum(READING_SOURCES),
  site: z.string().max(64).nullable(),
  siteVersion: z.number().int().positive().nullable(),
  host: z.string().max(253).nullable(),
  /** File name, screen or list the reading came from, in words. */
  origin: z.string().max(300),
  name: z.string().max(200).nullable(),
  role: z.string().max(300).nullable(),
  unit: z.string().max(300).nullable(),
  /** Set when this reading starts a new run. */
  newRun: z.enum(RUN_REASONS).nullable(),
  /** Earlier values of a corrected reading, oldest first. */
  corrections: z.array(z.strictObject({ total, day, at: z.iso.datetime(), reason: z.string().max(500) })),
  /** Withdrawn readings stay in the history and count nowhere. */
  withdrawn: z.strictObject({ at: z.iso.datetime(), reason: z.string().max(500) }).nullable(),
});
export type PointReading = z.infer<typeof pointReadingSchema>;
