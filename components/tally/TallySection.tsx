/** The cell's tally for a period: choose, see, close, print, export; every figure says where it came from. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { act } from '@/components/hooks/use-actions';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { SelectField } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import { RANK_KEYS, RANK_METHODS } from '@/lib/model/tally';
import { dayInVietnam } from '@/lib/vi/dates';
import { PeriodChooser } from './PeriodChooser';
import { firstChoice, periodOf } from './period-choice';
import type { TallySectionProps } from './section-props';
import { TallyReport } from './TallyReport';
import { useClosings } from './use-closings';
import { useTally } from './use-tally';

export function TallySection({ desk, settings, unit, label, now, onBring, exportDialog }: TallySectionProps) {
  const { tally: t } = useText();
  const today = useMemo(() => dayInVietnam(now()), []);
  const [choice, setChoice] = useState(() => firstChoice(today));
  const [chosenBy, setRankBy] = useState(settings.rankBy);
  const [chosenMethod, setRankMethod] = useState(settings.rankMethod);
  const period = periodOf(choice);
  const closings = useClosings(unit, period);
  // A closed period is ranked as it was reported: otherwise every row would seem changed.
  const closed = closings.versions[0]?.value.tally ?? null;
  const rankBy = closed?.rankedBy ?? chosenBy;
  const rankMethod = closed?.rankMethod ?? chosenMethod;
  const { known, busy, failed, commit } = useTally(desk, { unit, label, period, rankBy, rankMethod, now });
  // Until the figures of a newly chosen period are there, those before stay with their own closings and heading.
  const report = useRef<Pick<Parameters<typeof TallyReport>[0], 'known' | 'commit' | 'closings'> | null>(null);
  const days = known?.tally.period;
  if (known === null) report.current = null;
  else if (closings.loaded && (period === null || (days?.from === period.from && days.to === period.to)))
    report.current = { known, commit, closings };

  if (known !== null && known.tally.members.length === 0 && closed === null) {
    return (
      <EmptyState icon="people" title={t.empty} text={t.emptyText}>
        <Button kind="main" onClick={onBring}>
          {t.bringFirst}
        </Button>
      </EmptyState>
    );
  }
  return (
    <section class="stack-wide" aria-labelledby="tally-title" aria-busy={busy}>
      <div class="card stack no-print">
        <PeriodChooser choice={choice} thisYear={Number(today.slice(0, 4))} onChange={setChoice} />
        {closed !== null ? null : (
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
        )}
      </div>
      {failed !== null ? (
        <Banner tone="bad" title={t.failed}>
          <p class="wrap-anywhere">{failed}</p>
        </Banner>
      ) : null}
      {known === null && busy ? <Progress label={t.computing} /> : null}
      {report.current !== null ? (
        <TallyReport
          key={`${report.current.known.tally.period.from} ${report.current.known.tally.period.to}`}
          {...{ desk, settings, unit, label, now, ...report.current, exportDialog }}
          running={report.current.known.tally.period.to >= today}
        />
      ) : null}
    </section>
  );
}
