/** What a document definition is: an id, the input it is filled from, the paper it gives and the checks before it leaves. */
import type * as z from 'zod';
import type { DocProfile } from '../model/doc-profile';
import type { Finding } from './findings';
import type { DocumentType } from './numbering';
import type { Paper } from './paper';

export type FileFormat = 'docx' | 'xlsx' | 'csv';

/** A document with what was found about it. */
export interface MadeDocument {
  paper: Paper;
  findings: readonly Finding[];
  /** Name of its file, without the extension. */
  file: string;
}

export interface DocumentDefinition<Id extends string = string, Input = never> {
  id: Id;
  label: { vi: string; en: string };
  /** What it is numbered as; null for lists and papers without a number. */
  type: DocumentType | null;
  /** Spreadsheets only where the document is a table. */
  formats: readonly FileFormat[];
  /** Its file name without the extension (file-name.ts): tells papers of one day apart, and never whose it is. */
  file(input: Input): string;
  schema: z.ZodType<Input>;
  /** The document; every number in it comes from the input or is counted from it. */
  build(input: Input, profile: DocProfile): Paper;
  /** What should be looked at before it leaves. */
  check(input: Input, profile: DocProfile): Finding[];
}

/** Declares a document; the list stands in index.ts. */
export function defineDocument<Id extends string, Input>(
  definition: DocumentDefinition<Id, Input>,
): DocumentDefinition<Id, Input> {
  return definition;
}

/** Input that does not fit its document; `issues` name each place and what is wrong there. */
export class DocumentInputError extends Error {
  override name = 'DocumentInputError';
  constructor(
    readonly definition: string,
    readonly issues: readonly string[],
  ) {
    super(issues.join('\n'));
  }
}
