/** The month's target as a bar with the even pace marked on it, in words as well as in the picture. */
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import type { TargetPace } from '@/lib/tally/progress';

interface Props {
  pace: TargetPace | null;
  onChange: () => void;
}

export function TargetCard({ pace, onChange }: Props) {
  const { points: t } = useText();
  const f = useFormat();
  const number = (value: number) => f.number(Math.round(value));
  return (
    <section class="card stack-tight" aria-labelledby="target-title">
      <h2 id="target-title">{t.target}</h2>
      {pace === null ? (
        <p>{t.noTarget}</p>
      ) : (
        <>
          <p class="gain figures">{t.targetDone(number(pace.done), number(pace.perMonth))}</p>
          <PaceBar done={pace.done / pace.perMonth} even={pace.expectedByNow / pace.perMonth} />
          <p class={`pace pace-${pace.pace}`}>{pace.done >= pace.perMonth ? t.met : t.pace[pace.pace]}</p>
          <p class="soft small">{t.expected(number(pace.expectedByNow))}</p>
          {pace.neededPerDay === null ? (
            <p class="soft small">{t.lastDay}</p>
          ) : pace.neededPerDay > 0 ? (
            <p class="soft small">{t.perDay(f.number(Math.ceil(pace.neededPerDay)))}</p>
          ) : null}
        </>
      )}
      <p class="no-print">
        <Button onClick={onChange}>{pace === null ? t.setTarget : t.changeTarget}</Button>
      </p>
    </section>
  );
}

// A picture of fractions; the words around it say the same.
function PaceBar({ done, even }: { done: number; even: number }) {
  const width = (fraction: number) => Math.max(0, Math.min(1, fraction)) * 300;
  return (
    <svg class="pace-bar" viewBox="0 0 300 22" preserveAspectRatio="none" aria-hidden="true">
      <rect class="pace-track" x="0" y="4" width="300" height="14" rx="7" />
      <rect class="pace-done" x="0" y="4" width={width(done)} height="14" rx="7" />
      <rect class="pace-even" x={Math.max(0, width(even) - 1)} y="0" width="2" height="22" />
    </svg>
  );
}
