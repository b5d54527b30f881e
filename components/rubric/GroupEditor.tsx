/** One group while it is edited: its name and points, its items, adding and taking out. */
import { useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { SelectField, TextField } from '@/components/ui/Field';
import { type ItemMode, RUBRIC_LIMITS, type RubricGroup } from '@/lib/rubric';
import { FigureField } from './FigureField';
import { ItemEditor } from './ItemEditor';
import { newItem } from './draft';
import type { DraftEditing } from './use-draft';

interface Props {
  group: RubricGroup;
  editing: DraftEditing;
  backwards: ReadonlySet<string>;
}

const MODES: readonly ItemMode[] = ['YES_NO', 'BAND', 'NUMERIC', 'PASS_FAIL'];

export function GroupEditor({ group, editing, backwards }: Props) {
  const { rubric: texts } = useText();
  const t = texts.editor;
  const [mode, setMode] = useState<ItemMode>('YES_NO');
  const { draft } = editing;
  const set = (key: string, edit: (one: RubricGroup) => void) =>
    editing.edit(`${group.id} ${key}`, (copy) => copy.groups.filter((one) => one.id === group.id).forEach(edit));
  return (
    <section class="card stack">
      <h3>{t.group(group.code === '' ? group.title : group.code)}</h3>
      <div class="form-row">
        <TextField
          label={t.groupTitle}
          value={group.title}
          maxLength={600}
          error={group.title.trim() === '' ? t.needed : null}
          onInput={(title) => set('title', (one) => (one.title = title))}
        />
        {group.max !== null && (
          <FigureField
            label={t.groupMax}
            value={group.max}
            min={0}
            max={1_000}
            wrong={t.wrongNumber}
            onFigure={(max) => max !== null && set('max', (one) => (one.max = max))}
            onWrong={(wrong) => editing.mark(`${group.id} max`, wrong)}
          />
        )}
      </div>
      <div>
        {group.items.map((item) => (
          <ItemEditor
            key={item.id}
            item={item}
            editing={editing}
            backwards={backwards}
            onRemove={
              group.items.length === 1
                ? undefined
                : () => set(`remove ${item.id}`, (one) => (one.items = one.items.filter(({ id }) => id !== item.id)))
            }
          />
        ))}
      </div>
      <div class="edit-add">
        <SelectField
          label={t.newMode}
          value={mode}
          options={MODES.map((one) => ({ value: one, label: texts.modes[one] }))}
          onChange={setMode}
        />
        <Button
          icon="plus"
          disabled={group.items.length >= RUBRIC_LIMITS.items}
          onClick={() => set(`add ${group.items.length}`, (one) => one.items.push(newItem(mode, t.newItem, draft)))}
        >
          {t.addItem}
        </Button>
      </div>
      {draft.groups.length > 1 && (
        <div>
          <Button
            kind="quiet"
            size="small"
            icon="trash"
            onClick={() =>
              editing.edit(
                `remove ${group.id}`,
                (copy) => (copy.groups = copy.groups.filter(({ id }) => id !== group.id)),
              )
            }
          >
            {t.removeGroup(group.title)}
          </Button>
        </div>
      )}
    </section>
  );
}
