/** A document as a file: picks the writer and loads it when it is first wanted, as DOCX is heavy. */
import type { FileFormat } from './define-document';
import type { Paper } from './paper';

export interface DocumentFile {
  bytes: Uint8Array;
  mime: string;
  extension: `.${FileFormat}`;
}

export interface FileOptions {
  /** CSV only: `;` with decimal commas as Vietnamese Excel expects (default), or `,` with decimal points. */
  delimiter?: ';' | ',';
}

/** The file. The same paper and options give the same bytes. */
export async function writeDocument(
  paper: Paper,
  format: FileFormat,
  options: FileOptions = {},
): Promise<DocumentFile> {
  if (format === 'docx') {
    const { DOCX_MIME, writeDocx } = await import('./docx');
    return { bytes: await writeDocx(paper), mime: DOCX_MIME, extension: '.docx' };
  }
  if (format === 'xlsx') {
    const { XLSX_MIME, writeXlsx } = await import('./xlsx');
    return { bytes: writeXlsx(paper), mime: XLSX_MIME, extension: '.xlsx' };
  }
  const { CSV_MIME, writeCsv } = await import('./csv');
  return { bytes: writeCsv(paper, options.delimiter ?? ';'), mime: CSV_MIME, extension: '.csv' };
}
