/** Every action one of our own pages may ask the background for, as a strict schema: the boundary where it is checked. */
import * as z from 'zod';
import { breachSchema } from './breach';
import { verifiedBackupSchema } from './backup-state';
import { captureSchema } from './capture';
import { CONSENT_ITEMS } from './consent';
import { dataRequestDraftSchema } from './data-request';
import { deskEntrySchema } from './desk';
import { draftSchema } from './draft';
import { hostSchema } from './host-site';
import { memberConsentDraftSchema } from './member-consent';
import { memberSchema } from './member';
import { newReadingSchema } from './new-reading';
import { ERASE_SCOPES, type ErasedCounts, personRefSchema } from './person';
import { pointReadingSchema } from './point-reading';
import { type RetentionKind, retentionPeriodsSchema } from './retention';
import { settingsPatchSchema, settingsSchema } from './settings';
import { SITE_LIMITS } from './site-limits';
import { stepRefSchema } from './step';

const id = z.string().min(1).max(64);
const { subject, day, total } = pointReadingSchema.shape;
const reason = z.string().min(1).max(500);
const { name, otherNames, code, unit, role, status, eligible, installed, reason: absence, isSelf } = memberSchema.shape;
const { loggedIn, stays, exemptions, past, sameAs, notSameAs } = memberSchema.shape;
/** The step that an action is part of, so that all of it can be taken back at once. */
const step = stepRefSchema.optional();
const history = { loggedIn, stays, exemptions, past, sameAs, notSameAs };

/** A roster member without what the tracker sets itself; omitted fields are unknown. */
export const memberDraftSchema = z.strictObject({
  name,
  otherNames: otherNames.default([]),
  code: code.default(null),
  unit: unit.default(null),
  role: role.default(null),
  status: status.default(null),
  eligible: eligible.default(null),
  installed: installed.default(null),
  reason: absence.default(null),
  isSelf: isSelf.default(false),
  ...history,
});
export type MemberDraft = z.input<typeof memberDraftSchema>;
export type CheckedMemberDraft = z.output<typeof memberDraftSchema>;

export const memberPatchSchema = z
  .strictObject({
    name,
    otherNames,
    code,
    unit,
    role,
    status,
    eligible,
    installed,
    reason: absence,
    isSelf,
    ...history,
  })
  .partial();
export type MemberPatch = z.infer<typeof memberPatchSchema>;

/** What becomes of one row of a capture: onto a member, a new member (null), or left out. */
export const captureDecisionSchema = z.strictObject({
  key: z.string().min(1).max(400),
  memberId: id.nullable(),
  skip: z.boolean().default(false),
});
export type CheckedDecision = z.output<typeof captureDecisionSchema>;

export const MOST_READINGS_PER_MESSAGE = 5_000;
export const MOST_DESK_RECORDS = 2_000;

/** Files that leave: the tally in its formats, everything, and one person's copy. */
export const EXPORT_NOTES = [
  'xlsx',
  'csvSemicolon',
  'csvComma',
  'json',
  'everything',
  'personalJson',
  'personalCsv',
  'document',
] as const;
export type ExportNote = (typeof EXPORT_NOTES)[number];

