/** "Chi bộ": tally, roster and bringing figures in, composed from their features; one worker for each of reading and tallying. */
import { UnitField } from './fields/UnitField';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Member } from '@/lib/model/member';
import type { Settings } from '@/lib/model/settings';
import { getCell, listUnits } from '@/lib/tracker';
import { AboutSection } from './cell/AboutSection';
import { ActivitySection } from './cell/ActivitySection';
import { withCellHead } from './cell/letterhead';
import { ExportDialog } from './export/ExportDialog';
import { useDb } from './hooks/use-db';
import { useHash } from './hooks/use-hash';
import { useLiveQuery } from './hooks/use-live-query';
import { useText } from './i18n';
import { MemberPoints } from './MemberPoints';
import { BringSection } from './roster/BringSection';
import { LastBrought } from './roster/LastBrought';
import { RosterSection } from './roster/RosterSection';
import { TallySection } from './tally/TallySection';
import { TourOffer } from './tour/TourOffer';
import { LinkButton } from './ui/Button';
import { Tabs } from './ui/Nav';
import { createDesk } from './workers/desk';

const TABS = ['tally', 'roster', 'activity', 'bring', 'about'] as const;
type Tab = (typeof TABS)[number];

/** The tab that `#/cell/roster` and the like ask for, or null. */
const tabOf = (hash: string): Tab | null => TABS.find((tab) => hash === `#/cell/${tab}`) ?? null;

export function CellView({ settings, now }: { settings: Settings; now: () => Date }) {
  const { tally: t, desk } = useText();
  const db = useDb();
  const asked = useHash(tabOf);
  const [tab, setTab] = useState<Tab>(asked ?? 'tally');
  useEffect(() => {
    if (asked !== null) setTab(asked);
  }, [asked]);
  // Held while figures are brought in: every batch would read the whole roster again.
  const units = useLiveQuery(() => listUnits(db), [db], { everyMs: 800, enabled: tab !== 'bring' });
  const [unit, setUnit] = useState<string | null>(null);
  const [person, setPerson] = useState<Member | null>(null);
  const [brought, setBrought] = useState(false);
  const about = useLiveQuery(() => getCell(db, unit), [db, unit]);
  const headed = withCellHead(settings, about.value);
  const desks = useMemo(() => ({ tally: createDesk(), lists: createDesk() }), []);
  useEffect(() => () => Object.values(desks).forEach((desk) => desk.destroy()), [desks]);
  const names = units.value ?? [];
  return (
    <div class="stack-wide">
      <div class="spread no-print">
        <h1 tabIndex={-1}>{t.title}</h1>
        <LinkButton href="#/receive">{desk.receive}</LinkButton>
        <UnitField names={names} unit={unit} onUnit={setUnit} />
      </div>
      <TourOffer seen={settings.tourSeen} />
      <Tabs label={t.title} current={tab} items={TABS.map((id) => ({ id, label: t.tabs[id] }))} onChange={setTab}>
        <div class="stack">
          {brought && tab !== 'bring' ? <LastBrought onClose={() => setBrought(false)} /> : null}
          {tab === 'tally' ? (
            <TallySection
              desk={desks.tally}
              settings={headed}
              unit={unit}
              label={unit ?? (names.length === 1 ? (names[0] ?? null) : settings.unitName)}
              now={now}
              onBring={() => setTab('bring')}
              exportDialog={(tally, changes, onClose) => (
                <ExportDialog {...{ desk: desks.tally, tally, changes, settings: headed, onClose }} />
              )}
            />
          ) : null}
          {tab === 'roster' ? (
            <RosterSection unit={unit} now={now} onPoints={setPerson} onBring={() => setTab('bring')} />
          ) : null}
          {tab === 'activity' ? <ActivitySection {...{ unit, now }} /> : null}
          {tab === 'about' ? <AboutSection {...{ unit, settings }} /> : null}
          {tab === 'bring' ? (
            <BringSection
              desk={desks.lists}
              unit={unit ?? settings.unitName}
              onDone={() => {
                setBrought(true);
                setTab('tally');
              }}
            />
          ) : null}
        </div>
      </Tabs>
      {person ? <MemberPoints member={person} now={now()} onClose={() => setPerson(null)} /> : null}
    </div>
  );
}
