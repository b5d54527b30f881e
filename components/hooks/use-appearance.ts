/** Theme, text size and language of the whole document, as the settings say. */
import { useLayoutEffect } from 'preact/hooks';

export interface Appearance {
  theme: 'auto' | 'light' | 'dark';
  largeText: boolean;
  language: 'vi' | 'en';
}

/** Sets `data-theme`, `data-text` and `lang` on the root element; `auto` follows the computer. */
export function applyAppearance(root: HTMLElement, appearance: Appearance): void {
  if (appearance.theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = appearance.theme;
  if (appearance.largeText) root.dataset.text = 'large';
  else delete root.dataset.text;
  root.lang = appearance.language;
}

export function useAppearance({ theme, largeText, language }: Appearance): void {
  useLayoutEffect(
    () => applyAppearance(document.documentElement, { theme, largeText, language }),
    [theme, largeText, language],
  );
}
