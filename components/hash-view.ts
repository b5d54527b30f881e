/** Which view the address asks for (`#/points`), followed as it changes. */
import type { DashboardView } from '@/lib/protocol';
import { useHash } from './hooks/use-hash';

const VIEWS: readonly DashboardView[] = [
  'points',
  'cell',
  'meetings',
  'reports',
  'rubrics',
  'handin',
  'receive',
  'data',
  'privacy',
  'settings',
  'sites',
  'welcome',
  'manual',
];

/** `points` for anything that names no view; what stands behind a view's name (`#/meetings/<id>`) is the view's own. */
export function viewOf(hash: string): DashboardView {
  const [name] = hash.replace(/^#\/?/, '').split('/');
  return VIEWS.find((view) => view === name) ?? 'points';
}

export function useHashView(): DashboardView {
  return useHash(viewOf);
}
