/** Carries out one checked action of our own pages: the whole list of them, one line each. */
import type { ActionResults, CheckedAction } from '../model/actions';
import type { Reply } from '../protocol';
import type { TrackerDb } from './db';
import { keepFolderPassphrase, noteFolderProblem, recordBackup } from './write-backups';
import { adoptCapture, dropCapture, keepCapture } from './write-captures';
import { dropDraft, saveDraft } from './write-drafts';
import {
  answerRequest,
  extendRequest,
  finishRequest,
  recordMemberConsent,
  recordRequest,
  reopenRequest,
  restoreMemberConsent,
  saveHolidays,
  withdrawMemberConsent,
} from './write-ledgers';
import { saveDesk } from './write-desk';
import { takeHandIns, undoHandIns } from './write-hand-ins';
import { noteExport, saveBreach } from './write-notes';
import { confirmPending, refusePending } from './write-page-reading';
import { erasePerson } from './write-person';
import { eraseEverything, giveConsent, saveSettings, withdrawConsent } from './write-preferences';
import { addHost, dropHostSite, removeHost, saveSiteText, useShipped } from './write-sites';
import { correctReading, recordReadings, restoreReading, withdrawReading } from './write-readings';
import { saveRetention } from './write-retention';
import { removeMember, restoreMember, saveMembers, updateMember } from './write-roster';
import { undoStep } from './write-steps';

type Performers = {
  [T in CheckedAction['type']]: (
    db: TrackerDb,
    action: Extract<CheckedAction, { type: T }>,
    now: Date,
  ) => Promise<Reply<ActionResults[T]>>;
};

const PERFORMERS: Performers = {
  giveConsent: (db, { item, text, language }, now) => giveConsent(db, { item, text, language }, now),
  withdrawConsent: (db, { item }, now) => withdrawConsent(db, item, now),
  confirmPending: (db, { pendingId, total }, now) => confirmPending(db, { pendingId, total }, now),
  refusePending: (db, { pendingId }, now) => refusePending(db, pendingId, now),
  recordReadings: (db, { readings, step }, now) => recordReadings(db, readings, now, step),
  correctReading: (db, action, now) => correctReading(db, action, now),
  withdrawReading: (db, action, now) => withdrawReading(db, action, now),
  restoreReading: (db, action, now) => restoreReading(db, action, now),
  saveMembers: (db, { members, step }, now) => saveMembers(db, members, now, step),
  updateMember: (db, { id, patch, since, step }, now) => updateMember(db, id, { patch, since, step }, now),
  removeMember: (db, { id }, now) => removeMember(db, id, now),
  restoreMember: (db, { id }, now) => restoreMember(db, id, now),
  adoptCapture: (db, { captureId, decisions, step }, now) => adoptCapture(db, captureId, decisions, now, step),
  dropCapture: (db, { captureId }, now) => dropCapture(db, captureId, now),
  keepCapture: (db, { capture }, now) => keepCapture(db, capture, now),
  undoStep: (db, { id }, now) => undoStep(db, id, now),
  saveDraft: (db, { draft }, now) => saveDraft(db, draft, now),
  dropDraft: (db, { key }, now) => dropDraft(db, key, now),
  saveSettings: (db, { patch }, now) => saveSettings(db, patch, now),
  recordBackup: (db, { backup }, now) => recordBackup(db, backup, now),
  keepFolderPassphrase: (db, { passphrase }, now) => keepFolderPassphrase(db, passphrase, now),
  noteFolderProblem: (db, { problem }, now) => noteFolderProblem(db, problem, now),
  eraseEverything: (db, _action, now) => eraseEverything(db, now),
  recordMemberConsent: (db, { consent }, now) => recordMemberConsent(db, consent, now),
  withdrawMemberConsent: (db, { id, day }, now) => withdrawMemberConsent(db, id, day, now),
  restoreMemberConsent: (db, { id }, now) => restoreMemberConsent(db, id, now),
  recordRequest: (db, { request }, now) => recordRequest(db, request, now),
  answerRequest: (db, { id, day }, now) => answerRequest(db, id, day, now),
  finishRequest: (db, { id, day }, now) => finishRequest(db, id, day, now),
  extendRequest: (db, { id, on }, now) => extendRequest(db, id, on, now),
  reopenRequest: (db, { id }, now) => reopenRequest(db, id, now),
  erasePerson: (db, { person, scope, consentId }, now) => erasePerson(db, { person, scope, consentId }, now),
  saveRetention: (db, { periods }, now) => saveRetention(db, periods, now),
  saveHolidays: (db, { holidays }, now) => saveHolidays(db, holidays, now),
  saveBreach: (db, { breach }, now) => saveBreach(db, breach, now),
  saveDesk: (db, { records }, now) => saveDesk(db, records, now),
  takeHandIns: (db, action, now) => takeHandIns(db, action, now),
  undoHandIns: (db, action, now) => undoHandIns(db, action, now),
  addHost: (db, { host }, now) => addHost(db, host, now),
  saveHostSite: (db, { host, text, from }, now) => saveSiteText(db, { host, text, from }, now),
  dropHostSite: (db, { host }, now) => dropHostSite(db, host, now),
  useShipped: (db, { host, on }, now) => useShipped(db, host, on, now),
  removeHost: (db, { host, withReadings }, now) => removeHost(db, host, { withReadings }, now),
  noteExport: (db, { kind, rows }, now) => noteExport(db, kind, rows, now),
};

/** Performs a checked action; the reply's value is that of `ActionResults`. */
export function perform<T extends CheckedAction['type']>(
  db: TrackerDb,
  action: Extract<CheckedAction, { type: T }>,
  now: Date,
): Promise<Reply<ActionResults[T]>> {
  // The table is keyed by the action's own type, which TypeScript cannot follow through the union.
  const performer = PERFORMERS[action.type as T] as Performers[T];
  return performer(db, action, now);
}
