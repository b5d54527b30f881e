/** What the dashboard asks of its worker and what it answers; plain data only. */
import type { DocumentId, FileFormat } from '@/lib/documents';
import type { ImportIssue } from '@/lib/importers';
import type { DocProfile } from '@/lib/model/doc-profile';
import type { Kdf } from '@/lib/model/lock';
import type { Period } from '@/lib/model/period';
import type { KnownTally, RankKey, RankMethod, ReadingRow, SourceInfo, Tally } from '@/lib/model/tally';
import type { Letterhead, WriteOptions } from '@/lib/formats';
import type { Comparison } from '@/lib/tally/compare';
import type { Doubt } from '@/lib/tally/identity';
import type { RosterEntry } from '@/lib/tally/match';
import type { ReviewItem } from '../roster/review-state';

/** A file as bytes or pasted text. */
export type ListInput = { name: string; bytes: ArrayBuffer } | { name: string; text: string };

/** What a list holds, before anything of it is saved. The rows themselves stay in the worker. */
export interface ListPreview {
  source: SourceInfo;
  rows: number;
  /** Rows that carry a dated total. */
  readings: number;
  droppedColumns: string[];
  ignoredColumns: string[];
  doubts: Doubt[];
  /** How many people `takePeople` has to give. */
  people: number;
}

/** What a list says last about one person besides points; `firstRow` is the person's first row in the list. */
export interface PersonFacts {
  firstRow: number;
  role: string | null;
  installed: boolean | null;
  eligible: boolean | null;
  reason: string | null;
  status: 'CHINH_THUC' | 'DU_BI' | null;
  loggedIn: boolean | null;
  joinedOn: string | null;
  leftOn: string | null;
}

/** One dated total of a list, ready to be saved under a member. */
export interface ListReading {
  memberId: string;
  row: ReadingRow;
}

/** A document to be written: made again in the worker from the same input, so that it equals what was shown. */
export interface DocumentAsk {
  id: DocumentId;
  input: unknown;
  profile: DocProfile;
  format: FileFormat;
  delimiter: ';' | ',';
}
export interface WrittenDocument {
  bytes: ArrayBuffer;
  mime: string;
  /** Neutral. */
  name: string;
}

export const EXPORT_KINDS = ['xlsx', 'csvSemicolon', 'csvComma', 'json'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export interface DeskCalls {
  /** The key a passphrase gives; slow on purpose. */
  deriveKey: { ask: { passphrase: string; kdf: Kdf }; answer: Uint8Array<ArrayBuffer> };
  readList: { ask: { input: ListInput; roster: RosterEntry[] }; answer: ListPreview };
  /** People of the last list from the n-th on, questions first, with what the list tells of them besides points. */
  takePeople: {
    ask: { from: number; limit: number };
    answer: { items: ReviewItem[]; facts: PersonFacts[] };
  };
  /** The readings of the last list for the people given by row index, from the n-th on. */
  takeReadings: {
    ask: { owners: { memberId: string; rows: number[] }[]; from: number; limit: number };
    answer: { readings: ListReading[]; total: number };
  };
  tally: {
    /** `unit` leaves out members of other units, null takes all; `label` is what the tally calls them. */
    ask: {
      database: string;
      /** Of the rows, when the store is locked and was unlocked. */
      key: Uint8Array | null;
      unit: string | null;
      label: string | null;
      period: Period;
      rankBy: RankKey;
      rankMethod: RankMethod;
      now: string;
    };
    /** `commit`: how far the store had come (`lastCommit`) before its rows were read. */
    answer: { known: KnownTally; commit: number };
  };
  /** The periods before and a year before, beside the tally given, and points of the last months for each of its rows. */
  compare: {
    ask: {
      database: string;
      key: Uint8Array | null;
      unit: string | null;
      known: KnownTally;
      now: string;
    };
    answer: { before: Comparison; yearAgo: Comparison; months: string[]; trends: (number | null)[][] };
  };
  exportTally: {
    ask: { tally: Tally; kind: ExportKind; letterhead: Letterhead; changes?: WriteOptions['changes'] };
    answer: { bytes: ArrayBuffer; mime: string; extension: string };
  };
  writeDocument: { ask: DocumentAsk; answer: WrittenDocument };
}
export type DeskCall = keyof DeskCalls;

/** Why a call failed: a refused list carries its problems. */
export type DeskFailure = { kind: 'import'; issues: ImportIssue[]; total: number } | { kind: 'failed'; detail: string };

export type ToDesk = { [K in DeskCall]: { id: number; call: K; ask: DeskCalls[K]['ask'] } }[DeskCall];
export type FromDesk = { id: number; answer: unknown } | { id: number; failure: DeskFailure };
