/** Public face of the Vietnamese text tools: `sotay-dong-hanh/vi`. */
export * from './clock';
export * from './dates';
export * from './names';
export * from './numbers';
export * from './text';
