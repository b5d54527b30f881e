/** One period's report on screen and paper: figures now or as closed, with or without names, and what may be done with them. */
import { useMemo, useState } from 'preact/hooks';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { usePrinting } from '@/components/hooks/use-printing';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Below } from '@/components/ui/Below';
import { Button } from '@/components/ui/Button';
import { SelectField } from '@/components/ui/Field';
import type { KnownTally } from '@/lib/model/tally';
import { ANONYMITIES, type Anonymity, anonymise } from '@/lib/tally/anonymous';
import { listMembers, purgedUpTo } from '@/lib/tracker';
import { dayInVietnam } from '@/lib/vi/dates';
import { ChatDialog } from './ChatDialog';
import { ClosingPanel } from './ClosingPanel';
import { CompareSection } from './CompareSection';
import { PaperFoot, PaperHead } from './Paper';
import { SourceList } from './SourceList';
import { SpreadPicture } from './SpreadPicture';
import { SummaryTable } from './SummaryTable';
import { TallyTable } from './TallyTable';
import type { TallySectionProps } from './section-props';
import { type Closings, changesSince, isSilent, knownOf } from './use-closings';
import { useCompared } from './use-tally';
import { VisitSection } from './VisitSection';
import { WithoutReading } from './WithoutReading';

interface Props extends Omit<TallySectionProps, 'onBring'> {
  known: KnownTally;
  /** How far the store had come when it was worked out. */
  commit: number;
  closings: Closings;
  running: boolean;
}

export function TallyReport({
  desk,
  settings,
  unit,
  label,
  now,
  known,
  commit,
  closings,
  running,
  exportDialog,
}: Props) {
  const { tally: t, cell: c } = useText();
  const f = useFormat();
  const db = useDb();
  const printing = usePrinting();
  const [names, setNames] = useState<'full' | Anonymity>('full');
  const [view, setView] = useState<'closed' | 'now'>('closed');
  const [open, setOpen] = useState<'export' | 'chat' | null>(null);
  const compared = useCompared(desk, unit, known, commit, now);
  const facts = useLiveQuery(async () => {
    const members = await listMembers(db, { includeRemoved: true });
    const purged = [await purgedUpTo(db, 'own'), await purgedUpTo(db, 'members')].map((day) => day ?? '');
    return {
      loggedIn: new Map(members.map((one) => [one.id, one.loggedIn ?? null])),
      purgedTo: purged.sort().at(-1) ?? '',
    };
  }, [db]);

  const [newest] = closings.versions;
  const changes = useMemo(() => (newest === undefined ? null : changesSince(newest, known)), [newest, known]);
  const isClosed = newest !== undefined && (view === 'closed' || changes === null || isSilent(changes));
  const shown = isClosed ? knownOf(newest) : known;
  const tally = useMemo(() => (names === 'full' ? shown.tally : anonymise(shown.tally, names)), [shown.tally, names]);
  // The sheet "Thay đổi" goes with an amended report, and with figures that differ from the last one.
  const amended = isClosed ? newest.value.amends : null;
  const older = amended === null ? undefined : closings.versions.find(({ id }) => id === amended.id);
  const told =
    older !== undefined && amended !== null && newest !== undefined && names === 'full'
      ? { since: amended.number, reason: amended.reason, changes: changesSince(older, knownOf(newest)) }
      : undefined;
  const days = `${f.day(tally.period.from)} – ${f.day(tally.period.to)}`;
  const values = tally.members.flatMap((one) => one.points ?? []);
  const loggedIn = shown.members.map((id) => facts.value?.loggedIn.get(id ?? '') ?? null);

  return (
    <>
      <ClosingPanel {...{ unit, closings, known, changes, running }} />
      <div class="form-row no-print">
        {newest !== undefined && changes !== null && !isSilent(changes) ? (
          <SelectField
            label={c.shown}
            value={view}
            options={[
              { value: 'closed', label: c.shownClosed(f.number(newest.value.number)) },
              { value: 'now', label: c.shownNow },
            ]}
            onChange={setView}
          />
        ) : null}
        <SelectField
          label={c.names}
          value={names}
          options={(['full', ...ANONYMITIES] as const).map((kind) => ({ value: kind, label: c.nameKinds[kind] }))}
          onChange={setNames}
        />
      </div>
      <PaperHead settings={settings} unit={label} today={dayInVietnam(new Date(tally.generatedAt))} />
      <div class="spread">
        <div>
          <h2 id="tally-title">{t.heading(days)}</h2>
          <p class="soft">
            {[
              label,
              isClosed ? c.shownClosed(f.number(newest.value.number)) : t.workedOut(f.instant(tally.generatedAt)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div class="cluster no-print">
          <Button onClick={() => setOpen('chat')}>{c.chat}</Button>
          <Button onClick={() => print()}>{t.print}</Button>
          <Button kind="main" icon="download" onClick={() => setOpen('export')}>
            {t.export}
          </Button>
        </div>
      </div>
      <Banner live="off">
        <p>{t.notOfficial}</p>
        {names === 'full' ? null : <p>{c.anonymousNote}</p>}
      </Banner>
      {tally.period.from <= (facts.value?.purgedTo ?? '') ? (
        <Banner tone="warn">
          <p>{t.purged(f.day(facts.value?.purgedTo ?? ''))}</p>
        </Banner>
      ) : null}
      <div class="tally-table">
        <TallyTable tally={tally} printing={printing} />
      </div>
      <SummaryTable tally={tally} />
      <Below now={printing}>
        <SpreadPicture values={values} />
        {names === 'full' && compared !== null && (!isClosed || (changes !== null && isSilent(changes))) ? (
          <CompareSection tally={known.tally} compared={compared} />
        ) : null}
        <WithoutReading tally={tally} />
        {names === 'full' ? <VisitSection tally={tally} loggedIn={loggedIn} /> : null}
        <SourceList tally={tally} />
        <PaperFoot settings={settings} />
      </Below>
      {open === 'export' ? exportDialog(tally, told, () => setOpen(null)) : null}
      {open === 'chat' ? <ChatDialog tally={tally} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
