/** Which view the address asks for (`#/points`), followed as it changes. */
import { useEffect, useState } from 'preact/hooks';
import type { DashboardView } from '@/lib/protocol';

const VIEWS: readonly DashboardView[] = ['points', 'cell', 'data', 'privacy', 'settings', 'sites', 'welcome', 'manual'];

/** `points` for anything that names no view. */
export function viewOf(hash: string): DashboardView {
  const name = hash.replace(/^#\/?/, '');
  return VIEWS.find((view) => view === name) ?? 'points';
}

export function useHashView(): DashboardView {
  const [view, setView] = useState(() => viewOf(location.hash));
  useEffect(() => {
    const follow = () => setView(viewOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return view;
}
