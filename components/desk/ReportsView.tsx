/** "Báo cáo": the reports of a period on the store, in the layout of the cell. */
import { UnitField } from '@/components/fields/UnitField';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ProfileEditor } from '@/components/documents/ProfileEditor';
import { ReportView } from '@/components/documents/ReportView';
import type { LoadInput } from '@/components/documents/use-report';
import { downloadFile } from '@/components/export/download';
import { act } from '@/components/hooks/use-actions';
import { cellChange, ontoPresent } from '@/components/hooks/desk-changes';
import { useDb } from '@/components/hooks/use-db';
import { useDesk } from '@/components/hooks/use-desk';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Progress } from '@/components/ui/Progress';
import { useDeskWorker } from '@/components/hooks/use-desk-worker';
import type { DocumentInputs } from '@/lib/documents';
import { type DocProfile, writeDocProfile } from '@/lib/model/doc-profile';
import type { Period } from '@/lib/model/period';
import type { Settings } from '@/lib/model/settings';
import type { KnownTally } from '@/lib/model/tally';
import {
  PERIOD_REPORTS,
  type PeriodReport,
  adoptionInput,
  attendanceInput,
  meetingQualityInput,
  pointTallyInput,
  reportInput,
  sixMonthInput,
} from '@/lib/reports';
import { DOC_PROFILES } from '@/lib/rules/doc-profiles';
import { closedVersions, lastCommit, listActivityRecords, listDesk, listUnits } from '@/lib/tracker';
import { dayInVietnam } from '@/lib/vi/dates';
import { NumberField } from './NumberField';
import { readyWorker } from '@/components/workers/worker-addresses';
import { type DeskSource, readSource, useSource } from './use-source';

/** Reports that count what members did besides points from its records; the point tally has it from the tally. */
const TELLS_ACTIVITY: readonly PeriodReport[] = ['report', 'adoption', 'six-month'];
/** Reports made from a tally. */
const FROM_TALLY: readonly PeriodReport[] = ['report', 'adoption', 'point-tally'];

/** What was read last, and for which unit. */
interface Held {
  unit: string | null;
  source: DeskSource;
}

