/** The secretary's desk as records of one shape: what kinds there are, what each holds, and how versions of one are told apart. */
import * as z from 'zod';
import { activitySchema } from './activity';
import { cellSchema } from './cell';
import { closingSchema } from './closing';
import { docProfileSchema } from './doc-profile';
import { documentNumberSchema } from './document-number';
import { ownKeySchema, peerKeySchema, recipientCardSchema, takenHandInSchema } from './hand-in';
import { meetingSchema } from './meeting';
import { rubricSchema } from './rubric';
import { taskSchema } from './task';

/** What a record of each kind holds; a new kind is one line here. */
export const DESK_VALUES = {
  cell: cellSchema,
  closing: closingSchema,
  activity: activitySchema,
  meeting: meetingSchema,
  task: taskSchema,
  /** An editable copy of a rubric or of a document profile. */
  rubric: rubricSchema,
  docProfile: docProfileSchema,
  documentNumber: documentNumberSchema,
  /** Hand-ins: one's own keys, the secretary's card, senders' keys, what was taken over. */
  ownKey: ownKeySchema,
  recipient: recipientCardSchema,
  peerKey: peerKeySchema,
  handIn: takenHandInSchema,
} as const;
export type DeskKind = keyof typeof DESK_VALUES;
export const DESK_KINDS = Object.keys(DESK_VALUES) as DeskKind[]; // the keys of the table above
export type DeskValue<K extends DeskKind> = z.infer<(typeof DESK_VALUES)[K]>;

/** Kinds whose value never changes once it is kept; such a record can only be put aside and taken up again. */
export const FROZEN_KINDS: readonly DeskKind[] = ['closing'];
/** Kinds that are saved while they are typed: the journal tells of their making and putting aside, not of every pause. */
export const TYPED_KINDS: readonly DeskKind[] = ['meeting', 'task'];
/** Kinds that are about one person alone: erased with them. In all others their name gives way to initials. */
export const PERSONAL_KINDS: readonly DeskKind[] = ['activity', 'peerKey', 'handIn'];
/** Kinds that hold secrets: in backups, never in an open export. */
export const SECRET_KINDS: readonly DeskKind[] = ['ownKey'];

export const deskIdSchema = z.string().min(1).max(400);
const unit = z.string().max(300).nullable();

export interface DeskRecord<K extends DeskKind = DeskKind> {
  id: string;
  kind: K;
  /** Unit of the roster it belongs to; null where there is only one. */
  unit: string | null;
  createdAt: string;
  changedAt: string;
  /** Put aside, not erased. */
  removedAt: string | null;
  /** How often each store changed it: one state continues another when none of its numbers is smaller. */
  versions: Record<string, number>;
  value: DeskValue<K>;
}

/** One record as it is to be; `base` is the `changedAt` seen when it was opened, null for a new one. */
export interface DeskEntry<K extends DeskKind = DeskKind> {
  id: string;
  kind: K;
  unit: string | null;
  base: string | null;
  removed: boolean;
  value: DeskValue<K>;
}

export const versionsSchema = z.record(z.string().min(1).max(40), z.number().int().positive());

const record = (kind: DeskKind) =>
  z.strictObject({
    id: deskIdSchema,
    kind: z.literal(kind),
    unit,
    createdAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    removedAt: z.iso.datetime().nullable(),
    versions: versionsSchema,
    value: DESK_VALUES[kind],
  });
const entry = (kind: DeskKind) =>
  z.strictObject({
    id: deskIdSchema,
    kind: z.literal(kind),
    unit,
    base: z.iso.datetime().nullable(),
    removed: z.boolean(),
    value: DESK_VALUES[kind],
  });

// The type of the union cannot be followed through the list of kinds.
const union = <T>(one: (kind: DeskKind) => z.ZodObject): z.ZodType<T> =>
  z.discriminatedUnion('kind', DESK_KINDS.map(one) as [z.ZodObject, ...z.ZodObject[]]) as unknown as z.ZodType<T>;

export const deskRecordSchema = union<AnyDeskRecord>(record);
export const deskEntrySchema = union<AnyDeskEntry>(entry);

/** A record of any kind, with the value that belongs to its kind. */
export type AnyDeskRecord = { [K in DeskKind]: DeskRecord<K> }[DeskKind];
export type AnyDeskEntry = { [K in DeskKind]: DeskEntry<K> }[DeskKind];

/** An entry onto the version that was seen; null for a new record. */
export function onto(
  entry: Omit<AnyDeskEntry, 'base'>,
  seen: Pick<DeskRecord, 'changedAt'> | null | undefined,
): AnyDeskEntry {
  // Kind and value come together from the entry; the spread loses that for TypeScript only.
  return { ...entry, base: seen?.changedAt ?? null } as AnyDeskEntry;
}

/** True when `newer` was made from `older` or from what came of it. */
export function deskContinues(
  older: Pick<DeskRecord, 'kind' | 'createdAt' | 'versions'>,
  newer: Pick<DeskRecord, 'kind' | 'createdAt' | 'versions'>,
): boolean {
  if (older.kind !== newer.kind || older.createdAt !== newer.createdAt) return false;
  const known = Object.entries(older.versions);
  const grown = Object.entries(newer.versions).some(([store, count]) => count > (older.versions[store] ?? 0));
  return grown && known.every(([store, count]) => (newer.versions[store] ?? 0) >= count);
}
