/** One item of a form: text, points, bands, what fills it in, and what is open in it. */
import { useText } from '@/components/i18n';
import { Icon } from '@/components/ui/Icon';
import { type Rubric, type RubricFinding, type RubricItem, severityOf } from '@/lib/rubric';
import type { MeasureName } from '@/lib/model/rubric-measures';
import { findingSentence } from './finding-words';
import { useRubricWords } from './use-rubric-words';

export function ItemView(props: { item: RubricItem; rubric: Rubric; findings: readonly RubricFinding[] }) {
  const { item, rubric } = props;
  const texts = useText();
  const words = useRubricWords();
  const t = texts.rubric;
  const fills = filledBy(item);
  const shows = item.mode === 'NUMERIC' ? item.shows : [];
  const names = (all: readonly MeasureName[]) => all.map((name) => t.measures[name]).join('; ');
  return (
    <li class="rubric-item">
      <div class="rubric-line">
        <span class="rubric-code">{item.code}</span>
        <span>{item.text}</span>
        <span class="rubric-points">
          {item.mode === 'PASS_FAIL'
            ? t.passOrNot
            : item.mode === 'YES_NO'
              ? t.points(words.figure(item.max))
              : t.upTo(words.figure(item.max))}
        </span>
      </div>
      {item.mode === 'BAND' ? (
        <ul class="rubric-bands">
          {item.bands.map((band) => (
            <li key={band.id}>
              <span>{band.label}</span>
              <span class="figures">{t.points(words.figure(band.points))}</span>
            </li>
          ))}
        </ul>
      ) : (
        item.how !== '' && item.how !== t.modes[item.mode] && <p class="small soft">{item.how}</p>
      )}
      {fills.length > 0 && (
        <p class="small soft">
          {t.fillsIn}: {names(fills)}
        </p>
      )}
      {shows.length > 0 && (
        <p class="small soft">
          {t.shows}: {names(shows)}
        </p>
      )}
      {props.findings
        .filter((one) => one.is !== 'NO_SCALE')
        .map((one, index) => (
          <p key={index} class="small rubric-mark" data-tone={severityOf(one)}>
            <Icon name={severityOf(one) === 'defect' ? 'warning' : 'info'} />
            <span>
              {one.is === 'ASSUMPTION' ? `${t.assumption}: ` : ''}
              {findingSentence(one, rubric, texts, words)}
            </span>
          </p>
        ))}
    </li>
  );
}

function filledBy(item: RubricItem): MeasureName[] {
  if (item.mode === 'BAND') {
    const others = item.bands.flatMap((band) => band.orWhen.map((condition) => condition.measure));
    return [...new Set([...(item.measure === null ? [] : [item.measure]), ...others])];
  }
  return item.test === null ? [] : [...new Set(item.test.all.map((condition) => condition.measure))];
}
