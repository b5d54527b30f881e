/** Which view the address asks for (`#/points`), followed as it changes. */
import type { DashboardView } from '@/lib/protocol';
import { useHash } from './hooks/use-hash';

const VIEWS: readonly DashboardView[] = ['points', 'cell', 'data', 'privacy', 'settings', 'sites', 'welcome', 'manual'];

/** `points` for anything that names no view. */
export function viewOf(hash: string): DashboardView {
  const name = hash.replace(/^#\/?/, '');
  return VIEWS.find((view) => view === name) ?? 'points';
}

export function useHashView(): DashboardView {
  return useHash(viewOf);
}
