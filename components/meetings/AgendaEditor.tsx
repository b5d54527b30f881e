/** The agenda: items with presenter and minutes, moved by buttons or Alt and arrows, summed against the shortest length. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { agendaMinutes, minimumOf } from '@/lib/meetings/clock';
import { moveItem } from '@/lib/meetings/edit';
import type { AgendaItem } from '@/lib/model/meeting';
import { agendaPattern } from './agenda-pattern';
import { CountField } from './CountField';
import type { MeetingDesk } from './types';
import { WordsField } from './WordsField';

const MOST_ITEMS = 60;

export function AgendaEditor({ meeting, edit, act, newId, rules }: MeetingDesk) {
  const { meetings: t } = useText();
  const f = useFormat();
  const list = useRef<HTMLOListElement>(null);
  // Moving re-orders the page: the focus follows the item it was on.
  const follow = useRef<{ id: string; what: string } | null>(null);
  useLayoutEffect(() => {
    if (follow.current === null) return;
    const { id, what } = follow.current;
    follow.current = null;
    const row = list.current?.querySelector(`[data-item="${CSS.escape(id)}"]`);
    row?.querySelector<HTMLElement>(what)?.focus();
  });
  const { agenda } = meeting;
  const change = (id: string, part: Partial<AgendaItem>) =>
    edit((now) => ({ ...now, agenda: now.agenda.map((item) => (item.id === id ? { ...item, ...part } : item)) }));
  const move = (id: string, by: -1 | 1, what: string) => {
    follow.current = { id, what };
    edit((now) => moveItem(now, id, by));
  };
  const add = () => {
    const id = newId();
    follow.current = { id, what: 'textarea' };
    const item = { id, title: '', presenter: '', minutes: 0, startedAt: null, endedAt: null };
    edit((now) => ({ ...now, agenda: [...now.agenda, item] }));
  };
  const minimum = minimumOf(meeting, rules);
  const sum = agendaMinutes(agenda);
  return (
    <section class="card stack" aria-labelledby="agenda-head">
      <div class="spread">
        <h2 id="agenda-head">{t.agenda}</h2>
        {agenda.length > 0 ? (
          <p class="figures">
            {t.agendaSum(f.number(sum))}
            {minimum !== null && sum < minimum ? `, ${t.agendaShort(f.number(minimum - sum))}` : ''}
          </p>
        ) : null}
      </div>
      {agenda.length === 0 ? <p class="soft">{t.agendaEmpty}</p> : <p class="soft small">{t.agendaKeys}</p>}
      <ol class="meeting-agenda" ref={list}>
        {agenda.map((item, index) => {
          const name = item.title === '' ? t.agendaItem(index + 1) : item.title;
          return (
            <li
              key={item.id}
              data-item={item.id}
              class="meeting-agenda-row"
              onKeyDown={(event) => {
                if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
                event.preventDefault();
                move(item.id, event.key === 'ArrowUp' ? -1 : 1, 'textarea');
              }}
            >
              <WordsField
                label={`${index + 1}. ${t.itemTitle}`}
                folds
                value={item.title}
                onWords={(title) => change(item.id, { title })}
              />
              <WordsField
                label={t.presenter}
                value={item.presenter}
                max={200}
                onWords={(presenter) => change(item.id, { presenter })}
              />
              <CountField
                label={t.minutes}
                value={item.minutes}
                max={600}
                refusal={t.countError}
                onCount={(minutes) => change(item.id, { minutes: minutes ?? 0 })}
              />
              <span class="meeting-agenda-keys">
                <Button
                  icon="up"
                  label={t.moveUp(name)}
                  disabled={index === 0}
                  onClick={() => move(item.id, -1, 'button')}
                />
                <Button
                  icon="down"
                  label={t.moveDown(name)}
                  disabled={index === agenda.length - 1}
                  onClick={() => move(item.id, 1, 'button + button')}
                />
                <Button
                  icon="trash"
                  label={t.remove(name)}
                  onClick={() =>
                    act(t.removedItem(name), (now) => ({
                      ...now,
                      agenda: now.agenda.filter(({ id }) => id !== item.id),
                    }))
                  }
                />
              </span>
            </li>
          );
        })}
      </ol>
      <div class="cluster">
        <Button icon="plus" disabled={agenda.length >= MOST_ITEMS} onClick={add}>
          {t.addItem}
        </Button>
        {agenda.length === 0 ? (
          <Button
            onClick={() =>
              act(t.patternAdded, (now) => ({
                ...now,
                agenda: agendaPattern(now.kind, now.chair, now.recorder, newId),
              }))
            }
          >
            {t.usePattern}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
