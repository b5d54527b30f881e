/** The facts a sheet was settled by: what is known of the meeting now may be another thing. */
import { useFormat, useText } from '@/components/i18n';
import type { MeetingFacts } from '@/lib/rubric';

export function KnownThen({ facts }: { facts: MeetingFacts }) {
  const { rubric: t } = useText();
  const f = useFormat();
  const names = Object.keys(t.facts) as (keyof MeetingFacts)[]; // the catalogue names every fact
  const told = (name: keyof MeetingFacts): string | null => {
    const value = facts[name];
    if (value === null) return null;
    if (typeof value === 'boolean') return value ? t.reasons.yes : t.reasons.no;
    if (typeof value === 'number') return f.number(value);
    return name === 'kind' && facts.kind !== null ? t.kinds[facts.kind] : f.instant(value);
  };
  return (
    <section class="stack-tight">
      <h3>{t.settled.known}</h3>
      <dl class="rubric-facts">
        {names.flatMap((name) => {
          const value = told(name);
          return value === null
            ? []
            : [
                <div key={name}>
                  <dt>{t.facts[name].slice(0, 1).toLocaleUpperCase('vi') + t.facts[name].slice(1)}</dt>
                  <dd>{value}</dd>
                </div>,
              ];
        })}
      </dl>
    </section>
  );
}
