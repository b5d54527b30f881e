/** What a person must know about their store, above every view: recovered, read-only, copies failing, an update that waits. */
import { useState } from 'preact/hooks';
import type { RecoveryReport } from '@/lib/model/canary';
import { askBackground } from '../hooks/ask-background';
import { useStore } from '../hooks/use-store';
import { useFormat, useText } from '../i18n';
import { Banner } from '../ui/Banner';
import { Button, LinkButton } from '../ui/Button';

export function StoreNotices() {
  const store = useStore();
  const { safety: t } = useText();
  if (store === null) return null;
  const { info, refresh } = store;
  return (
    <div class="stack notices no-print">
      {info.report ? <Recovered report={info.report} onSeen={refresh} /> : null}
      {info.readOnly ? (
        <Banner tone="warn" title={t.readOnly}>
          <p>{t.readOnlyText}</p>
        </Banner>
      ) : null}
      {info.problem !== null ? (
        <Banner tone={info.closed ? 'bad' : 'warn'} title={info.closed ? t.closed : t.unprotected}>
          <p>{info.closed ? t.closedText : t.unprotectedText}</p>
          <p class="small soft">{info.problem}</p>
          <div class="cluster">
            <Button onClick={() => void askBackground({ type: 'takeSnapshot' }).then(refresh)}>{t.again}</Button>
            {info.closed ? <LinkButton href="rescue.html">{t.openRescue}</LinkButton> : null}
          </div>
        </Banner>
      ) : null}
      {info.updateWaits ? (
        <Banner title={t.update}>
          <p>{t.updateText}</p>
          <Button size="small" onClick={() => void askBackground({ type: 'updateNow' })}>
            {t.updateNow}
          </Button>
        </Banner>
      ) : null}
    </div>
  );
}

function Recovered({ report, onSeen }: { report: RecoveryReport; onSeen: () => void }) {
  const { safety: t } = useText();
  const f = useFormat();
  const [busy, setBusy] = useState(false);
  const rows = Object.entries(report.counts)
    .filter(([table]) => table !== 'meta')
    .reduce((sum, [, count]) => sum + count, 0);
  const whole = report.restoredTo !== null && report.lost === 0;
  const seen = async () => {
    setBusy(true);
    await askBackground({ type: 'acknowledgeRecovery' });
    onSeen();
  };
  return (
    <Banner
      tone={whole ? 'good' : 'bad'}
      title={whole ? t.recovered : report.restoredTo === null ? t.lost : t.recoveredPart}
    >
      <p>{t.causes[report.cause]}</p>
      {report.restoredTo === null ? (
        <p>{t.nothingRestored}</p>
      ) : (
        <p>{t.restoredTo(f.number(rows), f.instant(report.restoredTo))}</p>
      )}
      {report.lost > 0 ? <p>{t.lostChanges(f.number(report.lost))}</p> : null}
      {report.kept !== null ? <p class="small soft">{t.keptFound}</p> : null}
      <div class="cluster">
        <Button busy={busy} onClick={() => void seen()}>
          {t.understood}
        </Button>
        <LinkButton href="rescue.html">{t.openRescue}</LinkButton>
      </div>
    </Banner>
  );
}
