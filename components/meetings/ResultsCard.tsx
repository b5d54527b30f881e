/** Whether finished papers were posted and reported within two days after the meeting. */
import { useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { Term } from '@/components/ui/Term';
import { resultsDeadline } from '@/lib/meetings/deadlines';
import { postResults } from '@/lib/meetings/edit';
import { DeadlineLine } from './DeadlineLine';
import type { MeetingDesk } from './types';

export function ResultsCard({ meeting, act, now }: MeetingDesk) {
  const { meetings: t } = useText();
  const posted = meeting.resultsPostedAt !== null;
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
          {posted ? (
            <Button size="small" kind="quiet" onClick={() => act(t.resultsUndo, (before) => postResults(before, null))}>
              {t.resultsUndo}
            </Button>
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
