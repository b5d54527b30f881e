/** Whether finished papers were posted and reported within two days after the meeting. */
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { Term } from '@/components/ui/Term';
import { resultsDeadline } from '@/lib/meetings/deadlines';
import { postResults } from '@/lib/meetings/edit';
import { DeadlineLine } from './DeadlineLine';
import { PostedLine } from './PostedLine';
import type { MeetingDesk } from './types';

export function ResultsCard({ meeting, act, edit, now }: MeetingDesk) {
  const { meetings: t } = useText();
  const f = useFormat();
  return (
    <section class="card stack" aria-labelledby="results-head">
      <div class="cluster">
        <h2 id="results-head">{t.results}</h2>
        <Term about="posting" />
      </div>
      <p class="soft">{t.resultsText}</p>
      <DeadlineLine deadline={resultsDeadline(meeting, now())} now={now()} />
      {meeting.heldTo === null ? null : (
        <div>
          {meeting.resultsPostedAt !== null ? (
            <PostedLine
              about={t.results}
              text={t.postedAt(f.instant(meeting.resultsPostedAt))}
              at={meeting.resultsPostedAt}
              now={now()}
              onAt={(at) => edit((before) => postResults(before, at))}
              onUndone={() => act(t.resultsUndo, (before) => postResults(before, null))}
            />
          ) : (
            <Button
              icon="check"
              onClick={() => act(t.resultsPosted, (before) => postResults(before, now().toISOString()))}
            >
              {t.resultsPosted}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
