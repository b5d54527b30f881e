/** The views of the dashboard, each loaded when it is first shown, with what it is composed of. */
import { useMemo } from 'preact/hooks';
import type { Settings } from '@/lib/model/settings';
import type { DashboardView } from '@/lib/protocol';
import { later } from './ui/later';

interface ViewProps {
  settings: Settings;
  now: () => Date;
}

const Points = later(async () => (await import('./points/PointsView')).PointsView);
const Cell = later(async () => (await import('./CellView')).CellView);
const Reports = later(async () => (await import('./desk/ReportsView')).ReportsView);
const Rubrics = later(async () => (await import('./desk/RubricsView')).RubricsView);
const Send = later(async () => (await import('./handin/SendPage')).SendPage);
const Receive = later(async () => (await import('./handin/ReceivePage')).ReceivePage);
const Privacy = later(async () => (await import('./PrivacyView')).PrivacyView);
const Sites = later(async () => (await import('./sites/SitesView')).SitesView);
const Welcome = later(async () => (await import('./welcome/WelcomeView')).WelcomeView);

const Meetings = later(async () => {
  const [{ MeetingsView }, { MeetingScore }, { MeetingPapers }] = await Promise.all([
    import('./meetings/MeetingsView'),
    import('./desk/MeetingScore'),
    import('./desk/MeetingPapers'),
  ]);
  return ({ settings, now }: ViewProps) => (
    <MeetingsView
      settings={settings}
      now={now}
      extras={{
        score: (meeting, tasks, unit, save) => <MeetingScore {...{ meeting, tasks, unit, settings, now, save }} />,
        documents: (meeting, tasks, unit) => <MeetingPapers {...{ meeting, tasks, unit, settings, now }} />,
      }}
    />
  );
});

const Data = later(async () => {
  const [{ DataView }, { Protection }] = await Promise.all([import('./data/DataView'), import('./safety/Protection')]);
  return ({ now }: { now: () => Date }) => <DataView now={now} protection={<Protection />} />;
});

const SettingsPage = later(async () => {
  const [{ SettingsView }, { LockSection }, { TourSection }] = await Promise.all([
    import('./settings/SettingsView'),
    import('./lock/LockSection'),
    import('./tour/TourOffer'),
  ]);
  return ({ minutes }: { minutes: Settings['lockAfterMinutes'] }) => (
    <SettingsView lock={<LockSection minutes={minutes} />} tour={<TourSection />} />
  );
});

/** The view that teaches the page of one tab (`#/teach/12`). */
export const Teach = later(async () => (await import('./teach/TeachPage')).TeachPage);

const PARTS: Record<DashboardView, { load: () => Promise<void> }> = {
  points: Points,
  manual: Points,
  cell: Cell,
  meetings: Meetings,
  reports: Reports,
  rubrics: Rubrics,
  handin: Send,
  receive: Receive,
  data: Data,
  privacy: Privacy,
  settings: SettingsPage,
  sites: Sites,
  welcome: Welcome,
};

/** Has the view at hand by the time it is shown; one that cannot be read says so then. */
export function expectView(view: DashboardView): void {
  PARTS[view].load().catch(() => undefined);
}

export function View({ view, settings, now }: ViewProps & { view: DashboardView }) {
  // One moment per view: figures on one screen must agree with each other.
  const at = useMemo(now, [view]);
  switch (view) {
    case 'points':
    case 'manual':
      return <Points key={view} settings={settings} manual={view === 'manual'} now={at} />;
    case 'cell':
      return <Cell settings={settings} now={now} />;
    case 'meetings':
      return <Meetings settings={settings} now={now} />;
    case 'reports':
      return <Reports settings={settings} now={now} />;
    case 'rubrics':
      return <Rubrics settings={settings} now={now} />;
    case 'handin':
      return <Send now={now} />;
    case 'receive':
      return <Receive now={now} />;
    case 'data':
      return <Data now={now} />;
    case 'privacy':
      return <Privacy settings={settings} now={now} />;
    case 'settings':
      return <SettingsPage minutes={settings.lockAfterMinutes} />;
    case 'sites':
      return <Sites now={now} />;
    case 'welcome':
      return <Welcome />;
  }
}
