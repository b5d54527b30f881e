/** What the checker finds in a form, in plain sentences: what is open first, what is only worth knowing folded away. */
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { type Rubric, type RubricFinding, severityOf } from '@/lib/rubric';
import { findingSentence } from './finding-words';
import { useRubricWords } from './use-rubric-words';

export function FindingList(props: { rubric: Rubric; findings: readonly RubricFinding[]; live?: boolean }) {
  const { rubric, findings } = props;
  const texts = useText();
  const words = useRubricWords();
  const t = texts.rubric.findings;
  const defects = findings.filter((one) => severityOf(one) === 'defect');
  const notes = findings.filter((one) => severityOf(one) === 'note');
  const lines = (all: readonly RubricFinding[]) => (
    <ul class="rubric-findings">
      {all.map((one, index) => (
        <li key={index}>{findingSentence(one, rubric, texts, words, true)}</li>
      ))}
    </ul>
  );
  return (
    <>
      {defects.length === 0 ? (
        <Banner tone="good" live={props.live ? 'polite' : 'off'}>
          <p>{t.none}</p>
        </Banner>
      ) : (
        <Banner tone="warn" live="off" title={t.heading}>
          <p role={props.live ? 'status' : undefined}>{t.some(words.figure(defects.length))}</p>
          {lines(defects)}
        </Banner>
      )}
      {notes.length > 0 && (
        <details class="rubric-notes">
          <summary>{t.notes(words.figure(notes.length))}</summary>
          {lines(notes)}
        </details>
      )}
    </>
  );
}
