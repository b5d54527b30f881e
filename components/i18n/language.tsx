/** The language in use: `LanguageProvider` sets it, `useText` and `useFormat` follow it at run time. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './en';
import { type Format, formatFor } from './format';
import { type Texts, vi } from './vi';

export type Language = 'vi' | 'en';

const LanguageContext = createContext<Language>('vi');

export function LanguageProvider(props: { language: Language; children: ComponentChildren }) {
  return <LanguageContext.Provider value={props.language}>{props.children}</LanguageContext.Provider>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The texts of the language in use: `const text = useText(); text.ui.save`. */
export function useText(): Texts {
  return textsOf(useContext(LanguageContext));
}

export function textsOf(language: Language): Texts {
  return language === 'en' ? en : vi;
}

/** Numbers, days and times as the language in use writes them. */
export function useFormat(): Format {
  return formatFor(useContext(LanguageContext));
}
