/** "Điểm của tôi": the total with its source, what rose, target, chart, every reading, typing in; or how to start. */
import { LoadFailed } from '@/components/ui/LoadFailed';
import { useMemo, useState } from 'preact/hooks';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Button, LinkButton } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Progress } from '@/components/ui/Progress';
import { type PointReading, SELF } from '@/lib/model/point-reading';
import type { Settings } from '@/lib/model/settings';
import { periodAround } from '@/lib/model/period';
import { computePace } from '@/lib/tally/progress';
import { getPending, listReadings, purgedUpTo } from '@/lib/tracker';
import { dayInVietnam } from '@/lib/vi/dates';
import { countedTotals, totalsFor } from './counted-totals';
import { ManualEntry } from './ManualEntry';
import { PendingCard } from './PendingCard';
import { PointChart } from './PointChart';
import { ProgressFigures } from './ProgressFigures';
import { ReadingDialog } from './ReadingDialog';
import { ReadingTable } from './ReadingTable';
import { readingSource } from './reading-words';
import { TargetCard } from './TargetCard';
import { TargetDialog } from './TargetDialog';

interface Props {
  settings: Settings;
  /** Opened to type a total in. */
  manual: boolean;
  now: Date;
}

export function PointsView({ settings, manual, now }: Props) {
  const { points: t, desk, ui } = useText();
  const db = useDb();
  const history = useLiveQuery(() => listReadings(db, { subject: SELF, includeWithdrawn: true }), [db], {
    everyMs: 400,
  });
  const purged = useLiveQuery(() => purgedUpTo(db, 'own'), [db]);
  const pending = useLiveQuery(() => getPending(db), [db]);
  const [entering, setEntering] = useState(manual);
  const [opened, setOpened] = useState<PointReading | null>(null);
  const [targeting, setTargeting] = useState(false);
  const readings = history.value;
  const counted = useMemo(() => (readings === undefined ? [] : countedTotals(readings)), [readings]);
  const pace = useMemo(
    () =>
      settings.targetPerMonth === null || counted.length === 0
        ? null
        : computePace(totalsFor(counted, periodAround(dayInVietnam(now), 'month')), settings.targetPerMonth, now),
    [counted, settings.targetPerMonth, now],
  );

  const latest = readings?.findLast((reading) => reading.withdrawn === null);
  return (
    <div class="stack-wide">
      <div class="spread">
        <h1 tabIndex={-1}>{t.title}</h1>
        {latest ? (
          <div class="cluster no-print">
            <Button icon="plus" expanded={entering} onClick={() => setEntering(!entering)}>
              {t.manual}
            </Button>
            <Button onClick={() => print()}>{t.print}</Button>
            <LinkButton href="#/handin">{desk.send}</LinkButton>
          </div>
        ) : null}
      </div>
      {history.state === 'failed' ? <LoadFailed retry={history.retry} /> : null}
      {pending.value ? <PendingCard key={pending.value.id} pending={pending.value} /> : null}
      {readings === undefined && history.state === 'loading' ? <Progress label={ui.loading} /> : null}
      {readings !== undefined && latest === undefined ? (
        <EmptyState icon="notebook" title={t.empty} text={t.emptyText} />
      ) : null}
      {latest ? <TotalCard reading={latest} /> : null}
      {readings !== undefined && (entering || latest === undefined) ? (
        <ManualEntry subject={SELF} now={now} onSaved={() => setEntering(latest === undefined)} />
      ) : null}
      {readings !== undefined && latest ? (
        <>
          <div class="two-columns">
            <ProgressFigures totals={counted} purgedTo={purged.value ?? null} now={now} />
            <TargetCard pace={pace} onChange={() => setTargeting(true)} />
          </div>
          <PointChart readings={readings} />
        </>
      ) : null}
      {readings !== undefined && readings.length > 0 ? <ReadingTable readings={readings} onOpen={setOpened} /> : null}
      {opened ? <ReadingDialog reading={opened} now={now} onClose={() => setOpened(null)} /> : null}
      {targeting ? <TargetDialog target={settings.targetPerMonth} onClose={() => setTargeting(false)} /> : null}
    </div>
  );
}

function TotalCard({ reading }: { reading: PointReading }) {
  const { points: t } = useText();
  const f = useFormat();
  return (
    <section class="card stack-tight" aria-labelledby="total-title">
      <h2 id="total-title" class="soft">
        {t.total}
      </h2>
      <p class="big-figure figures">{f.number(reading.total)}</p>
      <p class="soft wrap-anywhere">
        {f.day(reading.day)}. {t.sourceLine(readingSource(reading, t), '', f.instant(reading.lastSeenAt))}
      </p>
    </section>
  );
}
