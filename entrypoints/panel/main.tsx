/** The overlay frame inside the handbook page: fed by the background through a port, opens no database. */
import '@/components/ui/ui.css';
import '@/components/glance/glance.css';
import { render } from 'preact';
import { PanelFrame } from '@/components/glance/PanelFrame';

const root = document.getElementById('root');
if (root) render(<PanelFrame />, root);
