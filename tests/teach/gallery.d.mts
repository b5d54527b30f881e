/** Types of gallery.mjs. */
export const LIBRARIES: readonly string[];

/** Builds the gallery's pages and serves them at the root of a port of 127.0.0.1; `url` ends with a slash. */
export function serveGallery(): Promise<{ url: string; close: () => void }>;
