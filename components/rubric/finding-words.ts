/** Sentences for what the checker finds in a form. */
import type { Texts } from '@/components/i18n';
import type { Rubric, RubricFinding } from '@/lib/rubric';
import type { ScoredMeeting } from '@/lib/model/meeting-facts';
import type { MeasureName } from '@/lib/model/rubric-measures';
import type { RubricWords } from './words';

/** One sentence about the item or the form; which item it is about stands beside it. */
export function findingSentence(finding: RubricFinding, rubric: Rubric, texts: Texts, words: RubricWords): string {
  return words.capital(sentence(finding, rubric, texts, words));
}

function sentence(finding: RubricFinding, rubric: Rubric, texts: Texts, words: RubricWords): string {
  const t = texts.rubric;
  const f = t.findings;
  const item =
    'item' in finding
      ? rubric.groups.flatMap((group) => group.items).find((one) => one.id === finding.item)
      : undefined;
  const band = (id: string) =>
    (item?.mode === 'BAND' ? item.bands.find((one) => one.id === id)?.label : undefined) ?? id;
  const name = (measure: MeasureName | null) => (measure === null ? f.valueItself : t.measures[measure]);
  const points = (max: number | null) => (max === null ? f.noPoints : words.figure(max));
  switch (finding.is) {
    case 'BAND_GAP':
    case 'BAND_OVERLAP': {
      const value = words.span(finding.span, finding.measure);
      const said =
        finding.is === 'BAND_GAP'
          ? f.gap(name(finding.measure), value)
          : f.overlap(name(finding.measure), value, finding.bands.map((id) => `“${band(id)}”`).join(', '));
      return finding.required === null ? said : `${f.whereRequired(words.figure(finding.required))}, ${said}`;
    }
    case 'MIXED_CONDITION':
      return f.mixed(band(finding.band), finding.others.map(name).join(', '));
    case 'ABOVE_TOP': {
      const said = f.aboveTop(name(finding.measure), words.value(finding.top, finding.measure));
      return finding.clip === null ? said : `${said} ${f.clipped(words.value(finding.clip, finding.measure))}`;
    }
    case 'BAND_ABOVE_MAX':
      return f.bandAboveMax(band(finding.band), words.figure(finding.points), words.figure(finding.max));
    case 'MAX_NEVER_REACHED':
      return f.maxNeverReached(words.figure(finding.best), words.figure(finding.max));
    case 'NA_POLICY_MISSING':
      return f.naMissing(exceptions(finding, t));
    case 'NOT_ALWAYS':
      return f.notAlways(exceptions(finding, t), t.policies[finding.policy].toLocaleLowerCase('vi'));
    case 'GROUP_SUM':
      return f.groupSum(finding.title, words.figure(finding.sum), points(finding.max));
    case 'TOTAL_SUM':
      return f.totalSum(words.figure(finding.sum), points(finding.total));
    case 'GRADE_GAP':
      return f.gradeGap(words.capital(words.span(finding.span, 'points')));
    case 'GRADE_OVERLAP':
      return f.gradeOverlap(
        words.capital(words.span(finding.span, 'points')),
        finding.grades.map((code) => rubric.grades.find((grade) => grade.code === code)?.label ?? code).join(', '),
      );
    case 'GRADES_MISSING':
      return f.gradesMissing;
    case 'THRESHOLDS_DISAGREE':
      return f.thresholds(
        words.figure(finding.at),
        finding.possible.map(words.figure).reduce(f.or),
        finding.words.map((one) => `“${one}”`).join(', '),
      );
    case 'LENGTH_MISSING':
      return f.lengthMissing;
    case 'NO_SCALE':
      return f.noScale(words.figure(finding.max));
    case 'ASSUMPTION':
      return finding.words;
  }
}

function exceptions(
  { kinds, conditions }: { kinds: readonly ScoredMeeting[]; conditions: readonly MeasureName[] },
  t: Texts['rubric'],
): string {
  const only = kinds.length === 0 ? [] : [t.onlyKinds(kinds.map((kind) => t.kinds[kind]).join(', '))];
  return [...only, ...conditions.map((measure) => t.findings.onlyIf(t.measures[measure]))].join('; ');
}
