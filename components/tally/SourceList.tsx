/** Where the figures of a tally came from: each source with its rows and days. */
import { useFormat, useText } from '@/components/i18n';
import type { Tally } from '@/lib/model/tally';

export function SourceList({ tally }: { tally: Tally }) {
  const { tally: t } = useText();
  const f = useFormat();
  return (
    <section class="stack-tight" aria-labelledby="sources-title">
      <h3 id="sources-title">{t.sources}</h3>
      <ul class="small reasons">
        {tally.sources.map((source, index) => {
          const days = source.from === null || source.to === null ? '' : `${f.day(source.from)} – ${f.day(source.to)}`;
          return (
            <li key={index} class="wrap-anywhere">
              {t.sourceLine(source.name, t.sourceKinds[source.kind], f.number(source.rows), days)}
              {source.detail === null ? '' : ` (${source.detail})`}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
