/** The title of our page: the product's name, or a plain one that tells nothing. */
import { useEffect } from 'preact/hooks';
import { NAMES } from '@/lib/model/product-names';

export function useTitle(neutral: boolean, language: 'vi' | 'en'): void {
  useEffect(() => {
    document.title = NAMES[neutral ? 'plain' : 'full'][language];
  }, [neutral, language]);
}
