/** What the form says on length while it is edited: each statement with its minutes and the cells it is for. */
import { useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/Field';
import type { RequiredMinutes } from '@/lib/rubric';
import { BandEditor } from './BandEditor';
import { FigureField } from './FigureField';
import type { DraftEditing } from './use-draft';
import { useRubricWords } from './use-rubric-words';

const LIMIT = 12;
const EVERYBODY = { from: null, fromOpen: false, to: null, toOpen: true };

export function LengthsEditor({ editing, backwards }: { editing: DraftEditing; backwards: ReadonlySet<string> }) {
  const { rubric: texts } = useText();
  const words = useRubricWords();
  const t = texts.editor;
  const { draft, edit, mark } = editing;
  const statements = draft.requiredMinutes;
  const set = (index: number, field: string, change: (one: RequiredMinutes) => void) =>
    edit(`length ${index} ${field}`, (copy) => copy.requiredMinutes.filter((_one, at) => at === index).forEach(change));
  return (
    <section class="card stack">
      <h3>{texts.lengths}</h3>
      {statements.map((one, index) => (
        // The number of statements is part of the key: after taking one out, no field keeps the text of its neighbour.
        <div class="stack edit-length" key={`${statements.length} ${index}`}>
          <TextField
            label={t.lengthWords(words.figure(index + 1))}
            value={one.words}
            maxLength={600}
            error={one.words.trim() === '' ? t.needed : null}
            onInput={(text) => set(index, 'words', (copy) => (copy.words = text))}
          />
          <FigureField
            label={t.lengthMinutes}
            value={one.minutes}
            min={1}
            max={1_440}
            whole
            wrong={t.wrongMinutes}
            onFigure={(minutes) => minutes !== null && set(index, 'minutes', (copy) => (copy.minutes = minutes))}
            onWrong={(wrong) => mark(`length ${index} minutes`, wrong)}
          />
          {one.kinds.length > 0 && (
            <p class="small soft">{texts.onlyKinds(one.kinds.map((kind) => texts.kinds[kind]).join(', '))}</p>
          )}
          <BandEditor
            legend={t.lengthMembers}
            label={null}
            points={null}
            range={one.members ?? EVERYBODY}
            backwards={backwards.has(`length ${index}`)}
            onRange={(range) =>
              set(index, 'members', (copy) => (copy.members = range.from === null && range.to === null ? null : range))
            }
            onWrong={(field, wrong) => mark(`length ${index} ${field}`, wrong)}
            removeLabel={t.removeLength(one.words)}
            onRemove={() => edit(`remove length ${index}`, (copy) => copy.requiredMinutes.splice(index, 1))}
          />
        </div>
      ))}
      <div>
        <Button
          icon="plus"
          size="small"
          disabled={statements.length >= LIMIT}
          onClick={() =>
            edit(`add length ${statements.length}`, (copy) =>
              copy.requiredMinutes.push({ words: t.newLength, minutes: 90, kinds: [], members: null }),
            )
          }
        >
          {t.addLength}
        </Button>
      </div>
    </section>
  );
}
