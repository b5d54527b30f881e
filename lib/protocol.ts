/** Every message between the parts of the extension, in one place: types only. Commands are imperative, events past tense. */
import type { ConflictChoice, RestoreMode } from './backup/merge';
import type { ActionResults, OwnPageAction } from './model/actions';
import type { AllData } from './model/all-data';
import type { RecoveryReport } from './model/canary';
import type { LockRecord, LockState } from './model/lock';
import type { PageRead, ProblemCode, TableKind } from './model/observation';
import type { ColumnChoice, PartKind, What } from './teaching';

/** Answer to every command. `code` is stable; the interface words it. */
export type Reply<T = null> = { ok: true; value: T } | { ok: false; code: ErrorCode; detail: string };
export type ErrorCode =
  | 'badMessage'
  | 'notAllowed'
  | 'noConsent'
  | 'notFound'
  | 'conflict'
  | 'readOnly'
  | 'storage'
  | 'tooLarge'
  | 'invalid'
  | 'locked';

// --- content script → background (runtime.sendMessage; tab, frame 0, granted host only) -------------------------------

export type ContentToBackground =
  | { type: 'pageOpened'; width: number } // asks what to do here → Reply<PageOrders>; the background injects the reader when this host is read
  | { type: 'readerStarted' } // → Reply<Site[]>: the definitions it reads by
  | { type: 'pageRead'; read: PageRead; lists: ListCount[]; cost: PageCost } // one pass; tables hold only rows not sent before → Reply<ReadOrders>
  | { type: 'pageLeft' }; // the document is going away

/** What the launcher is told: nothing at all, or where the panel stands. */
export interface PageOrders {
  show: boolean;
  placement: PanelPlacement;
}

/** What the reader is told after each read. */
export interface ReadOrders {
  /** Kinds of lists whose rows are wanted; of all others only counts are sent. */
  wanted: TableKind[];
  /** Rows held of each list sent: fewer than were sent means that some are to be sent again. */
  held: { listId: string; rows: number }[];
}

/** How far one list is read, over all its pages and virtual rows. */
export interface ListCount {
  listId: string;
  kind: TableKind;
  captured: number;
  total: number | null;
  complete: boolean;
}

/** What we cost this page so far, in milliseconds of its main thread. */
export interface PageCost {
  lastMs: number;
  /** All our scripts took of the page's main thread: being set up, waiting on changes, reading, looking for free room. */
  totalMs: number;
  passes: number;
  /** True once over budget: only the launcher is left running. */
  steppedDown: boolean;
}

// --- background → content script (tabs.sendMessage) --------------------------------------------------------------------

export type BackgroundToContent =
  | { type: 'hidePanel' }
  | { type: 'placePanel'; placement: PanelPlacement }
  // The frame's wish, in CSS pixels; the page's window caps it. `yields`: rather smaller or elsewhere than over the site's controls.
  | { type: 'resizePanel'; width: number; height: number; yields: boolean }
  | { type: 'stopReading' } // consent withdrawn, host removed
  | { type: 'readAgain' }; // forget what was sent and read once more

// --- panel frame ↔ background (runtime.connect, port name 'panel') ------------------------------------------------------

export type PanelToBackground =
  | { type: 'watchPage' } // sends panelChanged now and on every change
  | { type: 'confirmPending'; pendingId: string; total: number } // the value shown; refused when it is no longer the pending one
  | { type: 'refusePending'; pendingId: string }
  | { type: 'hideNumbers' } // only ever hides: showing again is done on our own pages, or by hand for one look
  | { type: 'openDashboard'; view: DashboardView }
  | { type: 'openTeachPage' } // our own page on which this tab's page is taught
  | { type: 'placePanel'; placement: PanelPlacement }
  | { type: 'resizePanel'; width: number; height: number; yields: boolean };

export type BackgroundToPanel =
  { type: 'panelChanged'; view: PanelView } | { type: 'replied'; to: PanelToBackground['type']; reply: Reply };

// --- our own top-level pages → background (runtime.sendMessage) ----------------------------------------------------------

