/** What an export format is: an id, a name people know, an ending, and a writer from tally to bytes. */
import type { Tally } from '../model/tally';
import type { TallyChanges } from '../tally/closing';

/** Who heads and signs the printed sheet; everything has a neutral default. */
export interface Letterhead {
  /** Body above the cell, e.g. `Đảng ủy xã Đông Trà`. */
  superior?: string;
  /** Place of the date line, e.g. `Đông Trà`. */
  place?: string;
  /** `BÍ THƯ` or `PHÓ BÍ THƯ`. Default `BÍ THƯ`. */
  signerTitle?: string;
  /** Name under the signature. */
  signerName?: string;
  /** Lines under "Nơi nhận:". */
  recipients?: readonly string[];
}

export interface WriteOptions {
  letterhead?: Letterhead;
  /** What is told otherwise than in an earlier report of the period: a sheet (XLSX) or a section (CSV) of its own. */
  changes?: { since: number; reason: string; changes: TallyChanges };
  /** CSV only: `;` with decimal commas as Vietnamese Excel expects (default), or `,` with decimal points. */
  delimiter?: ';' | ',';
}

export interface TallyFormat {
  id: 'xlsx' | 'csv' | 'json' | 'markdown';
  label: { vi: string; en: string };
  /** With the dot. */
  extension: `.${string}`;
  mime: string;
  /** The file. The same tally and options give the same bytes; the time written is the tally's `generatedAt`. */
  write(tally: Tally, options?: WriteOptions): Promise<Uint8Array>;
}

/** Declares a format; the list stands in index.ts. */
export function defineFormat(format: TallyFormat): TallyFormat {
  return format;
}
