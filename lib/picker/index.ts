/** Public face of the picker; `Picker` in types.ts says what each function does. */
import { buildSite, reteach } from './build-site';
import { describeCandidates } from './candidates';
import { adjustList, deriveList } from './derive-list';
import { derivePart } from './derive-part';
import { guessList, guessPart } from './guess';
import type { Picker } from './types';

export { adjustList, buildSite, deriveList, derivePart, describeCandidates, guessList, guessPart, reteach };
export type * from './types';

/** All of it as one value, so that the compiler compares it with what is promised. */
export const PICKER = {
  describeCandidates,
  derivePart,
  deriveList,
  adjustList,
  guessPart,
  guessList,
  buildSite,
  reteach,
} satisfies Picker;
