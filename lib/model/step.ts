/** A step that can be taken back as a whole: what it made, and what the records it changed were before. */
import * as z from 'zod';
import type { Member } from './member';
import type { PointReading } from './point-reading';

/** Names the step that several messages belong to. */
export const stepRefSchema = z.strictObject({
  id: z.string().min(1).max(64),
  /** Where it came from, in words: a file or a list. */
  name: z.string().max(300),
});
export type StepRef = z.infer<typeof stepRefSchema>;

/** Fields of a member that a step changed: as they were and as it left them; one that is missing was not there at all. */
export interface MemberChange {
  id: string;
  before: Partial<Member>;
  after: Partial<Member>;
}

/** What placing readings did to one subject. */
export interface PlacedReadings {
  subject: string;
  /** Nothing was known of the subject before. */
  fresh: boolean;
  /** Ids of readings made. */
  made: string[];
  /** Readings that were there: seen once more, or cut in two. */
  changed: { before: PointReading; after: PointReading }[];
  /** Later halves of those cut in two, under ids of their own. */
  rests: PointReading[];
}

/** What one transaction of a step did. */
export interface StepRow {
  seq?: number;
  step: string;
  name: string;
  at: string;
  /** Members as they were made. */
  made: Member[];
  changed: MemberChange[];
  placed: PlacedReadings[];
  /** A captured list that was adopted, and when. */
  capture: { id: string; adoptedAt: string } | null;
  /** In the first row, which holds nothing else: what all rows of the step come to, so that showing it reads one row. */
  sum?: { made: number; changed: number; readings: number };
}

/** Why a step cannot be taken back: taking it back would lose what was done with the member since. */
export const BLOCKERS = ['changed', 'readings', 'named'] as const;
export interface StepBlocker {
  memberId: string;
  name: string;
  /** Edited since; a reading added or changed since; named in a meeting, a closed report, a consent or the like. */
  why: (typeof BLOCKERS)[number];
}