export function ReportsView({ settings, now }: { settings: Settings; now: () => Date }) {
  const { desk: t, ui } = useText();
  const f = useFormat();
  const db = useDb();
  const [unit, setUnit] = useState<string | null>(null);
  const units = useLiveQuery(() => listUnits(db), [db], { everyMs: 800 });
  const source = useSource(unit, settings, now);
  const newest = useRef<Held | null>(null);
  if (source.state === 'ready') newest.current = { unit, source: source.value };
  const desk = useDeskWorker();
  // Most reports tell figures that are worked out there; the first one on screen does not wait for it.
  const read = source.value !== undefined;
  useEffect(() => {
    if (read) readyWorker('desk');
  }, [read]);
  const [editing, setEditing] = useState<DocProfile | null>(null);
  const { save, undo, forgetUndo, status, clear } = useDesk();
  const today = useMemo(() => dayInVietnam(now()), []);

  const load = useCallback<LoadInput>(
    async (id, period, signal) => {
      const report = PERIOD_REPORTS.find((one) => one === id);
      if (report === undefined) throw new Error(`${id} is no report of a period`);
      const tells = TELLS_ACTIVITY.includes(report);
      const [commit, closings, activity] = await Promise.all([
        lastCommit(db),
        listDesk(db, 'closing'),
        tells ? listActivityRecords(db, period) : [],
      ]);
      const held = newest.current;
      // What is on screen already is read once more only when something was written since.
      const source =
        held !== null && held.unit === unit && held.source.commit === commit
          ? held.source
          : await readSource(db, unit, settings, now());
      const read = { ...source, activity, now: now() };
      if (read.members.length === 0) return { none: t.noMembers };
      const [closed] = closedVersions(closings, unit, period);
      // A closed period is reported as it was closed.
      const figures: KnownTally | null =
        closed?.value ??
        (!FROM_TALLY.includes(report)
          ? null
          : (
              await desk.call(
                'tally',
                {
                  database: db.name,
                  key: db.key,
                  unit,
                  label: read.unit,
                  period,
                  rankBy: settings.rankBy,
                  rankMethod: settings.rankMethod,
                  now: now().toISOString(),
                },
                signal,
              )
            ).known);
      return { input: inputOf(report, read, period, figures) };
    },
    [db, unit, settings, desk, t],
  );

  if (source.value === undefined) {
    return source.state === 'failed' ? <Banner tone="bad" title={ui.loadFailed} /> : <Progress label={ui.loading} />;
  }
  const { cell, profiles } = source.value;
  const names = units.value ?? [];
  const useProfile = async (id: string) => {
    await save([await cellChange(db, unit, cell, { profile: id })]);
  };
  const keepProfile = async (profile: DocProfile) => {
    const id = `profile ${profile.id}`;
    const entry = { id, kind: 'docProfile' as const, unit: null, removed: false, value: profile };
    if (await save([await ontoPresent(db, entry)])) setEditing(null);
  };
  return (
    <div class="stack-wide">
      <div class="spread no-print">
        <h1 tabIndex={-1}>{t.reports}</h1>
        <UnitField names={names} unit={unit} onUnit={setUnit} />
      </div>
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.notSaved} onClose={clear}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
      {undo === null ? null : (
        <Banner tone="plain" onClose={forgetUndo}>
          <p>{t.profileSaved}</p>
          <Button
            size="small"
            busy={status.state === 'busy'}
            onClick={() => void undo().then((done) => done && setEditing(null))}
          >
            {ui.undo}
          </Button>
        </Banner>
      )}
      {editing !== null ? (
        <>
          <div>
            <Button icon="left" onClick={() => setEditing(null)}>
              {t.backToReports}
            </Button>
          </div>
          <ProfileEditor
            profile={editing}
            shipped={DOC_PROFILES.some(({ id }) => id === editing.id)}
            newId={`own-${crypto.randomUUID().slice(0, 8)}`}
            onSave={(profile) => void keepProfile(profile)}
            onExport={(profile) =>
              downloadFile(writeDocProfile(profile), `mau-van-ban-${profile.id}.json`, 'application/json')
            }
          />
        </>
      ) : (
        <ReportView
          key={unit ?? ''}
          documents={PERIOD_REPORTS}
          first="meeting-quality"
          profiles={profiles}
          profileId={cell.profile}
          onProfile={(id) => void useProfile(id)}
          onEditProfile={() => setEditing(profiles.find(({ id }) => id === cell.profile) ?? profiles[0] ?? null)}
          today={today}
          number={({ key, type, name, period, onNumber }) => (
            <NumberField
              key={key}
              type={type}
              term={cell.term}
              unit={unit}
              about={key}
              title={`${name}, ${f.day(period.from)}–${f.day(period.to)}`}
              now={now}
              onNumber={onNumber}
            />
          )}
          load={load}
          write={(ask, signal) => desk.call('writeDocument', ask, signal)}
          onExported={() => void act({ type: 'noteExport', kind: 'document', rows: 1 })}
        />
      )}
    </div>
  );
}

function inputOf(
  report: PeriodReport,
  source: DeskSource,
  period: Period,
  known: KnownTally | null,
): DocumentInputs[PeriodReport] {
  switch (report) {
    case 'report':
      return reportInput(source, period, known);
    case 'meeting-quality':
      return meetingQualityInput(source, period);
    case 'adoption':
      return adoptionInput(source, period, known);
    case 'point-tally':
      if (known === null) throw new Error('the point tally is made from a tally');
      return pointTallyInput(source, known.tally);
    case 'attendance':
      return attendanceInput(source, period);
    case 'six-month':
      return sixMonthInput(source, period);
  }
}
