/** A settled sheet, read only: every item with points, answers and notes of each scorer, total, grade, and what was known then. */
import { useFormat, useText } from '@/components/i18n';
import {
  type Answer,
  type ColumnScore,
  type ItemScore,
  type Rubric,
  type RubricItem,
  type ScoreSheet,
  scoreColumn,
} from '@/lib/rubric';
import { KnownThen } from './KnownThen';
import './rubric.css';
import { type RubricWords } from './words';
import { useRubricWords } from './use-rubric-words';

interface Props {
  rubric: Rubric;
  sheet: ScoreSheet;
  /** Which meeting it is of, such as its title. */
  heading: string;
  /** The cell; null where it has no name. */
  unit: string | null;
}

interface Scored {
  title: string;
  score: ColumnScore;
  answers: Readonly<Record<string, Answer>>;
}

export function SettledSheet({ rubric, sheet, heading, unit }: Props) {
  const { rubric: t } = useText();
  const f = useFormat();
  const words = useRubricWords();
  const columns = rubric.scorers.flatMap(({ role, title }): Scored[] => {
    const answers = sheet.columns[role];
    return answers === undefined ? [] : [{ title, answers, score: scoreColumn(rubric, answers) }];
  });
  const gradeOf = ({ score }: Scored) => rubric.grades.find(({ code }) => code === score.grade)?.label;
  const passedOf = ({ score }: Scored) =>
    score.passed === null ? undefined : score.passed ? t.sheet.passed : t.sheet.notPassed;
  return (
    <article class="stack rubric settled-sheet" aria-label={t.settled.title}>
      <header class="stack-tight">
        {unit === null ? null : <p class="soft">{unit}</p>}
        <h2>{t.settled.title}</h2>
        <p>
          <strong>{heading}</strong>
          {sheet.day === null ? '' : `, ${f.day(sheet.day)}`}
        </p>
        <p class="soft">
          {rubric.title} ({rubric.issuer}, {t.versionNo(words.figure(rubric.rubricVersion))})
        </p>
      </header>
      <div class="table-box" tabIndex={0} role="region" aria-label={t.settled.table}>
        <table class="table">
          <caption class="unseen">{t.settled.table}</caption>
          <thead>
            <tr>
              <th scope="col">{t.settled.code}</th>
              <th scope="col">{t.settled.item}</th>
              <th scope="col" data-align="end">
                {t.settled.most}
              </th>
              {columns.map(({ title }) => (
                <th key={title} scope="col" data-align="end">
                  {title}
                </th>
              ))}
              <th scope="col">{t.sheet.note}</th>
            </tr>
          </thead>
          {rubric.groups.map((group, at) => (
            <tbody key={group.id}>
              <tr class="settled-group">
                <td>{group.code}</td>
                <th scope="rowgroup">{group.title}</th>
                <td data-align="end">{group.max === null ? '' : words.figure(group.max)}</td>
                {columns.map(({ title, score }) => (
                  <td key={title} data-align="end">
                    {group.max === null ? '' : words.figure(score.groups[at]?.points ?? 0)}
                  </td>
                ))}
                <td />
              </tr>
              {group.items.map((item, index) => (
                <tr key={item.id}>
                  <td>{item.code}</td>
                  <th scope="row" class="settled-item">
                    {item.text}
                  </th>
                  <td data-align="end">{item.mode === 'PASS_FAIL' ? '' : words.figure(item.max)}</td>
                  {columns.map((column) => (
                    <td key={column.title} data-align="end">
                      <Given
                        item={item}
                        answer={column.answers[item.id]}
                        result={column.score.groups[at]?.items[index]}
                        words={words}
                      />
                    </td>
                  ))}
                  <td class="small">{notesOf(item, columns).join('; ')}</td>
                </tr>
              ))}
            </tbody>
          ))}
          <tbody>
            {rubric.total === null ? null : (
              <tr class="settled-group">
                <td />
                <th scope="row">{t.total}</th>
                <td data-align="end">{words.figure(columns[0]?.score.max ?? rubric.total)}</td>
                {columns.map(({ title, score }) => (
                  <td key={title} data-align="end">
                    {words.figure(score.points)}
                  </td>
                ))}
                <td />
              </tr>
            )}
            <tr class="settled-group">
              <td />
              <th scope="row">{rubric.total === null ? t.sheet.result : t.grades}</th>
              <td />
              {columns.map((column) => (
                <td key={column.title} data-align="end">
                  {gradeOf(column) ?? passedOf(column) ?? '–'}
                </td>
              ))}
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      {rubric.signatures.length === 0 ? null : (
        <div class="settled-signatures" aria-hidden="true">
          {rubric.signatures.map((lines) => (
            <p key={lines.join()}>
              {lines.map((line) => (
                <strong key={line}>{line}</strong>
              ))}
            </p>
          ))}
        </div>
      )}
      {sheet.facts === null ? null : <KnownThen facts={sheet.facts} />}
    </article>
  );
}

/** Points, and in small what was answered where points alone do not say it. */
function Given(props: {
  item: RubricItem;
  answer: Answer | undefined;
  result: ItemScore | undefined;
  words: RubricWords;
}) {
  const { item, answer, result, words } = props;
  if (answer === undefined) return <>–</>;
  const told = words.answer(item, answer);
  if (result?.points == null) return <>{told}</>;
  const plain = answer.kind === 'YES' || answer.kind === 'NO' || answer.kind === 'POINTS';
  return (
    <>
      <strong>{words.figure(result.points)}</strong>
      {plain ? null : <span class="soft small settled-answer">{told}</span>}
    </>
  );
}

function notesOf(item: RubricItem, columns: readonly Scored[]): string[] {
  return columns.flatMap(({ title, answers }) => {
    const note = answers[item.id]?.note ?? '';
    return note === '' ? [] : [columns.length === 1 ? note : `${title}: ${note}`];
  });
}
