/** Inputs of documents from the records of the desk. */
export * from './meeting-papers';
export * from './period-reports';
export * from './reported-period';
export * from './rubric-facts';
export * from './settled-score';
export * from './source';
