/** The language in use: `LanguageProvider` sets it, `useText` and `useFormat` follow it at run time. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en } from './en';
import { type Format, formatFor, maskedFormat } from './format';
import { type Texts, vi } from './vi';

export type Language = 'vi' | 'en';

const LanguageContext = createContext<Language>('vi');

const NeutralContext = createContext(false);
const MaskContext = createContext(false);

export function LanguageProvider(props: { language: Language; neutral?: boolean; children: ComponentChildren }) {
  return (
    <LanguageContext.Provider value={props.language}>
      <NeutralContext.Provider value={props.neutral === true}>{props.children}</NeutralContext.Provider>
    </LanguageContext.Provider>
  );
}

/** Beneath it `useFormat` hides every number while `masked`. */
export function MaskProvider(props: { masked: boolean; children: ComponentChildren }) {
  return <MaskContext.Provider value={props.masked}>{props.children}</MaskContext.Provider>;
}

/** True where numbers are hidden: text that quotes a page, say, is left out then. */
export function useMasked(): boolean {
  return useContext(MaskContext);
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The texts of the language in use: `const text = useText(); text.ui.save`. */
export function useText(): Texts {
  return textsOf(useContext(LanguageContext), useContext(NeutralContext));
}

/** With `neutral` the product goes by its plain name. */
export function textsOf(language: Language, neutral = false): Texts {
  const texts = language === 'en' ? en : vi;
  return neutral ? plainTexts(texts) : texts;
}

const plain = new Map<Texts, Texts>();

function plainTexts(texts: Texts): Texts {
  const known = plain.get(texts);
  if (known) return known;
  const { ui, glance } = texts;
  const { frame } = glance;
  const made: Texts = {
    ...texts,
    ui: { ...ui, productName: ui.plainName },
    glance: { ...glance, frame: { ...frame, title: ui.plainName, expand: frame.expandPlain } },
  };
  plain.set(texts, made);
  return made;
}

const masks = new Map<Format, Format>();

function maskedFor(format: Format): Format {
  const known = masks.get(format) ?? maskedFormat(format);
  masks.set(format, known);
  return known;
}

/** Numbers, days and times as the language in use writes them. */
export function useFormat(): Format {
  const format = formatFor(useContext(LanguageContext));
  return useContext(MaskContext) ? maskedFor(format) : format;
}