export type OwnPageToBackground =
  | { type: 'act'; action: OwnPageAction } // → Reply<ActionResults[action.type]>
  | { type: 'getView'; tabId: number | null } // → Reply<PanelView>
  | { type: 'showPanel'; tabId: number } // expands the overlay of that tab → Reply
  | { type: 'getStore' } // → Reply<StoreInfo>: which database to open, and how it is
  | { type: 'acknowledgeRecovery' } // the report of a recovery was read → Reply
  | { type: 'takeSnapshot' } // → Reply
  | { type: 'restoreSnapshot'; name: string } // goes over to a snapshot; what stood before is kept as one → Reply
  | { type: 'startEmpty' } // goes over to an empty store; all copies stay → Reply
  | { type: 'getLock' } // → Reply<LockRecord | null>: by which a passphrase becomes the key
  | { type: 'unlock'; key: string } // the key of the rows, base64 → Reply; `invalid` when it is not the key
  | { type: 'lockNow' } // → Reply
  | { type: 'switchLock'; to: { record: LockRecord; key: string } | null } // seals everything anew, or opens it for good → Reply
  | { type: 'rewrapLock'; record: LockRecord } // another passphrase for the same key → Reply
  | { type: 'stillHere' } // the person does something on one of our pages → Reply
  | { type: 'updateNow' } // installs the update that waits → Reply
  // Teaching by pointing (lib/teaching.ts); each → Reply<TeachingState>, what a tab shows and what is pointed at in it.
  | { type: 'getTeaching'; tabId: number }
  | { type: 'openTeaching'; tabId: number; open: boolean } // the person asked for the view, or closed it and drops what was pointed at
  | { type: 'startPicking'; tabId: number; what: What }
  | { type: 'stopPicking'; tabId: number }
  | { type: 'adjustList'; tabId: number; key: string; kind: TableKind; choices: ColumnChoice[] }
  | { type: 'forgetTaught'; tabId: number; what: { part: PartKind } | { key: string } }
  | { type: 'allowLeap'; tabId: number; leapLimit: number | null }
  | { type: 'saveTaught'; tabId: number; digest: string } // `conflict` when it is not what is there now
  | { type: 'scrubPage'; tabId: number }; // a sample of that tab's page without anything of the person → Reply<string>

/** To all our own top-level pages (runtime.sendMessage). */
export type BackgroundToOwnPages =
  | { type: 'storeLocked' } // the key is gone: let go of the store and of all that is shown of it
  | { type: 'storeMoved' } // another database is in use: ask with getStore and open it
  | { type: 'storeChanged' } // how the store is has changed: ask with getStore
  | { type: 'teachingChanged'; tabId: number } // ask with getTeaching
  | { type: 'updateWaits' }; // a new version is there and waits for a quiet moment

/** Where the key of the rows lies in `chrome.storage.session` while the store is unlocked, as base64. */
export const SESSION_KEY = 'lockKey';

/** How the store is. */
export interface StoreInfo {
  /** Name of the database to open. */
  database: string;
  /** The data belongs to a newer version of the extension. */
  readOnly: boolean;
  /** Nothing is written for now, since it would be lost: the store is damaged and its copies cannot be reached, or it is held by another window. */
  closed: boolean;
  /** While `unlocked` our own pages find the key in session memory under `SESSION_KEY`. */
  lock: LockState;
  /** What a recovery did, until it was acknowledged. */
  report: RecoveryReport | null;
  /** The copies outside the database; null when they cannot be reached. */
  protection: { seq: number; snapshotSeq: number; lastSnapshotAt: string | null; generations: number } | null;
  /** Why copies are not up to date, or null. */
  problem: string | null;
  updateWaits: boolean;
}

/** Reply to an action, by its type. */
export type ActionReply<T extends OwnPageAction['type']> = Reply<ActionResults[T]>;
export type { OwnPageAction };

// --- popup and side panel ↔ background (runtime.connect, port name 'glance') -----------------------------------------------

