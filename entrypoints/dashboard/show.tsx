/** Shows the app over the store the background names. */
import '@/components/ui/ui.css';
import './dashboard.css';
import './print.css';
import '@/components/teach/teach.css';
import { render } from 'preact';
import { App } from '@/components/App';
import { viewOf } from '@/components/hash-view';
import { readLook } from '@/components/hooks/use-look';
import { loadTexts } from '@/components/i18n';
import { UnlockView } from '@/components/lock/UnlockView';
import { StoreProvider } from '@/components/safety/StoreProvider';
import { expectView } from '@/components/views';
import { readyWorker } from '@/components/workers/worker-addresses';

const TALLY = ['#/cell', '#/cell/tally'];

export function showDashboard(doc: Document): void {
  const place = doc.getElementById('app');
  if (place === null) return;
  // Both are read while the store opens; what cannot be read is told, or done without, where it is needed.
  expectView(viewOf(location.hash));
  // The tally is worked out there, and needs nothing of the page but its settings.
  if (TALLY.includes(doc.location.hash)) readyWorker('desk');
  void readLook()
    .then(({ language }) => loadTexts(language))
    .catch(() => undefined);
  render(
    <StoreProvider locked={<UnlockView />}>
      <App />
    </StoreProvider>,
    place,
  );
}
