/** Texts that are loaded together: Vietnamese with the code that shows them, English once somebody wants it. */

export type Language = 'vi' | 'en';

export interface TextSet<T> {
  /** Vietnamese stands in until English was loaded. */
  of(language: Language): T;
  /** Whether all texts of the language are there, those of the sets it builds on included. */
  has(language: Language): boolean;
  /** Rejects when a file of the extension cannot be read, after an update under an open page say. */
  load(language: Language): Promise<void>;
}

/** What builds on another set holds its texts too, so that parts of both sets stand on one page. */
export function textSet<T>(vi: T, loadEnglish: () => Promise<T>, buildsOn: TextSet<unknown>[] = []): TextSet<T> {
  let en: T | null = null;
  return {
    of: (language) => (language === 'en' && en !== null ? en : vi),
    has: (language) => language === 'vi' || (en !== null && buildsOn.every((set) => set.has(language))),
    async load(language) {
      if (language === 'vi') return;
      const [loaded] = await Promise.all([loadEnglish(), ...buildsOn.map((set) => set.load(language))]);
      // Kept from the first time: what is drawn is told apart by identity.
      en ??= loaded;
    },
  };
}
