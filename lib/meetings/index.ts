/** Public face of cell meetings: `sotay-dong-hanh/meetings`. */
export * from './attendance';
export * from './calendar-file';
export * from './clock';
export * from './deadlines';
export * from './edit';
export * from './from-capture';
export * from './invitation';
export * from './merge';
export * from './moments';
export * from './plan';
export * from './rules-of-cell';
export * from './share';
export * from './tasks';
export * from './votes';
export * from '../model/meeting';
export * from '../model/task';
