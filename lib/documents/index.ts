/** Documents of a cell: made from plain input, checked, written as DOCX, XLSX or CSV: `sotay-dong-hanh/documents`. */
export { DocumentInputError, type FileFormat, type MadeDocument } from './define-document';
export {
  DEFINITIONS,
  type DocumentId,
  type DocumentInputs,
  type DocumentKind,
  inputSchema,
  isDocumentId,
  makeDocument,
  makeFromUnknown,
} from './make';
export { type DocumentFile, type FileOptions, writeDocument } from './write';
export { CAP_DENOMINATORS, type CapDenominator, type CapResult, type GradeCounts, checkCap } from './cap';
export { FINDING_CODES, type Finding, type FindingCode, type Severity } from './findings';
export {
  DOCUMENT_TYPES,
  type DocumentType,
  NumberingError,
  type RegisterEntry,
  doubleNumbers,
  nextNumber,
  numberLine,
  numberingScope,
} from './numbering';
export type { Block, Paper, PaperColumn, PaperRow, PaperTable, Signature, Value } from './paper';
export {
  type DocProfile,
  DocProfileError,
  checkDocProfile,
  copyDocProfile,
  docProfileSchema,
  parseDocProfile,
  writeDocProfile,
} from '../model/doc-profile';
export { DEFAULT_DOC_PROFILE, DOC_PROFILES, findDocProfile } from '../rules/doc-profiles';
