/** The browser's popup: my points at a glance, with or without the handbook open. */
import '@/components/ui/ui.css';
import '@/components/glance/glance.css';
import '@/components/teach/teach.css';
import { render } from 'preact';
import { BrowserGlance } from '@/components/glance/BrowserGlance';

const root = document.getElementById('root');
if (root) render(<BrowserGlance place="popup" />, root);
