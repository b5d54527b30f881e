/** The shape of every message the background takes, strict: the boundary where a tab's or a page's word is checked. */
import * as z from 'zod';
import { CONFLICT_CHOICES, RESTORE_MODES } from '@/lib/backup/merge';
import { ownPageActionSchema } from '@/lib/model/actions';
import { lockRecordSchema } from '@/lib/model/lock';
import { TABLE_KINDS, pageReadSchema } from '@/lib/model/observation';
import { panelPlacementSchema } from '@/lib/model/settings';
import { teachingMessageSchemas } from './teaching-messages';

/** Bytes of JSON one message may have. */
export const MOST_BYTES = 1_000_000;

const milliseconds = z.number().nonnegative().max(1e9);
const count = z.number().int().nonnegative().max(1e6);
const tabId = z.number().int().nonnegative();

export const contentMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('pageOpened'), width: z.number().nonnegative().max(100_000) }),
  z.strictObject({
    type: z.literal('pageRead'),
    read: pageReadSchema,
    lists: z
      .array(
        z.strictObject({
          listId: z.string().max(400),
          kind: z.enum(TABLE_KINDS),
          captured: count,
          total: count.nullable(),
          complete: z.boolean(),
        }),
      )
      .max(8),
    cost: z.strictObject({
      lastMs: milliseconds,
      totalMs: milliseconds,
      passes: count,
      steppedDown: z.boolean(),
    }),
  }),
  z.strictObject({ type: z.literal('readerStarted') }),
  z.strictObject({ type: z.literal('pageLeft') }),
]);
export type ContentMessage = z.infer<typeof contentMessageSchema>;

/** 32 bytes in base64. */
const keyText = z.base64().length(44);

export const ownPageMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('act'), action: ownPageActionSchema }),
  z.strictObject({ type: z.literal('getView'), tabId: tabId.nullable() }),
  z.strictObject({ type: z.literal('showPanel'), tabId }),
  z.strictObject({ type: z.literal('getStore') }),
  z.strictObject({ type: z.literal('acknowledgeRecovery') }),
  z.strictObject({ type: z.literal('takeSnapshot') }),
  z.strictObject({ type: z.literal('restoreSnapshot'), name: z.string().min(1).max(200) }),
  z.strictObject({ type: z.literal('startEmpty') }),
  z.strictObject({ type: z.literal('getLock') }),
  z.strictObject({ type: z.literal('unlock'), key: keyText }),
  z.strictObject({ type: z.literal('lockNow') }),
  z.strictObject({
    type: z.literal('switchLock'),
    to: z.strictObject({ record: lockRecordSchema, key: keyText }).nullable(),
  }),
  z.strictObject({ type: z.literal('rewrapLock'), record: lockRecordSchema }),
  z.strictObject({ type: z.literal('stillHere') }),
  z.strictObject({ type: z.literal('scrubPage'), tabId }),
  z.strictObject({ type: z.literal('updateNow') }),
  ...teachingMessageSchemas,
]);
export type OwnPageMessage = z.infer<typeof ownPageMessageSchema>;

const pendingId = z.string().min(1).max(64);
const pixels = z.number().min(0).max(4_000);

export const panelMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('watchPage') }),
  z.strictObject({ type: z.literal('confirmPending'), pendingId, total: z.number().int().nonnegative() }),
  z.strictObject({ type: z.literal('refusePending'), pendingId }),
  z.strictObject({ type: z.literal('hideNumbers') }),
  z.strictObject({
    type: z.literal('openDashboard'),
    view: z.enum(['points', 'cell', 'data', 'settings', 'sites', 'welcome', 'manual']),
  }),
  z.strictObject({ type: z.literal('openTeachPage') }),
  z.strictObject({ type: z.literal('placePanel'), placement: panelPlacementSchema }),
  z.strictObject({ type: z.literal('resizePanel'), width: pixels, height: pixels, yields: z.boolean() }),
]);
export type PanelMessage = z.infer<typeof panelMessageSchema>;

export const glanceMessageSchema = z.strictObject({ type: z.literal('watchTab'), tabId: tabId.nullable() });

/** Characters one piece of a backup may have: below the limit of a message in any script. */
export const MOST_IN_CHUNK = 300_000;

export const restoreMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('begin') }),
  z.strictObject({ type: z.literal('chunk'), text: z.string().min(1).max(MOST_IN_CHUNK) }),
  z.strictObject({
    type: z.literal('apply'),
    characters: z.number().int().positive(),
    mode: z.enum(RESTORE_MODES),
    conflicts: z.enum(CONFLICT_CHOICES),
  }),
  z.strictObject({ type: z.literal('undo'), name: z.string().min(1).max(200), seq: z.number().int().nonnegative() }),
]);

/** True when a message is too large to look at. */
export function isTooLarge(message: unknown): boolean {
  try {
    const text = JSON.stringify(message) as string | undefined; // undefined for what JSON cannot hold
    return text === undefined || text.length > MOST_BYTES || new TextEncoder().encode(text).length > MOST_BYTES;
  } catch {
    return true;
  }
}
