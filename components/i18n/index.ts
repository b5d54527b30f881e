/** All texts and formats of the interface; a part that also stands beside the handbook takes those of its own set. */
import { baseSet } from './base';
import { speaking } from './language';
import { teachSet } from './teach';
import { textSet } from './text-set';
import { vi } from './vi';

const all = textSet(vi, async () => (await import('./en')).en, [baseSet, teachSet]);

export const { LanguageProvider, loadTexts, textsOf, useText } = speaking(all);
export { formatFor, type Format } from './format';
export { MaskProvider, useFormat, useLanguage, useMasked } from './language';
export type { Texts } from './vi';
