/** Edits a copy of a form: texts, points, bands, items; what is open in it follows at once; saving gives a new version. */
import { useMemo, useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Term } from '@/components/ui/Term';
import { RUBRIC_LIMITS, type Rubric, checkRubric, nextVersion, sameRubric } from '@/lib/rubric';
import { BandEditor } from './BandEditor';
import { FigureField } from './FigureField';
import { FindingList } from './FindingList';
import { GroupEditor } from './GroupEditor';
import { HeadEditor } from './HeadEditor';
import { LengthsEditor } from './LengthsEditor';
import { ScorersEditor } from './ScorersEditor';
import { backwards, emptyTexts, newGroup, settled } from './draft';
import { useDraft } from './use-draft';
import './rubric.css';
import { useRubricWords } from './use-rubric-words';

export interface RubricEditorProps {
  /** The version that is edited; a shipped form is copied before (`copyRubric`). */
  rubric: Rubric;
  /** Hears the new version; never called for an unchanged or invalid draft. */
  onSave: (next: Rubric) => void;
  onCancel?: () => void;
  saving?: boolean;
  /** Why the last attempt to save failed. */
  failure?: string | null;
}

export function RubricEditor({ rubric, onSave, onCancel, saving = false, failure = null }: RubricEditorProps) {
  const { rubric: texts, ui } = useText();
  const words = useRubricWords();
  const t = texts.editor;
  const editing = useDraft(rubric);
  const { draft, edit } = editing;
  const [refused, setRefused] = useState<'unchanged' | 'fields' | null>(null);
  const findings = useMemo(() => checkRubric(draft), [draft]);
  const wrongRanges = useMemo(() => backwards(draft), [draft]);
  const ready = editing.wrong.size === 0 && wrongRanges.size === 0 && emptyTexts(draft) === 0;
  const save = () => {
    const next = settled(draft);
    if (!ready) return setRefused('fields');
    if (sameRubric(next, settled(rubric))) return setRefused('unchanged');
    setRefused(null);
    onSave(nextVersion(rubric, next));
  };
  return (
    <div class="stack-wide rubric">
      <header class="stack">
        <div>
          <div class="cluster">
            <h2>{t.title}</h2>
            <Term about="bands" />
          </div>
          <p>{t.intro}</p>
          <p class="soft">{t.nextVersion(words.figure(rubric.rubricVersion + 1))}</p>
        </div>
        <HeadEditor editing={editing} />
      </header>
      <section class="stack" aria-label={t.live}>
        <h3>{t.live}</h3>
        <FindingList rubric={draft} findings={findings} live />
      </section>
      <ScorersEditor editing={editing} />
      <LengthsEditor editing={editing} backwards={wrongRanges} />
      {draft.groups.map((group) => (
        <GroupEditor key={group.id} group={group} editing={editing} backwards={wrongRanges} />
      ))}
      <div>
        <Button
          icon="plus"
          disabled={draft.groups.length >= RUBRIC_LIMITS.groups}
          onClick={() =>
            edit(`add ${draft.groups.length}`, (copy) => copy.groups.push(newGroup(t.newGroup, t.newItem, copy)))
          }
        >
          {t.addGroup}
        </Button>
      </div>
      {draft.total !== null && (
        <section class="card stack">
          <h3>{texts.grades}</h3>
          <FigureField
            label={t.total}
            value={draft.total}
            min={0}
            max={1_000}
            wrong={texts.editor.wrongNumber}
            onFigure={(total) => total !== null && edit('total', (copy) => (copy.total = total))}
            onWrong={(wrong) => editing.mark('total', wrong)}
          />
          {draft.grades.map((grade) => (
            <BandEditor
              key={grade.code}
              legend={t.grade(grade.label)}
              label={null}
              points={null}
              range={grade.range}
              backwards={wrongRanges.has(`grade ${grade.code}`)}
              onRange={(range) =>
                edit(`grade ${grade.code}`, (copy) =>
                  copy.grades.filter((one) => one.code === grade.code).forEach((one) => (one.range = range)),
                )
              }
              onWrong={(field, wrong) => editing.mark(`grade ${grade.code} ${field}`, wrong)}
            />
          ))}
        </section>
      )}
      {refused !== null && (
        <Banner tone={refused === 'fields' ? 'bad' : 'plain'} live="alert">
          <p>{refused === 'fields' ? t.fixFields : t.unchanged}</p>
        </Banner>
      )}
      {failure !== null && (
        <Banner tone="bad" title={t.notSaved}>
          <p>{failure}</p>
        </Banner>
      )}
      <div class="score-bar">
        <Button disabled={!editing.canUndo} onClick={editing.undo}>
          {ui.undo}
        </Button>
        <div class="cluster">
          {onCancel && <Button onClick={onCancel}>{ui.cancel}</Button>}
          <Button kind="main" busy={saving} onClick={save}>
            {t.save}
          </Button>
        </div>
      </div>
    </div>
  );
}
