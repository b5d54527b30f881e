/** The dashboard: its views, one line each, and which of them stands when consent is still missing. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/model/settings';
import type { DashboardView } from '@/lib/protocol';
import { getSettings, hasConsent } from '@/lib/tracker';
import { CellView } from './CellView';
import { BackupReminder } from './data/BackupReminder';
import { DataView } from './data/DataView';
import { useHashView } from './hash-view';
import { act } from './hooks/use-actions';
import { DraftProvider } from './hooks/use-drafts';
import { useAppearance } from './hooks/use-appearance';
import { useDb } from './hooks/use-db';
import { useLiveQuery } from './hooks/use-live-query';
import { usePrinting } from './hooks/use-printing';
import { useShortcut } from './hooks/use-shortcut';
import { useStillHere } from './hooks/use-still-here';
import { useStore } from './hooks/use-store';
import { useTitle } from './hooks/use-title';
import { LanguageProvider, MaskProvider, useText } from './i18n';
import { LockSection } from './lock/LockSection';
import { MeetingPapers } from './desk/MeetingPapers';
import { MeetingScore } from './desk/MeetingScore';
import { ReportsView } from './desk/ReportsView';
import { RubricsView } from './desk/RubricsView';
import { ReceivePage } from './handin/ReceivePage';
import { SendPage } from './handin/SendPage';
import { MeetingsView } from './meetings/MeetingsView';
import { Protection } from './safety/Protection';
import { StoreNotices } from './safety/StoreNotices';
import { PointsView } from './points/PointsView';
import { PrivacyView } from './PrivacyView';
import { SitesView } from './sites/SitesView';
import { SettingsView } from './settings/SettingsView';
import { TeachPage, useTaughtTab } from './teach/TeachPage';
import { TourSection } from './tour/TourOffer';
import { TourProvider } from './tour/TourProvider';
import { Button } from './ui/Button';
import { LoadFailed } from './ui/LoadFailed';
import { Nav } from './ui/Nav';
import { ToastProvider } from './ui/Toast';
import { WelcomeView } from './welcome/WelcomeView';

export function App({ now = () => new Date() }: { now?: () => Date }) {
  const db = useDb();
  const view = useHashView();
  const taught = useTaughtTab();
  const settings = useLiveQuery(() => getSettings(db), [db]);
  const consent = useLiveQuery(() => hasConsent(db, 'ownPoints'), [db]);
  const chosen = settings.value ?? DEFAULT_SETTINGS;
  useAppearance(chosen);
  useTitle(chosen.neutralLook, chosen.language);
  useStillHere(useStore()?.info.lock === 'unlocked');
  // What is printed is an export: it keeps its numbers.
  const masked = chosen.hideNumbers && !usePrinting();
  const toggle = () => void act({ type: 'saveSettings', patch: { hideNumbers: !chosen.hideNumbers } });
  useShortcut('h', toggle, settings.value !== undefined);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-masked', masked);
  }, [masked]);
  const failed = settings.state === 'failed' ? settings : consent.state === 'failed' ? consent : null;
  // Nothing is drawn before both are known: a flash of the wrong language or of the first-run screen would confuse.
  const known = settings.value !== undefined && consent.value !== undefined;
  const shown = consent.value === false && (view === 'points' || view === 'manual') ? 'welcome' : view;
  return (
    <LanguageProvider language={chosen.language} neutral={chosen.neutralLook}>
      <MaskProvider masked={masked}>
        <ToastProvider>
          <TourProvider>
            <DraftProvider>
              <Frame view={shown}>
                {masked ? <Hidden onShow={toggle} /> : null}
                <StoreNotices />
                {failed ? <LoadFailed retry={failed.retry} /> : null}
                {known ? <BackupReminder now={now} quiet={shown === 'data' || shown === 'welcome'} /> : null}
                {!known ? null : taught === null ? (
                  <View view={shown} settings={chosen} now={now} />
                ) : (
                  <TeachPage tabId={taught} />
                )}
              </Frame>
            </DraftProvider>
          </TourProvider>
        </ToastProvider>
      </MaskProvider>
    </LanguageProvider>
  );
}

function View({ view, settings, now }: { view: DashboardView; settings: Settings; now: () => Date }) {
  // One moment per view: figures on one screen must agree with each other.
  const at = useMemo(now, [view]);
  switch (view) {
    case 'points':
    case 'manual':
      return <PointsView key={view} settings={settings} manual={view === 'manual'} now={at} />;
    case 'cell':
      return <CellView settings={settings} now={now} />;
    case 'meetings':
      return (
        <MeetingsView
          settings={settings}
          now={now}
          extras={{
            score: (meeting, tasks, unit, save) => <MeetingScore {...{ meeting, tasks, unit, settings, now, save }} />,
            documents: (meeting, tasks, unit) => <MeetingPapers {...{ meeting, tasks, unit, settings, now }} />,
          }}
        />
      );
    case 'reports':
      return <ReportsView settings={settings} now={now} />;
    case 'rubrics':
      return <RubricsView settings={settings} now={now} />;
    case 'handin':
      return <SendPage now={now} />;
    case 'receive':
      return <ReceivePage now={now} />;
    case 'data':
      return <DataView now={now} protection={<Protection />} />;
    case 'privacy':
      return <PrivacyView settings={settings} now={now} />;
    case 'settings':
      return <SettingsView lock={<LockSection minutes={settings.lockAfterMinutes} />} tour={<TourSection />} />;
    case 'sites':
      return <SitesView now={now} />;
    case 'welcome':
      return <WelcomeView />;
  }
}

/** Views without an entry of their own stand under that of another. */
const PARENTS: Partial<Record<DashboardView, DashboardView>> = {
  manual: 'points',
  handin: 'points',
  receive: 'cell',
  rubrics: 'meetings',
  privacy: 'data',
};

function Frame({ view, children }: { view: DashboardView; children: preact.ComponentChildren }) {
  const texts = useText();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // The first view leaves the focus where the browser put it; later ones are announced by their heading.
    if (!first.current) main.current?.querySelector('h1')?.focus();
    first.current = false;
  }, [view]);
  const current = PARENTS[view] ?? view;
  return (
    <>
      <header class="top no-print">
        <div class="top-inner">
          <p class="top-name">{texts.ui.productName}</p>
          <Nav
            label={texts.ui.productName}
            current={current}
            items={[
              { id: 'points', href: '#/points', label: texts.points.title, icon: 'chart' },
              { id: 'cell', href: '#/cell', label: texts.tally.title, icon: 'people' },
              { id: 'meetings', href: '#/meetings', label: texts.meetings.title, icon: 'clock' },
              { id: 'reports', href: '#/reports', label: texts.desk.reports, icon: 'file' },
              { id: 'data', href: '#/data', label: texts.data.title, icon: 'data' },
              { id: 'sites', href: '#/sites', label: texts.sites.title, icon: 'notebook' },
              { id: 'settings', href: '#/settings', label: texts.settings.title, icon: 'settings' },
            ]}
          />
        </div>
      </header>
      <main class="page" ref={main}>
        {children}
      </main>
    </>
  );
}

function Hidden({ onShow }: { onShow: () => void }) {
  const { ui } = useText();
  return (
    <div class="spread no-print hidden-line">
      <p>{ui.numbersHidden}</p>
      <Button size="small" icon="eye" onClick={onShow}>
        {ui.showNumbers}
      </Button>
    </div>
  );
}
