/** Name and source of a form: who issued it, by which document, how sure we are, since when, for whom, who scores. */
import { useFormat, useText } from '@/components/i18n';
import { Term } from '@/components/ui/Term';
import type { Rubric } from '@/lib/rubric';

export function RubricHead({ rubric }: { rubric: Rubric }) {
  const { rubric: t } = useText();
  const format = useFormat();
  const { basis, copiedFrom, effectiveFrom, effectiveTo } = rubric;
  const inForce =
    effectiveFrom === null
      ? t.inForceUnknown
      : effectiveTo === null
        ? t.inForceFrom(format.day(effectiveFrom))
        : t.inForceBetween(format.day(effectiveFrom), format.day(effectiveTo));
  const facts: [string, string][] = [
    [t.issuer, rubric.issuer],
    [t.instrument, basis.instrument],
    [
      t.source,
      basis.number === null || basis.date === null
        ? t.numberUnknown
        : t.numberAndDay(basis.number, format.day(basis.date)),
    ],
    [t.certainty, t.certainties[basis.certainty]],
    [t.inForce, inForce],
    [
      t.cellTypes,
      rubric.cellTypes.length === 0 ? t.cellTypesAll : rubric.cellTypes.map((type) => t.cellTypeNames[type]).join('; '),
    ],
    [t.scorers, rubric.scorers.map((scorer) => scorer.title).join('; ')],
    [t.signatures, rubric.signatures.map((lines) => lines.join(' – ')).join('; ')],
  ];
  return (
    <header class="stack">
      <div>
        <div class="cluster">
          <h2>{rubric.title}</h2>
          <Term about="bands" />
        </div>
        <p class="soft">
          {rubric.id}, {t.versionNo(format.number(rubric.rubricVersion))}
          {copiedFrom !== null && `. ${t.copiedFrom(copiedFrom.id, format.number(copiedFrom.rubricVersion))}`}
        </p>
      </div>
      <dl class="rubric-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {rubric.requiredMinutes.length > 0 && (
          <div>
            <dt>{t.lengths}</dt>
            <dd>{rubric.requiredMinutes.map(({ words }) => words).join('; ')}</dd>
          </div>
        )}
      </dl>
      {basis.note !== '' && <p class="small soft">{basis.note}</p>}
    </header>
  );
}
