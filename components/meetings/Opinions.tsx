/** Opinions by member, each kept while it is typed. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { SelectField } from '@/components/ui/Field';
import { addOpinion } from '@/lib/meetings/edit';
import type { MeetingDesk } from './types';
import { WordsField } from './WordsField';

const OTHER = '';

export function Opinions({ meeting, edit, act, now, newId }: MeetingDesk) {
  const { meetings: t } = useText();
  const [who, setWho] = useState(OTHER);
  const list = useRef<HTMLUListElement>(null);
  const added = useRef(false);
  useLayoutEffect(() => {
    if (!added.current) return;
    added.current = false;
    list.current?.querySelector<HTMLElement>('li:last-child :is(textarea, input)')?.focus();
  });
  const members = meeting.attendance.filter((row) => row.memberId !== null && row.state !== 'MIEN');
  const chosen = members.find((row) => row.memberId === who);
  const change = (id: string, part: { text?: string; name?: string }) =>
    edit((before) => ({
      ...before,
      opinions: before.opinions.map((one) => (one.id === id ? { ...one, ...part } : one)),
    }));
  return (
    <section class="card stack" aria-labelledby="opinions-head">
      <h2 id="opinions-head">{t.opinions}</h2>
      {meeting.opinions.length === 0 ? <p class="soft">{t.opinionsEmpty}</p> : null}
      <ul class="stack meeting-rows" ref={list}>
        {meeting.opinions.map((one) => {
          const name = one.name === '' ? t.other : one.name;
          return (
            <li key={one.id} class="meeting-entry-row">
              <div class="stack-tight">
                {one.memberId === null ? (
                  <WordsField
                    label={t.speakerName}
                    value={one.name}
                    max={200}
                    onWords={(words) => change(one.id, { name: words })}
                  />
                ) : null}
                <WordsField
                  label={t.opinionOf(name)}
                  lines
                  max={5_000}
                  value={one.text}
                  onWords={(text) => change(one.id, { text })}
                />
              </div>
              <Button
                icon="trash"
                label={t.remove(t.opinionOf(name))}
                onClick={() =>
                  act(t.removedItem(t.opinionOf(name)), (before) => ({
                    ...before,
                    opinions: before.opinions.filter(({ id }) => id !== one.id),
                  }))
                }
              />
            </li>
          );
        })}
      </ul>
      <div class="form-row">
        <SelectField
          label={t.opinionBy}
          value={who}
          options={[
            { value: OTHER, label: t.other },
            ...members.map((row) => ({ value: row.memberId ?? OTHER, label: row.name })),
          ]}
          onChange={setWho}
        />
        <div class="form-button">
          <Button
            icon="plus"
            onClick={() => {
              added.current = true;
              const opinion = {
                id: newId(),
                memberId: chosen?.memberId ?? null,
                name: chosen?.name ?? '',
                text: '',
                at: now().toISOString(),
              };
              edit((before) => addOpinion(before, opinion));
            }}
          >
            {t.addOpinion}
          </Button>
        </div>
      </div>
    </section>
  );
}
