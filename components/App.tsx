/** The dashboard: its views, one line each, and which of them stands when consent is still missing. */
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { DEFAULT_SETTINGS } from '@/lib/model/settings';
import type { DashboardView } from '@/lib/protocol';
import { getSettings, hasConsent } from '@/lib/tracker';
import { BackupReminder } from './data/BackupReminder';
import { useHashView, viewOf } from './hash-view';
import { act } from './hooks/use-actions';
import { useAppearance } from './hooks/use-appearance';
import { useDb } from './hooks/use-db';
import { useLiveQuery } from './hooks/use-live-query';
import { usePrinting } from './hooks/use-printing';
import { useShortcut } from './hooks/use-shortcut';
import { useStillHere } from './hooks/use-still-here';
import { useStore } from './hooks/use-store';
import { useTitle } from './hooks/use-title';
import { LanguageProvider, MaskProvider, useText } from './i18n';
import { StoreNotices } from './safety/StoreNotices';
import { useTaughtTab } from './teach/taught-tab';
import { TourProvider } from './tour/TourProvider';
import { Button } from './ui/Button';
import { LoadFailed } from './ui/LoadFailed';
import { Nav } from './ui/Nav';
import { ArrivalContext } from './ui/later';
import { ToastProvider } from './ui/Toast';
import { expectView, Teach, View } from './views';

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
    <LanguageProvider language={settings.value?.language ?? null} neutral={chosen.neutralLook}>
      <MaskProvider masked={masked}>
        <ToastProvider>
          <TourProvider>
            <Frame view={shown}>
              {masked ? <Hidden onShow={toggle} /> : null}
              <StoreNotices />
              {failed ? <LoadFailed retry={failed.retry} /> : null}
              {known ? <BackupReminder now={now} quiet={shown === 'data' || shown === 'welcome'} /> : null}
              {!known ? null : taught === null ? (
                <View view={shown} settings={chosen} now={now} />
              ) : (
                <Teach tabId={taught} />
              )}
            </Frame>
          </TourProvider>
        </ToastProvider>
      </MaskProvider>
    </LanguageProvider>
  );
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
  const arrived = useAnnounced(view, main);
  useEffect(() => {
    // A view that is pointed at is likely to be opened: its code is there by then.
    const aim = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#/"]') : null;
      if (link !== null) expectView(viewOf(link.hash));
    };
    for (const type of ['pointerover', 'focusin']) document.addEventListener(type, aim);
    return () => {
      for (const type of ['pointerover', 'focusin']) document.removeEventListener(type, aim);
    };
  }, []);
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
        <ArrivalContext.Provider value={arrived}>{children}</ArrivalContext.Provider>
      </main>
    </>
  );
}

/** Announces every view but the first by its heading, once that stands; gives what tells that it may stand now. */
function useAnnounced(view: DashboardView, main: { current: HTMLElement | null }): () => void {
  const first = useRef(true);
  // Where the focus was while the view's code was still to come; undefined when no heading is awaited.
  const awaited = useRef<Element | null | undefined>(undefined);
  const announce = useCallback(() => {
    const heading = main.current?.querySelector('h1');
    heading?.focus();
    return heading !== null && heading !== undefined;
  }, []);
  useEffect(() => {
    // The first view leaves the focus where the browser put it.
    awaited.current = first.current || announce() ? undefined : document.activeElement;
    first.current = false;
  }, [view]);
  return useCallback(() => {
    const before = awaited.current;
    awaited.current = undefined;
    // Whoever went on to something else meanwhile stays there.
    const stayed = document.activeElement === before || document.activeElement === document.body;
    if (before !== undefined && stayed) announce();
  }, []);
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
