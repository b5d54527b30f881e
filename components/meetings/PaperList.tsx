/** Papers by title, when each was posted, and the deadline a day before the meeting. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Field';
import { Term } from '@/components/ui/Term';
import { papersDeadline } from '@/lib/meetings/deadlines';
import { addPaper, postPapers } from '@/lib/meetings/edit';
import { DeadlineLine } from './DeadlineLine';
import type { MeetingDesk } from './types';
import { WordsField } from './WordsField';

const MOST_PAPERS = 100;

export function PaperList({ meeting, edit, act, now, newId }: MeetingDesk) {
  const { meetings: t } = useText();
  const f = useFormat();
  const list = useRef<HTMLUListElement>(null);
  const added = useRef(false);
  useLayoutEffect(() => {
    if (!added.current) return;
    added.current = false;
    list.current?.querySelector<HTMLElement>('li:last-child input')?.focus();
  });
  const deadline = papersDeadline(meeting, now());
  const change = (id: string, part: { title?: string; postedAt?: string | null }) =>
    edit((before) => ({
      ...before,
      papersPostedAt: part.postedAt === null ? null : before.papersPostedAt,
      papers: before.papers.map((paper) => (paper.id === id ? { ...paper, ...part } : paper)),
    }));
  return (
    <section class="card stack" aria-labelledby="papers-head">
      <div class="cluster">
        <h2 id="papers-head">{t.papers}</h2>
        <Term about="posting" />
      </div>
      <p class="soft">{t.papersText}</p>
      <DeadlineLine deadline={deadline} now={now()} />
      <ul class="meeting-papers" ref={list}>
        {meeting.papers.map((paper, index) => {
          const name = paper.title === '' ? t.untitled : paper.title;
          return (
            <li key={paper.id} class="meeting-papers-row">
              <WordsField
                label={t.paper(index + 1)}
                value={paper.title}
                onWords={(title) => change(paper.id, { title })}
              />
              <span class="cluster">
                <Checkbox
                  label={
                    <>
                      {paper.postedAt === null ? t.posted : t.postedAt(f.instant(paper.postedAt))}
                      <span class="unseen">: {name}</span>
                    </>
                  }
                  checked={paper.postedAt !== null}
                  onChange={(checked) => change(paper.id, { postedAt: checked ? now().toISOString() : null })}
                />
                <Button
                  icon="trash"
                  label={t.remove(name)}
                  onClick={() =>
                    act(t.removedItem(name), (before) => ({
                      ...before,
                      papers: before.papers.filter(({ id }) => id !== paper.id),
                    }))
                  }
                />
              </span>
            </li>
          );
        })}
      </ul>
      <div class="cluster">
        <Button
          icon="plus"
          disabled={meeting.papers.length >= MOST_PAPERS}
          onClick={() => {
            added.current = true;
            edit((before) => addPaper(before, { id: newId(), title: '' }));
          }}
        >
          {t.addPaper}
        </Button>
        {deadline.doneAt === null ? (
          <Button icon="check" onClick={() => act(t.postAll, (before) => postPapers(before, now().toISOString()))}>
            {t.postAll}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
