/** One document on a page of its own, drawn by the components the dashboard uses; printed by tests/e2e/paper.e2e.ts. */
import '@/components/ui/ui.css';
import '@/entrypoints/dashboard/dashboard.css';
import '@/entrypoints/dashboard/print.css';
import { render } from 'preact';
import { SheetFrame } from '@/components/documents/SheetFrame';
import type { Paper } from '@/lib/documents/paper';

declare global {
  interface Window {
    drawPaper: (paper: Paper) => void;
  }
}

window.drawPaper = (paper) => {
  const root = document.getElementById('app');
  if (root === null) throw new Error('the page has no place for the paper');
  render(null, root);
  render(
    <main class="page stack-wide">
      <h1 class="no-print">Xem trước</h1>
      <SheetFrame paper={paper} name="văn bản" />
    </main>,
    root,
  );
};
