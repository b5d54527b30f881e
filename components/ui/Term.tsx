/** A small "?" beside a heading that opens, in place, what a term means. */
import { type Texts, useText } from '../i18n';

/** `about` names the explanation in the catalogue; at most one beside a heading. */
export function Term({ about }: { about: Exclude<keyof Texts['help'], 'what'> }) {
  const { help } = useText();
  const { term, text } = help[about];
  return (
    <details class="term no-print">
      <summary aria-label={help.what(term)} title={help.what(term)}>
        ?
      </summary>
      <p class="small">{text}</p>
    </details>
  );
}
