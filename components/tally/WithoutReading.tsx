/** Who has no reading up to the end of the period, and why, as far as the roster tells. */
import { useText } from '@/components/i18n';
import type { Tally } from '@/lib/model/tally';
import { reasonText } from './member-notes';

export function WithoutReading({ tally }: { tally: Tally }) {
  const { tally: t } = useText();
  const without = tally.members.filter((one) => one.closing === null);
  return (
    <section class="stack-tight" aria-labelledby="without-title">
      <h3 id="without-title">{t.without}</h3>
      {without.length === 0 ? (
        <p>{t.withoutNone}</p>
      ) : (
        <ul class="columns-list">
          {without.map((one, index) => (
            <li key={index}>
              {one.name}: <span class="soft">{one.reason === null ? t.withoutWhy : reasonText(one.reason, t)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
