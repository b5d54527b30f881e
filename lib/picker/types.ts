/** What the picker hands to its frame: plain JSON, stable codes, and elements only where the mask must be drawn. */
import type { CellValue, TableKind } from '../model/observation';
import type { FieldName } from '../model/glossary';
import type { Site } from '../model/site';
import type { CellParser } from '../model/site-grammar';
import type { Anchor, PartKind, TaughtList, TaughtPart } from '../model/taught';

export type { Anchor, PartKind, TaughtList, TaughtPart } from '../model/taught';

/** Rough kind of an element, to be worded by the interface. */
export type CandidateKind =
  | 'number'
  | 'text'
  | 'label'
  | 'cell'
  | 'header'
  | 'row'
  | 'listItem'
  | 'table'
  | 'list'
  | 'picker'
  | 'picture'
  | 'field'
  | 'area';

/** One step of the chain that arrows walk through; `element` stays in the page's world, the rest may be sent. */
export interface Candidate {
  element: Element;
  kind: CandidateKind;
  /** At most 80 characters of its text as a person reads it; '' when it holds none, or only what is never read. */
  sample: string;
  /** Elements of the same shape beside it, itself included: 34 for one row of 34. */
  alike: number;
  /** May not be taken (password, hidden input, our own frame); arrows pass over it. */
  barred: boolean;
}

export interface Candidates {
  /** Narrowest first; each holds the one before. Wrappers that add nothing are left out. */
  chain: Candidate[];
  /** Index in `chain` to start from: the smallest that says something. */
  start: number;
}

/** Why a part or a list cannot be taught as pointed at. */
export type DeriveProblem =
  /** Nothing to read in it. */
  | 'empty'
  /** Points, counts: not one exact whole number. */
  | 'notANumber'
  /** More than one number or line stands in it: point closer. */
  | 'tooWide'
  /** Does not read like a name, a role or a unit. */
  | 'notLikeThat'
  /** Data that is never read (deny-list). */
  | 'denied'
  /** Carries a secrecy mark. */
  | 'secret'
  /** Password or hidden field. */
  | 'barred'
  /** No label or other sign of meaning near it: it could not be told from its neighbours later. */
  | 'noMeaning'
  /** Fewer than two independent ways to find it again. */
  | 'tooVague'
  /** Found again, the page shows something else: it is not unique. */
  | 'notUnique'
  /** The page is still loading, or it is a sign-in page. */
  | 'notReady'
  /** No list around it. */
  | 'noList'
  /** The list has a shape the reader cannot follow (unfolding rows, cells over several rows). */
  | 'shape'
  /** No column of it can be read. */
  | 'noColumns'
  /** The kind needs a column that was not found (`missingFields`). */
  | 'missingColumn'
  /** A cell does not read exactly (`where`). */
  | 'refusedValue'
  /** Order numbers, ranks and totals contradict each other. */
  | 'inconsistent'
  /** More than one pass may look at. */
  | 'tooLarge';

export type PartResult =
  | {
      ok: true;
      part: TaughtPart;
      /** As it would be stored. */
      value: string | number;
      /** Elements to light up: the value, and the label it is known by. */
      element: Element;
      label: string;
    }
  | { ok: false; problem: DeriveProblem };

/** What is in doubt about a list that can be taught all the same. */
export type ListDoubt =
  /** Neither a total nor a pager was found: it will never be called complete. */
  | 'noTotal'
  /** Only a window of the rows is in the page: rows come as the person scrolls. */
  | 'windowed'
  /** The list goes on on other pages. */
  | 'paged'
  /** The kind was chosen by the columns, and another fits nearly as well. */
  | 'kindUnsure'
  /** No headers: columns are told apart by their place and kind of text only. */
  | 'noHeaders'
  /** A search or a choice narrows the list now. */
  | 'narrowed'
  /** Some columns have headers the dictionary does not know. */
  | 'unknownColumns'
  /** Rows with secrecy marks were left out. */
  | 'secretRows';

export interface ProposedColumn {
  /** Number of the column as the page shows it, from 1: the key for corrections. */
  column: number;
  /** Header as shown, '' for none. */
  header: string;
  /** Field proposed, null: not read. */
  field: FieldName | null;
  parse: CellParser | null;
  state:
    /** Known header. */
    | 'known'
    /** Guessed from the texts in it. */
    | 'guessed'
    /** Chosen by the person. */
    | 'chosen'
    /** Not read: nobody knows what it is. */
    | 'unknown'
    /** Dropped by the person. */
    | 'dropped'
    /** Never read. */
    | 'denied'
    /** Nothing but buttons or blanks. */
    | 'bare';
  /** Fields and parsers a person may choose for it, the fitting ones first. */
  choices: { field: FieldName; parse: CellParser }[];
}

/** Corrections of a person, by column number. */
export type ColumnChoice = { column: number; field: FieldName; parse: CellParser } | { column: number; drop: true };

export interface ListProposal {
  kind: TableKind;
  list: TaughtList;
  columns: ProposedColumn[];
  /** Rows in the page now, and how many the page says there are. */
  count: number;
  total: number | null;
  paged: boolean;
  complete: boolean;
  /** The first rows as they would be stored: field → value; at most 20. */
  sample: Record<string, CellValue>[];
  doubts: ListDoubt[];
  /** To be lit up. */
  element: Element;
  rows: Element[];
}

export type ListResult =
  | { ok: true; proposal: ListProposal }
  | {
      ok: false;
      problem: DeriveProblem;
      /** Columns as far as they are known, so that a person can correct them and try again. */
      columns: ProposedColumn[];
      missingFields: FieldName[];
      /** Row and column number of the first cell that does not read exactly; never its text. */
      where: { row: number; column: number } | null;
      element: Element | null;
    };

/** The best guess for a part that broke: where to start “chỉ lại”. */
export interface Guess {
  element: Element;
  /** How many of its anchors still point here. */
  anchors: number;
  survivors: Anchor['by'][];
}

/** What goes into a site. */
export interface SiteParts {
  host: string;
  /** Day, `2026-11-25`. */
  day: string;
  parts: TaughtPart[];
  lists: TaughtList[];
  leapLimit: number | null;
}

/** Everything `lib/picker/index.ts` exports, in the order it is used. `url` is the page's address; only its path is kept. */
export interface Picker {
  /** For an element under the pointer: what arrows walk through. */
  describeCandidates(element: Element): Candidates;
  /** Never throws for anything a page contains. */
  derivePart(doc: Document, url: string, element: Element, what: PartKind): PartResult;
  /** `elements`: one or more things pointed at in one row, or the list itself. `kind` null: by its columns. */
  deriveList(doc: Document, url: string, elements: readonly Element[], kind: TableKind | null): ListResult;
  /** The same list with corrections; all choices so far each time. */
  adjustList(
    doc: Document,
    url: string,
    elements: readonly Element[],
    kind: TableKind | null,
    choices: readonly ColumnChoice[],
  ): ListResult;
  /** Where a part that broke most likely stands now; null when no anchor points anywhere. */
  guessPart(doc: Document, part: TaughtPart): Guess | null;
  /** Where a list that broke most likely stands now: its element, to be given to `deriveList`. */
  guessList(doc: Document, list: TaughtList): Guess | null;
  /** A site for one host. Check with `parseSite(exportSite(site))` on the trusted side. */
  buildSite(taught: SiteParts): Site;
  /** The same site with parts and lists of the same meaning replaced and its `siteVersion` raised. */
  reteach(site: Site, taught: Pick<SiteParts, 'day' | 'parts' | 'lists'>): Site;
}
