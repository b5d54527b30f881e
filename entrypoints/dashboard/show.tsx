/** Shows the app over the store the background names. */
import '@/components/ui/ui.css';
import './dashboard.css';
import './print.css';
import '@/components/teach/teach.css';
import { render } from 'preact';
import { App } from '@/components/App';
import { UnlockView } from '@/components/lock/UnlockView';
import { StoreProvider } from '@/components/safety/StoreProvider';

export function showDashboard(doc: Document): void {
  const place = doc.getElementById('app');
  if (place === null) return;
  render(
    <StoreProvider locked={<UnlockView />}>
      <App />
    </StoreProvider>,
    place,
  );
}
