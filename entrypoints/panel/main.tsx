/** Our frame inside the handbook page: the overlay, or the picker at `#pick`; fed by the background through a port, opens no database. */
import '@/components/ui/ui.css';
import '@/components/glance/glance.css';
import '@/components/picker/picker.css';
import { render } from 'preact';
import { PanelFrame } from '@/components/glance/PanelFrame';

const root = document.getElementById('root');
const picks = location.hash === '#pick';
document.documentElement.classList.toggle('picking', picks);
if (root && picks) {
  // Only while a person points: every other page of the handbook goes without.
  void import('@/components/picker/PickerFrame').then(({ PickerFrame }) => render(<PickerFrame />, root));
} else if (root) render(<PanelFrame />, root);
