/** The invitation as a text to copy, the calendar file, and whether it was sent. */
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/Toast';
import { agendaText, invitationText } from '@/lib/meetings/invitation';
import type { MeetingDesk } from './types';

interface Props extends MeetingDesk {
  unit: string | null;
  /** Hands the calendar file to the browser. */
  onCalendar: () => void;
}

export function InvitationCard({ meeting, act, now, unit, onCalendar }: Props) {
  const { meetings: t } = useText();
  const f = useFormat();
  const toast = useToast();
  const text = invitationText(meeting, unit);
  const copy = (words: string) => {
    navigator.clipboard.writeText(words).then(
      () => toast('good', t.copied),
      () => toast('warn', t.copyFailed),
    );
  };
  return (
    <section class="card stack" aria-labelledby="invitation-head">
      <h2 id="invitation-head">{t.invitation}</h2>
      <p class="soft">{t.invitationText}</p>
      <textarea class="input meeting-invitation" aria-labelledby="invitation-head" readOnly value={text} />
      <div class="cluster">
        <Button kind="main" icon="file" onClick={() => copy(text)}>
          {t.copy}
        </Button>
        <Button icon="file" disabled={meeting.agenda.length === 0} onClick={() => copy(agendaText(meeting))}>
          {t.copyAgenda}
        </Button>
        <Button icon="download" onClick={onCalendar}>
          {t.calendar}
        </Button>
      </div>
      {meeting.invitedAt === null ? (
        <div>
          <Button icon="check" onClick={() => act(t.sent, (before) => ({ ...before, invitedAt: now().toISOString() }))}>
            {t.sent}
          </Button>
        </div>
      ) : (
        <div class="cluster">
          <p>{t.sentAt(f.instant(meeting.invitedAt))}</p>
          <Button
            size="small"
            kind="quiet"
            onClick={() => act(t.undoSent, (before) => ({ ...before, invitedAt: null }))}
          >
            {t.undoSent}
          </Button>
        </div>
      )}
    </section>
  );
}
