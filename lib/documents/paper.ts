/** A document as data: what stands on the paper, without saying how a program writes it. Every writer draws exactly this. */
import type { DocProfile } from '../model/doc-profile';

/** A typed value of a cell; `rate` is a fraction (0.955 is 95,5%), never clamped. */
export type Value = string | number | { day: string } | { rate: number } | null;

export interface HeadCell {
  text: string;
  /** Columns covered; default 1. */
  span?: number;
  /** Header rows covered; default 1. */
  down?: number;
}

export interface PaperColumn {
  id: string;
  /** Plain name, for files that have one header row. */
  title: string;
  /** Share of the table's width. */
  width: number;
  align: 'start' | 'centre' | 'end';
}

/** `plain`: one line per thing; `total`: sums, printed bold; `group`: a heading over the lines below it. */
export interface PaperRow {
  kind: 'plain' | 'total' | 'group';
  cells: readonly Value[];
}

export interface PaperTable {
  kind: 'table';
  /** Name of its sheet and the label for screen readers. */
  name: string;
  /** Shown above it; null when the document's title says it. */
  caption: string | null;
  columns: readonly PaperColumn[];
  /** Header rows as printed; cells covered from above or the left are left out. */
  head: readonly (readonly HeadCell[])[];
  rows: readonly PaperRow[];
}

export type Block =
  | {
      kind: 'paragraph';
      text: string;
      align?: 'justify' | 'centre' | 'start';
      bold?: boolean;
      italic?: boolean;
      indent?: boolean;
    }
  /** 1: `I-`, 2: `1.`, 3: `a)`; the mark is part of the text. */
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'list'; items: readonly string[] }
  | PaperTable;

export interface Signature {
  /** Bold line above the title (`T/M CHI BỘ`, `NGƯỜI GHI BIÊN BẢN`). */
  head: string;
  /** `BÍ THƯ`; null when the head says all. */
  title: string | null;
  /** Null leaves the place empty. */
  name: string | null;
}

export interface Paper {
  /** Which definition made it. */
  definition: string;
  profile: DocProfile;
  landscape: boolean;
  header: {
    /** The body above, as its own name; drawn in capitals. */
    superior: string | null;
    body: string;
    /** `Số 05-NQ/CB`, or null for a paper without a number. */
    number: string | null;
    placeDate: string;
  };
  /** A line to be taken out before the paper is signed; null when it is no draft. */
  draft: string | null;
  title: { type: string; abstract: readonly string[] };
  blocks: readonly Block[];
  closing: {
    /** Lines under "Nơi nhận:", without dashes; null leaves the block out. */
    recipients: readonly string[] | null;
    /** From left to right. */
    signatures: readonly Signature[];
  };
  /** Notes under the text, above the signature: how figures came about, that they are for reference. */
  notes: readonly string[];
  /** Each on a page of its own, after the signature. */
  appendices: readonly { title: string; blocks: readonly Block[] }[];
  /** When it was made, an ISO instant: the time written into the file. */
  madeAt: string;
}

/** All tables in order. */
export function tablesOf(paper: Paper): PaperTable[] {
  const blocks = [...paper.blocks, ...paper.appendices.flatMap((one) => one.blocks)];
  return blocks.filter((block) => block.kind === 'table');
}
