/** One item while it is edited: number, text, points, how it is scored, what holds when it is not applicable, its bands. */
import { useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { SelectField, TextField } from '@/components/ui/Field';
import { NA_POLICIES, type NaPolicy, type Rubric, type RubricItem } from '@/lib/rubric';
import { BandEditor } from './BandEditor';
import { FigureField } from './FigureField';
import { MeasureField } from './MeasureField';
import { isLength, newBand, setMeasure } from './draft';
import type { DraftEditing } from './use-draft';
import { useRubricWords } from './use-rubric-words';

interface Props {
  item: RubricItem;
  editing: DraftEditing;
  backwards: ReadonlySet<string>;
  /** Undefined where it is the last of its group. */
  onRemove: (() => void) | undefined;
}

export function ItemEditor({ item, editing, backwards, onRemove }: Props) {
  const { rubric: texts } = useText();
  const words = useRubricWords();
  const t = texts.editor;
  const set = (field: string, edit: (item: RubricItem) => void) =>
    editing.edit(`${item.id} ${field}`, (copy) => edit(find(copy, item.id)));
  const title = t.item(item.code === '' ? item.id : item.code);
  return (
    <details class="edit-item" open={item.text.trim() === ''}>
      <summary>
        <span class="rubric-code">{item.code}</span> <span>{item.text}</span>
        <span class="rubric-points">
          {item.mode === 'PASS_FAIL' ? texts.passOrNot : texts.points(words.figure(item.max))}
        </span>
      </summary>
      <fieldset class="stack">
        <legend class="unseen">{title}</legend>
        <p class="small soft">
          {t.mode}: {texts.modes[item.mode]}
        </p>
        <TextField
          label={t.text}
          value={item.text}
          maxLength={600}
          lines
          error={item.text.trim() === '' ? t.needed : null}
          onInput={(text) => set('text', (one) => (one.text = text))}
        />
        <div class="form-row">
          <TextField
            label={t.code}
            value={item.code}
            maxLength={12}
            onInput={(code) => set('code', (one) => (one.code = code))}
          />
          {item.mode !== 'PASS_FAIL' && (
            <FigureField
              label={t.max}
              value={item.max}
              min={0}
              max={1_000}
              wrong={t.wrongNumber}
              onFigure={(max) =>
                max !== null &&
                set('max', (one) => {
                  if (one.mode !== 'PASS_FAIL') one.max = max;
                })
              }
              onWrong={(wrong) => editing.mark(`${item.id} max`, wrong)}
            />
          )}
        </div>
        <TextField
          label={t.how}
          optional
          lines
          value={item.how}
          maxLength={1_200}
          onInput={(how) => set('how', (one) => (one.how = how))}
        />
        <SelectField
          label={t.naPolicy}
          value={item.naPolicy ?? ''}
          options={[
            { value: '' as const, label: texts.policyUnsaid },
            ...NA_POLICIES.map((policy) => ({ value: policy, label: texts.policies[policy] })),
          ]}
          onChange={(policy: NaPolicy | '') => set('na', (one) => (one.naPolicy = policy === '' ? null : policy))}
        />
        {item.mode === 'BAND' && <Bands item={item} editing={editing} backwards={backwards} />}
        {onRemove && (
          <div>
            <Button kind="quiet" size="small" icon="trash" onClick={onRemove}>
              {t.removeItem(item.text)}
            </Button>
          </div>
        )}
      </fieldset>
    </details>
  );
}

function Bands(props: { item: RubricItem & { mode: 'BAND' }; editing: DraftEditing; backwards: ReadonlySet<string> }) {
  const { item, editing } = props;
  const { rubric: texts } = useText();
  const words = useRubricWords();
  const t = texts.editor;
  const edit = (key: string, change: (bands: (typeof item)['bands']) => void) =>
    editing.edit(`${item.id} ${key}`, (copy) => {
      const one = find(copy, item.id);
      if (one.mode === 'BAND') change(one.bands);
    });
  return (
    <>
      <MeasureField
        item={item}
        onMeasure={(measure) =>
          editing.edit(`${item.id} measure`, (copy) => {
            const one = find(copy, item.id);
            if (one.mode === 'BAND') setMeasure(one, measure);
          })
        }
      />
      {item.bands.map((band, index) => {
        const set = (field: string, change: (one: typeof band) => void) =>
          edit(`${band.id} ${field}`, (bands) => bands.filter((one) => one.id === band.id).forEach(change));
        return (
          <BandEditor
            key={band.id}
            legend={t.band(words.figure(index + 1))}
            label={band.label}
            points={band.points}
            range={band.range}
            mayBeShare={isLength(item.measure)}
            backwards={props.backwards.has(`${item.id} ${band.id}`)}
            onLabel={(label) => set('label', (one) => (one.label = label))}
            onPoints={(points) => set('points', (one) => (one.points = points))}
            onRange={(range) => set('range', (one) => (one.range = range))}
            onWrong={(field, wrong) => editing.mark(`${item.id} ${band.id} ${field}`, wrong)}
            removeLabel={t.removeBand(band.label)}
            onRemove={
              item.bands.length === 1
                ? undefined
                : () =>
                    edit(`remove ${band.id}`, (bands) =>
                      bands.splice(
                        bands.findIndex((one) => one.id === band.id),
                        1,
                      ),
                    )
            }
          />
        );
      })}
      <div>
        <Button
          size="small"
          icon="plus"
          disabled={item.bands.length >= 12}
          onClick={() => edit(`add ${item.bands.length}`, (bands) => bands.push(newBand(t.newBand, bands)))}
        >
          {t.addBand}
        </Button>
      </div>
    </>
  );
}

function find(rubric: Rubric, id: string): RubricItem {
  const item = rubric.groups.flatMap((group) => group.items).find((one) => one.id === id);
  if (item === undefined) throw new Error(`no item ${id}`);
  return item;
}
