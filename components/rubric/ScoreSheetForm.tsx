/** Scores one meeting: items with what is known filled in and its reason, each to be overruled with a note; total and grade run along. */
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Choices } from '@/components/ui/Field';
import { Term } from '@/components/ui/Term';
import { type Answer, type MeetingFacts, type Rubric, type Scorer, scoreColumn } from '@/lib/rubric';
import { ItemForm } from './ItemForm';
import { SheetResult } from './SheetResult';
import { type Columns, columnAnswers, itemsToDo, proposalsFor } from './sheet-answers';
import './rubric.css';
import { useRubricWords } from './use-rubric-words';

export interface ScoreSheetFormProps {
  rubric: Rubric;
  /** Null: nothing is known of the meeting. */
  facts: MeetingFacts | null;
  /** What people answered; what fills itself in is not in it. */
  columns: Columns;
  /** Null takes the answer back; the proposal counts again. */
  onAnswer: (scorer: Scorer, item: string, answer: Answer | null) => void;
}

export function ScoreSheetForm({ rubric, facts, columns, onAnswer }: ScoreSheetFormProps) {
  const texts = useText();
  const words = useRubricWords();
  const id = useId();
  const form = useRef<HTMLDivElement>(null);
  const t = texts.rubric;
  const [chosen, setScorer] = useState<Scorer>(rubric.scorers[0]?.role ?? 'self');
  const scorer = rubric.scorers.some((one) => one.role === chosen) ? chosen : (rubric.scorers[0]?.role ?? 'self');
  const proposals = useMemo(() => proposalsFor(rubric, facts), [rubric, facts]);
  const answers = columnAnswers(columns, scorer, proposals);
  const score = scoreColumn(rubric, answers);
  const todo = itemsToDo(score, answers, proposals);
  const goOn = () => {
    const wanted = new Set([...todo.open, ...todo.notes]);
    const next = rubric.groups.flatMap((group) => group.items).find((item) => wanted.has(item.id));
    const card = next === undefined ? null : form.current?.querySelector(`[data-item="${next.id}"]`);
    const control =
      card?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? card?.querySelector<HTMLElement>('input');
    control?.focus();
  };
  const others = rubric.scorers.filter((one) => one.role !== scorer);
  return (
    <div class="stack-wide rubric score-sheet" ref={form}>
      <div>
        <div class="cluster">
          <h2>{rubric.title}</h2>
          <Term about="scoring" />
        </div>
        <p class="soft">
          {rubric.issuer}, {t.versionNo(words.figure(rubric.rubricVersion))}
        </p>
      </div>
      {rubric.scorers.length > 1 && (
        <Choices
          legend={t.sheet.column}
          value={scorer}
          options={rubric.scorers.map(({ role, title }) => ({ value: role, label: title }))}
          onChange={setScorer}
        />
      )}
      {rubric.groups.map((group, index) => {
        const result = score.groups[index];
        return (
          <section key={group.id} class="card stack" aria-labelledby={`${id}-${group.id}`}>
            <div class="spread">
              <h3 id={`${id}-${group.id}`}>
                {group.code === '' ? '' : `${group.code}. `}
                {group.title}
              </h3>
              {result !== undefined && (
                <span class="rubric-points">
                  {group.max !== null
                    ? t.sheet.groupPoints(words.figure(result.points), words.figure(result.max))
                    : result.passed === null
                      ? ''
                      : result.passed
                        ? t.sheet.passed
                        : t.sheet.notPassed}
                </span>
              )}
            </div>
            {group.items.map((item) => (
              <ItemForm
                key={`${scorer} ${item.id}`}
                rubric={rubric}
                item={item}
                titled={group.items.length === 1 && item.text === group.title}
                given={columns[scorer]?.[item.id] ?? null}
                counts={Object.hasOwn(answers, item.id) ? (answers[item.id] ?? null) : null}
                proposal={proposals.find((one) => one.item === item.id)}
                noteMissing={todo.notes.includes(item.id)}
                others={others.flatMap(({ role, title }) => {
                  const answer = columnAnswers(columns, role, proposals)[item.id];
                  return answer === undefined ? [] : [{ who: title, answer }];
                })}
                onAnswer={(answer) => onAnswer(scorer, item.id, answer)}
              />
            ))}
          </section>
        );
      })}
      <SheetResult rubric={rubric} score={score} open={todo.open.length} notes={todo.notes.length} onNext={goOn} />
    </div>
  );
}
