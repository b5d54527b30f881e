/** Types of build.mjs. */
import type { Skin } from './server.mjs';

/** Where the built skins are. */
export const OUTPUT: string;
/** All skins in the order of their ports. */
export const SKINS: readonly Skin[];

/** Builds the skins that are not up to date; resolves to the names of those built. */
export function buildHandbook(skins?: readonly Skin[]): Promise<Skin[]>;
