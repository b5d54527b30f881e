/** A value that was read and waits: shown with its text on the page and why it asks; kept or dropped by the person. */
import { useAction } from '@/components/hooks/use-actions';
import { useFormat, useMasked, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/Toast';
import type { PendingReading } from '@/lib/protocol';

export function PendingCard({ pending }: { pending: PendingReading }) {
  const { points: t, ui } = useText();
  const f = useFormat();
  // Nobody confirms what they do not see.
  const masked = useMasked();
  const toast = useToast();
  const { run, status } = useAction();
  const busy = status.state === 'busy';
  const confirm = async () => {
    const reply = await run({ type: 'confirmPending', pendingId: pending.id, total: pending.total });
    if (reply.ok) toast('good', t.saved);
  };
  const refuse = async () => {
    const reply = await run({ type: 'refusePending', pendingId: pending.id });
    if (reply.ok) toast('plain', t.refused);
  };
  const who = [pending.name, pending.role, pending.unit].filter((part) => part !== null).join(', ');
  return (
    <section class="card card-ask stack" aria-labelledby="pending-title">
      <h2 id="pending-title">{t.pending}</h2>
      <p class="big-figure figures">{t.pendingValue(f.number(pending.total))}</p>
      <div class="stack-tight">
        {masked ? null : <p class="wrap-anywhere">{t.pendingRaw(pending.raw)}</p>}
        {who !== '' ? <p>{t.pendingWho(who)}</p> : null}
        <p title={pending.where}>{t.sourceLine(t.source.page, '', f.instant(pending.readAt))}</p>
        {pending.previous !== null ? <p>{t.pendingPrevious(f.number(pending.previous))}</p> : null}
      </div>
      <ul class="reasons">
        {pending.reasons.map((reason) => (
          <li key={reason}>{t.pendingReasons[reason]}</li>
        ))}
      </ul>
      <div class="cluster no-print">
        <Button kind="main" icon="check" busy={busy} disabled={masked} onClick={() => void confirm()}>
          {t.confirm}
        </Button>
        <Button busy={busy} disabled={masked} onClick={() => void refuse()}>
          {t.refuse}
        </Button>
      </div>
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.notSaved}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
    </section>
  );
}