export const ownPageActionSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('giveConsent'),
    item: z.enum(CONSENT_ITEMS),
    text: z.string().min(1).max(4_000),
    language: z.enum(['vi', 'en']),
  }),
  z.strictObject({ type: z.literal('withdrawConsent'), item: z.enum(CONSENT_ITEMS) }),
  z.strictObject({ type: z.literal('confirmPending'), pendingId: id, total }),
  z.strictObject({ type: z.literal('refusePending'), pendingId: id }),
  z.strictObject({
    type: z.literal('recordReadings'),
    readings: z.array(newReadingSchema).min(1).max(MOST_READINGS_PER_MESSAGE),
    step,
  }),
  z.strictObject({ type: z.literal('correctReading'), subject, id, total, day, reason }),
  z.strictObject({ type: z.literal('withdrawReading'), subject, id, reason }),
  z.strictObject({ type: z.literal('restoreReading'), subject, id }),
  z.strictObject({
    type: z.literal('saveMembers'),
    members: z.array(memberDraftSchema).min(1).max(MOST_READINGS_PER_MESSAGE),
    step,
  }),
  z.strictObject({
    type: z.literal('updateMember'),
    id,
    patch: memberPatchSchema,
    since: day.nullable().default(null),
    step,
  }),
  z.strictObject({ type: z.literal('removeMember'), id }),
  z.strictObject({ type: z.literal('restoreMember'), id }),
  z.strictObject({
    type: z.literal('adoptCapture'),
    captureId: id,
    decisions: z.array(captureDecisionSchema).max(20_000),
    step,
  }),
  z.strictObject({ type: z.literal('dropCapture'), captureId: id }),
  z.strictObject({ type: z.literal('keepCapture'), capture: captureSchema }),
  z.strictObject({ type: z.literal('undoStep'), id }),
  z.strictObject({ type: z.literal('saveDraft'), draft: draftSchema }),
  z.strictObject({ type: z.literal('dropDraft'), key: draftSchema.shape.key }),
  z.strictObject({ type: z.literal('saveSettings'), patch: settingsPatchSchema }),
  z.strictObject({ type: z.literal('recordBackup'), backup: verifiedBackupSchema }),
  // Null ends the automatic copies and forgets the passphrase.
  z.strictObject({ type: z.literal('keepFolderPassphrase'), passphrase: z.string().min(1).max(1_000).nullable() }),
  z.strictObject({ type: z.literal('noteFolderProblem'), problem: z.string().max(300).nullable() }),
  z.strictObject({ type: z.literal('eraseEverything') }),
  z.strictObject({ type: z.literal('recordMemberConsent'), consent: memberConsentDraftSchema }),
  z.strictObject({ type: z.literal('withdrawMemberConsent'), id, day }),
  z.strictObject({ type: z.literal('restoreMemberConsent'), id }),
  z.strictObject({ type: z.literal('recordRequest'), request: dataRequestDraftSchema }),
  z.strictObject({ type: z.literal('answerRequest'), id, day }),
  z.strictObject({ type: z.literal('finishRequest'), id, day }),
  z.strictObject({ type: z.literal('reopenRequest'), id }),
  z.strictObject({ type: z.literal('extendRequest'), id, on: z.boolean() }),
  z.strictObject({
    type: z.literal('erasePerson'),
    person: personRefSchema,
    scope: z.enum(ERASE_SCOPES),
    /** The consent whose withdrawal asks for it, or null when a request does. */
    consentId: id.nullable().default(null),
  }),
  z.strictObject({ type: z.literal('saveRetention'), periods: retentionPeriodsSchema }),
  z.strictObject({ type: z.literal('saveHolidays'), holidays: settingsSchema.shape.holidays }),
  z.strictObject({ type: z.literal('saveBreach'), breach: breachSchema.nullable() }),
  z.strictObject({ type: z.literal('saveDesk'), records: z.array(deskEntrySchema).min(1).max(MOST_DESK_RECORDS) }),
  // What hand-ins bring, all of it or nothing, and back again as a whole.
  z.strictObject({
    type: z.literal('takeHandIns'),
    readings: z.array(newReadingSchema).max(MOST_READINGS_PER_MESSAGE),
    records: z.array(deskEntrySchema).min(1).max(MOST_DESK_RECORDS),
    consents: z.array(memberConsentDraftSchema).max(MOST_DESK_RECORDS),
  }),
  z.strictObject({
    type: z.literal('undoHandIns'),
    readings: z.array(z.strictObject({ subject, id })).max(MOST_READINGS_PER_MESSAGE),
    records: z.array(deskEntrySchema).min(1).max(MOST_DESK_RECORDS),
    consents: z.array(id).max(MOST_DESK_RECORDS),
    reason,
  }),
  z.strictObject({ type: z.literal('addHost'), host: hostSchema }),
  // The text of a `sotay-site` document, checked by `parseSite`.
  z.strictObject({
    type: z.literal('saveHostSite'),
    host: hostSchema,
    text: z.string().min(2).max(SITE_LIMITS.bytes),
    from: z.enum(['taught', 'imported']),
  }),
  z.strictObject({ type: z.literal('dropHostSite'), host: hostSchema }),
  z.strictObject({ type: z.literal('useShipped'), host: hostSchema, on: z.boolean() }),
  z.strictObject({ type: z.literal('removeHost'), host: hostSchema, withReadings: z.boolean() }),
  z.strictObject({
    type: z.literal('noteExport'),
    kind: z.enum(EXPORT_NOTES),
    rows: z.number().int().nonnegative(),
  }),
]);
/** As sent, before defaults are filled in. */
export type OwnPageAction = z.input<typeof ownPageActionSchema>;
/** As checked, with defaults. */
export type CheckedAction = z.output<typeof ownPageActionSchema>;

/** The value of the reply to each action; `null` where there is nothing to tell. */
export interface ActionResults {
  giveConsent: null;
  withdrawConsent: null;
  /** Id of the reading kept. */
  confirmPending: { id: string };
  refusePending: null;
  /** `added` are new, `known` were there already, `extended` were the last total seen once more. */
  recordReadings: { added: number; extended: number; known: number; ids: string[] };
  correctReading: null;
  withdrawReading: null;
  restoreReading: null;
  /** One id per draft, in order. */
  saveMembers: { ids: string[] };
  updateMember: null;
  removeMember: null;
  restoreMember: null;
  adoptCapture: { members: number; readings: number; skipped: number };
  dropCapture: null;
  keepCapture: null;
  undoStep: null;
  saveDraft: null;
  dropDraft: null;
  saveSettings: null;
  recordBackup: null;
  keepFolderPassphrase: null;
  noteFolderProblem: null;
  eraseEverything: null;
  recordMemberConsent: { id: string };
  withdrawMemberConsent: null;
  restoreMemberConsent: null;
  recordRequest: { id: string };
  answerRequest: null;
  finishRequest: null;
  reopenRequest: null;
  extendRequest: null;
  erasePerson: ErasedCounts;
  /** How many records of each kind went. */
  saveRetention: Record<RetentionKind, number>;
  /** Requests whose day for the answer moved. */
  saveHolidays: { moved: number };
  saveBreach: null;
  /** When each record was changed, in order: the `base` of the next change. */
  saveDesk: { changedAt: string[] };
  /** The readings that are new, when each record was changed (in order), and the ids of the consents: what undoing needs. */
  takeHandIns: { readings: { subject: string; id: string }[]; changedAt: string[]; consents: string[] };
  undoHandIns: null;
  addHost: null;
  saveHostSite: null;
  dropHostSite: null;
  useShipped: null;
  /** How many of the user's own readings and unadopted lists went. */
  removeHost: { readings: number; captures: number };
  noteExport: null;
}
