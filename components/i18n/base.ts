/** The texts of panel, popup and side panel, and of the widgets on every page: nothing of the desk gets in here. */
import { speaking } from './language';
import { textSet } from './text-set';
import { glance } from './vi/glance';
import { ui } from './vi/ui';

const vi = { ui, glance };

export const baseSet = textSet(vi, async () => {
  const [english, glanceEnglish] = await Promise.all([import('./en/ui'), import('./en/glance')]);
  return { ui: english.ui, glance: glanceEnglish.glance };
});
export const { LanguageProvider, textsOf, useText } = speaking(baseSet);
export { MaskProvider, useFormat, useLanguage } from './language';
export type BaseTexts = typeof vi;
