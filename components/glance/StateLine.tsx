/** What happens on this page right now, in one sentence, with the one thing to do about it. */
import type { PanelState } from '@/lib/protocol';
import { useText } from '../i18n/base';
import { Icon, type IconName } from '../ui/Icon';
import type { Tone } from '../ui/Banner';

/** How each state looks; the words stand in the catalogue. */
export const LOOKS: Record<PanelState, { tone: Tone; icon: IconName }> = {
  noConsent: { tone: 'plain', icon: 'notebook' },
  unknownSite: { tone: 'plain', icon: 'info' },
  reading: { tone: 'plain', icon: 'clock' },
  read: { tone: 'good', icon: 'check' },
  nothingNew: { tone: 'good', icon: 'check' },
  needsConfirm: { tone: 'warn', icon: 'eye' },
  noPointsHere: { tone: 'plain', icon: 'info' },
  sessionEnded: { tone: 'warn', icon: 'lock' },
  pageChanged: { tone: 'warn', icon: 'warning' },
  secretPage: { tone: 'warn', icon: 'lock' },
  steppedDown: { tone: 'warn', icon: 'clock' },
  storageFailed: { tone: 'bad', icon: 'warning' },
  locked: { tone: 'plain', icon: 'lock' },
};

/** Calm states are one line; the others are set off and explained. */
export function StateLine({ state }: { state: PanelState }) {
  const text = useText().glance.states[state];
  const look = LOOKS[state];
  return (
    <div class="glance-state" data-tone={look.tone} role={look.tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={look.icon} />
      <div>
        <p class="glance-state-title">{text.title}</p>
        <p class="small glance-state-text">{text.text}</p>
      </div>
    </div>
  );
}
