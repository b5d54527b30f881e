/** What leaves the machine, line by line as it stands in the file, and word for word when asked for. */
import { useFormat, useMasked, useText } from '@/components/i18n';
import type { DatedFigure, HandIn, RecipientCard } from '@/lib/model/hand-in';
import { rolesOf } from './roles';

interface Props {
  handIn: HandIn;
  card: RecipientCard;
  /** No key yet: its id is not known before the file is made. */
  keyKnown: boolean;
}

export function SendPreview({ handIn, card, keyKnown }: Props) {
  const { handin: t } = useText();
  const masked = useMasked();
  return (
    <section class="card stack" aria-labelledby="handin-leaves">
      <h2 id="handin-leaves">{t.leavesTitle}</h2>
      <p>{t.leavesText(card.cell, rolesOf(card, t))}</p>
      <p>{t.leavesPurpose}</p>
      <dl class="leaves">
        {linesOf(handIn, keyKnown, t, useFormat()).map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd class="figures wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {handIn.parts.totals?.openingInPeriod ? <p class="soft">{t.openingInPeriod}</p> : null}
      {handIn.parts.totals?.reset ? <p class="soft">{t.reset}</p> : null}
      {masked ? null : (
        <details>
          <summary>{t.leavesRaw}</summary>
          <pre class="raw" tabIndex={0} aria-label={t.leavesRaw} role="region">
            {JSON.stringify(keyKnown ? handIn : { ...handIn, from: '…' }, null, 2)}
          </pre>
        </details>
      )}
    </section>
  );
}

function linesOf(
  handIn: HandIn,
  keyKnown: boolean,
  t: ReturnType<typeof useText>['handin'],
  f: ReturnType<typeof useFormat>,
): [string, string][] {
  const { totals, readings = [], study, opinions, quiz } = handIn.parts;
  const dated = ({ day, total, source }: DatedFigure) => t.onDay(f.number(total), f.day(day), t.sources[source]);
  const counted = (one: { count: number; source: DatedFigure['source'] }) =>
    t.withSource(f.number(one.count), t.sources[one.source]);
  const lines: [string, string][] = [
    [t.leaves.name, handIn.name],
    [t.leaves.period, t.days(f.day(handIn.period.from), f.day(handIn.period.to))],
    [t.leaves.revision, String(handIn.revision)],
  ];
  if (totals) {
    lines.push([t.leaves.opening, dated(totals.opening)], [t.leaves.closing, dated(totals.closing)]);
    lines.push([t.leaves.points, t.withSource(f.number(totals.points.value), t.sources[totals.points.source])]);
  }
  for (const one of readings) {
    lines.push([t.leaves.reading(f.day(one.day)), t.withSource(f.number(one.total), t.sources[one.source])]);
  }
  if (study) lines.push([t.leaves.study, counted(study)]);
  if (opinions) lines.push([t.leaves.opinions, counted(opinions)]);
  if (quiz) {
    const { count, right, asked, source } = quiz;
    const told =
      right === null || asked === null
        ? f.number(count)
        : t.quizRight(f.number(count), f.number(right), f.number(asked));
    lines.push([t.leaves.quiz, t.withSource(told, t.sources[source])]);
  }
  lines.push([t.leaves.key, keyKnown ? handIn.from : t.leaves.keyLater]);
  lines.push([t.leaves.to, handIn.to], [t.leaves.made, t.leaves.madeLater]);
  return lines;
}
