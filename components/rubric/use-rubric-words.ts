/** The words of the language in use, and those of notes, which go into Vietnamese documents whatever the language. */
import { useMemo } from 'preact/hooks';
import { formatFor, textsOf, useFormat, useText } from '@/components/i18n';
import { type RubricWords, rubricWords } from './words';

export function useRubricWords(): RubricWords {
  const texts = useText();
  const format = useFormat();
  return useMemo(() => rubricWords(texts, format), [texts, format]);
}

/** For notes kept in a sheet. */
export const noteWords: RubricWords = rubricWords(textsOf('vi'), formatFor('vi'));
