/** A form as a person reads it: where it comes from, what is open in it, its groups, items, bands and grades. */
import { useMemo } from 'preact/hooks';
import { useFormat, useText } from '@/components/i18n';
import { type Rubric, checkRubric } from '@/lib/rubric';
import { FindingList } from './FindingList';
import { ItemView } from './ItemView';
import { RubricHead } from './RubricHead';
import './rubric.css';
import { useRubricWords } from './use-rubric-words';

export function RubricView({ rubric }: { rubric: Rubric }) {
  const texts = useText();
  const format = useFormat();
  const words = useRubricWords();
  const t = texts.rubric;
  const findings = useMemo(() => checkRubric(rubric), [rubric]);
  return (
    <article class="stack-wide rubric">
      <RubricHead rubric={rubric} />
      <section class="stack" aria-label={t.findings.heading}>
        <FindingList rubric={rubric} findings={findings} />
      </section>
      {rubric.groups.map((group) => (
        <section key={group.id} class="card stack">
          <div class="spread">
            <h3>
              {group.code === '' ? '' : `${group.code}. `}
              {group.title}
            </h3>
            {group.max !== null && <span class="rubric-points">{t.points(words.figure(group.max))}</span>}
          </div>
          <ol class="rubric-items">
            {group.items.map((item) => (
              <ItemView
                key={item.id}
                item={item}
                rubric={rubric}
                findings={findings.filter((one) => 'item' in one && one.item === item.id)}
              />
            ))}
          </ol>
        </section>
      ))}
      {rubric.grades.length > 0 && (
        <section class="card stack">
          <div class="spread">
            <h3>{t.grades}</h3>
            {rubric.total !== null && (
              <span class="rubric-points">
                {t.total}: {format.number(rubric.total)}
              </span>
            )}
          </div>
          <dl class="rubric-facts">
            {rubric.grades.map((grade) => (
              <div key={grade.code}>
                <dt>{grade.label}</dt>
                <dd>{words.capital(words.range(grade.range, 'points'))}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </article>
  );
}
