/** Votes for, against and other, out of those present; the percentage as a resolution states it. */
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { countAttendance } from '@/lib/meetings/attendance';
import { countVote } from '@/lib/meetings/votes';
import type { Vote } from '@/lib/model/meeting';
import { CountField } from './CountField';
import type { MeetingDesk } from './types';
import { percentWords } from './words';
import { WordsField } from './WordsField';

const MOST = 5_000;
const PARTS = ['for', 'against', 'other', 'present'] as const;

export function Votes({ meeting, edit, act, newId }: MeetingDesk) {
  const { meetings: t } = useText();
  const labels = { for: t.voteFor, against: t.voteAgainst, other: t.voteOther, present: t.votePresent };
  const change = (id: string, part: Partial<Vote>) =>
    edit((before) => ({
      ...before,
      votes: before.votes.map((vote) => (vote.id === id ? { ...vote, ...part } : vote)),
    }));
  const add = () => {
    // Đảng viên dự bị have no vote (Điều lệ Đảng, Điều 3): all others present are proposed.
    const present = countAttendance(meeting.attendance).official.present;
    const vote = { id: newId(), subject: '', for: present, against: 0, other: 0, present };
    edit((before) => ({ ...before, votes: [...before.votes, vote] }));
  };
  return (
    <section class="card stack" aria-labelledby="votes-head">
      <h2 id="votes-head">{t.votes}</h2>
      {meeting.votes.length === 0 ? <p class="soft">{t.votesEmpty}</p> : null}
      <ul class="stack meeting-rows">
        {meeting.votes.map((vote, index) => {
          const name = vote.subject === '' ? t.vote(index + 1) : vote.subject;
          return (
            <li key={vote.id} class="meeting-entry-row">
              <fieldset class="stack-tight">
                <legend class="unseen">{name}</legend>
                <WordsField
                  label={t.voteSubject}
                  value={vote.subject}
                  onWords={(subject) => change(vote.id, { subject })}
                />
                <div class="meeting-vote-row">
                  {PARTS.map((part) => (
                    <CountField
                      key={part}
                      label={labels[part]}
                      hint={part === 'present' ? t.votePresentHint : undefined}
                      value={vote[part]}
                      max={MOST}
                      refusal={t.countError}
                      onCount={(count) => change(vote.id, { [part]: count ?? 0 })}
                    />
                  ))}
                </div>
                <Result vote={vote} />
              </fieldset>
              <Button
                icon="trash"
                label={t.remove(name)}
                onClick={() =>
                  act(t.removedItem(name), (before) => ({
                    ...before,
                    votes: before.votes.filter(({ id }) => id !== vote.id),
                  }))
                }
              />
            </li>
          );
        })}
      </ul>
      <div>
        <Button icon="plus" onClick={add}>
          {t.addVote}
        </Button>
      </div>
    </section>
  );
}

function Result({ vote }: { vote: Vote }) {
  const { meetings: t } = useText();
  const f = useFormat();
  const { inFavour, notCast, fits } = countVote(vote);
  return (
    <p class="figures" role="status">
      <strong>{t.voteResult(f.number(inFavour.count), f.number(inFavour.of), percentWords(inFavour, f))}</strong>
      {fits ? (notCast > 0 ? `. ${t.voteMissing(f.number(notCast))}` : '.') : `. ${t.voteTooMany}`}
    </p>
  );
}
