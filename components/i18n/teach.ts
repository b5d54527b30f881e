/** The texts of teaching a page: the picker over the page and the view that saves, each loaded when somebody teaches. */
import { baseSet } from './base';
import { speaking } from './language';
import { textSet } from './text-set';
import { picker } from './vi/picker';
import { teach } from './vi/teach';

const vi = { ...baseSet.of('vi'), picker, teach };

export const teachSet = textSet(vi, async () => {
  const [base, { picker }, { teach }] = await Promise.all([
    baseSet.load('en').then(() => baseSet.of('en')),
    import('./en/picker'),
    import('./en/teach'),
  ]);
  return { ...base, picker, teach };
}, [baseSet]);
export const { LanguageProvider, useText } = speaking(teachSet);
export { useFormat, useLanguage } from './language';
export type TeachTexts = typeof vi;
