/** The lock: rows sealed under a key, and that key under a passphrase. */
export * from './base64';
export * from './lock-record';
export * from './sealer';
