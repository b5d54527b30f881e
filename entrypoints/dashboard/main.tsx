/** The dashboard page: opens the store for reading, shows the app. */
import './setup';
import '@/components/ui/ui.css';
import './dashboard.css';
import './print.css';
import { render } from 'preact';
import { App } from '@/components/App';
import { DbContext } from '@/components/hooks/use-db';
import { openTracker } from '@/lib/tracker';

const place = document.getElementById('app');
if (place) {
  render(
    <DbContext.Provider value={openTracker()}>
      <App />
    </DbContext.Provider>,
    place,
  );
}
