/** Taking a host away: what goes, and whether its readings go too, counted before anything is pressed. */
import { useState } from 'preact/hooks';
import { useAction } from '@/components/hooks/use-actions';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button, LinkButton } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Checkbox } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import { useToast } from '@/components/ui/Toast';
import { countReadOnHost } from '@/lib/tracker';
import { isOwnComputer } from '@/lib/model/host';

interface Props {
  host: string;
  /** Writes a count, hidden where numbers are. */
  number: (value: number) => string;
  onClose: () => void;
}

export function RemoveHostDialog({ host, number, onClose }: Props) {
  const { sites: t, ui } = useText();
  const db = useDb();
  const toast = useToast();
  const [withReadings, setWithReadings] = useState(false);
  const there = useLiveQuery(() => countReadOnHost(db, host), [db, host]);
  const { run, status } = useAction();
  const remove = async () => {
    const reply = await run({ type: 'removeHost', host, withReadings });
    if (!reply.ok) return;
    toast('good', withReadings ? t.removedAll(host, number(reply.value.readings)) : t.removed(host));
    onClose();
  };
  return (
    <Dialog
      title={t.removeTitle(host)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button
            kind="danger"
            icon="trash"
            busy={status.state === 'busy'}
            // Readings are deleted only after the person could see how many.
            disabled={withReadings && there.value === undefined}
            onClick={() => void remove()}
          >
            {withReadings ? t.removeAll : t.removeNow}
          </Button>
        </>
      }
    >
      <p>{t.removeText}</p>
      {isOwnComputer(host) ? <p>{t.removeOwn}</p> : null}
      {there.state === 'failed' ? <Banner tone="bad" title={ui.loadFailed} /> : null}
      {there.state === 'loading' && there.value === undefined ? <Progress label={ui.loading} /> : null}
      <Checkbox
        label={t.withReadings}
        hint={there.value ? t.readingsThere(number(there.value.readings), number(there.value.captures)) : undefined}
        checked={withReadings}
        onChange={setWithReadings}
      />
      {withReadings ? (
        <Banner tone="warn">
          <p>{t.readingsGone}</p>
          <LinkButton href="#/data">{t.makeCopy}</LinkButton>
        </Banner>
      ) : null}
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.failed}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
    </Dialog>
  );
}
