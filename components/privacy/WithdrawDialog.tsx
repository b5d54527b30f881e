/** Somebody withdraws a consent: the day, and what becomes of what is kept: it stays, or goes after a preview. */
import { useState } from 'preact/hooks';
import { DayField } from '@/components/fields/DayField';
import { useAction } from '@/components/hooks/use-actions';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Choices } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import type { MemberConsent } from '@/lib/model/member-consent';
import type { EraseScope } from '@/lib/model/person';
import { dayInVietnam } from '@/lib/vi/dates';

type After = 'keep' | EraseScope;

interface Props {
  consent: MemberConsent;
  now: Date;
  /** Opens the erasure with its preview. */
  onErase: (scope: EraseScope) => void;
  onClose: () => void;
}

export function WithdrawDialog({ consent, now, onErase, onClose }: Props) {
  const { privacy: t, ui } = useText();
  const toast = useToast();
  const today = dayInVietnam(now);
  const [day, setDay] = useState(today);
  const [after, setAfter] = useState<After>('all');
  const { run, status } = useAction();
  const go = async () => {
    const reply = await run({ type: 'withdrawMemberConsent', id: consent.id, day });
    if (!reply.ok) return;
    if (after !== 'keep') return onErase(after);
    toast('good', t.withdrawDone);
    onClose();
  };
  return (
    <Dialog
      title={t.withdrawTitle(consent.person)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="main" busy={status.state === 'busy'} onClick={() => void go()}>
            {after === 'keep' ? t.withdrawNow : t.withdrawNext}
          </Button>
        </>
      }
    >
      <DayField label={t.withdrawDay} value={day} latest={today} onDay={setDay} />
      <Choices
        legend={t.withdrawAsk}
        value={after}
        options={[
          { value: 'all', label: t.withdrawAll },
          { value: 'points', label: t.withdrawPoints },
          { value: 'keep', label: t.withdrawKeep },
        ]}
        onChange={setAfter}
      />
      {after === 'keep' ? <p class="soft">{t.withdrawKeepHint}</p> : null}
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.notSaved}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
    </Dialog>
  );
}