export type GlanceToBackground = { type: 'watchTab'; tabId: number | null };
export type BackgroundToGlance = { type: 'panelChanged'; view: PanelView };

// --- dashboard ↔ background (runtime.connect, port name 'restore'): a whole backup in pieces -----------------------------

export type RestoreToBackground =
  | { type: 'begin' }
  | { type: 'chunk'; text: string } // of the `sotay-data` JSON, in order
  | { type: 'apply'; characters: number; mode: RestoreMode; conflicts: ConflictChoice }
  | { type: 'undo'; name: string; seq: number };

export type BackgroundToRestore =
  | { type: 'stage'; stage: 'checking' | 'snapshot' | 'writing' }
  | { type: 'restored'; reply: Reply<RestoreResult> }
  | { type: 'undone'; reply: Reply };

export interface RestoreResult {
  counts: AllData['counts'];
  /** What an undo needs; null when there is nothing to go back to. */
  undo: { name: string; seq: number } | null;
}

export type DashboardView =
  | 'points'
  | 'cell'
  | 'meetings'
  | 'reports'
  | 'rubrics'
  | 'handin'
  | 'receive'
  | 'data'
  | 'privacy'
  | 'settings'
  | 'sites'
  | 'welcome'
  | 'manual';

export interface PanelPlacement {
  side: 'left' | 'right';
  /** Distance from the top edge as a fraction of the window height, 0–1. */
  top: number;
  collapsed: boolean;
}

export type PanelState =
  | 'noConsent'
  | 'unknownSite'
  | 'reading'
  | 'read'
  | 'nothingNew'
  | 'needsConfirm'
  | 'noPointsHere'
  | 'sessionEnded'
  | 'pageChanged'
  | 'secretPage'
  | 'steppedDown'
  | 'storageFailed'
  | 'locked';

/** All the overlay, popup and side panel show at a glance; nothing else is disclosed to a tab. */
export interface PanelView {
  state: PanelState;
  /** Host of the page in the tab, when it is one we may read, and whether a person taught it. */
  host: { name: string; taught: boolean } | null;
  site: { id: string; label: string; version: number; checkedAgainst: { vi: string; en: string } } | null;
  me: { name: string | null; role: string | null; unit: string | null };
  /** Last kept total of the user, wherever it came from. */
  points: ShownPoints | null;
  /** Points gained, null when there is nothing to tell from. */
  progress: {
    today: number | null;
    week: number | null;
    month: number | null;
    quarter: number | null;
    year: number | null;
  };
  target: {
    perMonth: number;
    done: number;
    expectedByNow: number;
    pace: 'ahead' | 'onTrack' | 'behind';
    neededPerDay: number | null;
  } | null;
  pending: PendingReading | null;
  /** `kept`: the rows are stored; else they were only looked at. */
  tables: { kind: TableKind; captured: number; total: number | null; complete: boolean; kept: boolean }[];
  reconciliation: {
    subject: 'myPoints' | 'memberCount' | 'rankingOrder';
    ours: number;
    theirs: number;
    difference: number;
    verdict: 'match' | 'differ';
    causes: string[];
  }[];
  skipped: { columns: string[]; secret: number };
  problems: { code: ProblemCode; part: string }[];
  cost: PageCost | null;
  placement: PanelPlacement;
  hideNumbers: boolean;
  /** The product goes by a plain name and icon. */
  neutral: boolean;
  language: 'vi' | 'en';
  theme: 'auto' | 'light' | 'dark';
  largeText: boolean;
}

export interface ShownPoints {
  total: number;
  raw: string;
  where: string;
  origin: string;
  site: string | null;
  siteVersion: number | null;
  /** ISO instant of the last time this total was seen. */
  readAt: string;
}

/** A reading that waits for a person: the first of a site, or one that breaks what held before. */
export interface PendingReading {
  id: string;
  total: number;
  previous: number | null;
  raw: string;
  where: string;
  name: string | null;
  role: string | null;
  unit: string | null;
  reasons: ('first' | 'fall' | 'leap' | 'name' | 'role' | 'unit' | 'site')[];
  readAt: string;
}
