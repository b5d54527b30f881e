/** The cell's tally for a period: choose, see, print, export; every figure says where it came from. */
import { useMemo, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { act } from '@/components/hooks/use-actions';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { usePrinting } from '@/components/hooks/use-printing';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { SelectField } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import type { Desk } from '@/components/workers/desk';
import type { Settings } from '@/lib/model/settings';
import { RANK_KEYS, RANK_METHODS, type Tally } from '@/lib/model/tally';
import { purgedUpTo } from '@/lib/tracker';
import { dayInVietnam } from '@/lib/vi/dates';
import { PeriodChooser } from './PeriodChooser';
import { firstChoice, periodOf } from './period-choice';
import { PaperFoot, PaperHead } from './Paper';
import { SourceList } from './SourceList';
import { SpreadPicture } from './SpreadPicture';
import { SummaryTable } from './SummaryTable';
import { TallyTable } from './TallyTable';
import { useTally } from './use-tally';
import { WithoutReading } from './WithoutReading';

interface Props {
  desk: Desk;
  settings: Settings;
  /** Only this unit's members; null takes everybody. */
  unit: string | null;
  /** What the tally calls the cell. */
  label: string | null;
  now: () => Date;
  onBring: () => void;
  /** Draws the export dialog for a tally. */
  exportDialog: (tally: Tally, onClose: () => void) => ComponentChildren;
}

export function TallySection({ desk, settings, unit, label, now, onBring, exportDialog }: Props) {
  const { tally: t } = useText();
  const f = useFormat();
  const today = useMemo(() => dayInVietnam(now()), []);
  const [choice, setChoice] = useState(() => firstChoice(today));
  const [rankBy, setRankBy] = useState(settings.rankBy);
  const [rankMethod, setRankMethod] = useState(settings.rankMethod);
  const [exporting, setExporting] = useState(false);
  const printing = usePrinting();
  const db = useDb();
  const purged = useLiveQuery(
    async () => ({ own: await purgedUpTo(db, 'own'), members: await purgedUpTo(db, 'members') }),
    [db],
  );
  const { tally, busy, failed } = useTally(desk, { unit, label, period: periodOf(choice), rankBy, rankMethod, now });

  if (tally !== null && tally.members.length === 0) {
    return (
      <EmptyState icon="people" title={t.empty} text={t.emptyText}>
        <Button kind="main" onClick={onBring}>
          {t.bringFirst}
        </Button>
      </EmptyState>
    );
  }
  const days = tally === null ? '' : `${f.day(tally.period.from)} – ${f.day(tally.period.to)}`;
  const purgedTo = [purged.value?.own ?? '', purged.value?.members ?? ''].sort().at(-1) ?? '';
  const values = tally === null ? [] : tally.members.flatMap((one) => one.points ?? []);
  return (
    <section class="stack-wide" aria-labelledby="tally-title" aria-busy={busy}>
      <div class="card stack no-print">
        <PeriodChooser choice={choice} thisYear={Number(today.slice(0, 4))} onChange={setChoice} />
        <div class="form-row">
          <SelectField
            label={t.rankBy}
            value={rankBy}
            options={RANK_KEYS.map((key) => ({ value: key, label: t.rankByKeys[key] }))}
            onChange={(key) => {
              setRankBy(key);
              void act({ type: 'saveSettings', patch: { rankBy: key } });
            }}
          />
          <SelectField
            label={t.rankMethod}
            value={rankMethod}
            options={RANK_METHODS.map((method) => ({ value: method, label: t.rankMethods[method] }))}
            onChange={(method) => {
              setRankMethod(method);
              void act({ type: 'saveSettings', patch: { rankMethod: method } });
            }}
          />
        </div>
      </div>
      {failed !== null ? (
        <Banner tone="bad" title={t.failed}>
          <p class="wrap-anywhere">{failed}</p>
        </Banner>
      ) : null}
      {tally === null && busy ? <Progress label={t.computing} /> : null}
      {tally !== null ? (
        <>
          <PaperHead settings={settings} unit={label} today={dayInVietnam(new Date(tally.generatedAt))} />
          <div class="spread">
            <div>
              <h2 id="tally-title">{t.heading(days)}</h2>
              <p class="soft">{[label, t.workedOut(f.instant(tally.generatedAt))].filter(Boolean).join(' · ')}</p>
            </div>
            <div class="cluster no-print">
              <Button onClick={() => print()}>{t.print}</Button>
              <Button kind="main" icon="download" onClick={() => setExporting(true)}>
                {t.export}
              </Button>
            </div>
          </div>
          <Banner live="off">
            <p>{t.notOfficial}</p>
          </Banner>
          {tally.period.from <= purgedTo ? (
            <Banner tone="warn">
              <p>{t.purged(f.day(purgedTo))}</p>
            </Banner>
          ) : null}
          <TallyTable tally={tally} printing={printing} />
          <SummaryTable tally={tally} />
          <SpreadPicture values={values} />
          <WithoutReading tally={tally} />
          <SourceList tally={tally} />
          <PaperFoot settings={settings} />
        </>
      ) : null}
      {exporting && tally !== null ? exportDialog(tally, () => setExporting(false)) : null}
    </section>
  );
}
