/** Documents of a cell: made from plain input, checked, written as DOCX, XLSX or CSV: `sotay-dong-hanh/documents`. */
export { DocumentInputError, type FileFormat, type MadeDocument } from './define-document';
export {
  DEFINITIONS,
  type DocumentId,
  type DocumentInputs,
  type DocumentKind,
  isDocumentId,
  makeDocument,
  makeFromUnknown,
} from './make';
export { type DocumentFile, type FileOptions, writeDocument } from './write';
