/** The glance in the browser's own popup and side panel, with or without the handbook open. */
import { useState } from 'preact/hooks';
import type { DashboardView, OwnPageAction, PendingReading } from '@/lib/protocol';
import { extensionApi } from '../hooks/extension';
import { act } from '../hooks/use-actions';
import { useAppearance } from '../hooks/use-appearance';
import { useTitle } from '../hooks/use-title';
import { useActiveTab, useGlance } from '../hooks/use-glance';
import { LanguageProvider, textsOf, useText } from '../i18n/base';
import { Button } from '../ui/Button';
import { TeachButton } from '../teach/TeachButton';
import { useTeaching } from '../teach/use-teaching';
import { Icon } from '../ui/Icon';
import { later } from '../ui/later';
import { AddHost } from './AddHost';
import { failureText } from './failure-text';
import { Glance } from './Glance';
import { Waiting } from './Waiting';

// Much more than a glance, and only there while somebody teaches.
const TeachView = later(async () => (await import('../teach/TeachView')).TeachView);

export function BrowserGlance({ place }: { place: 'popup' | 'sidepanel' }) {
  const { tabId, windowId, url } = useActiveTab();
  const { view, link } = useGlance(tabId);
  const teaching = useTeaching(tabId, view === null ? null : `${view.state} ${view.site?.id}`);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const language = view?.language ?? 'vi';
  useAppearance({ theme: view?.theme ?? 'auto', largeText: view?.largeText ?? false, language });

  useTitle(view?.neutral === true, language);

  const run = async (action: OwnPageAction) => {
    setBusy(true);
    setFailure(null);
    const reply = await act(action);
    setBusy(false);
    if (!reply.ok) setFailure(failureText(textsOf(language), reply.code));
  };
  const open = (to: DashboardView) => {
    const api = extensionApi();
    api?.tabs?.create({ url: api.runtime.getURL(`/dashboard.html#/${to}`) }).then(
      () => place === 'popup' && window.close(),
      () => setFailure(textsOf(language).glance.frame.failed),
    );
  };
  return (
    <LanguageProvider language={view?.language ?? null} neutral={view?.neutral}>
      <div class="browser-glance" data-place={place}>
        <Head />
        <main class="overlay-body">
          {view === null ? (
            <Waiting link={link} />
          ) : place === 'sidepanel' && teaching.state?.open === true ? (
            <TeachView
              link={teaching}
              problems={view.state === 'pageChanged' ? view.problems : []}
              onBack={() => tabId && void teaching.send({ type: 'openTeaching', tabId, open: false })}
            />
          ) : (
            <Glance
              view={view}
              roomy={place === 'sidepanel'}
              away={view.host === null && view.state === 'unknownSite'}
              busy={busy}
              failure={failure}
              onConfirm={({ id, total }: PendingReading) => void run({ type: 'confirmPending', pendingId: id, total })}
              onRefuse={({ id }: PendingReading) => void run({ type: 'refusePending', pendingId: id })}
              onHide={() => void run({ type: 'saveSettings', patch: { hideNumbers: true } })}
              onOpen={open}
            />
          )}
          {view !== null && view.host === null && view.state !== 'locked' && (
            <AddHost address={place === 'popup' ? url : null} />
          )}
          {view !== null && teaching.state?.open !== true && (
            <TeachButton
              state={view.state}
              link={teaching}
              windowId={place === 'popup' ? windowId : null}
              onFailed={() => setFailure(textsOf(language).glance.frame.failed)}
            />
          )}
          {view !== null && place === 'popup' && windowId !== null && extensionApi()?.sidePanel && (
            <SidePanelButton windowId={windowId} onFailed={() => setFailure(textsOf(language).glance.frame.failed)} />
          )}
        </main>
      </div>
    </LanguageProvider>
  );
}

function Head() {
  const text = useText();
  return (
    <header class="browser-glance-head">
      <Icon name="notebook" />
      <h1>{text.ui.productName}</h1>
    </header>
  );
}

/** The browser opens a side panel only straight from a press, so nothing may be awaited before. */
function SidePanelButton({ windowId, onFailed }: { windowId: number; onFailed: () => void }) {
  const text = useText();
  return (
    <Button
      kind="quiet"
      wide
      onClick={() => {
        extensionApi()
          ?.sidePanel?.open({ windowId })
          .then(() => window.close(), onFailed);
      }}
    >
      {text.glance.openSidePanel}
    </Button>
  );
}
