/** Public face of the tally: `sotay-dong-hanh/tally`. */
export * from './anonymous';
export * from './closing';
export * from './compare';
export * from './compute';
export * from './figures';
export * from './identity';
export * from './match';
export * from './progress';
export * from './reconcile';
export * from './runs';
export * from './twins';
export * from './visiting';
export * from '../model/tally';
export * from '../model/period';
