/** Papers by title, when each was posted, and the deadline a day before the meeting. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { Term } from '@/components/ui/Term';
import { papersDeadline } from '@/lib/meetings/deadlines';
import { addPaper, movePosting, postPaper, postPapers } from '@/lib/meetings/edit';
import { DeadlineLine } from './DeadlineLine';
import { PaperRow } from './PaperRow';
import { PostedLine } from './PostedLine';
import type { MeetingDesk } from './types';

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
  const setTitle = (id: string, title: string) =>
    edit((before) => ({
      ...before,
      papers: before.papers.map((paper) => (paper.id === id ? { ...paper, title } : paper)),
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
        {meeting.papers.map((paper, index) => (
          <PaperRow
            key={paper.id}
            paper={paper}
            order={index + 1}
            now={now()}
            onTitle={(title) => setTitle(paper.id, title)}
            onPosted={(at) => edit((before) => postPaper(before, paper.id, at))}
            onRemove={(name) =>
              act(t.removedItem(name), (before) => ({
                ...before,
                papers: before.papers.filter(({ id }) => id !== paper.id),
              }))
            }
          />
        ))}
      </ul>
      {meeting.papersPostedAt === null ? null : (
        <PostedLine
          about={t.allPapers}
          text={t.allPostedAt(f.instant(meeting.papersPostedAt))}
          at={meeting.papersPostedAt}
          now={now()}
          onAt={(at) => edit((before) => movePosting(before, at))}
          onUndone={() => act(t.resultsUndo, (before) => postPapers(before, null))}
        />
      )}
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
