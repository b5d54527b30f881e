/** The printed page of a document (size, margins, page number) as rules of the browser, since @page cannot take measures from an element. */
import { useEffect } from 'preact/hooks';
import { pageOf } from '@/lib/documents/geometry';
import type { Paper } from '@/lib/documents/paper';

/** Rules for the named page of `.sheet`; kept apart so that they can be tested as text. */
export function pageRules(paper: Paper): string {
  const { pageNumber, fonts } = paper.profile;
  const { width, height, margins } = pageOf(paper);
  const number = `@top-center { content: counter(page); font-family: 'Times New Roman', 'Tinos', 'Liberation Serif', serif; font-size: ${fonts.pageNumber}pt; }`;
  const none = '@top-center { content: none; }';
  const shown = pageNumber.place === 'headerCentre';
  return [
    `@page sotay-sheet { size: ${width}mm ${height}mm; margin: ${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm; ${shown ? number : none} }`,
    ...(shown && !pageNumber.onFirst ? [`@page sotay-sheet:first { ${none} }`] : []),
  ].join('\n');
}

/** Holds the rules for as long as the document is shown. */
export function usePageRules(paper: Paper): void {
  const rules = pageRules(paper);
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [rules]);
}
