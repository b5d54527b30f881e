/** One host: what reads it, whether it is read at all, how that goes, and what can be done about it. */
import { useState } from 'preact/hooks';
import { useAction } from '@/components/hooks/use-actions';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/Dialog';
import { Checkbox } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import { isOwnComputer } from '@/lib/model/host';
import { ExportSiteDialog } from './ExportSiteDialog';
import { HealthFacts } from './HealthFacts';
import type { HostEntry } from './host-list';
import { RemoveHostDialog } from './RemoveHostDialog';
import { useReadByWords } from './read-by-words';
import { requestHost } from '@/components/hooks/request-host';

export function HostCard({ entry, now }: { entry: HostEntry; now: () => Date }) {
  const { host, required, granted, row, health } = entry;
  const { sites: t, ui } = useText();
  const f = useFormat();
  const words = useReadByWords();
  const [open, setOpen] = useState<'export' | 'forget' | 'remove' | null>(null);
  const [asked, setAsked] = useState<'asking' | 'denied' | 'failed' | null>(null);
  const { run, status } = useAction();
  const ownComputer = isOwnComputer(host) && !host.includes(':');
  const below = host.startsWith('*.');
  // One permission for many addresses: each is switched in an entry of its own.
  const many = below || (ownComputer && row === null);
  const name = below ? t.allBelow(host.slice(2)) : ownComputer ? t.ownComputer(host) : host;
  const close = () => setOpen(null);
  const allow = async () => {
    setAsked('asking');
    const answer = await requestHost(host);
    setAsked(answer === 'granted' ? null : answer);
  };
  return (
    <li class="card stack">
      <h3 class="wrap-anywhere">{name}</h3>
      <p>
        <span class="soft">{t.readBy}: </span>
        {words(entry.readBy)}
      </p>
      {granted ? null : (
        <Banner tone="warn" live="off">
          <p>{t.notGranted}</p>
          <Button size="small" busy={asked === 'asking'} onClick={() => void allow()}>
            {t.allowAgain}
          </Button>
          {asked === null ? null : (
            <p role="status">{{ asking: t.asking, denied: t.denied, failed: t.askFailed }[asked]}</p>
          )}
        </Banner>
      )}
      {many ? <p class="soft">{t.allBelowText}</p> : <HealthFacts health={health} />}
      {many || (row !== null && row.site !== null) ? null : (
        <Checkbox
          label={t.useShipped}
          hint={t.useShippedHint}
          checked={row?.shipped ?? true}
          disabled={status.state === 'busy'}
          onChange={(on) => void run({ type: 'useShipped', host, on })}
        />
      )}
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.failed}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
      {required && row?.site == null ? null : (
        <div class="cluster">
          {row?.site == null ? null : (
            <>
              <Button icon="download" size="small" onClick={() => setOpen('export')}>
                {t.exportSite}
              </Button>
              <Button kind="quiet" size="small" onClick={() => setOpen('forget')}>
                {t.forget}
              </Button>
            </>
          )}
          {required ? null : (
            <Button kind="danger" icon="trash" size="small" onClick={() => setOpen('remove')}>
              {t.remove}
            </Button>
          )}
        </div>
      )}
      {open === 'export' && row?.site != null ? (
        <ExportSiteDialog host={host} site={row.site} now={now} onClose={close} />
      ) : null}
      {open === 'forget' ? <Forget host={host} onClose={close} /> : null}
      {open === 'remove' ? <RemoveHostDialog host={host} number={f.number} onClose={close} /> : null}
    </li>
  );
}

function Forget({ host, onClose }: { host: string; onClose: () => void }) {
  const { sites: t, ui } = useText();
  const toast = useToast();
  const { run, status } = useAction();
  const forget = async () => {
    if (!(await run({ type: 'dropHostSite', host })).ok) return;
    toast('good', t.forgotten);
    onClose();
  };
  return (
    <ConfirmDialog
      title={t.forgetTitle(host)}
      text={t.forgetText}
      confirmLabel={t.forget}
      danger
      busy={status.state === 'busy'}
      onConfirm={() => void forget()}
      onClose={onClose}
    >
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.failed}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
    </ConfirmDialog>
  );
}
