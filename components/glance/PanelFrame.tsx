/** The overlay frame put together: its port, its language and its look. No database is opened here. */
import { useEffect, useState } from 'preact/hooks';
import type { PanelToBackground, PendingReading } from '@/lib/protocol';
import { useAppearance } from '../hooks/use-appearance';
import { usePanel } from '../hooks/use-glance';
import { LanguageProvider, textsOf } from '../i18n/base';
import { failureText } from './failure-text';
import { Overlay } from './Overlay';
import { Waiting } from './Waiting';

/** An answer that has not come by then will not come: the background was replaced, or took no more messages. */
const ANSWER_WITHIN_MS = 4_000;

export function PanelFrame() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { view, link, send } = usePanel(({ to, reply }) => {
    if (to === 'confirmPending' || to === 'refusePending') setBusy(false);
    if (to === 'placePanel' || to === 'resizePanel' || to === 'watchPage') return;
    setFailure(reply.ok ? null : failureText(textsOf(view?.language ?? 'vi'), reply.code));
  });
  const language = view?.language ?? 'vi';
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => {
      setBusy(false);
      setFailure(textsOf(language).glance.frame.failed);
    }, ANSWER_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [busy, language]);
  useAppearance({ theme: view?.theme ?? 'auto', largeText: view?.largeText ?? false, language });

  if (!view) {
    return (
      <LanguageProvider language={null}>
        <Waiting link={link} />
      </LanguageProvider>
    );
  }
  const answer = (message: PanelToBackground) => {
    setFailure(null);
    if (send(message)) setBusy(message.type !== 'openDashboard' && message.type !== 'openTeachPage');
    else setFailure(textsOf(language).glance.frame.failed);
  };
  // A port that broke never answers: the buttons come back with the connection.
  const waiting = busy && link === 'live';
  return (
    <LanguageProvider language={language} neutral={view.neutral}>
      <Overlay
        view={view}
        link={link}
        busy={waiting}
        failure={failure}
        onConfirm={({ id, total }: PendingReading) => answer({ type: 'confirmPending', pendingId: id, total })}
        onRefuse={({ id }: PendingReading) => answer({ type: 'refusePending', pendingId: id })}
        onHide={() => void send({ type: 'hideNumbers' })}
        onTeach={() => answer({ type: 'openTeachPage' })}
        onOpen={(to) => answer({ type: 'openDashboard', view: to })}
        onPlace={(placement) => void send({ type: 'placePanel', placement })}
        onSize={(size) => void send({ type: 'resizePanel', ...size })}
      />
    </LanguageProvider>
  );
}
