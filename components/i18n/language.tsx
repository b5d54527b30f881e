/** The language in use: `LanguageProvider` of a set gives it, `useText` and `useFormat` follow it at run time. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { type Format, formatFor, maskedFormat } from './format';
import type { Language, TextSet } from './text-set';
import type { glance } from './vi/glance';
import type { ui } from './vi/ui';

const LanguageContext = createContext<Language>('vi');
const NeutralContext = createContext(false);
const MaskContext = createContext(false);

/** What every set holds. */
export interface BaseTexts {
  ui: typeof ui;
  glance: typeof glance;
}

interface ProviderProps {
  /** Null while it is not known: what shows by then speaks Vietnamese. Left out, it is that of the provider around. */
  language?: Language | null;
  /** The product goes by its plain name. */
  neutral?: boolean;
  children: ComponentChildren;
}

/** The ways to the texts of one set, for the components that are loaded with it. */
export function speaking<T extends BaseTexts>(set: TextSet<T>) {
  const plain = new Map<T, T>();
  const plainOf = (texts: T): T => {
    const made = plain.get(texts) ?? plainTexts(texts);
    plain.set(texts, made);
    return made;
  };
  /** With `neutral` the product goes by its plain name; English only once it was loaded. */
  const textsOf = (language: Language, neutral = false): T => (neutral ? plainOf(set.of(language)) : set.of(language));
  return {
    textsOf,
    loadTexts: (language: Language) => set.load(language),
    /** The texts of the language in use: `const text = useText(); text.ui.save`. */
    useText: (): T => textsOf(useContext(LanguageContext), useContext(NeutralContext)),
    /** Changes the language once its texts are there; nothing is drawn in another one before the first. */
    LanguageProvider(props: ProviderProps) {
      const around = useContext(LanguageContext);
      const aroundNeutral = useContext(NeutralContext);
      const { language: wanted = around, neutral = aroundNeutral } = props;
      const language = useLoaded(set, wanted);
      if (language === null) return null;
      return (
        <LanguageContext.Provider value={language}>
          <NeutralContext.Provider value={neutral}>{props.children}</NeutralContext.Provider>
        </LanguageContext.Provider>
      );
    },
  };
}

/** The language to show: the wanted one when its texts are there, else the one before; null before the first. */
function useLoaded(set: TextSet<unknown>, wanted: Language | null): Language | null {
  const shown = useRef<Language | null>(null);
  const [, setLoaded] = useState(0);
  useEffect(() => {
    if (wanted === null || set.has(wanted)) return;
    let left = false;
    set.load(wanted).then(
      () => left || setLoaded((count) => count + 1),
      () => {
        // Vietnamese rather than an empty page.
        shown.current ??= 'vi';
        if (!left) setLoaded((count) => count + 1);
      },
    );
    return () => void (left = true);
  }, [set, wanted]);
  if (wanted === null) return shown.current ?? 'vi';
  if (set.has(wanted)) shown.current = wanted;
  return shown.current;
}

function plainTexts<T extends BaseTexts>(texts: T): T {
  const { ui, glance } = texts;
  const { frame } = glance;
  return {
    ...texts,
    ui: { ...ui, productName: ui.plainName },
    glance: { ...glance, frame: { ...frame, title: ui.plainName, expand: frame.expandPlain } },
  };
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
