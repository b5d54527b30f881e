/** Who scores, while a form is edited: the cell itself always, others as the form has columns for them. */
import { useText } from '@/components/i18n';
import { Checkbox, TextField } from '@/components/ui/Field';
import { SCORERS, type Scorer } from '@/lib/rubric';
import type { DraftEditing } from './use-draft';

export function ScorersEditor({ editing }: { editing: DraftEditing }) {
  const { rubric: texts } = useText();
  const t = texts.editor;
  const { scorers } = editing.draft;
  const toggle = (role: Scorer, on: boolean) =>
    editing.edit(`scorer ${role} ${on}`, (copy) => {
      const others = copy.scorers.filter((one) => one.role !== role);
      const all = on ? [...others, { role, title: t.scorerRoles[role] }] : others;
      copy.scorers = all.sort((a, b) => SCORERS.indexOf(a.role) - SCORERS.indexOf(b.role));
    });
  return (
    <section class="card stack">
      <h3>{texts.scorers}</h3>
      <p class="soft">{t.scorersText}</p>
      {SCORERS.map((role) => {
        const scorer = scorers.find((one) => one.role === role);
        return (
          <div key={role} class="stack-tight">
            {/* Reports are made of the cell's own column: it stays. */}
            {role === 'self' && scorer !== undefined ? null : (
              <Checkbox
                label={t.scorerRoles[role]}
                checked={scorer !== undefined}
                onChange={(on) => toggle(role, on)}
              />
            )}
            {scorer === undefined ? null : (
              <TextField
                label={t.scorerTitle(t.scorerRoles[role])}
                value={scorer.title}
                maxLength={600}
                error={scorer.title.trim() === '' ? t.needed : null}
                onInput={(title) =>
                  editing.edit(`scorer ${role} title`, (copy) =>
                    copy.scorers.filter((one) => one.role === role).forEach((one) => (one.title = title)),
                  )
                }
              />
            )}
          </div>
        );
      })}
    </section>
  );
}
