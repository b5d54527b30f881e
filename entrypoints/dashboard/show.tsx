/** Opens the store for reading and shows the app. */
import '@/components/ui/ui.css';
import './dashboard.css';
import './print.css';
import { render } from 'preact';
import { App } from '@/components/App';
import { DbContext } from '@/components/hooks/use-db';
import { openTracker } from '@/lib/tracker';

export function showDashboard(doc: Document): void {
  const place = doc.getElementById('app');
  if (place === null) return;
  render(
    <DbContext.Provider value={openTracker()}>
      <App />
    </DbContext.Provider>,
    place,
  );
}
