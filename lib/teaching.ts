/** What the parts of the extension tell each other while a person points at things: types only, plain JSON. */
import type { CellValue, TableKind } from './model/observation';
import type { PartKind, TaughtList, TaughtPart } from './model/taught';
import type { CandidateKind, ColumnChoice, DeriveProblem, ListDoubt, ProposedColumn } from './picker/types';

export type { ColumnChoice, DeriveProblem, ListDoubt, PartKind, ProposedColumn };

/** What the person says it is: one value, or a list (`null`: told by its columns). */
export type What = { part: PartKind } | { list: TableKind | null };

/** In CSS pixels of the page's window. */
export interface LightBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What is lit in the page. `seq` names this light: only what was drawn can be taken. */
export interface Lit {
  seq: number;
  box: LightBox;
  kind: CandidateKind;
  /** At most 80 characters. */
  sample: string;
  alike: number;
  barred: boolean;
  wider: boolean;
  narrower: boolean;
}

/** Why there is nothing lit: the picker is covered or moved; nothing there; no more in this direction within the window. */
export type LightFailure = 'disturbed' | 'nothing' | 'end';
export type LitAnswer = { ok: true; lit: Lit } | { ok: false; why: LightFailure };

export type Step = 'next' | 'previous' | 'wider' | 'narrower';

// --- picker frame ↔ background (runtime.connect, port name 'picker') ------------------------------------------------------

export type PickerToBackground =
  | { type: 'watchPicking' } // sends picking
  | { type: 'point'; x: number; y: number }
  | { type: 'step'; by: Step }
  | { type: 'look' } // where what is lit stands now
  | { type: 'take'; seq: number }
  | { type: 'rest'; height: number; side: 'top' | 'bottom' } // the page is free but for the bar
  | { type: 'resume' }
  | { type: 'leave' };

export type BackgroundToPicker =
  | {
      type: 'picking';
      what: What;
      again: boolean;
      look: { theme: 'auto' | 'light' | 'dark'; largeText: boolean; language: 'vi' | 'en' };
    }
  | { type: 'lit'; answer: LitAnswer; for: 'point' | 'step' | 'look' | 'resume' }
  | { type: 'refused'; problem: DeriveProblem }
  | { type: 'ended'; why: PickingEnd };

/** How a picking ended. `left`: by the person; `gone`: tab, page or extension went away. */
export type PickingEnd = 'taken' | 'left' | 'disturbed' | 'gone';

// --- background → teacher.js (tabs.sendMessage, answered) -----------------------------------------------------------------

export type BackgroundToTeacher =
  | { type: 'areYouThere' }
  | { type: 'beginPicking'; id: string; guess: { part: TaughtPart } | { list: TaughtList } | null }
  | { type: 'light'; by: { x: number; y: number } | Step | 'look' } // → LitAnswer
  | { type: 'takeLit'; seq: number; pick: string; what: What } // → TakeAnswer
  | { type: 'adjustTaken'; pick: string; kind: TableKind; choices: ColumnChoice[] } // → TakenList | null when the page moved on
  | { type: 'restPicker'; height: number; side: 'top' | 'bottom' }
  | { type: 'resumePicker' } // → LitAnswer
  | { type: 'endPicking'; id: string | null };

export type TakeAnswer =
  | { type: 'part'; part: TaughtPart; value: string | number; label: string }
  | { type: 'list'; list: TakenList }
  | { type: 'refused'; problem: DeriveProblem }
  | { type: 'disturbed' };

/** A list as derived: to be kept, or with what is to be corrected first. */
export interface TakenList {
  kind: TableKind | null;
  /** Null while it cannot be read. */
  list: TaughtList | null;
  problem: DeriveProblem | null;
  missingFields: string[];
  where: { row: number; column: number } | null;
  columns: ProposedColumn[];
  count: number;
  total: number | null;
  complete: boolean;
  sample: Record<string, CellValue>[];
  doubts: ListDoubt[];
}

// --- background → own pages ----------------------------------------------------------------------------------------------

/** All a teaching view shows of one tab. */
export interface TeachingState {
  tabId: number;
  /** Host of the page in that tab; null when none of ours is there. */
  host: string | null;
  /** Whether it can be taught now, and if not, why. */
  can: 'yes' | 'noPage' | 'notGranted' | 'noConsent' | 'locked';
  /** A person asked for the teaching view of this tab. */
  open: boolean;
  /** What is being pointed at in the page just now. */
  picking: What | null;
  /** How the last pointing ended, when that is worth a word. */
  ended: PickingEnd | null;
  parts: TaughtPartState[];
  lists: TaughtListState[];
  leapLimit: number | null;
  /** Something differs from what is kept for this host. */
  unsaved: boolean;
  /** A site is kept for this host. */
  kept: boolean;
  /** Of all that would be saved; to be sent back with the order to save. */
  digest: string;
}

export interface TaughtPartState {
  what: PartKind;
  /** As it would be stored; null for one kept before and not pointed at now. */
  value: string | number | null;
  label: string;
  /** Independent ways to find it again. */
  anchors: number;
  /** Kept for this host and not pointed at again since. */
  kept: boolean;
}

export interface TaughtListState {
  /** Names this list among the lists of the tab. */
  key: string;
  kept: boolean;
  path: string;
  taken: TakenList;
}

/** Largest leap a person may allow. */
export const MOST_LEAP = 1_000_000;
