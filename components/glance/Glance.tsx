/** The at-a-glance view that overlay, popup and side panel share. */
import { useState } from 'preact/hooks';
import type { DashboardView, PanelState, PanelView, PendingReading } from '@/lib/protocol';
import { useShortcut } from '../hooks/use-shortcut';
import { MaskProvider, useText } from '../i18n/base';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Ask } from './Ask';
import { Lists, Reconciled, Skipped, Source } from './Details';
import { Gains, Target, Total } from './Figures';
import { StateLine } from './StateLine';

export interface GlanceProps {
  view: PanelView;
  /** Side panel: more spans of time. */
  roomy?: boolean;
  /** Only the state, the question or the next step, and the figures. */
  brief?: boolean;
  /** Shown instead of the page's state, when there is no handbook page in front. */
  away?: boolean;
  busy: boolean;
  /** What went wrong with the last command, in words. */
  failure: string | null;
  onConfirm: (pending: PendingReading) => void;
  onRefuse: (pending: PendingReading) => void;
  onOpen: (view: DashboardView) => void;
  /** Opens the page on which this tab's page is taught; given where nothing else leads there. */
  onTeach?: () => void;
  /** Hides all numbers from now on. */
  onHide?: () => void;
}

/** The one thing to do next in each state; the rest lead to the points. */
const NEXT: Partial<
  Record<
    PanelState,
    { view: DashboardView; label: 'readConsent' | 'showPlace' | 'writeByHand' | 'openDashboard' | 'unlock' }
  >
> = {
  noConsent: { view: 'welcome', label: 'readConsent' },
  unknownSite: { view: 'manual', label: 'showPlace' },
  pageChanged: { view: 'manual', label: 'writeByHand' },
  storageFailed: { view: 'data', label: 'openDashboard' },
  locked: { view: 'points', label: 'unlock' },
};

/** Nothing reads this page, or what the person taught for it no longer fits. */
function isTeachable({ state, host }: PanelView): boolean {
  return host !== null && (state === 'unknownSite' || (state === 'pageChanged' && host.taught));
}

export function Glance(props: GlanceProps) {
  const { view } = props;
  const text = useText();
  const [shown, setShown] = useState(false);
  const masked = view.hideNumbers && !shown;
  // Hides at once here; the setting follows, and comes back with the next view.
  useShortcut('h', () => {
    if (view.hideNumbers) setShown(!shown);
    else {
      setShown(false);
      props.onHide?.();
    }
  });
  // Without consent or key there is nothing to show.
  const consented = view.state !== 'noConsent' && view.state !== 'locked';
  const next = props.away ? undefined : NEXT[view.state];
  const asking = view.state === 'needsConfirm' && view.pending !== null;
  const withNumbers = consented && (view.points !== null || !asking);
  return (
    <MaskProvider masked={masked}>
      <div class="glance">
        {props.away && consented ? (
          <Banner live="off" icon="notebook" title={text.glance.popup.noHandbook}>
            <p class="small">{text.glance.popup.noHandbookText}</p>
          </Banner>
        ) : (
          <StateLine state={view.state} />
        )}
        {props.failure !== null && (
          <Banner tone="bad">
            <p class="small">{props.failure}</p>
          </Banner>
        )}
        {asking && !masked && view.pending && (
          <Ask
            pending={view.pending}
            brief={props.brief}
            busy={props.busy}
            onConfirm={props.onConfirm}
            onRefuse={props.onRefuse}
          />
        )}
        {withNumbers && !asking && (
          <section class="glance-main" aria-label={text.glance.regionLabel}>
            <Total view={view} masked={masked} />
            {view.points !== null && <Gains view={view} masked={masked} all={props.roomy} />}
            <Target view={view} masked={masked} />
          </section>
        )}
        {view.hideNumbers && (asking || view.points !== null) && (
          <Button size="small" icon={masked ? 'eye' : 'eyeOff'} pressed={shown} onClick={() => setShown(!shown)}>
            {masked ? text.glance.showNumbers : text.glance.hideNumbers}
          </Button>
        )}
        {props.onTeach && isTeachable(view) && (
          <Button kind="main" icon="pencil" wide onClick={props.onTeach}>
            {view.host?.taught === true ? text.glance.teach.openAgain : text.glance.teach.open}
          </Button>
        )}
        {next && (
          <Button
            kind={props.onTeach && isTeachable(view) ? 'plain' : 'main'}
            wide
            onClick={() => props.onOpen(next.view)}
          >
            {text.glance[next.label]}
          </Button>
        )}
        {consented && !asking && !props.brief && (
          <>
            <Lists view={view} />
            <Reconciled view={view} masked={masked} />
            <Skipped view={view} />
            <Source view={view} masked={masked} />
          </>
        )}
        {consented && !asking && !props.brief && next?.label !== 'openDashboard' && (
          <Button kind={next ? 'plain' : 'main'} icon="notebook" wide onClick={() => props.onOpen('points')}>
            {text.glance.openDashboard}
          </Button>
        )}
      </div>
    </MaskProvider>
  );
}
