/** Public face of the package: read files of points, tally them, export them. */
export * from './importers';
export * from './tally';
export * from './formats';
export * from './vi';
export { FIELD_TERMS, TERMS, type FieldName, type Term } from './model/glossary';
