/** The bar that stays in sight while scoring: points so far, grade, what is left to do. */
import { useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import type { ColumnScore, Rubric } from '@/lib/rubric';
import { useRubricWords } from './use-rubric-words';

export function SheetResult(props: {
  rubric: Rubric;
  score: ColumnScore;
  open: number;
  notes: number;
  onNext: () => void;
}) {
  const { rubric, score, open, notes } = props;
  const { rubric: t } = useText();
  const words = useRubricWords();
  const grade = rubric.grades.find((one) => one.code === score.grade)?.label;
  const noGrade = score.findings.some((finding) => finding.is === 'NO_GRADE');
  const passed = score.passed === null ? null : score.passed ? t.sheet.passed : t.sheet.notPassed;
  const left = [
    ...(open > 0 ? [t.sheet.open(words.figure(open))] : []),
    ...(notes > 0 ? [t.sheet.missingNotes(words.figure(notes))] : []),
  ];
  return (
    <div class="score-bar">
      <p class="score-total" role="status">
        <span class="small soft">{open > 0 ? t.sheet.running : t.sheet.result}</span>
        {rubric.total !== null && (
          <strong class="figures">{t.sheet.groupPoints(words.figure(score.points), words.figure(score.max))}</strong>
        )}
        {grade !== undefined && <strong class="score-grade">{grade}</strong>}
        {rubric.total === null && passed !== null && <strong class="score-grade">{passed}</strong>}
      </p>
      <div class="score-left">
        <span class={left.length > 0 ? 'score-todo' : undefined}>
          {left.length > 0 ? left.join(', ') : noGrade ? t.sheet.noGrade : t.sheet.complete}
        </span>
        {left.length > 0 && (
          <Button size="small" icon="down" onClick={props.onNext}>
            {t.sheet.nextOpen}
          </Button>
        )}
      </div>
    </div>
  );
}
