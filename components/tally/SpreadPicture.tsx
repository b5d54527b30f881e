/** How points spread over the cell: one bar per band, each with its words; prints in black. */
import { useFormat, useText } from '@/components/i18n';
import { bandsOf } from './distribution';

export function SpreadPicture({ values }: { values: readonly number[] }) {
  const { tally: t } = useText();
  const f = useFormat();
  const bands = bandsOf(values);
  const most = Math.max(1, ...bands.map((band) => band.count));
  if (bands.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="spread-title">
      <h3 id="spread-title">{t.spread}</h3>
      <ul class="bands">
        {bands.map((band) => (
          <li key={band.from}>
            <span class="band-range">
              {f.number(band.from)} – {f.number(band.to)}
            </span>
            <svg class="band-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect x="0" y="0" width={(band.count / most) * 100} height="10" />
            </svg>
            <span class="band-count">{t.people(f.number(band.count))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
