/** Texts and formats of the interface in two languages. */
export { formatFor, type Format } from './format';
export { LanguageProvider, MaskProvider, textsOf, useFormat, useLanguage, useMasked, useText } from './language';
export type { Texts } from './vi';
