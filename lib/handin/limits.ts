/** How large a hand-in may be; known to pages without loading what opens it. */

/** Largest file opened, in bytes: ten times what a year of daily readings takes. */
export const MAX_HAND_IN_BYTES = 64 * 1024;
/** Most bytes unpacked from one file. */
export const MAX_UNPACKED_BYTES = 256 * 1024;
/** A header with two recipients has about 300 bytes; each further one costs a curve operation. */
export const MAX_HEADER_BYTES = 4 * 1024;
/** Longest text of a recipient card. */
export const MAX_CARD_CHARS = 8 * 1024;
/** How far a sender's clock may be ahead. */
export const CLOCK_TOLERANCE_MS = 24 * 3_600_000;
