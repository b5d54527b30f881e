/** What the checker finds in a form, in plain sentences by item: what is open first, what is only worth knowing folded away. */
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
  const sentence = (one: RubricFinding) => findingSentence(one, rubric, texts, words);
  const lines = (all: readonly RubricFinding[]) => (
    <ul class="rubric-findings">
      {byItem(all).map(({ title, findings: some }, index) =>
        title === null ? (
          some.map((one, at) => <li key={`${index}-${at}`}>{sentence(one)}</li>)
        ) : (
          <li key={index}>
            {t.inItem(title.code === '' ? title.item : title.code, title.text)}
            <ul class="rubric-findings">
              {some.map((one, at) => (
                <li key={at}>{sentence(one)}</li>
              ))}
            </ul>
          </li>
        ),
      )}
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

type Title = { item: string; code: string; text: string } | null;

/** Neighbours about one item together; `title` null for what concerns the whole form. */
function byItem(findings: readonly RubricFinding[]): { title: Title; findings: RubricFinding[] }[] {
  const parts: { title: Title; findings: RubricFinding[] }[] = [];
  for (const finding of findings) {
    const title = 'item' in finding ? { item: finding.item, code: finding.code, text: finding.text } : null;
    const last = parts.at(-1);
    if (last !== undefined && last.title?.item === title?.item) last.findings.push(finding);
    else parts.push({ title, findings: [finding] });
  }
  return parts;
}
