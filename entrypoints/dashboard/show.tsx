/** Shows the app over the store the background names. */
import '@/components/ui/ui.css';
import './dashboard.css';
import './print.css';
import '@/components/teach/teach.css';
import { render } from 'preact';
import { App } from '@/components/App';
import { viewOf } from '@/components/hash-view';
import { UnlockView } from '@/components/lock/UnlockView';
import { StoreProvider } from '@/components/safety/StoreProvider';
import { expectView } from '@/components/views';
import { readyWorker } from '@/components/workers/worker-addresses';

const TALLY = ['#/cell', '#/cell/tally'];

export function showDashboard(doc: Document): void {
  const place = doc.getElementById('app');
  if (place === null) return;
  // Read while the store opens.
  expectView(viewOf(location.hash));
  // The tally is worked out there, and needs nothing of the page but its settings.
  if (TALLY.includes(location.hash)) readyWorker('desk');
  render(
    <StoreProvider locked={<UnlockView />}>
      <App />
    </StoreProvider>,
    place,
  );
}
